"""Who comes to a group, who runs it, who waits."""

import datetime as dt

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import history, people, rota
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.groups.writing import names_allowed
from coordinator_app.core.kinds import MemberRole, PersonRole
from coordinator_app.core.model import Group, Member, Person
from coordinator_app.i18n import N_


def add_member(session: Session, *, group: int, person: int, role: MemberRole = MemberRole.MEMBER, since: dt.date | None = None) -> int:
    """Gives a person a place in a group; one who waited and becomes a member no longer waits. The id of the place.

    Raises `Refused` for putting one who already comes to the group on its waiting list, and for anyone but a counsellor where no
    names may be kept.
    """
    history.about_place(session, person=person, group=group)
    if role is not MemberRole.COUNSELLOR:
        _check_names(session, group)
    if role is MemberRole.MEMBER:
        waits = (Member.group_id == group, Member.person_id == person, Member.role == MemberRole.WAITING)
        session.execute(delete(Member).where(*waits))
    if role is MemberRole.WAITING:
        _check_waits(session, group, person, since)
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


def admit(session: Session, *, member: int, on: dt.date) -> int:
    """One who waited got in: he is a member from a day on. The id of his new place. Raises `NotFound`."""
    group, person = _place(session, member, N_("He is no longer on the waiting list."))
    return add_member(session, group=group, person=person, since=on)


def no_longer_waits(session: Session, *, member: int) -> None:
    """Takes one who waited off the waiting list. Raises `NotFound`."""
    group, person = _place(session, member, N_("He is no longer on the waiting list."))
    history.about_place(session, person=person, group=group)
    session.execute(delete(Member).where(Member.id == member))


def remove_member(session: Session, *, member: int, on: dt.date | None = None) -> None:
    """Ends a person's place in a group on a day, or takes it away when no day is given. Raises `NotFound`.

    A counsellor then runs none of its planned meetings after that day.
    """
    group, person = _place(session, member, N_("The person is no longer in the group."))
    history.about_place(session, person=person, group=group)
    if session.scalar(select(Member.role).where(Member.id == member)) is MemberRole.COUNSELLOR:
        rota.leave(session, group=group, person=person, after=on)
    if on is None:
        session.execute(delete(Member).where(Member.id == member))
    else:
        session.execute(update(Member).where(Member.id == member).values(until=on))


def _place(session: Session, member: int, gone: str) -> tuple[int, int]:
    """The group and the person of a place."""
    found = session.execute(select(Member.group_id, Member.person_id).where(Member.id == member)).one_or_none()
    if found is None:
        raise NotFound(gone)
    return found.group_id, found.person_id


def _check_names(session: Session, group: int) -> None:
    service = session.scalar(select(Group.service).where(Group.id == group))
    if service is not None and not names_allowed(service):
        raise Refused(N_("This group keeps headcounts only, never names. Only its counsellors are written down."))


def _check_waits(session: Session, group: int, person: int, since: dt.date | None) -> None:
    comes = (Member.group_id == group, Member.person_id == person, Member.role == MemberRole.MEMBER)
    still = Member.until.is_(None) if since is None else or_(Member.until.is_(None), Member.until >= since)
    name = session.scalar(select(Person.name).join(Member, Member.person_id == Person.id).where(*comes, still))
    if name is not None:
        raise Refused(N_("{name} already comes to the group, so he need not wait."), name=name)
