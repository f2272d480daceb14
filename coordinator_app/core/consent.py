"""Consent: given per purpose, with date and way; withdrawn at any time; and the names that are kept without it."""

import datetime as dt

from msgspec import Struct
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import history
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, MemberRole, NamesKept
from coordinator_app.core.model import Attendance, Consent, Group, Meeting, Member, Person
from coordinator_app.core.people.listing import holds_today
from coordinator_app.core.people.values import ConsentRow
from coordinator_app.core.people.writing import require
from coordinator_app.i18n import N_


class MissingConsent(Struct, frozen=True):
    """A participant whose name a group keeps though he has not agreed, or no longer does (`withdrawn`)."""

    person: int
    name: str
    group: int
    group_name: str
    withdrawn: bool


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
    said = select(Consent.id).where(Consent.person_id == Person.id, Consent.purpose == ConsentPurpose.NAME_IN_GROUP)
    agrees = said.where(Consent.withdrawn_on.is_(None))
    # These are few, so that of all the attendances only theirs are read.
    asked = select(Person.id).where(~agrees.exists())
    member = select(Member.person_id, Member.group_id).where(
        Member.role != MemberRole.COUNSELLOR, holds_today(Member.since, Member.until, today), Member.person_id.in_(asked)
    )
    there = (
        select(Attendance.person_id, Meeting.group_id)
        .join(Meeting, Meeting.id == Attendance.meeting_id)
        .where(Attendance.person_id.in_(asked))
    )
    named = member.union(there).subquery()
    runs = select(Member.id).where(
        Member.person_id == named.c.person_id, Member.group_id == named.c.group_id, Member.role == MemberRole.COUNSELLOR
    )
    rows = session.execute(
        select(Person.id, Person.name, Group.id, Group.name, said.exists())
        .join(named, named.c.person_id == Person.id)
        .join(Group, Group.id == named.c.group_id)
        .where(Group.names_kept != NamesKept.HEADCOUNT, ~runs.exists())
        .order_by(Person.sort_key, Person.id, Group.sort_key, Group.id)
    )
    return tuple(MissingConsent(person, name, group, group_name, bool(had)) for person, name, group, group_name, had in rows)
