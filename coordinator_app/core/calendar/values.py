"""What stands on the days of the calendar, as values that cross layers."""

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from coordinator_app.core.kinds import MeetingState


class EventKind(StrEnum):
    """What stands on a day of the calendar."""

    MEETING = "meeting"
    ACTIVITY = "activity"
    HOLIDAY = "holiday"
    BREAK = "break"
    DEADLINE = "deadline"


class Event(Struct, frozen=True):
    """Something on a day. `id` is of the meeting, activity or break; `title` a name the user or the holiday law gave, never a made one.

    `begins` is the first of the days it stands on. `moved_from` is the day a moved meeting was planned on.
    """

    kind: EventKind
    on: dt.date
    id: int | None
    title: str
    begins: dt.date
    starts: dt.time | None = None
    minutes: int | None = None
    group: int | None = None
    service: str | None = None
    place: int | None = None
    place_name: str | None = None
    state: MeetingState | None = None
    reason: str | None = None
    headcount: int | None = None
    moved_from: dt.date | None = None
    ours: bool = True
    clashes: bool = False

    @property
    def held_on(self) -> dt.date:
        """The day it counts by."""
        return self.begins

    @property
    def moved(self) -> bool:
        return self.moved_from is not None


class Clash(Struct, frozen=True):
    """Two things at the same time in one place (`place`) or with one person (`person`); the names as written."""

    first: Event
    second: Event
    place: str | None
    person: str | None


class CalendarDay(Struct, frozen=True):
    """One day: its events in the order of the day, and where two of them clash."""

    on: dt.date
    events: tuple[Event, ...]
    clashes: tuple[Clash, ...] = ()
