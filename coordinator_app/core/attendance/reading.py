"""The sheet of one meeting, the grid of a month, and the meetings that sheets are printed for."""

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import and_, case, func, or_, select, union
from sqlalchemy.orm import Session

from coordinator_app.core import meetings, paper_rows
from coordinator_app.core.attendance.values import GridRow, RosterLine, Sheet
from coordinator_app.core.groups import names_allowed
from coordinator_app.core.kinds import MeetingState, MemberRole, NamesKept
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.model import Attendance, Meeting, Member, Person
from coordinator_app.core.people.names import first_names
from coordinator_app.core.periods import Span
from coordinator_app.core.sorting import sort_key

# How long after a meeting a man may be written down and still be offered on its sheet: longer than a quarter is open.
_WRITTEN_DOWN_LATE = dt.timedelta(days=183)


def sheet(session: Session, *, meeting: int) -> Sheet:
    """The sheet of a meeting: the group's members of that day, who came last before it first. Raises `NotFound`.

    Men who were written down as members only after it stand at the end: they may well have been there.
    Once it was printed, every man keeps the row he has on the paper; who has come to the group since follows after the last one.
    """
    row = meetings.one(session, meeting=meeting)
    visitors = (row.headcount or 0) - row.names
    if not keeps_names(row):
        return Sheet(row, False, (), visitors)
    people = _roster(session, row)
    called = first_names([(man.name, man.given, man.family) for man in people])
    numbers = _numbered([person.id for person in people], paper_rows.of(session, meeting=meeting))
    roster = tuple(
        RosterLine(
            row=number,
            person=person.id,
            name=person.name if row.names_kept is NamesKept.NAMED else first,
            called=first,
            last_there=person.last_there,
            present=person.newcomer is not None,
            newcomer=bool(person.newcomer),
            remote=bool(person.remote),
        )
        for number, person, first in sorted(zip(numbers, people, called, strict=True), key=lambda line: line[0])
    )
    return Sheet(row, True, roster, visitors)


def grid(session: Session, *, span: Span) -> tuple[GridRow, ...]:
    """The groups that meet within a span, usually a month, with their meetings; groups in Finnish order."""
    by_group: dict[int, list[MeetingRow]] = defaultdict(list)
    for row in meetings.within(session, span=span):
        by_group[row.group].append(row)
    rows = [GridRow(group, held[0].group_name, any(map(keeps_names, held)), tuple(held)) for group, held in by_group.items()]
    return tuple(sorted(rows, key=lambda row: (sort_key(row.name), row.group)))


def coming(session: Session, *, today: dt.date, groups: Collection[int], count: int) -> Mapping[int, Sequence[tuple[int, dt.date]]]:
    """The next meetings of groups, at most `count` of each, today's included: ids and days, by the group."""
    planned = (Meeting.group_id.in_(groups), Meeting.state == MeetingState.PLANNED, Meeting.held_on >= today)
    statement = select(Meeting.group_id, Meeting.id, Meeting.held_on).where(*planned)
    found: dict[int, list[tuple[int, dt.date]]] = defaultdict(list)
    for group, meeting, day in session.execute(statement.order_by(Meeting.held_on, Meeting.starts, Meeting.id)):
        if len(found[group]) < count:
            found[group].append((meeting, day))
    return found


def keeps_names(meeting: MeetingRow) -> bool:
    """Whether names may be written down at a meeting."""
    return meeting.names_kept is not NamesKept.HEADCOUNT and names_allowed(meeting.service)


def _roster(session: Session, meeting: MeetingRow) -> Sequence[Any]:
    """The members and whoever is marked present, with the last time each was there before."""
    last_there = (
        select(func.max(Meeting.held_on))
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .where(Attendance.person_id == Person.id, Meeting.group_id == meeting.group, Meeting.held_on < meeting.held_on)
        .correlate(Person)
        .scalar_subquery()
        .label("last_there")
    )
    member = and_(Member.group_id == meeting.group, Member.role == MemberRole.MEMBER)
    members = select(Member.person_id).where(
        member,
        or_(Member.since.is_(None), Member.since <= meeting.held_on + _WRITTEN_DOWN_LATE),
        or_(Member.until.is_(None), Member.until >= meeting.held_on),
    )
    marked = select(Attendance.person_id).where(Attendance.meeting_id == meeting.id)
    here = (Attendance.person_id == Person.id) & (Attendance.meeting_id == meeting.id)
    columns = (Person.id, Person.name, Person.given, Person.family, last_there, Attendance.newcomer, Attendance.remote)
    statement = (
        select(*columns)
        .outerjoin(Attendance, here)
        .outerjoin(Member, and_(Member.person_id == Person.id, member))
        .where(Person.id.in_(union(members, marked)))
    )
    written_down_late = case((Member.since > meeting.held_on, 1), else_=0)
    return session.execute(statement.order_by(written_down_late, last_there.desc().nulls_last(), Person.sort_key, Person.id)).all()


def _numbered(people: Sequence[int], printed: Sequence[int]) -> list[int]:
    """The row of each: the one on the paper, else the next that is free."""
    on_paper = {person: row for row, person in enumerate(printed, 1)}
    free = itertools.count(len(printed) + 1)
    return [on_paper[person] if person in on_paper else next(free) for person in people]
