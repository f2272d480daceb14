"""Consent: given per purpose, with date and way; withdrawn at any time; and the names that are kept without it."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import and_, insert, or_, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import history
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, ContactKind, MemberRole, NamesKept
from coordinator_app.core.model import Attendance, Consent, Contact, Group, Meeting, Member, Person
from coordinator_app.core.people.listing import holds_today
from coordinator_app.core.people.values import ConsentRow
from coordinator_app.core.people.writing import require
from coordinator_app.i18n import N_


@dataclass(frozen=True, slots=True)
class MissingConsent:
    """A participant whose name a group keeps though he has not agreed, or no longer does (`withdrawn`)."""

    person: int
    name: str
    group: int
    group_name: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class Mailing:
    """Whom a message to a group reaches, as e-mail addresses, and the names of those it cannot: no address, or no consent."""

    addresses: tuple[str, ...]
    left_out: tuple[str, ...]


def give(session: Session, *, person: int, purpose: ConsentPurpose, on: dt.date, way: ConsentWay) -> ConsentRow:
    """A person agrees to one purpose; given anew it replaces what was said before. Raises `NotFound`."""
    require(session, person)
    history.about(session, "person", person)
    said = {"given_on": on, "way": way, "withdrawn_on": None}
    mine = (Consent.person_id == person, Consent.purpose == purpose)
    if not session.execute(update(Consent).where(*mine).values(said).returning(Consent.id)).all():
        session.execute(insert(Consent).values(person_id=person, purpose=purpose, **said))
    return ConsentRow(purpose, on, way, None)


def withdraw(session: Session, *, person: int, purpose: ConsentPurpose, on: dt.date) -> ConsentRow:
    """A person takes his consent back. Raises `NotFound` if he never gave it, `Refused` for a day before he did."""
    mine = (Consent.person_id == person, Consent.purpose == purpose)
    row = session.execute(select(Consent.given_on, Consent.way).where(*mine)).one_or_none()
    if row is None:
        raise NotFound(N_("This person has not agreed to that, so there is nothing to withdraw."))
    if on < row.given_on:
        raise Refused(N_("A consent cannot be withdrawn before it was given."))
    history.about(session, "person", person)
    session.execute(update(Consent).where(*mine).values(withdrawn_on=on))
    return ConsentRow(purpose, row.given_on, row.way, on)


def holds(session: Session, *, person: int, purpose: ConsentPurpose) -> bool:
    """Whether a person agrees to a purpose."""
    agreed = select(Consent.id).where(Consent.person_id == person, Consent.purpose == purpose, Consent.withdrawn_on.is_(None))
    return session.scalar(agreed) is not None


def missing(session: Session, *, today: dt.date) -> tuple[MissingConsent, ...]:
    """Participants whose names groups keep without their consent, in Finnish order.

    A group keeps a name when he is or waits to be its member today, or is marked present by name at one of its meetings.
    Counsellors run their groups as volunteers and are not asked.
    """
    member = select(Member.person_id, Member.group_id).where(
        Member.role != MemberRole.COUNSELLOR, holds_today(Member.since, Member.until, today)
    )
    there = select(Attendance.person_id, Meeting.group_id).join(Meeting, Meeting.id == Attendance.meeting_id)
    named = member.union(there).subquery()
    runs = select(Member.id).where(
        Member.person_id == named.c.person_id, Member.group_id == named.c.group_id, Member.role == MemberRole.COUNSELLOR
    )
    consent = and_(Consent.person_id == Person.id, Consent.purpose == ConsentPurpose.NAME_IN_GROUP)
    rows = session.execute(
        select(Person.id, Person.name, Group.id, Group.name, Consent.id.is_not(None))
        .join(named, named.c.person_id == Person.id)
        .join(Group, Group.id == named.c.group_id)
        .outerjoin(Consent, consent)
        .where(Group.names_kept != NamesKept.HEADCOUNT, or_(Consent.id.is_(None), Consent.withdrawn_on.is_not(None)), ~runs.exists())
        .order_by(Person.sort_key, Person.id, Group.sort_key, Group.id)
    )
    return tuple(MissingConsent(person, name, group, group_name, bool(had)) for person, name, group, group_name, had in rows)


def mailing(session: Session, *, group: int, today: dt.date, catalogue: Catalogue) -> Mailing:
    """Whom a message to a group reaches: its counsellors, and its members who agreed to group mail; each by his first address.

    Raises `NotFound`, and `Refused` for a group of a sensitive service, which is never written to as a group.
    """
    service = session.scalar(select(Group.service).where(Group.id == group))
    if service is None:
        raise NotFound(N_("This group is no longer in the book."))
    if catalogue.is_sensitive(service):
        raise Refused(N_("The men of this group are never written to together, so that none learns of another. Write to each by himself."))
    agreed = select(Consent.id).where(
        Consent.person_id == Person.id, Consent.purpose == ConsentPurpose.GROUP_MAIL, Consent.withdrawn_on.is_(None)
    )
    address = (
        select(Contact.normal)
        .where(Contact.person_id == Person.id, Contact.kind == ContactKind.EMAIL)
        .order_by(Contact.rank, Contact.id)
        .limit(1)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Person.name, address, or_(Member.role == MemberRole.COUNSELLOR, agreed.exists()))
        .join(Member, Member.person_id == Person.id)
        .where(Member.group_id == group, Member.role != MemberRole.WAITING, holds_today(Member.since, Member.until, today))
        .order_by(Person.sort_key, Person.id)
    ).all()
    reached = dict.fromkeys(email for _, email, may in rows if email and may)
    return Mailing(tuple(reached), tuple(dict.fromkeys(name for name, email, may in rows if not (email and may) or email not in reached)))
