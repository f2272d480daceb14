"""Organisations: services for men, media, partners, clients."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import TypedDict, Unpack

from msgspec import Struct
from sqlalchemy import delete, func, insert, or_, select, union_all, update
from sqlalchemy.orm import Session

from coordinator_app.core import history
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.kinds import ContactKind, OrganisationKind
from coordinator_app.core.model import Activity, ActivityOrganisation, Contact, Imported, Organisation, Person, Referral
from coordinator_app.core.people.contacts import contacts_of, set_contacts
from coordinator_app.core.people.values import ContactRow, GivenContact
from coordinator_app.core.sorting import sort_key
from coordinator_app.core.texts import lines, matches, one_line
from coordinator_app.i18n import N_

_LONG = {"address", "note"}


class OrganisationMore(TypedDict, total=False):
    """What may be said of an organisation besides its name and kind."""

    address: str | None
    web: str | None
    note: str | None


class OrganisationFields(OrganisationMore, total=False):
    """What of an organisation can be changed; what is not named stays."""

    name: str
    kind: OrganisationKind


class OrganisationRow(Struct, frozen=True):
    """An organisation as a list shows it, with its first phone and e-mail and how many people of it are in the book."""

    id: int
    name: str
    sort_key: str
    kind: OrganisationKind
    phone: str | None
    email: str | None
    people: int
    ended: dt.date | None


class OrganisationDetail(Struct, frozen=True):
    """Everything the form of one organisation shows; `people` as (id, name, title) in Finnish order."""

    id: int
    name: str
    kind: OrganisationKind
    address: str | None
    web: str | None
    note: str | None
    ended: dt.date | None
    contacts: tuple[ContactRow, ...]
    people: tuple[tuple[int, str, str | None], ...]


def add(
    session: Session,
    *,
    name: str,
    kind: OrganisationKind = OrganisationKind.OTHER,
    contacts: Sequence[GivenContact] = (),
    **fields: Unpack[OrganisationMore],
) -> int:
    """Adds an organisation; its id. Raises `Refused` without a name."""
    blank: dict[str, object] = {"address": None, "web": None, "note": None, "ended": None}
    values = blank | _columns({"name": name, "kind": kind, **fields})
    organisation = session.execute(insert(Organisation).values(values).returning(Organisation.id)).scalar_one()
    if contacts:
        set_contacts(session, organisation=organisation, contacts=contacts)
    return organisation


def change(session: Session, *, organisation: int, **fields: Unpack[OrganisationFields]) -> None:
    """Changes the named fields. Raises `Refused` for an empty name, `NotFound`."""
    _require(session, organisation)
    if values := _columns(fields):
        session.execute(update(Organisation).where(Organisation.id == organisation).values(values))


def end(session: Session, *, organisation: int, on: dt.date) -> None:
    """The organisation's last day; what was recorded with it stays. Raises `NotFound`."""
    _require(session, organisation)
    session.execute(update(Organisation).where(Organisation.id == organisation).values(ended=on))


def reopen(session: Session, *, organisation: int) -> None:
    """Takes the end back. Raises `NotFound`."""
    _require(session, organisation)
    session.execute(update(Organisation).where(Organisation.id == organisation).values(ended=None))


def remove(session: Session, *, organisation: int) -> str:
    """Takes away an organisation that nobody and nothing belongs to; its name. Raises `Refused` otherwise, `NotFound`."""
    name = _require(session, organisation)
    columns = (Person.organisation_id, Activity.client_id, ActivityOrganisation.organisation_id, Referral.organisation_id)
    if session.scalar(select(or_(*(select(1).where(column == organisation).exists().correlate(None) for column in columns)))):
        raise Refused(N_("{name} is named by people or activities, and cannot be removed. Say instead that it has ended."), name=name)
    session.execute(delete(Contact).where(Contact.organisation_id == organisation))
    session.execute(delete(Imported).where(Imported.kind == Organisation.__tablename__, Imported.row == organisation))
    session.execute(delete(Organisation).where(Organisation.id == organisation))
    return name


def listing(
    session: Session, *, today: dt.date, search: str = "", kind: OrganisationKind | None = None, ended: bool = False
) -> tuple[OrganisationRow, ...]:
    """The organisations in Finnish order, in two statements; with `ended` also those whose last day is past."""
    people = select(func.count()).where(Person.organisation_id == Organisation.id).scalar_subquery()
    chosen = select(Organisation.id, Organisation.name, Organisation.sort_key, Organisation.kind, people, Organisation.ended)
    if kind is not None:
        chosen = chosen.where(Organisation.kind == kind)
    if not ended:
        chosen = chosen.where(or_(Organisation.ended.is_(None), Organisation.ended >= today))
    contacts: dict[int | None, dict[ContactKind, str]] = defaultdict(dict)
    ways = select(Contact.organisation_id, Contact.kind, Contact.value).where(Contact.organisation_id.is_not(None))
    for owner, way, value in session.execute(ways.order_by(Contact.rank, Contact.id)):
        contacts[owner].setdefault(way, value)
    rows = (
        OrganisationRow(id_, name, key, what, contacts[id_].get(ContactKind.PHONE), contacts[id_].get(ContactKind.EMAIL), count, last)
        for id_, name, key, what, count, last in session.execute(chosen.order_by(Organisation.sort_key, Organisation.id))
    )
    return tuple(row for row in rows if not search.strip() or matches(search, (row.name, row.email)))


def detail(session: Session, *, organisation: int) -> OrganisationDetail:
    """Everything the form of one organisation shows. Raises `NotFound`."""
    _require(session, organisation)
    own = (Organisation.id, Organisation.name, Organisation.kind, Organisation.address, Organisation.web, Organisation.note)
    row = session.execute(select(*own, Organisation.ended).where(Organisation.id == organisation)).one()
    people = session.execute(
        select(Person.id, Person.name, Person.title).where(Person.organisation_id == organisation).order_by(Person.sort_key, Person.id)
    )
    return OrganisationDetail(
        **row._mapping,
        contacts=contacts_of(session, organisation=organisation),
        people=tuple((id_, name, title) for id_, name, title in people),
    )


def occasions(session: Session, *, organisation: int) -> tuple[tuple[int, str, dt.date], ...]:
    """The activities it took part in or was the client of, newest first: id, name, day."""
    part = select(ActivityOrganisation.activity_id).where(ActivityOrganisation.organisation_id == organisation)
    client = select(Activity.id).where(Activity.client_id == organisation)
    both = union_all(part, client).subquery()
    rows = session.execute(
        select(Activity.id, Activity.name, Activity.held_on).where(Activity.id.in_(select(both.c[0]))).order_by(Activity.held_on.desc())
    )
    return tuple((id_, name, on) for id_, name, on in rows)


def _require(session: Session, organisation: int) -> str:
    name = session.scalar(select(Organisation.name).where(Organisation.id == organisation))
    if name is None:
        raise NotFound(N_("This organisation is no longer in the book."))
    history.about(session, "organisation", organisation)
    return name


def _columns(fields: OrganisationFields) -> dict[str, object]:
    values: dict[str, object] = {
        name: (lines(value) if name in _LONG else one_line(value)) if isinstance(value, str) and name != "kind" else value
        for name, value in fields.items()
    }
    if "name" in values:
        if values["name"] is None:
            raise Refused(N_("An organisation needs a name."))
        values["sort_key"] = sort_key(str(values["name"]))
    return values
