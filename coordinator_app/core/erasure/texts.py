"""Where other records speak of a person: his name, numbers and addresses in notes, found and taken out."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, delete, func, or_, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import history
from coordinator_app.core.model import (
    Activity,
    CheckAnswer,
    Contact,
    Draft,
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

TAKEN_OUT = "…"
_SHORTEST = 6
_NOTES: tuple[Any, ...] = (
    *(Activity.name, Activity.theme, Activity.note, CheckAnswer.text, Enquiry.note, Group.note, Meeting.note, Organisation.note),
    *(Pause.why, Person.note, Place.note, Quarter.went_well, Quarter.hard, Quarter.wishes, SupportTalk.note),
)
# What is printed of a group is rather missing than half a word.
_REMEMBERED: tuple[Any, ...] = (Draft.typed, Preference.value)
_PUBLIC: tuple[Any, ...] = (Group.public_contact, Group.public_phone, Group.public_email)


@dataclass(frozen=True, slots=True)
class Mention:
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


def mentions(session: Session, *, people: Collection[int]) -> tuple[Mention, ...]:
    """The records of others, and of the work, that speak of them; their own matters are not among them."""
    return tuple(dict.fromkeys(mention for mention, _ in spoken_of(session, people=people)))


def spoken_of(session: Session, *, people: Collection[int]) -> tuple[tuple[Mention, str], ...]:
    """The same with each text that speaks of them."""
    said = said_of(session, people=people)
    found: list[tuple[str, int, str]] = []
    for column in (*_NOTES, *_PUBLIC) if said else ():
        table = column.class_.__table__
        rows = select(table.c.id, column).where(_speaks(column, said))
        owner = table.c.id if table is Person.__table__ else table.c.get("person_id")
        if owner is not None:
            rows = rows.where(or_(owner.is_(None), owner.not_in(people)))
        found += [(table.name, row, text) for row, text in session.execute(rows)]
    named = history.named(session, {f"{kind}:{row}" for kind, row, _ in found})
    return tuple((Mention(kind, row, *named.get(f"{kind}:{row}", ("", None))), text) for kind, row, text in found)


def take_out(session: Session, *, said: Collection[str]) -> None:
    """Takes them out of what is written elsewhere, and drops unfinished records and remembered choices that speak of them."""
    if not said:
        return
    for column in _NOTES:
        without: Any = column
        for each in sorted(said, key=len, reverse=True):
            without = func.replace(without, each, TAKEN_OUT)
        session.execute(update(column.class_).where(_speaks(column, said)).values({column: without}))
    for column in _PUBLIC:
        session.execute(update(column.class_).where(_speaks(column, said)).values({column: None}))
    for column in _REMEMBERED:
        table = column.class_
        speaking = [id_ for id_, kept in session.execute(select(table.id, column)) if any(each in str(kept) for each in said)]
        session.execute(delete(table).where(table.id.in_(speaking)))


def _speaks(column: Column[Any], said: Collection[str]) -> Any:
    return or_(*(func.instr(column, each) > 0 for each in sorted(said)))
