"""What is not finished, as a new record or half a number: what was typed, kept until it is taken or thrown away; three months at most.

They are no records: no figure, search or paper looks at them, and no history tells of them.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from msgspec import Struct
from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from coordinator_app.core.model import Draft

KEPT_FOR = dt.timedelta(days=92)
PEOPLE = "people"
"""The field under which a draft names people by their ids: lists of them, each under what is said of them."""


def of_person(person: int, what: str) -> str:
    """The `screen` of a draft that is about one person, with whom it goes."""
    return f"people/person/{person}/{what}"


class Speaking(Struct, frozen=True):
    """A draft that speaks of somebody: when it was typed, and what in it names him. Without such a text it only points at him."""

    at: dt.datetime
    texts: tuple[str, ...]


class Unfinished(Struct, frozen=True):
    """What stood in the fields, by their names, and when it was typed."""

    at: dt.datetime
    fields: Mapping[str, Any]


def keep(session: Session, *, screen: str, fields: Mapping[str, Any], now: dt.datetime) -> None:
    """Keeps what stands in the fields of a new record, in place of what was kept of it before; `screen` says of which."""
    typed = {"at": now.isoformat(timespec="seconds"), "fields": fields}
    statement = insert(Draft).values(screen=screen, typed=typed)
    session.execute(statement.on_conflict_do_update(index_elements=["screen"], set_={"typed": statement.excluded["typed"]}))


def drop(session: Session, *, screen: str) -> None:
    """It was made, or thrown away."""
    session.execute(delete(Draft).where(Draft.screen == screen))


def drop_about(session: Session, *, person: int) -> None:
    """He is no longer in the book by himself: what was half typed of him goes."""
    session.execute(delete(Draft).where(Draft.screen.startswith(of_person(person, ""), autoescape=True)))


def find(session: Session, *, screen: str) -> Unfinished | None:
    """What was left unfinished there."""
    typed = session.scalar(select(Draft.typed).where(Draft.screen == screen))
    return None if typed is None else Unfinished(dt.datetime.fromisoformat(typed["at"]), typed["fields"])


def drop_old(session: Session, *, now: dt.datetime) -> None:
    """Takes away those that nobody came back for: what is said of people in them is kept no longer than a note about an enquiry."""
    old = [row for row, _, typed in _all(session) if dt.datetime.fromisoformat(typed["at"]) < now - KEPT_FOR]
    session.execute(delete(Draft).where(Draft.id.in_(old)))


def speaking_of(session: Session, *, people: Collection[int], names: Callable[[str], bool]) -> tuple[Speaking, ...]:
    """The drafts that name one of `people`, as `names` tells of each text, mark one on a sheet, or are about one; oldest first."""
    found = [
        Speaking(dt.datetime.fromisoformat(typed["at"]), tuple(filter(names, _texts(typed["fields"]))))
        for _, screen, typed in _all(session)
        if _is_about(screen, people) or _marked(typed, people) or any(map(names, _texts(typed["fields"])))
    ]
    return tuple(sorted(found, key=lambda each: each.at))


def forget(session: Session, *, people: Collection[int], names: Callable[[str], bool]) -> None:
    """Drops the drafts that name one of `people` or are about one, and takes their marks off sheets; how many were there stays."""
    for row, screen, typed in _all(session):
        if _is_about(screen, people) or any(map(names, _texts(typed["fields"]))):
            session.execute(delete(Draft).where(Draft.id == row))
        elif _marked(typed, people):
            marks = typed["fields"][PEOPLE]
            left = {said: [each for each in ids if each not in people] for said, ids in marks.items()}
            fields = typed["fields"] | {PEOPLE: left}
            session.execute(update(Draft).where(Draft.id == row).values(typed=typed | {"fields": fields}))


def _is_about(screen: str, people: Collection[int]) -> bool:
    return any(screen.startswith(of_person(person, "")) for person in people)


def _marked(typed: Mapping[str, Any], people: Collection[int]) -> bool:
    return any(person in ids for ids in typed["fields"].get(PEOPLE, {}).values() for person in people)


def _texts(typed: Any) -> Iterator[str]:
    """The texts of what was typed, whatever its shape."""
    match typed:
        case str():
            yield typed
        case dict():
            for each in typed.values():
                yield from _texts(each)
        case list():
            for each in typed:
                yield from _texts(each)


def _all(session: Session) -> list[tuple[int, str, dict[str, Any]]]:
    return [(row, screen, typed) for row, screen, typed in session.execute(select(Draft.id, Draft.screen, Draft.typed))]
