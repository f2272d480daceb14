"""What is done with the things of the calendar; each change is one step that can be undone."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from coordinator_app.core import activities, meetings
from coordinator_app.core.calendar import Event, EventKind
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.periods import Period
from coordinator_app.gui.kit.kit import Kit


class Doing:
    """`refused` gets what the book does not allow; `moved(Event, date)` tells where a thing came to lie."""

    def __init__(self, kit: Kit, moved: Callable[[Event, dt.date], object], refused: Callable[[CoordinatorError], None]) -> None:
        self._kit, self._moved = kit, moved
        self._tasks = kit.tasks.catching(refused)

    def open(self, event: Event) -> None:
        """Goes to the screen that has all about it; a public holiday has none."""
        match event.kind:
            case EventKind.MEETING:
                self._kit.go("attendance", event.id)
            case EventKind.ACTIVITY:
                self._kit.go("activities", event.id)
            case EventKind.BREAK:
                self._kit.go("groups", event.group)
            case EventKind.DEADLINE:
                period = Period.parse(event.title)
                self._kit.go("quarter", 4 * period.year + period.quarter - 1)

    def move(self, event: Event, to: dt.date, starts: dt.time | None = None) -> None:
        """So that the day it was taken by lies on that day."""
        on, today = event.begins + (to - event.on), self._kit.clock.today()

        def done(_row: object) -> None:
            self._moved(event, to)

        if event.kind is EventKind.MEETING:
            self._tasks.write(meetings.move, done, meeting=_id(event), on=on, today=today, starts=starts)
        else:
            self._tasks.write(activities.move, done, activity=_id(event), on=on, today=today, starts=starts)

    def cancel(self, event: Event, reason: str) -> None:
        """It is not held; `reason` is a code of the catalogue."""
        self._say(event, meetings.cancel, activities.cancel, reason=reason)

    def clear(self, event: Event) -> None:
        """Takes a cancellation back."""
        self._say(event, meetings.clear, activities.clear)

    def _say(self, event: Event, of_meeting: Callable[..., Any], of_activity: Callable[..., Any], **more: Any) -> None:
        if event.kind is EventKind.MEETING:
            self._tasks.write(of_meeting, lambda _: None, meeting=_id(event), **more)
        else:
            self._tasks.write(of_activity, lambda _: None, activity=_id(event), **more)


def _id(event: Event) -> int:
    assert event.id is not None, "meetings and activities have ids"
    return event.id
