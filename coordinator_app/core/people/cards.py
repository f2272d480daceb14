"""Whom an address book may hold: those who help with the work, and organisations; never a man who only comes to a group."""

import datetime as dt
from collections import defaultdict

from msgspec import Struct
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from coordinator_app.core import settings
from coordinator_app.core.kinds import ContactKind, PersonRole
from coordinator_app.core.model import Contact, Organisation, Person, Role
from coordinator_app.core.people.listing import holds_today


class Card(Struct, frozen=True):
    """What an address book keeps of someone. `key` names him for good, in any program; an organisation has no `given` and `family` name.

    Phones are in E.164 where they are such numbers.
    """

    key: str
    name: str
    given: str = ""
    family: str = ""
    organisation: str = ""
    title: str = ""
    address: str = ""
    web: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


def cards(session: Session, *, today: dt.date) -> tuple[Card, ...]:
    """The people who have a role in the work today beside that of a participant, then the organisations that go on, in Finnish order."""
    helps = select(Role.person_id).where(Role.role != PersonRole.PARTICIPANT, holds_today(Role.since, Role.until, today))
    columns = (Person.id, Person.uid, Person.name, Person.given, Person.family, Person.title, Person.address, Person.web)
    people = session.execute(
        select(*columns, Organisation.name.label("organisation"))
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Person.id.in_(helps))
        .order_by(Person.sort_key, Person.id)
    ).all()
    going_on = or_(Organisation.ended.is_(None), Organisation.ended >= today)
    organisations = session.execute(
        select(Organisation.id, Organisation.name, Organisation.address, Organisation.web)
        .where(going_on)
        .order_by(Organisation.sort_key, Organisation.id)
    ).all()
    reached, book_id = _reached(session), settings.read(session).book_id
    found = [
        Card(
            key=row.uid,
            name=row.name,
            given=row.given or "",
            family=row.family or "",
            organisation=row.organisation or "",
            title=row.title or "",
            address=row.address or "",
            web=row.web or "",
            phones=tuple(reached[row.id, None, ContactKind.PHONE]),
            emails=tuple(reached[row.id, None, ContactKind.EMAIL]),
        )
        for row in people
    ]
    found += [
        Card(
            key=f"organisation-{row.id}@{book_id}",
            name=row.name,
            organisation=row.name,
            address=row.address or "",
            web=row.web or "",
            phones=tuple(reached[None, row.id, ContactKind.PHONE]),
            emails=tuple(reached[None, row.id, ContactKind.EMAIL]),
        )
        for row in organisations
    ]
    return tuple(found)


def _reached(session: Session) -> dict[tuple[int | None, int | None, ContactKind], list[str]]:
    """The phones and addresses of each person and each organisation, in their order."""
    columns = (Contact.person_id, Contact.organisation_id, Contact.kind, Contact.value, Contact.normal)
    found: dict[tuple[int | None, int | None, ContactKind], list[str]] = defaultdict(list)
    for person, organisation, kind, value, normal in session.execute(select(*columns).order_by(Contact.rank, Contact.id)):
        found[person, organisation, kind].append(normal if normal.startswith("+") else value)
    return found
