"""Those one works with, for the contact man's own list: counsellors, partners and their organisations.

Never those who come to the groups.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.kinds import ContactKind, MemberRole, OrganisationKind, PersonRole
from coordinator_app.core.model import Contact, Group, Member, Organisation, Person, Role
from coordinator_app.core.people.listing import holds_today


class Reachable(Struct, frozen=True):
    """One line: a person or an organisation. `belongs` is a person's title and organisation, `groups` those a counsellor runs."""

    name: str
    belongs: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    address: str = ""


class ContactList(Struct, frozen=True):
    """Counsellors, persons of partners, and organisations that are partners, each in Finnish order."""

    counsellors: tuple[Reachable, ...] = ()
    partners: tuple[Reachable, ...] = ()
    organisations: tuple[Reachable, ...] = ()


def read(session: Session, *, today: dt.date, catalogue: Catalogue) -> ContactList:
    """The list as of today, in six statements. A group of a sensitive service is not named: a list may be left lying somewhere."""
    running = _running(session, today, catalogue)
    runs = select(Member.person_id).where(Member.role == MemberRole.COUNSELLOR, holds_today(Member.since, Member.until, today))
    counsels = _has_role(PersonRole.COUNSELLOR, today)
    counsellors = _people(session, _persons().where(or_(Person.id.in_(runs), Person.id.in_(counsels))), running)
    partners = _people(session, _persons().where(Person.id.in_(_has_role(PersonRole.PARTNER, today))), {})
    return ContactList(counsellors, partners, _organisations(session, today))


def _persons() -> Any:
    columns = (Person.id, Person.name, Person.title, Person.address, Organisation.name.label("organisation"))
    return select(*columns).outerjoin(Organisation, Organisation.id == Person.organisation_id).order_by(Person.sort_key, Person.id)


def _has_role(role: PersonRole, today: dt.date) -> Select[int]:
    return select(Role.person_id).where(Role.role == role, holds_today(Role.since, Role.until, today))


def _people(session: Session, chosen: Any, running: dict[int, list[str]]) -> tuple[Reachable, ...]:
    rows = session.execute(chosen).all()
    ways = _ways(session, Contact.person_id, [row.id for row in rows])
    return tuple(
        Reachable(
            name=row.name,
            belongs=tuple(filter(None, (row.title, row.organisation))),
            phones=tuple(ways[row.id, ContactKind.PHONE]),
            emails=tuple(ways[row.id, ContactKind.EMAIL]),
            groups=tuple(running.get(row.id, ())),
            address=row.address or "",
        )
        for row in rows
    )


def _organisations(session: Session, today: dt.date) -> tuple[Reachable, ...]:
    statement = select(Organisation.id, Organisation.name, Organisation.address).where(
        Organisation.kind == OrganisationKind.PARTNER, or_(Organisation.ended.is_(None), Organisation.ended >= today)
    )
    rows = session.execute(statement.order_by(Organisation.sort_key, Organisation.id)).all()
    ways = _ways(session, Contact.organisation_id, [row.id for row in rows])
    return tuple(
        Reachable(
            name=row.name,
            phones=tuple(ways[row.id, ContactKind.PHONE]),
            emails=tuple(ways[row.id, ContactKind.EMAIL]),
            address=row.address or "",
        )
        for row in rows
    )


def _ways(session: Session, owner: Any, ids: Iterable[int]) -> dict[tuple[int, ContactKind], list[str]]:
    found: dict[tuple[int, ContactKind], list[str]] = defaultdict(list)
    statement = select(owner, Contact.kind, Contact.value).where(owner.in_(list(ids))).order_by(Contact.rank, Contact.id)
    for whose, kind, value in session.execute(statement):
        found[whose, kind].append(value)
    return found


def _running(session: Session, today: dt.date, catalogue: Catalogue) -> dict[int, list[str]]:
    """The groups each counsellor runs today, without those of sensitive services."""
    statement = (
        select(Member.person_id, Group.name, Group.service)
        .join(Group, Group.id == Member.group_id)
        .where(Member.role == MemberRole.COUNSELLOR, holds_today(Member.since, Member.until, today))
        .where(or_(Group.ended.is_(None), Group.ended >= today))
        .order_by(Group.sort_key, Group.id)
    )
    runs: dict[int, list[str]] = defaultdict(list)
    for person, name, service in session.execute(statement):
        if not catalogue.is_sensitive(service):
            runs[person].append(name)
    return runs
