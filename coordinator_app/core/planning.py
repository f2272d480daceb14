"""Planned meetings: rows made by rule up to the end of the next term, and made again from today on when a rule changes."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import recurrence, settings
from coordinator_app.core.kinds import Content, MeetingState, Rule
from coordinator_app.core.model import Group, Meeting, MeetingCounsellor, Pause, Slot, SlotDate
from coordinator_app.core.model.changing import change_each
from coordinator_app.core.periods import Span, TermRule
from coordinator_app.core.recurrence import SlotRule

BREAK = "break"


class Frame(Struct, frozen=True):
    """What bounds the plan: the day it is, the day the book's records begin, and when the terms begin."""

    today: dt.date
    records_begin: dt.date
    terms: TermRule

    @property
    def horizon(self) -> dt.date:
        """The last day of the next term: so far meetings are planned."""
        return self.terms.after(self.terms.term_of(self.today)).last


class Replanned(Struct, frozen=True):
    """How many planned meetings were made, changed and taken away."""

    made: int
    changed: int
    removed: int


class _Slot(Struct, frozen=True):
    """A slot with what its meetings take from it and from its group."""

    id: int
    group: int
    ended: dt.date | None
    rule: SlotRule
    given: Mapping[str, Any]


def frame_of(session: Session, today: dt.date) -> Frame:
    """The frame as the book's settings give it."""
    kept = settings.read(session)
    return Frame(today, kept.records_begin, kept.term_rule)


def extend(session: Session, *, today: dt.date) -> Replanned:
    """Rolls the plan of every group on to the horizon; called when a book is opened. Touches nothing when nothing is missing.

    A book that lay unopened past its horizon gets the meetings of that time too: they were due.
    """
    frame = frame_of(session, today)
    through = session.scalar(select(func.max(Meeting.planned_on)).where(Meeting.slot_id.is_not(None)))
    since = today if through is None else min(today, through + dt.timedelta(days=1))
    slots = _slots(session, None)
    return _agree(session, frame, slots, {slot.id: since for slot in slots})


def remake(session: Session, *, today: dt.date, groups: Collection[int] | None = None, fresh: Collection[int] = ()) -> Replanned:
    """Makes the planned meetings of `groups` (all if missing) agree with their rules from today on.

    What is past, carries a record or was set by hand stays as it is. Slots in `fresh` are new: theirs are made from the
    day they hold from, also when that is past.
    """
    frame = frame_of(session, today)
    slots = _slots(session, groups)
    return _agree(session, frame, slots, {slot.id: slot.rule.valid_from for slot in slots if slot.id in fresh})


def rules(session: Session, slots: Iterable[Any]) -> dict[int, SlotRule]:
    """The rule of each slot, by its id; `slots` are rows with all columns of `Slot`."""
    rows = list(slots)
    listed: dict[int, list[dt.date]] = defaultdict(list)
    dated = [row.id for row in rows if row.rule is Rule.DATES]
    if dated:
        found = session.execute(select(SlotDate.slot_id, SlotDate.on).where(SlotDate.slot_id.in_(dated)).order_by(SlotDate.on))
        for slot, on in found:
            listed[slot].append(on)
    return {
        row.id: SlotRule(
            rule=row.rule,
            weekday=row.weekday,
            starts=row.starts,
            minutes=row.minutes,
            valid_from=row.valid_from,
            valid_until=row.valid_until,
            interval=row.interval,
            nth=row.nth,
            dates=tuple(listed[row.id]),
            skip_holidays=row.skip_holidays,
        )
        for row in rows
    }


def _slots(session: Session, groups: Collection[int] | None) -> list[_Slot]:
    statement = select(*Slot.__table__.columns, Group.service, Group.ended).join(Group, Group.id == Slot.group_id)
    if groups is not None:
        statement = statement.where(Slot.group_id.in_(groups))
    rows = session.execute(statement).all()
    by_id = rules(session, rows)
    return [
        _Slot(
            id=row.id,
            group=row.group_id,
            ended=row.ended,
            rule=by_id[row.id],
            given={"starts": row.starts, "minutes": row.minutes, "place_id": row.place_id, "mode": row.mode, "service": row.service},
        )
        for row in rows
    ]


def _agree(session: Session, frame: Frame, slots: Sequence[_Slot], since: Mapping[int, dt.date]) -> Replanned:
    """Compares what the rules want with what is there, and writes the difference; `since` for slots that begin before today."""
    if not slots:
        return Replanned(0, 0, 0)
    first = {slot.id: max(since.get(slot.id, frame.today), frame.records_begin) for slot in slots}
    wanted = _wanted(session, frame, slots, first)
    by_id = {slot.id: slot for slot in slots}
    there: set[tuple[int, dt.date]] = set()
    stale: list[int] = []
    changed: list[dict[str, Any]] = []
    for row in _planned(session, slots, min(frame.today, *first.values())):
        there.add((row.slot_id, row.planned_on))
        if row.planned_on < frame.today or row.by_hand or row.state is not MeetingState.PLANNED:
            continue
        given = by_id[row.slot_id].given
        if (row.slot_id, row.planned_on) not in wanted:
            stale.append(row.id)
        elif any(getattr(row, name) != value for name, value in given.items()):
            changed.append({"id": row.id, **given})
    missing = [_row(by_id[slot], day) for slot, day in sorted(wanted - there)]
    _write(session, stale, changed, missing)
    return Replanned(len(missing), len(changed), len(stale))


def _wanted(session: Session, frame: Frame, slots: Sequence[_Slot], first: Mapping[int, dt.date]) -> set[tuple[int, dt.date]]:
    """Which slot should meet on which day, from each slot's first day to the horizon."""
    span = Span(min(first.values()), frame.horizon)
    holidays = recurrence.public_holidays(span) if any(slot.rule.skip_holidays for slot in slots) else {}
    breaks: dict[int | None, list[Span]] = defaultdict(list)
    found = session.execute(select(Pause.group_id, Pause.first, Pause.last).where(Pause.last >= span.first, Pause.first <= span.last))
    for group, starts, ends in found:
        breaks[group].append(Span(starts, ends))
    return {
        (slot.id, day)
        for slot in slots
        for day in recurrence.days(
            slot.rule,
            Span(first[slot.id], min(frame.horizon, slot.ended or frame.horizon)),
            holidays=holidays,
            breaks=breaks[None] + breaks[slot.group],
        )
    }


def _planned(session: Session, slots: Sequence[_Slot], since: dt.date) -> Sequence[Any]:
    columns = (Meeting.id, Meeting.slot_id, Meeting.planned_on, Meeting.state, Meeting.by_hand)
    given = (Meeting.starts, Meeting.minutes, Meeting.place_id, Meeting.mode, Meeting.service)
    groups = {slot.group for slot in slots}
    statement = select(*columns, *given).where(Meeting.slot_id.is_not(None), Meeting.planned_on >= since, Meeting.group_id.in_(groups))
    return session.execute(statement).all()


def _row(slot: _Slot, day: dt.date) -> dict[str, Any]:
    return {
        "group_id": slot.group,
        "slot_id": slot.id,
        "planned_on": day,
        "held_on": day,
        "state": MeetingState.PLANNED,
        "content": Content.TALK,
        "by_hand": False,
        **slot.given,
    }


def _write(session: Session, stale: list[int], changed: list[dict[str, Any]], missing: list[dict[str, Any]]) -> None:
    if stale:
        drop(session, Meeting.id.in_(stale))
    if changed:
        change_each(session, Meeting, changed)
    if missing:
        session.execute(insert(Meeting), missing)


def drop(session: Session, *where: ColumnElement[bool]) -> None:
    """Takes away the meetings nothing is said about that meet all conditions."""
    meetings = select(Meeting.id).where(Meeting.state == MeetingState.PLANNED, *where)
    session.execute(delete(MeetingCounsellor).where(MeetingCounsellor.meeting_id.in_(meetings)))
    session.execute(delete(Meeting).where(Meeting.state == MeetingState.PLANNED, *where))


def mark_break(session: Session, *, first: dt.date, last: dt.date, group: int | None, today: dt.date) -> None:
    """Marks the past planned meetings of a break cancelled; recorded and moved ones stay as they are."""
    of_group: ColumnElement[bool] = Meeting.group_id == group if group is not None else Meeting.group_id.is_not(None)
    session.execute(
        update(Meeting)
        .where(of_group, Meeting.planned_on.is_not(None), Meeting.state == MeetingState.PLANNED, Meeting.by_hand.is_(False))
        .where(Meeting.held_on >= first, Meeting.held_on <= last, Meeting.held_on < today)
        .values(state=MeetingState.CANCELLED, reason=BREAK)
    )
