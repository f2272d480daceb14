"""Who was there: the sheet of one meeting, the grid of a month, and the line a counsellor sends in a text message."""

import datetime as dt
import itertools
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import and_, bindparam, case, delete, func, insert, or_, select, union, update
from sqlalchemy.orm import Session

from coordinator_app.core import history, meetings, paper_rows
from coordinator_app.core.counts import check_typed
from coordinator_app.core.errors import Refused
from coordinator_app.core.groups import names_allowed
from coordinator_app.core.kinds import Content, MeetingState, MemberRole, NamesKept
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.model import Attendance, Meeting, Member, Person
from coordinator_app.core.people.names import first_names
from coordinator_app.core.periods import Span
from coordinator_app.core.sorting import sort_key
from coordinator_app.i18n import N_

_NAMED = select(Attendance.person_id, Attendance.newcomer, Attendance.remote).where(Attendance.meeting_id == bindparam("meeting"))
_MEMBERS = select(Member.id, Member.person_id, Member.role, Member.since, Member.until).where(
    Member.group_id == bindparam("group"), Member.person_id.in_(bindparam("people", expanding=True))
)
# How long after a meeting a man may be written down and still be offered on its sheet: longer than a quarter is open.
_WRITTEN_DOWN_LATE = dt.timedelta(days=183)
_NUMBER = re.compile(r"\d{1,4}", re.ASCII)
_VISITORS = re.compile(r"\+\s*(\d{1,4})", re.ASCII)


class RosterLine(Struct, frozen=True):
    """A man on a sheet; `row` is his number on it. `name` is as the group keeps names, `called` the first name that paper shows."""

    row: int
    person: int
    name: str
    called: str
    last_there: dt.date | None
    present: bool
    newcomer: bool
    remote: bool


class Sheet(Struct, frozen=True):
    """The attendance of one meeting. `names` is False where only headcounts are kept; then the roster is empty."""

    meeting: MeetingRow
    names: bool
    roster: tuple[RosterLine, ...]
    visitors: int


class Line(Struct, frozen=True):
    """What a typed line says: a headcount alone (`rows` missing), or rows of the sheet and visitors beside them."""

    headcount: int
    rows: tuple[int, ...] | None = None
    visitors: int = 0


class GridRow(Struct, frozen=True):
    """A group and its meetings of the month."""

    group: int
    name: str
    names: bool
    meetings: tuple[MeetingRow, ...]


class GridEntry(Struct, frozen=True):
    """What was typed for one meeting of the grid."""

    meeting: int
    typed: str


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


def record(
    session: Session,
    *,
    meeting: int,
    present: Sequence[int],
    today: dt.date,
    visitors: int = 0,
    newcomers: int | None = None,
    remote: int | None = None,
    children: int | None = None,
    counsellors: int | None = None,
    new_people: Collection[int] = (),
    remote_people: Collection[int] = (),
    content: Content | None = None,
    note: str | None = None,
) -> MeetingRow:
    """Names who was there; the headcount is the named and the visitors. Who was not a member yet becomes one.

    `new_people` and `remote_people` are those of the present who were new or took part remotely; `newcomers` and `remote`
    are the totals, visitors included, and are taken from the names when not given.
    Raises `Refused` where only headcounts are kept, and as `meetings.count` does.
    """
    row = meetings.one(session, meeting=meeting)
    people = list(dict.fromkeys(present))
    if people and not keeps_names(row):
        raise Refused(N_("This group keeps headcounts only, never names. Write how many were there."))
    check_typed([visitors])
    new, remotely = set(people) & set(new_people), set(people) & set(remote_people)
    if (newcomers is not None and newcomers < len(new)) or (remote is not None and remote < len(remotely)):
        raise Refused(N_("More men are marked by name than the number says. Correct the number or the marks."))
    marks = [{"person_id": person, "newcomer": person in new, "remote": person in remotely} for person in people]
    history.about(session, "meeting", meeting)
    _write_names(session, row, marks)
    return meetings.count(
        session,
        meeting=meeting,
        headcount=len(people) + visitors,
        today=today,
        newcomers=len(new) or None if newcomers is None else newcomers,
        remote=len(remotely) or None if remote is None else remote,
        children=children,
        counsellors=counsellors,
        content=content,
        note=note,
    )


def record_many(session: Session, *, entries: Sequence[GridEntry], today: dt.date) -> tuple[MeetingRow, ...]:
    """Records typed lines of a grid, all or none; an empty line is passed over, and what it does not say stays.

    Raises `Refused` as `parse_line`, `record` and `meetings.count` do.
    """
    return tuple(_record_line(session, entry, today) for entry in entries if entry.typed.strip())


def grid(session: Session, *, span: Span) -> tuple[GridRow, ...]:
    """The groups that meet within a span, usually a month, with their meetings; groups in Finnish order."""
    by_group: dict[int, list[MeetingRow]] = defaultdict(list)
    for row in meetings.within(session, span=span):
        by_group[row.group].append(row)
    rows = [GridRow(group, held[0].group_name, any(map(keeps_names, held)), tuple(held)) for group, held in by_group.items()]
    return tuple(sorted(rows, key=lambda row: (sort_key(row.name), row.group)))


def parse_line(typed: str, *, rows: Collection[int] | None) -> Line:
    """Reads a line: a lone number is a headcount, several are rows of the sheet, `+n` are visitors: `1 3 4 7 +2`.

    One row with visitors is written `3 +2`, visitors alone `+2`. `rows` are the rows the sheet has, missing where only
    headcounts are kept. Raises `Refused` with what is wrong.
    """
    plus = _VISITORS.findall(typed)
    numbers = _VISITORS.sub(" ", typed).replace(",", " ").replace(";", " ").split()
    if len(plus) > 1 or not (plus or numbers) or not all(_NUMBER.fullmatch(number) for number in numbers):
        message = N_("“{typed}” is not understood. Write a headcount, as 9, or rows of the sheet and visitors, as 1 3 4 7 +2.")
        raise Refused(message, typed=typed)
    if len(numbers) == 1 and not plus:
        return Line(headcount=int(numbers[0]))
    if rows is None:
        raise Refused(N_("This group keeps headcounts only, so “{typed}” is too much. Write one number."), typed=typed)
    said = tuple(int(number) for number in numbers)
    for number in said:
        if number not in rows:
            raise Refused(N_("The sheet has no row {row}; its last one is {rows}."), row=number, rows=max(rows, default=0))
        if said.count(number) > 1:
            raise Refused(N_("Row {row} is written twice."), row=number)
    visitors = int(plus[0]) if plus else 0
    return Line(headcount=len(said) + visitors, rows=said, visitors=visitors)


def _record_line(session: Session, entry: GridEntry, today: dt.date) -> MeetingRow:
    there = sheet(session, meeting=entry.meeting)
    by_row = {man.row: man for man in there.roster}
    line = parse_line(entry.typed, rows=by_row if there.names else None)
    kept = there.meeting
    if line.rows is None:
        return meetings.count(
            session,
            meeting=entry.meeting,
            headcount=line.headcount,
            today=today,
            newcomers=kept.newcomers,
            remote=kept.remote,
            children=kept.children,
            counsellors=kept.counsellors,
        )
    marked = [by_row[row] for row in line.rows]
    return record(
        session,
        meeting=entry.meeting,
        present=[man.person for man in marked],
        visitors=line.visitors,
        new_people=[man.person for man in marked if man.newcomer],
        remote_people=[man.person for man in marked if man.remote],
        children=kept.children,
        counsellors=kept.counsellors,
        today=today,
    )


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


def _write_names(session: Session, meeting: MeetingRow, marks: Sequence[dict[str, Any]]) -> None:
    """Writes only what differs from the names that are there, so that a corrected sheet leaves a small trace."""
    there = {row.person_id: row for row in session.execute(_NAMED, {"meeting": meeting.id})}
    wanted = {mark["person_id"]: mark for mark in marks}
    changed = {person for person, row in there.items() if person in wanted and wanted[person] != row._asdict()}
    gone = (there.keys() - wanted.keys()) | changed
    if gone:
        session.execute(delete(Attendance).where(Attendance.meeting_id == meeting.id, Attendance.person_id.in_(gone)))
    came = [{"meeting_id": meeting.id, **mark} for person, mark in wanted.items() if person not in there or person in changed]
    if came:
        session.execute(insert(Attendance), came)
    if wanted.keys() - there.keys():
        _make_members(session, meeting, wanted.keys() - there.keys())


def _make_members(session: Session, meeting: MeetingRow, people: Collection[int]) -> None:
    """Who comes to a group is a member of it since that day at the latest, and no longer waits."""
    rows = session.execute(_MEMBERS, {"group": meeting.group, "people": list(people)}).all()
    known = {row.person_id for row in rows if row.role is MemberRole.MEMBER}
    left = [row.id for row in rows if row.role is MemberRole.MEMBER and row.until is not None and row.until < meeting.held_on]
    waited = [row.id for row in rows if row.role is MemberRole.WAITING]
    later = [row.id for row in rows if row.role is MemberRole.MEMBER and row.since is not None and row.since > meeting.held_on]
    if later:
        session.execute(update(Member).where(Member.id.in_(later)).values(since=meeting.held_on))
    if left:
        session.execute(update(Member).where(Member.id.in_(left)).values(until=None))
    if waited:
        session.execute(delete(Member).where(Member.id.in_(waited)))
    new = [
        {"group_id": meeting.group, "person_id": person, "role": MemberRole.MEMBER, "since": meeting.held_on}
        for person in sorted(set(people) - known)
    ]
    if new:
        session.execute(insert(Member), new)
