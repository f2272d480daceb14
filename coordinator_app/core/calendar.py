"""The days of a span with all that falls on them, and where two things clash."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator_app.core import groups, meetings, recurrence
from coordinator_app.core.kinds import MeetingState
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.model import Activity, ActivityPerson, Meeting, MeetingCounsellor, Person, Place
from coordinator_app.core.periods import Span
from coordinator_app.i18n import Language


class EventKind(StrEnum):
    """What stands on a day of the calendar."""

    MEETING = "meeting"
    ACTIVITY = "activity"
    HOLIDAY = "holiday"
    BREAK = "break"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a day. `id` is of the meeting, activity or break; `title` a name the user or the holiday law gave, never a made one."""

    kind: EventKind
    on: dt.date
    id: int | None
    title: str
    starts: dt.time | None = None
    minutes: int | None = None
    group: int | None = None
    service: str | None = None
    place: int | None = None
    place_name: str | None = None
    state: MeetingState | None = None
    clashes: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """Two things at the same time in one place (`place`) or with one person (`person`); the names as written."""

    first: Event
    second: Event
    place: str | None
    person: str | None


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day, its events in the order of the day."""

    on: dt.date
    events: tuple[Event, ...]


_DAY = dt.timedelta(days=1)


def days(session: Session, *, span: Span, language: Language, deadlines: tuple[tuple[dt.date, str], ...] = ()) -> tuple[CalendarDay, ...]:
    """Every day of a span, empty ones too; first what holds all day, then by time. `deadlines` come from outside, with their names."""
    held = _held(session, span)
    clashing = {_name(event) for clash in _clashes(session, held, span) for event in (clash.first, clash.second)}
    by_day: dict[dt.date, list[Event]] = defaultdict(list)
    for event in (
        *_all_day(session, span, language, deadlines),
        *(replace(event, clashes=True) if _name(event) in clashing else event for event in held),
    ):
        by_day[event.on].append(event)
    return tuple(CalendarDay(on, tuple(by_day[on])) for on in _each(span))


def clashes(session: Session, *, span: Span) -> tuple[Clash, ...]:
    """The clashes of place and person within a span, by day; cancelled things clash with nothing."""
    return tuple(_clashes(session, _held(session, span), span))


def _held(session: Session, span: Span) -> list[Event]:
    """The meetings and activities of a span by day and time; an activity of several days stands on each of them."""
    found = [_meeting(row) for row in meetings.within(session, span=span)]
    last = func.coalesce(Activity.until, Activity.held_on)
    columns = (Activity.id, Activity.name, Activity.held_on, last.label("last"), Activity.starts, Activity.minutes, Activity.service)
    statement = select(*columns, Activity.place_id, Place.name.label("place_name"), Activity.state)
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
        starts=row.starts,
        minutes=row.minutes,
        group=row.group,
        service=row.service,
        place=row.place,
        place_name=row.place_name,
        state=row.state,
    )


def _activity(row: Any) -> Event:
    return Event(
        kind=EventKind.ACTIVITY,
        on=row.held_on,
        id=row.id,
        title=row.name,
        starts=row.starts,
        minutes=row.minutes,
        service=row.service,
        place=row.place_id,
        place_name=row.place_name,
        state=row.state,
    )


def _all_day(session: Session, span: Span, language: Language, deadlines: Iterable[tuple[dt.date, str]]) -> Iterator[Event]:
    for on, name in recurrence.public_holidays(span, language).items():
        yield Event(EventKind.HOLIDAY, on, None, name)
    for pause in groups.pauses(session, span=span):
        for on in _each(Span(max(pause.span.first, span.first), min(pause.span.last, span.last))):
            yield Event(EventKind.BREAK, on, pause.id, pause.why or "", group=pause.group)
    for on, name in deadlines:
        if on in span:
            yield Event(EventKind.DEADLINE, on, None, name)


def _each(span: Span) -> Iterator[dt.date]:
    return (span.first + n * _DAY for n in range((span.last - span.first).days + 1))


def _clashes(session: Session, held: Iterable[Event], span: Span) -> Iterator[Clash]:
    people = _people(session, span)
    by_day: dict[dt.date, list[Event]] = defaultdict(list)
    for event in held:
        if event.state is not MeetingState.CANCELLED and event.starts is not None and event.minutes is not None:
            by_day[event.on].append(event)
    for events in by_day.values():
        for first, second in combinations(events, 2):
            if not _overlap(first, second):
                continue
            if first.place is not None and first.place == second.place:
                yield Clash(first, second, first.place_name, None)
            for person in sorted(people[_name(first)].keys() & people[_name(second)].keys()):
                yield Clash(first, second, None, people[_name(first)][person])


def _overlap(one: Event, other: Event) -> bool:
    (one_starts, one_ends), (other_starts, other_ends) = _minutes(one), _minutes(other)
    return one_starts < other_ends and other_starts < one_ends


def _minutes(event: Event) -> tuple[int, int]:
    """From when to when, in minutes from midnight."""
    starts = event.starts or dt.time()
    begins = 60 * starts.hour + starts.minute
    return begins, begins + (event.minutes or 0)


def _name(event: Event) -> tuple[EventKind, int | None]:
    return event.kind, event.id


def _people(session: Session, span: Span) -> dict[tuple[EventKind, int | None], dict[int, str]]:
    """Who runs each meeting and activity of a span, by id and name."""
    found: dict[tuple[EventKind, int | None], dict[int, str]] = defaultdict(dict)
    runs = select(MeetingCounsellor.meeting_id, Person.id, Person.name).join(Person, Person.id == MeetingCounsellor.person_id)
    runs = runs.join(Meeting, Meeting.id == MeetingCounsellor.meeting_id).where(Meeting.held_on.between(span.first, span.last))
    leads = select(ActivityPerson.activity_id, Person.id, Person.name).join(Person, Person.id == ActivityPerson.person_id)
    leads = leads.join(Activity, Activity.id == ActivityPerson.activity_id).where(
        Activity.held_on <= span.last, func.coalesce(Activity.until, Activity.held_on) >= span.first
    )
    for kind, statement in ((EventKind.MEETING, runs), (EventKind.ACTIVITY, leads)):
        for of, person, name in session.execute(statement):
            found[kind, of][person] = name
    return found
