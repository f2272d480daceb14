"""Who comes to a group, who runs it, who waits."""

import datetime as dt

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import history, people
from coordinator_app.core.errors import NotFound
from coordinator_app.core.kinds import MemberRole, PersonRole
from coordinator_app.core.model import Member
from coordinator_app.i18n import N_


def add_member(session: Session, *, group: int, person: int, role: MemberRole = MemberRole.MEMBER, since: dt.date | None = None) -> int:
    """Gives a person a place in a group; one who waited and becomes a member no longer waits. The id of the place."""
    history.about(session, "person", person)
    if role is MemberRole.MEMBER:
        waits = (Member.group_id == group, Member.person_id == person, Member.role == MemberRole.WAITING)
        session.execute(delete(Member).where(*waits))
    there: int | None = session.scalar(
        update(Member)
        .where(Member.group_id == group, Member.person_id == person, Member.role == role)
        .values(until=None)
        .returning(Member.id)
    )
    if there is not None:
        return there
    values = {"group_id": group, "person_id": person, "role": role, "since": since}
    made: int = session.execute(insert(Member).values(**values).returning(Member.id)).scalar_one()
    return made


def add_person(
    session: Session, *, group: int, name: str, today: dt.date, role: MemberRole = MemberRole.MEMBER, since: dt.date | None = None
) -> int:
    """Adds a person who is not in the book yet and gives him a place in a group; his id. Raises `Refused` without a name."""
    known_as = PersonRole.COUNSELLOR if role is MemberRole.COUNSELLOR else PersonRole.PARTICIPANT
    person = people.add(session, name=name, today=today, roles=(known_as,))
    add_member(session, group=group, person=person, role=role, since=since)
    return person


def remove_member(session: Session, *, member: int, on: dt.date | None = None) -> None:
    """Ends a person's place in a group on a day, or takes it away when no day is given. Raises `NotFound`."""
    person = session.scalar(select(Member.person_id).where(Member.id == member))
    if person is None:
        raise NotFound(N_("The person is no longer in the group."))
    history.about(session, "person", person)
    if on is None:
        session.execute(delete(Member).where(Member.id == member))
    else:
        session.execute(update(Member).where(Member.id == member).values(until=on))
