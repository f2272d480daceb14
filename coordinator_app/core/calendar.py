"""The days of a span with all that falls on them, and where two things clash."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from coordinator_app.core.kinds import MeetingState
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


def days(session: Session, *, span: Span, language: Language, deadlines: tuple[tuple[dt.date, str], ...] = ()) -> tuple[CalendarDay, ...]:
    """Every day of a span, empty ones too."""
    raise NotImplementedError


def clashes(session: Session, *, span: Span) -> tuple[Clash, ...]:
    """The clashes of place and person within a span, by day; cancelled things clash with nothing."""
    raise NotImplementedError
