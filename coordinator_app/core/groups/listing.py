"""The groups as lists and forms show them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ScalarSelect, case, func, or_, select
from sqlalchemy.orm import Session

from coordinator_app.core import meetings, planning
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.groups.values import GroupCard, GroupDetail, MemberRow, NamedGroup, NextMeeting, PauseRow, SlotRow
from coordinator_app.core.groups.writing import has_records
from coordinator_app.core.kinds import ContactKind, MeetingState, MemberRole
from coordinator_app.core.model import Attendance, Contact, Group, Meeting, Member, Pause, Person, Place, Slot
from coordinator_app.core.periods import Span
from coordinator_app.core.sorting import sort_key
from coordinator_app.i18n import N_

_NO_WEEKDAY = 7


def listing(session: Session, *, today: dt.date, records_begin: dt.date, ended: bool = False) -> tuple[GroupCard, ...]:
    """The running groups (with `ended` also the ended ones) by weekday, time and name, in a fixed number of statements."""
    columns = (Group.id, Group.name, Group.name_sv, Group.name_en, Group.sort_key, Group.service, Group.names_kept, Group.public)
    statement = select(*columns, Group.started, Group.ended, _unrecorded(records_begin, today).label("unrecorded"))
    if not ended:
        statement = statement.where(or_(Group.ended.is_(None), Group.ended >= today))
    rows = session.execute(statement).all()
    slots = _slots(session, or_(Slot.valid_until.is_(None), Slot.valid_until >= today))
    coming = _next_meetings(session, today)
    places = _places_taken(session, today)
    cards = [
        (
            _order(slots[row.id], coming.get(row.id), row.sort_key),
            GroupCard(
                id=row.id,
                name=row.name,
                name_sv=row.name_sv,
                name_en=row.name_en,
                service=row.service,
                names_kept=row.names_kept,
                public=row.public,
                started=row.started,
                ended=row.ended,
                slots=tuple(slots[row.id]),
                next=coming.get(row.id),
                unrecorded=row.unrecorded,
                members=places.get((row.id, MemberRole.MEMBER), 0),
                waiting=places.get((row.id, MemberRole.WAITING), 0),
            ),
        )
        for row in rows
    ]
    return tuple(card for _, card in sorted(cards, key=lambda each: (each[0], each[1].id)))


def detail(session: Session, *, group: int) -> GroupDetail:
    """One group. Raises `NotFound`."""
    statement = select(*Group.__table__.columns, Person.name.label("contact_name"))
    row = session.execute(statement.outerjoin(Person, Person.id == Group.contact_id).where(Group.id == group)).one_or_none()
    if row is None:
        raise NotFound(N_("The group is no longer in the book. Go back to the list."))
    said = row._asdict()
    del said["sort_key"]
    return GroupDetail(
        **said,
        slots=tuple(_slots(session, Slot.group_id == group)[group]),
        pauses=tuple(_pauses(session, or_(Pause.group_id == group, Pause.group_id.is_(None)))),
        members=_members(session, group),
        has_records=has_records(session, group),
    )


def pauses(session: Session, *, span: Span) -> tuple[PauseRow, ...]:
    """The breaks that touch a span, of groups and of the locality."""
    return tuple(_pauses(session, Pause.first <= span.last, Pause.last >= span.first))


def names(session: Session) -> tuple[NamedGroup, ...]:
    """Every group by its name, ended ones too, in Finnish order."""
    rows = session.execute(select(Group.id, Group.name, Group.service, Group.ended).order_by(Group.sort_key, Group.id))
    return tuple(NamedGroup(*row) for row in rows)


def by_name(session: Session, *, name: str) -> int:
    """The id of the group called so, whatever the case. Raises `NotFound`, or `Refused` when two are."""
    wanted = name.strip().casefold()
    rows = session.execute(select(Group.id, Group.name).where(Group.sort_key == sort_key(name))).all()
    found = [row.id for row in rows if row.name.casefold() == wanted]
    if not found:
        raise NotFound(N_("There is no group called “{name}”. Check the spelling in the list of groups."), name=name)
    if len(found) > 1:
        raise Refused(N_("More than one group is called “{name}”. Give them different names first."), name=name)
    return int(found[0])


def _slots(session: Session, *where: Any) -> dict[int, list[SlotRow]]:
    """The slots of each group, in the order of the week."""
    statement = select(*Slot.__table__.columns, Place.name.label("place_name")).outerjoin(Place, Place.id == Slot.place_id).where(*where)
    rows = session.execute(statement.order_by(Slot.valid_from, Slot.weekday, Slot.starts, Slot.id)).all()
    rules = planning.rules(session, rows)
    found: dict[int, list[SlotRow]] = defaultdict(list)
    for row in rows:
        found[row.group_id].append(SlotRow(row.id, rules[row.id], row.place_id, row.place_name, row.mode, row.link))
    return found


def _next_meetings(session: Session, today: dt.date) -> dict[int, NextMeeting]:
    rank = func.row_number().over(partition_by=Meeting.group_id, order_by=(Meeting.held_on, Meeting.starts, Meeting.id))
    coming = (
        select(Meeting.id, Meeting.group_id, Meeting.held_on, Meeting.starts, Meeting.minutes, Meeting.place_id, rank.label("rank"))
        .where(Meeting.held_on >= today, Meeting.state == MeetingState.PLANNED)
        .subquery()
    )
    columns = (coming.c.group_id, coming.c.id, coming.c.held_on, coming.c.starts, coming.c.minutes, Place.name)
    rows = session.execute(select(*columns).outerjoin(Place, Place.id == coming.c.place_id).where(coming.c.rank == 1))
    return {group: NextMeeting(*rest) for group, *rest in rows}


def _unrecorded(first: dt.date, last: dt.date) -> ScalarSelect[int]:
    """How many meetings of the group at hand wait for a record."""
    waiting = select(func.count()).where(Meeting.group_id == Group.id, meetings.is_unrecorded(first, last))
    return waiting.correlate(Group).scalar_subquery()


def _places_taken(session: Session, today: dt.date) -> dict[tuple[int, MemberRole], int]:
    now = (or_(Member.since.is_(None), Member.since <= today), or_(Member.until.is_(None), Member.until >= today))
    rows = session.execute(select(Member.group_id, Member.role, func.count()).where(*now).group_by(Member.group_id, Member.role))
    return {(group, role): n for group, role, n in rows}


def _order(slots: Iterable[SlotRow], coming: NextMeeting | None, name: str) -> tuple[int, dt.time, str]:
    """Where a group stands in the week: its earliest slot, else its next meeting, else the end."""
    times = [(slot.rule.weekday, slot.rule.starts) for slot in slots if slot.rule.weekday is not None]
    if times:
        weekday, starts = min(times)
    elif coming is not None:
        weekday, starts = coming.on.weekday(), coming.starts
    else:
        weekday, starts = _NO_WEEKDAY, dt.time()
    return weekday, starts, name


def _pauses(session: Session, *where: Any) -> list[PauseRow]:
    rows = session.execute(
        select(Pause.id, Pause.group_id, Pause.first, Pause.last, Pause.why).where(*where).order_by(Pause.first, Pause.id)
    )
    return [PauseRow(row.id, row.group_id, Span(row.first, row.last), row.why) for row in rows]


def _members(session: Session, group: int) -> tuple[MemberRow, ...]:
    """Counsellors, then members, in Finnish order; then who waits, longest first."""
    last_there = (
        select(func.max(Meeting.held_on))
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .where(Meeting.group_id == group, Attendance.person_id == Member.person_id)
        .scalar_subquery()
    )
    phone = (
        select(Contact.value)
        .where(Contact.person_id == Member.person_id, Contact.kind == ContactKind.PHONE)
        .order_by(Contact.rank, Contact.id)
        .limit(1)
        .scalar_subquery()
    )
    columns = (Member.id, Member.person_id, Person.name, Member.role, Member.since, Member.until, last_there, phone)
    first = case({MemberRole.COUNSELLOR: 0, MemberRole.MEMBER: 1}, value=Member.role, else_=2)
    waits = Member.role == MemberRole.WAITING
    queue = (case((waits, Member.since)).nulls_last(), case((waits, Member.id)))
    rows = session.execute(
        select(*columns)
        .join(Person, Person.id == Member.person_id)
        .where(Member.group_id == group)
        .order_by(first, *queue, Person.sort_key, Member.id)
    )
    return tuple(MemberRow(*row) for row in rows)
