"""What is said of meetings: counted, not counted, cancelled, moved; extras, and who runs one."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import history
from coordinator_app.core.counts import check_typed
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.kinds import Content, MeetingState, Mode
from coordinator_app.core.meetings.reading import one, strip
from coordinator_app.core.meetings.values import MeetingRow
from coordinator_app.core.model import Attendance, Group, Meeting, MeetingCounsellor, Slot
from coordinator_app.core.periods import Span
from coordinator_app.core.texts import lines
from coordinator_app.i18n import N_

_USUAL: Mapping[str, Any] = {"starts": dt.time(18), "minutes": 120, "place_id": None, "mode": Mode.IN_PERSON}
_NO_COUNTS: Mapping[str, None] = dict.fromkeys(("headcount", "newcomers", "remote", "children", "counsellors"))


def count(
    session: Session,
    *,
    meeting: int,
    headcount: int,
    today: dt.date,
    newcomers: int | None = None,
    remote: int | None = None,
    children: int | None = None,
    counsellors: int | None = None,
    content: Content | None = None,
    note: str | None = None,
) -> MeetingRow:
    """Held, and so many men were there; 0 is a count. Blank counts are not asked; blank content and note stay as they are.

    Raises `Refused` for a meeting to come, a negative number, a part above the whole, or fewer than are named.
    """
    kept = one(session, meeting=meeting)
    counts = {"headcount": headcount, "newcomers": newcomers, "remote": remote, "children": children}
    check_counts(headcount, counts | {"counsellors": counsellors})
    if headcount < kept.names:
        raise Refused(N_("Named as present: {names}. Take names off the sheet first, or count at least as many."), names=kept.names)
    said = counts | {"counsellors": counsellors} | _beside(content, note)
    return _say(session, kept, today, state=MeetingState.COUNTED, reason=None, **said)


def not_counted(session: Session, *, meeting: int, today: dt.date, content: Content | None = None, note: str | None = None) -> MeetingRow:
    """Held, and nobody counted; names on the sheet go. Raises `Refused` for a meeting to come."""
    kept = _without_names(session, meeting)
    return _say(session, kept, today, state=MeetingState.NOT_COUNTED, reason=None, **_NO_COUNTS, **_beside(content, note))


def cancel(session: Session, *, meeting: int, reason: str, note: str | None = None) -> MeetingRow:
    """Not held; counts and names go. `reason` is a code of the catalogue's cancel reasons. Raises `Refused` without one."""
    if not reason.strip():
        raise Refused(N_("Choose why the meeting is cancelled."))
    kept = _without_names(session, meeting)
    return _say(session, kept, None, state=MeetingState.CANCELLED, reason=reason.strip(), **_NO_COUNTS, **_beside(None, note))


def clear(session: Session, *, meeting: int) -> MeetingRow:
    """Takes back what was said of a meeting: it is planned, and not recorded once its day has come. Names on the sheet go."""
    kept = _without_names(session, meeting)
    return _say(session, kept, None, state=MeetingState.PLANNED, reason=None, **_NO_COUNTS)


def move(
    session: Session,
    *,
    meeting: int,
    on: dt.date,
    today: dt.date,
    starts: dt.time | None = None,
    minutes: int | None = None,
    place: int | None = None,
) -> MeetingRow:
    """Moves a meeting to a day, and to a time and place if given; the day it was planned on stays.

    A change of the rule leaves it alone from then on. Raises `Refused` for a cancelled meeting, and for a recorded one that
    would come to lie ahead.
    """
    kept = one(session, meeting=meeting)
    if kept.state is MeetingState.CANCELLED:
        raise Refused(N_("The meeting is cancelled. Take the cancellation back before moving it."))
    if kept.state is not MeetingState.PLANNED and on > today:
        raise Refused(N_("The meeting is recorded as held, so it cannot lie ahead. Choose a day up to today."))
    given = {"starts": starts, "minutes": minutes, "place_id": place}
    values = {"held_on": on, "by_hand": True} | {name: value for name, value in given.items() if value is not None}
    session.execute(update(Meeting).where(Meeting.id == meeting).values(**values))
    return one(session, meeting=meeting)


def add_extra(
    session: Session,
    *,
    group: int,
    on: dt.date,
    starts: dt.time | None = None,
    minutes: int | None = None,
    place: int | None = None,
    mode: Mode | None = None,
) -> MeetingRow:
    """A meeting that no rule planned; what is not given is taken from the group's latest slot. Raises `NotFound`."""
    service = session.scalar(select(Group.service).where(Group.id == group))
    if service is None:
        raise NotFound(N_("The group is no longer in the book. Go back to the list."))
    columns = (Slot.starts, Slot.minutes, Slot.place_id, Slot.mode)
    latest = select(*columns).where(Slot.group_id == group).order_by(Slot.valid_from.desc(), Slot.id.desc()).limit(1)
    slot = session.execute(latest).one_or_none()
    usual = dict(_USUAL) if slot is None else slot._asdict()
    given = {"starts": starts, "minutes": minutes, "place_id": place, "mode": mode}
    values = usual | {name: value for name, value in given.items() if value is not None}
    values |= {"group_id": group, "held_on": on, "service": service, "by_hand": True}
    values |= {"state": MeetingState.PLANNED, "content": Content.TALK}
    made = session.execute(insert(Meeting).values(**values).returning(Meeting.id)).scalar_one()
    return one(session, meeting=made)


def remove_extra(session: Session, *, meeting: int) -> None:
    """Takes an extra away. Raises `Refused` for a planned meeting (cancel that) and for one with a record (clear it first)."""
    kept = one(session, meeting=meeting)
    if not kept.extra:
        raise Refused(N_("The meeting was planned by a rule. Cancel it instead."))
    if kept.state is not MeetingState.PLANNED:
        raise Refused(N_("The meeting is recorded. Take the record back before removing it."))
    history.about(session, "meeting", meeting)
    session.execute(delete(MeetingCounsellor).where(MeetingCounsellor.meeting_id == meeting))
    session.execute(delete(Meeting).where(Meeting.id == meeting))


def record_on(
    session: Session,
    *,
    group: int,
    on: dt.date,
    state: MeetingState,
    today: dt.date,
    headcount: int | None = None,
    newcomers: int | None = None,
    remote: int | None = None,
    reason: str | None = None,
) -> MeetingRow:
    """Says how a group's meeting of a day ended; if there is none that day, an extra is made for it.

    Of several that day the one not yet recorded is meant; counts that are not given stay as they were.
    Raises `Refused` when it is still not clear which.
    """
    rows = strip(session, group=group, span=Span(on, on))
    candidates = [row for row in rows if row.state is MeetingState.PLANNED] or list(rows)
    if len(candidates) > 1:
        raise Refused(N_("The group meets more than once that day. Record it in the window, where you can choose the meeting."))
    kept = candidates[0] if candidates else add_extra(session, group=group, on=on)
    if state is MeetingState.COUNTED and headcount is not None:
        return count(
            session,
            meeting=kept.id,
            headcount=headcount,
            newcomers=kept.newcomers if newcomers is None else newcomers,
            remote=kept.remote if remote is None else remote,
            children=kept.children,
            counsellors=kept.counsellors,
            today=today,
        )
    if state is MeetingState.NOT_COUNTED:
        return not_counted(session, meeting=kept.id, today=today)
    if state is MeetingState.CANCELLED:
        return cancel(session, meeting=kept.id, reason=reason or "")
    raise ValueError(f"{state} says nothing of a meeting")


def run_by(session: Session, *, meeting: int, counsellors: Sequence[int]) -> None:
    """Who runs a meeting, or ran it: the ids of persons; replaces who was named before."""
    history.about(session, "meeting", meeting)
    session.execute(delete(MeetingCounsellor).where(MeetingCounsellor.meeting_id == meeting))
    rows = [{"meeting_id": meeting, "person_id": person} for person in dict.fromkeys(counsellors)]
    if rows:
        session.execute(insert(MeetingCounsellor), rows)


def check_counts(headcount: int, counts: Mapping[str, int | None]) -> None:
    """Refuses numbers that cannot be, and parts above the whole. `counsellors` are beside the headcount, not part of it."""
    check_typed(counts.values())
    parts = [counts.get("newcomers"), counts.get("remote"), counts.get("children")]
    if any(part is not None and part > headcount for part in parts):
        raise Refused(
            N_("Newcomers, remote and children are part of the headcount of {headcount} and cannot be more."), headcount=headcount
        )


def _say(session: Session, kept: MeetingRow, today: dt.date | None, **values: Any) -> MeetingRow:
    """Writes what is said of a meeting; with a day given, only of one whose day has come."""
    if today is not None and kept.held_on > today:
        raise Refused(N_("The meeting lies ahead and cannot be recorded yet. Cancel or move it if it will not be held as planned."))
    session.execute(update(Meeting).where(Meeting.id == kept.id).values(**values))
    return replace(kept, **values)


def _beside(content: Content | None, note: str | None) -> dict[str, Any]:
    """The content and note, where they are said; an empty note takes the note away."""
    said: dict[str, Any] = {} if content is None else {"content": content}
    return said if note is None else said | {"note": lines(note)}


def _without_names(session: Session, meeting: int) -> MeetingRow:
    kept = one(session, meeting=meeting)
    history.about(session, "meeting", meeting)
    if kept.names:
        session.execute(delete(Attendance).where(Attendance.meeting_id == meeting))
    session.execute(update(Meeting).where(Meeting.id == meeting, Meeting.forgotten > 0).values(forgotten=0))
    return replace(kept, names=0)
