"""What is not finished, as a new record: what was typed, kept until it is taken or thrown away, or nobody came back for three months.

They are no records: no figure, search or paper looks at them, and no history tells of them.
"""

import datetime as dt
from collections.abc import Collection, Mapping
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


def find(session: Session, *, screen: str) -> Unfinished | None:
    """What was left unfinished there."""
    typed = session.scalar(select(Draft.typed).where(Draft.screen == screen))
    return None if typed is None else Unfinished(dt.datetime.fromisoformat(typed["at"]), typed["fields"])


def drop_old(session: Session, *, now: dt.datetime) -> None:
    """Takes away those that nobody came back for: what is said of people in them is kept no longer than a note about an enquiry."""
    old = [row for row, typed in _all(session) if dt.datetime.fromisoformat(typed["at"]) < now - KEPT_FOR]
    session.execute(delete(Draft).where(Draft.id.in_(old)))


def take_off(session: Session, people: Collection[int]) -> None:
    """Takes the marks off those people; how many were there stays."""
    for row, typed in _all(session):
        marks = typed["fields"].get(PEOPLE, {})
        left = {said: [each for each in ids if each not in people] for said, ids in marks.items()}
        if left != marks:
            fields = typed["fields"] | {PEOPLE: left}
            session.execute(update(Draft).where(Draft.id == row).values(typed=typed | {"fields": fields}))


def _all(session: Session) -> list[tuple[int, dict[str, Any]]]:
    return [(row, typed) for row, typed in session.execute(select(Draft.id, Draft.typed))]
