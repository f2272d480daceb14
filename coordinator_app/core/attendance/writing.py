"""Attendance as it is recorded: by name, or from typed lines."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import history, meetings
from coordinator_app.core.attendance.line import parse_line
from coordinator_app.core.attendance.reading import keeps_names, sheet
from coordinator_app.core.counts import check_typed
from coordinator_app.core.errors import Refused
from coordinator_app.core.kinds import Content, MemberRole
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.model import Attendance, Member
from coordinator_app.i18n import N_

_NAMED = select(Attendance.person_id, Attendance.newcomer, Attendance.remote).where(Attendance.meeting_id == bindparam("meeting"))
_MEMBERS = select(Member.id, Member.person_id, Member.role, Member.since, Member.until).where(
    Member.group_id == bindparam("group"), Member.person_id.in_(bindparam("people", expanding=True))
)


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


def record_line(session: Session, *, meeting: int, typed: str, today: dt.date) -> MeetingRow:
    """Records a meeting by a line typed for it; what the line does not say stays.

    Raises `Refused` as `parse_line`, `record` and `meetings.count` do.
    """
    there = sheet(session, meeting=meeting)
    by_row = {man.row: man for man in there.roster}
    line = parse_line(typed, rows=by_row if there.names else None)
    kept = there.meeting
    if line.rows is None:
        return meetings.count(
            session,
            meeting=meeting,
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
        meeting=meeting,
        present=[man.person for man in marked],
        visitors=line.visitors,
        new_people=[man.person for man in marked if man.newcomer],
        remote_people=[man.person for man in marked if man.remote],
        children=kept.children,
        counsellors=kept.counsellors,
        today=today,
    )


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
