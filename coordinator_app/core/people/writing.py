"""Adding, changing and removing people, and the roles they have."""

import datetime as dt
from collections.abc import Sequence
from typing import Unpack
from uuid import uuid4

from sqlalchemy import delete, exists, insert, or_, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import drafts, history
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.kinds import PersonRole
from coordinator_app.core.model import (
    ActivityPerson,
    Attendance,
    Consent,
    Contact,
    Enquiry,
    Group,
    Imported,
    MeetingCounsellor,
    Member,
    MergedPerson,
    NotSame,
    Person,
    ReviewAnswer,
    Role,
    SupportTalk,
    VolunteerHours,
)
from coordinator_app.core.people.contacts import set_contacts
from coordinator_app.core.people.names import person_sort_key, shown_name, split_name
from coordinator_app.core.people.values import GivenContact, PersonFields, PersonMore, RoleRow
from coordinator_app.core.texts import lines, one_line
from coordinator_app.i18n import N_

_LONG = {"address", "note"}
# Where a person is named in what the work has recorded.
_RECORDS = (
    Member.person_id,
    Attendance.person_id,
    MeetingCounsellor.person_id,
    ActivityPerson.person_id,
    Enquiry.person_id,
    SupportTalk.person_id,
    VolunteerHours.person_id,
    Group.contact_id,
)


def add(
    session: Session,
    *,
    name: str,
    today: dt.date,
    roles: Sequence[PersonRole] = (),
    contacts: Sequence[GivenContact] = (),
    **fields: Unpack[PersonMore],
) -> int:
    """Adds a person, whose roles begin today; his id. Given and family name are split from the name unless they are given.

    Raises `Refused` without a name.
    """
    values = new_values(name=name, today=today, fields=fields)
    person = session.execute(insert(Person).values(values).returning(Person.id)).scalar_one()
    if contacts:
        set_contacts(session, person=person, contacts=contacts)
    if roles:
        session.execute(insert(Role), [{"person_id": person, "role": role, "since": today, "until": None} for role in dict.fromkeys(roles)])
    return person


def new_values(*, name: str, today: dt.date, fields: PersonMore) -> dict[str, object]:
    """The columns of a new person. Raises `Refused` without a name."""
    named: PersonFields = {"name": name}
    blank: dict[str, object] = {column.name: None for column in Person.__table__.columns if column.nullable}
    return blank | _columns(_named({**named, **fields})) | {"uid": str(uuid4()), "added_on": today}


def change(session: Session, *, person: int, **fields: Unpack[PersonFields]) -> None:
    """Changes the named fields; a new name is split anew unless its parts are given too.

    Raises `Refused` for an empty name, `NotFound`.
    """
    row = session.execute(select(Person.name, Person.given, Person.family).where(Person.id == person)).one_or_none()
    if row is None:
        raise NotFound(N_("This person is no longer in the book."))
    if "name" not in fields and fields.keys() & {"given", "family"}:
        given, family = fields.get("given", row.given), fields.get("family", row.family)
        fields = fields | {"given": given, "family": family, "name": " ".join(part for part in (given, family) if part) or row.name}
    if values := _columns(_named(fields) if "name" in fields else fields):
        session.execute(update(Person).where(Person.id == person).values(values))


def set_role(
    session: Session, *, person: int, role: PersonRole, since: dt.date | None = None, until: dt.date | None = None
) -> tuple[RoleRow, ...]:
    """Gives a person a role, or says anew since when and until when he has it; all his roles.

    Raises `Refused` if it ends before it begins.
    """
    require(session, person)
    history.about(session, "person", person)
    if since and until and until < since:
        raise Refused(N_("A role cannot end before it begins."))
    days = {"since": since, "until": until}
    if not session.execute(update(Role).where(Role.person_id == person, Role.role == role).values(days).returning(Role.id)).all():
        session.execute(insert(Role).values(person_id=person, role=role, **days))
    return roles_of(session, person)


def end_role(session: Session, *, person: int, role: PersonRole, on: dt.date) -> tuple[RoleRow, ...]:
    """The last day of a role; all his roles. Raises `NotFound` if he has no such role, `Refused` if it began later."""
    had = next((row for row in roles_of(session, person) if row.role is role), None)
    if had is None:
        raise NotFound(N_("This person does not have that role."))
    return set_role(session, person=person, role=role, since=had.since, until=on)


def drop_role(session: Session, *, person: int, role: PersonRole) -> tuple[RoleRow, ...]:
    """Takes away a role that was given by mistake; all his roles."""
    history.about(session, "person", person)
    session.execute(delete(Role).where(Role.person_id == person, Role.role == role))
    return roles_of(session, person)


def roles_of(session: Session, person: int) -> tuple[RoleRow, ...]:
    """The roles of a person, past ones too, in the order he got them."""
    rows = session.execute(select(Role.role, Role.since, Role.until).where(Role.person_id == person).order_by(Role.id))
    return tuple(RoleRow(*row) for row in rows)


def remove(session: Session, *, person: int) -> str:
    """Takes away a person of whom nothing is recorded but who he is; his name.

    Raises `Refused` when he is in a group, was at a meeting, led an activity, or is named in any other record.
    """
    name = require(session, person)
    if session.scalar(select(or_(*(exists().where(column == person).correlate(None) for column in _RECORDS)))):
        raise Refused(
            N_("{name} is named in groups, meetings or other records, and cannot be removed. End his roles instead."),
            name=name,
        )
    history.about(session, Person.__tablename__, person)
    for table in (Contact, Role, Consent, MergedPerson, ReviewAnswer):
        session.execute(delete(table).where(table.person_id == person))
    session.execute(delete(NotSame).where(or_(NotSame.person_id == person, NotSame.other_id == person)))
    session.execute(delete(Imported).where(Imported.kind == Person.__tablename__, Imported.row == person))
    session.execute(delete(Person).where(Person.id == person))
    drafts.drop_about(session, person=person)
    return name


def require(session: Session, person: int) -> str:
    """The name of a person. Raises `NotFound`."""
    name = session.scalar(select(Person.name).where(Person.id == person))
    if name is None:
        raise NotFound(N_("This person is no longer in the book."))
    return name


def _named(fields: PersonFields) -> PersonFields:
    name = one_line(fields["name"])
    if name is None:
        raise Refused(N_("A person needs a name, if only a first name."))
    given, family = split_name(name)
    parts: PersonFields = {"given": given, "family": family}
    return parts | fields | {"name": shown_name(name)}


def _columns(fields: PersonFields) -> dict[str, object]:
    values: dict[str, object] = {
        name: (lines(value) if name in _LONG else one_line(value)) if isinstance(value, str) else value for name, value in fields.items()
    }
    if "organisation" in values:
        values["organisation_id"] = values.pop("organisation")
    if "name" in values:
        given, family = values.get("given"), values.get("family")
        values["sort_key"] = person_sort_key(str(values["name"]), str(given or ""), str(family) if family else None)
    return values
