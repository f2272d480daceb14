"""The rota: which counsellor runs which evening, whose turn it is, and the evenings that nobody runs."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from msgspec import Struct
from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from coordinator_app.core import history, meetings
from coordinator_app.core.errors import Refused
from coordinator_app.core.kinds import MeetingState, MemberRole
from coordinator_app.core.model import Meeting, MeetingCounsellor, Member
from coordinator_app.core.periods import Span
from coordinator_app.i18n import N_


class Evening(Struct, frozen=True):
    """A coming meeting and the ids of those who run it."""

    meeting: int
    on: dt.date
    run_by: tuple[int, ...] = ()


class Counsellor(Struct, frozen=True):
    """One who runs a group from one day to another, either of them open, and the last day he ran it."""

    person: int
    since: dt.date | None = None
    until: dt.date | None = None
    last_ran: dt.date | None = None

    def serves(self, on: dt.date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or self.until >= on)


def share_out(session: Session, *, group: int, today: dt.date, until: dt.date, together: int = 1) -> int:
    """Names counsellors in turn for the planned meetings up to a day that nobody runs yet; how many meetings got someone.

    `together` run one evening. Who was named by hand stays. Raises `Refused` for a group without counsellors.
    """
    rows = [row for row in meetings.strip(session, group=group, span=Span(today, until)) if row.state is MeetingState.PLANNED]
    counsellors = _counsellors(session, group, today)
    if not counsellors:
        raise Refused(N_("Nobody is written down as the group’s counsellor. Add the counsellors on the page People first."))
    named = meetings.counsellors_of(session, meetings=[row.id for row in rows])
    evenings = [Evening(row.id, row.held_on, tuple(person for person, _ in named.get(row.id, ()))) for row in rows]
    fresh = turns(evenings, counsellors, together=together)
    history.about(session, "grp", group)
    if fresh:
        values = [{"meeting_id": meeting, "person_id": person} for meeting, people in fresh.items() for person in people]
        session.execute(insert(MeetingCounsellor), values)
    return len(fresh)


def leave(session: Session, *, group: int, person: int, after: dt.date | None) -> None:
    """Takes one who no longer runs a group off its planned meetings after a day, or off all of them."""
    planned = select(Meeting.id).where(Meeting.group_id == group, Meeting.state == MeetingState.PLANNED)
    if after is not None:
        planned = planned.where(Meeting.held_on > after)
    session.execute(delete(MeetingCounsellor).where(MeetingCounsellor.person_id == person, MeetingCounsellor.meeting_id.in_(planned)))


def turns(evenings: Sequence[Evening], counsellors: Iterable[Counsellor], *, together: int = 1) -> Mapping[int, tuple[int, ...]]:
    """Who runs each evening that nobody runs: whoever has not run one for the longest time, those who never did first.

    One who is named for the next evening by hand has his turn after the others. `evenings` in the order of their days; one on
    which no counsellor serves stays without.
    """
    queue = sorted(counsellors, key=lambda each: each.last_ran or dt.date.min)
    fresh: dict[int, tuple[int, ...]] = {}
    for evening, after in zip_longest(evenings, evenings[1:]):
        running = evening.run_by
        if not running:
            soon = after.run_by if after is not None else ()
            serving = [each for each in queue if each.serves(evening.on)]
            serving.sort(key=lambda each: each.person in soon)
            running = tuple(each.person for each in serving[:together])
            if running:
                fresh[evening.meeting] = running
        queue = [each for each in queue if each.person not in running] + [each for each in queue if each.person in running]
    return fresh


def gaps(session: Session, *, span: Span) -> frozenset[int]:
    """The planned meetings of a span that nobody runs, in groups that share out evenings from the first day of the span on."""
    shared_out = (
        select(Meeting.group_id)
        .join(MeetingCounsellor, MeetingCounsellor.meeting_id == Meeting.id)
        .where(Meeting.state == MeetingState.PLANNED, Meeting.held_on >= span.first)
    )
    named = select(MeetingCounsellor.id).where(MeetingCounsellor.meeting_id == Meeting.id)
    planned = (Meeting.state == MeetingState.PLANNED, Meeting.held_on.between(span.first, span.last))
    return frozenset(session.scalars(select(Meeting.id).where(*planned, Meeting.group_id.in_(shared_out), ~named.exists())))


def _counsellors(session: Session, group: int, today: dt.date) -> list[Counsellor]:
    """Those who run a group today or later, in the order in which they were written down."""
    last = (
        select(func.max(Meeting.held_on))
        .join(MeetingCounsellor, MeetingCounsellor.meeting_id == Meeting.id)
        .where(MeetingCounsellor.person_id == Member.person_id, Meeting.group_id == group, Meeting.held_on < today)
        .where(Meeting.state != MeetingState.CANCELLED)
        .correlate(Member)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Member.person_id, Member.since, Member.until, last)
        .where(Member.group_id == group, Member.role == MemberRole.COUNSELLOR)
        .order_by(Member.id)
    )
    return [each for each in (Counsellor(*row) for row in rows) if each.until is None or each.until >= today]
