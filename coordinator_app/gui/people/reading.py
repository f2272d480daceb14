"""What the people screen asks the book, each answer in one read and a fixed number of statements."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from coordinator_app.core import duplicates, groups, organisations, people
from coordinator_app.core.duplicates import Candidate
from coordinator_app.core.errors import NotFound
from coordinator_app.core.kinds import OrganisationKind, PersonRole
from coordinator_app.core.organisations import OrganisationDetail, OrganisationRow
from coordinator_app.core.people import Occasion, PersonDetail, PersonRow

Row = PersonRow | OrganisationRow
Named = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the list is wanted: people or organisations, of one role or kind, perhaps only those that look alike."""

    organisations: bool = False
    role: PersonRole | None = None
    kind: OrganisationKind | None = None
    alike: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Everything of one person: his fields, the meetings he was at, and who may be the same man."""

    detail: PersonDetail
    occasions: tuple[Occasion, ...]
    alike: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """Everything of one organisation; `occasions` are activities as id, name and day."""

    detail: OrganisationDetail
    occasions: tuple[tuple[int, str, dt.date], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The list, whether the book has anybody at all, and the running groups and organisations a form offers."""

    rows: tuple[Row, ...]
    anybody: bool
    groups: Named
    organisations: Named


def overview(session: Any, *, wanted: Wanted, search: str, today: dt.date) -> Overview:
    """The list as it is wanted, in Finnish order."""
    everyone = organisations.listing(session, today=today, ended=True)
    rows: tuple[Row, ...]
    if wanted.organisations:
        rows = organisations.listing(session, today=today, search=search, kind=wanted.kind, ended=True)
    else:
        rows = people.listing(session, today=today, search=search, role=wanted.role)
    if wanted.alike:
        twice = {person for pair in duplicates.pairs(session) for person in (pair.person, pair.other)}
        rows = tuple(row for row in rows if row.id in twice)
    return Overview(
        rows,
        bool(rows or everyone or people.names(session)),
        tuple((group.id, group.name) for group in groups.names(session) if group.ended is None or group.ended >= today),
        tuple((row.id, row.name) for row in everyone if row.ended is None or row.ended >= today),
    )


def person(session: Any, *, person: int, today: dt.date) -> Person | None:
    """One person; nothing if he is no longer in the book."""
    try:
        detail = people.detail(session, person=person)
    except NotFound:
        return None
    ways = [[each.value for each in detail.contacts if each.kind == kind] for kind in ("phone", "email")]
    alike = duplicates.looks_like(session, today=today, name=detail.name, phones=ways[0], emails=ways[1], leaving_out=person)
    return Person(detail, people.occasions(session, person=person), alike)


def organisation(session: Any, *, organisation: int) -> Organisation | None:
    """One organisation; nothing if it is no longer in the book."""
    try:
        detail = organisations.detail(session, organisation=organisation)
    except NotFound:
        return None
    return Organisation(detail, organisations.occasions(session, organisation=organisation))


def two(session: Any, *, keep: int, gone: int) -> tuple[PersonDetail, PersonDetail]:
    """Two people to be merged. Raises `NotFound`."""
    return people.detail(session, person=keep), people.detail(session, person=gone)
