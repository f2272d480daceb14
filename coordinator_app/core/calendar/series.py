"""Meetings and activities as a calendar program keeps them: a rule with its exceptions, or a single occasion."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from coordinator_app.core import planning, recurrence
from coordinator_app.core.calendar.values import EventKind
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.kinds import MeetingState, Mode, Rule
from coordinator_app.core.model import Activity, Group, Meeting, Place, Slot
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.core.schedule import Localised


class Occasion(Struct, frozen=True):
    """One occasion, local time. Without `starts` it takes the whole day, with `until` all the days up to that one."""

    on: dt.date
    starts: dt.time | None
    minutes: int | None
    place: str = ""
    cancelled: bool = False
    until: dt.date | None = None


class Series(Struct, frozen=True):
    """A single occasion, or those of a rule. `key` names it for good.

    Of a rule, `first` is the first occasion as the rule says it and `last` the day of the last; `left_out` are days between
    them on which nothing is held; `apart` are the occasions that are not as the rule says, by the day it says. Without a
    `title` only a neutral one may be given.
    """

    key: str
    kind: EventKind
    title: Localised | None
    first: Occasion
    rule: SlotRule | None = None
    last: dt.date | None = None
    left_out: tuple[dt.date, ...] = ()
    apart: tuple[tuple[dt.date, Occasion], ...] = ()


def series(session: Session, *, today: dt.date, catalogue: Catalogue, only: Collection[int] | None = None) -> tuple[Series, ...]:
    """What is held from the beginning of this term to the end of the next: so far meetings are planned.

    `only` names groups, and leaves activities out. A hidden place is never told, nor the title or place of a sensitive service.
    """
    frame = planning.frame_of(session, today)
    span = Span(frame.terms.term_of(today).first, frame.horizon)
    by_slot: dict[int | None, list[Any]] = defaultdict(list)
    for row in _meetings(session, span, only):
        by_slot[row.slot_id].append(row)
    slots = _slots(session, by_slot)
    rules = planning.rules(session, slots)
    found = [_single(row, catalogue) for row in by_slot[None]]
    for slot in slots:
        found += _of_slot(slot, rules[slot.id], by_slot[slot.id], span, catalogue)
    if only is None:
        found += [_activity(row, catalogue) for row in _activities(session, span)]
    return tuple(sorted(found, key=lambda each: (each.first.on, each.first.starts or dt.time(), each.key)))


def _meetings(session: Session, span: Span, only: Collection[int] | None) -> Sequence[Any]:
    columns = (Meeting.id, Meeting.slot_id, Meeting.planned_on, Meeting.held_on, Meeting.starts, Meeting.minutes, Meeting.state)
    of_group = (Group.name, Group.name_sv, Group.name_en, Group.hide_place, Group.service.label("group_service"))
    statement = select(*columns, Meeting.service, Meeting.mode, *of_group, Place.name.label("place"), Place.address)
    statement = statement.join(Group, Group.id == Meeting.group_id).outerjoin(Place, Place.id == Meeting.place_id)
    within = or_(Meeting.held_on.between(span.first, span.last), Meeting.planned_on.between(span.first, span.last))
    if only is not None:
        within &= Group.id.in_(only)
    return session.execute(statement.where(within).order_by(Meeting.held_on, Meeting.starts, Meeting.id)).all()


def _slots(session: Session, used: Collection[int | None]) -> Sequence[Any]:
    columns = (*Slot.__table__.columns, Place.name.label("place"), Place.address)
    statement = select(*columns).outerjoin(Place, Place.id == Slot.place_id)
    return session.execute(statement.where(Slot.id.in_([slot for slot in used if slot is not None])).order_by(Slot.id)).all()


def _activities(session: Session, span: Span) -> Sequence[Any]:
    columns = (Activity.id, Activity.name, Activity.held_on, Activity.until, Activity.starts, Activity.minutes, Activity.state)
    statement = select(*columns, Activity.service, Activity.mode, Place.name.label("place"), Place.address)
    statement = statement.outerjoin(Place, Place.id == Activity.place_id).order_by(Activity.held_on, Activity.id)
    return session.execute(
        statement.where(Activity.held_on <= span.last, func.coalesce(Activity.until, Activity.held_on) >= span.first)
    ).all()


def _of_slot(slot: Any, rule: SlotRule, rows: Sequence[Any], span: Span, catalogue: Catalogue) -> Iterator[Series]:
    """The series of a rule, and by themselves the meetings that lie outside it."""
    by_day = {row.planned_on: row for row in rows}
    falls_on = () if rule.rule is Rule.DATES else recurrence.days(rule, span)
    met = [day for day in falls_on if day in by_day]
    for row in rows:
        if row.planned_on not in met:
            yield _single(row, catalogue)
    if not met:
        return
    private = any(_is_private(row, catalogue) for row in rows)
    place = _place(slot, slot.mode, private or rows[0].hide_place)
    kept = [(day, Occasion(day, slot.starts, slot.minutes, place)) for day in met]
    held = {day: _occasion(by_day[day], private) for day in met}
    yield Series(
        key=f"slot-{slot.id}",
        kind=EventKind.MEETING,
        title=None if private else _title(rows[0]),
        first=kept[0][1],
        rule=rule,
        last=met[-1],
        left_out=tuple(day for day in falls_on if met[0] < day < met[-1] and day not in by_day),
        apart=tuple((day, held[day]) for day, usual in kept if held[day] != usual),
    )


def _single(row: Any, catalogue: Catalogue) -> Series:
    """A meeting by itself. One that a rule planned keeps its name when it is planned anew."""
    private = _is_private(row, catalogue)
    key = f"meeting-{row.id}" if row.slot_id is None else f"slot-{row.slot_id}-{row.planned_on}"
    return Series(key, EventKind.MEETING, None if private else _title(row), _occasion(row, private))


def _activity(row: Any, catalogue: Catalogue) -> Series:
    private = catalogue.is_sensitive(row.service)
    several = row.until is not None and row.until > row.held_on
    first = Occasion(
        on=row.held_on,
        starts=None if several else row.starts,
        minutes=None if several else row.minutes,
        place=_place(row, row.mode, private),
        cancelled=row.state is MeetingState.CANCELLED,
        until=row.until if several else None,
    )
    return Series(f"activity-{row.id}", EventKind.ACTIVITY, None if private else Localised(row.name), first)


def _occasion(row: Any, private: bool) -> Occasion:
    place = _place(row, row.mode, private or row.hide_place)
    return Occasion(row.held_on, row.starts, row.minutes, place, row.state is MeetingState.CANCELLED)


def _is_private(row: Any, catalogue: Catalogue) -> bool:
    return catalogue.is_sensitive(row.service) or catalogue.is_sensitive(row.group_service)


def _title(row: Any) -> Localised:
    return Localised(row.name, row.name_sv or "", row.name_en or "")


def _place(row: Any, mode: Mode, hidden: bool) -> str:
    """Where it is, with the address; nothing for a hidden place, and for a remote meeting, which is nowhere."""
    if hidden or mode is Mode.REMOTE:
        return ""
    return ", ".join(part for part in (row.place, row.address) if part)
