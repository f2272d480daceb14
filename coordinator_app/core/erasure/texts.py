"""Where other records speak of a person: his name, numbers and addresses in notes, found and taken out."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, delete, or_, select, true, update
from sqlalchemy.orm import Session

from coordinator_app.core import history
from coordinator_app.core.model import (
    Activity,
    CheckAnswer,
    Contact,
    Enquiry,
    Group,
    Meeting,
    Organisation,
    Pause,
    Person,
    Place,
    Preference,
    Quarter,
    SupportTalk,
)
from coordinator_app.core.people.contacts import normal_phone
from coordinator_app.core.texts import fold, one_line

TAKEN_OUT = "…"
_ALL = true()
_SHORTEST = 6
_NOTES: tuple[Any, ...] = (
    *(Activity.name, Activity.theme, Activity.note, CheckAnswer.text, Enquiry.note, Group.note, Meeting.note, Organisation.note),
    *(Pause.why, Person.note, Place.note, Quarter.went_well, Quarter.hard, Quarter.wishes, SupportTalk.note),
)
# What is printed of a group is rather missing than half a word.
_REMEMBERED: tuple[Any, ...] = (Preference.value,)
_PUBLIC: tuple[Any, ...] = (Group.public_contact, Group.public_phone, Group.public_email)


class Mention(Struct, frozen=True):
    """A record of something else whose text speaks of a person: its table, id, and its name and day as far as it has them."""

    kind: str
    row: int
    name: str
    day: dt.date | None


def said_of(session: Session, *, people: Collection[int]) -> frozenset[str]:
    """What would be recognised as one of them: whole names and ways to reach him. A first name alone is anybody's."""
    names = session.scalars(select(Person.name).where(Person.id.in_(people)))
    ways = session.execute(select(Contact.value, Contact.normal).where(Contact.person_id.in_(people)))
    return frozenset([name for name in names if " " in name] + [way for row in ways for way in row if len(way) >= _SHORTEST])


def naming(session: Session, *, people: Collection[int]) -> Callable[[str], bool]:
    """What tells whether a text that is just being typed names one of them, in whatever case and with whatever spaces.

    A first name alone is his where it is all that a field says, if the book has no more of his name either.
    """
    names = {fold(name) for name in session.scalars(select(Person.name).where(Person.id.in_(people)))}
    within = {fold(each) for each in said_of(session, people=people)}
    ways = set(session.scalars(select(Contact.normal).where(Contact.person_id.in_(people))))

    def names_one(text: str) -> bool:
        folded = fold(one_line(text) or "")
        return folded in names or any(each in folded for each in within) or normal_phone(text) in ways

    return names_one


def mentions(session: Session, *, people: Collection[int]) -> tuple[Mention, ...]:
    """The records of others, and of the work, that speak of them; their own matters are not among them."""
    return tuple(dict.fromkeys(mention for mention, _ in spoken_of(session, people=people)))


def spoken_of(session: Session, *, people: Collection[int]) -> tuple[tuple[Mention, str], ...]:
    """The same with each text that speaks of them."""
    found: list[tuple[str, int, str]] = []
    said = said_of(session, people=people)
    for column in (*_NOTES, *_PUBLIC):
        table = column.table
        owner = table.c.id if table is Person.__table__ else table.c.get("person_id")
        others = true() if owner is None else or_(owner.is_(None), owner.not_in(people))
        found += [(table.name, row, text) for row, text in _speaking(session, column, said, others)]
    named = history.named(session, {f"{kind}:{row}" for kind, row, _ in found})
    return tuple((Mention(kind, row, *named.get(f"{kind}:{row}", ("", None))), text) for kind, row, text in found)


def take_out(session: Session, *, said: Collection[str]) -> None:
    """Takes them out of what is written elsewhere, and drops remembered choices that speak of them."""
    pattern = _pattern(said)
    for column in _NOTES:
        for row, text in _speaking(session, column, said):
            session.execute(update(column.table).where(column.table.c.id == row).values({column: pattern.sub(TAKEN_OUT, text)}))
    for column in _PUBLIC:
        rows = [row for row, _ in _speaking(session, column, said)]
        session.execute(update(column.table).where(column.table.c.id.in_(rows)).values({column: None}))
    for column in _REMEMBERED:
        rows = [row for row, _ in _speaking(session, column, said)]
        session.execute(delete(column.table).where(column.table.c.id.in_(rows)))


def _speaking(session: Session, column: Any, said: Collection[str], where: ColumnElement[bool] = _ALL) -> Sequence[tuple[int, str]]:
    """The rows whose text speaks of them, with the text. All texts are looked through here: what is said may be of hundreds."""
    if not said:
        return []
    rows = session.execute(select(column.table.c.id, column).where(column.is_not(None), where))
    pattern = _pattern(said)
    return [(row, text) for row, kept in rows if pattern.search(text := "\n".join(_said_in(kept)))]


def _said_in(kept: Any) -> Iterator[str]:
    """The texts of a value, whatever its shape."""
    if isinstance(kept, Mapping):
        for name, each in kept.items():
            yield name
            yield from _said_in(each)
    elif isinstance(kept, list):
        for each in kept:
            yield from _said_in(each)
    elif kept is not None:
        yield str(kept)


def _pattern(said: Collection[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(each) for each in sorted(said, key=len, reverse=True)))
