"""Meetings as lists and forms show them, and who runs them."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import Session

from coordinator_app.core.errors import NotFound
from coordinator_app.core.meetings.due import is_unrecorded
from coordinator_app.core.meetings.values import MeetingRow
from coordinator_app.core.model import Attendance, Group, Meeting, MeetingCounsellor, Person, Place
from coordinator_app.core.periods import Span
from coordinator_app.i18n import N_

_NAMES = select(func.count()).where(Attendance.meeting_id == Meeting.id).correlate(Meeting).scalar_subquery()
_COLUMNS = (
    Meeting.id,
    Meeting.group_id.label("group"),
    Group.name.label("group_name"),
    Meeting.service,
    Group.names_kept,
    Meeting.planned_on,
    Meeting.held_on,
    Meeting.starts,
    Meeting.minutes,
    Meeting.place_id.label("place"),
    Place.name.label("place_name"),
    Meeting.mode,
    Meeting.state,
    Meeting.reason,
    Meeting.content,
    Meeting.headcount,
    Meeting.newcomers,
    Meeting.remote,
    Meeting.children,
    Meeting.counsellors,
    Meeting.note,
    _NAMES.label("names"),
    Meeting.by_hand,
)
_ALL = (
    select(*_COLUMNS)
    .join(Group, Group.id == Meeting.group_id)
    .outerjoin(Place, Place.id == Meeting.place_id)
    .order_by(Meeting.held_on, Meeting.starts, Group.sort_key, Meeting.id)
)
_ONE = _ALL.where(Meeting.id == bindparam("meeting"))


def counsellors_of(session: Session, *, meetings: Sequence[int]) -> dict[int, tuple[tuple[int, str], ...]]:
    """Who runs each of the meetings, as ids and names in Finnish order; a meeting nobody is named for is missing."""
    columns = (MeetingCounsellor.meeting_id, Person.id, Person.name)
    statement = select(*columns).join(Person, Person.id == MeetingCounsellor.person_id).order_by(Person.sort_key, Person.id)
    found: dict[int, tuple[tuple[int, str], ...]] = {}
    for meeting, person, name in session.execute(statement.where(MeetingCounsellor.meeting_id.in_(meetings))):
        found[meeting] = (*found.get(meeting, ()), (person, name))
    return found


def one(session: Session, *, meeting: int) -> MeetingRow:
    """One meeting. Raises `NotFound`."""
    row = session.execute(_ONE, {"meeting": meeting}).one_or_none()
    if row is None:
        raise NotFound(N_("The meeting is no longer in the book. Go back to the list."))
    return MeetingRow(*row)


def unrecorded(session: Session, *, today: dt.date, records_begin: dt.date) -> tuple[MeetingRow, ...]:
    """The meetings whose day has come and nothing is said about, oldest first; extras too."""
    return _rows(session, is_unrecorded(records_begin, today))


def strip(session: Session, *, group: int, span: Span) -> tuple[MeetingRow, ...]:
    """The meetings of one group within a span, by day: the strip of a term."""
    return _rows(session, Meeting.group_id == group, Meeting.held_on.between(span.first, span.last))


def within(session: Session, *, span: Span, groups: Sequence[int] | None = None) -> tuple[MeetingRow, ...]:
    """The meetings held within a span, by day and time."""
    only = () if groups is None else (Meeting.group_id.in_(groups),)
    return _rows(session, Meeting.held_on.between(span.first, span.last), *only)


def _rows(session: Session, *where: ColumnElement[bool]) -> tuple[MeetingRow, ...]:
    return tuple(MeetingRow(*row) for row in session.execute(_ALL.where(*where)))
