"""The days of a span with all that falls on them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator_app.core import groups, meetings, recurrence
from coordinator_app.core.activities import OURS
from coordinator_app.core.calendar.clashes import clashes_of
from coordinator_app.core.calendar.values import CalendarDay, Event, EventKind
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.model import Activity, Place
from coordinator_app.core.periods import Span
from coordinator_app.i18n import Language

_DAY = dt.timedelta(days=1)


def days(session: Session, *, span: Span, language: Language, deadlines: tuple[tuple[dt.date, str], ...] = ()) -> tuple[CalendarDay, ...]:
    """Every day of a span, empty ones too; first what holds all day, then by time. `deadlines` come from outside, with their names.

    Cancelled things clash with nothing. A clash over midnight stands on both days.
    """
    # What goes past midnight may clash with something on the day before or after the span.
    around = Span(span.first - _DAY, span.last + _DAY)
    held = _held(session, around)
    clashes = clashes_of(session, held, around)
    clashing = {(event.kind, event.id, event.on) for clash in clashes for event in (clash.first, clash.second)}
    by_day: dict[dt.date, list[Event]] = defaultdict(list)
    for event in _all_day(session, span, language, deadlines):
        by_day[event.on].append(event)
    for event in held:
        by_day[event.on].append(replace(event, clashes=(event.kind, event.id, event.on) in clashing))
    return tuple(
        CalendarDay(on, tuple(by_day[on]), tuple(clash for clash in clashes if on in (clash.first.on, clash.second.on)))
        for on in _each(span)
    )


def _held(session: Session, span: Span) -> list[Event]:
    """The meetings and activities of a span by day and time; an activity of several days stands on each of them."""
    found = [_meeting(row) for row in meetings.within(session, span=span)]
    last = func.coalesce(Activity.until, Activity.held_on)
    columns = (Activity.id, Activity.name, Activity.held_on, last.label("last"), Activity.starts, Activity.minutes, Activity.service)
    said = (Activity.state, Activity.reason, Activity.headcount, Activity.organiser)
    statement = select(*columns, *said, Activity.place_id, Place.name.label("place_name"))
    statement = statement.outerjoin(Place, Place.id == Activity.place_id).where(Activity.held_on <= span.last, last >= span.first)
    for row in session.execute(statement):
        event = _activity(row)
        found += [replace(event, on=on) for on in _each(Span(max(row.held_on, span.first), min(row.last, span.last)))]
    return sorted(found, key=lambda event: (event.on, event.starts or dt.time(), event.title, event.kind, event.id))


def _meeting(row: MeetingRow) -> Event:
    return Event(
        kind=EventKind.MEETING,
        on=row.held_on,
        id=row.id,
        title=row.group_name,
        begins=row.held_on,
        starts=row.starts,
        minutes=row.minutes,
        group=row.group,
        service=row.service,
        place=row.place,
        place_name=row.place_name,
        state=row.state,
        reason=row.reason,
        headcount=row.headcount,
        moved_from=row.planned_on if row.moved else None,
    )


def _activity(row: Any) -> Event:
    return Event(
        kind=EventKind.ACTIVITY,
        on=row.held_on,
        id=row.id,
        title=row.name,
        begins=row.held_on,
        starts=row.starts,
        minutes=row.minutes,
        service=row.service,
        place=row.place_id,
        place_name=row.place_name,
        state=row.state,
        reason=row.reason,
        headcount=row.headcount,
        ours=row.organiser in OURS,
    )


def _all_day(session: Session, span: Span, language: Language, deadlines: Iterable[tuple[dt.date, str]]) -> Iterator[Event]:
    for on, name in recurrence.public_holidays(span, language).items():
        yield Event(EventKind.HOLIDAY, on, None, name, on)
    for pause in groups.pauses(session, span=span):
        for on in _each(Span(max(pause.span.first, span.first), min(pause.span.last, span.last))):
            yield Event(EventKind.BREAK, on, pause.id, pause.why or "", pause.span.first, group=pause.group)
    for on, name in deadlines:
        if on in span:
            yield Event(EventKind.DEADLINE, on, None, name, on)


def _each(span: Span) -> Iterator[dt.date]:
    return (span.first + n * _DAY for n in range((span.last - span.first).days + 1))
