"""What a test does with the calendar: puts something on it, presses keys, asks where it stands."""

import datetime as dt
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from coordinator_app.core import activities, groups, meetings
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import Rule
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.gui.calendar.screen import CalendarScreen
from tests.gui.keys import press, type_text
from tests.gui.room import Room

TODAY = dt.date(2026, 10, 6)  # A Tuesday.
DAY = dt.timedelta(days=1)
At = tuple[Room, CalendarScreen]


def begin(room: Room, name: str = "Tiistairyhmä", weekday: int = 1, hour: int = 18, place: str = "Sali", **fields: Any) -> int:
    """A group that meets every week from today on."""
    rule = SlotRule(rule=Rule.WEEKLY, weekday=weekday, starts=dt.time(hour), minutes=120, valid_from=TODAY)
    made: int = room.write(groups.add, name=name, today=TODAY, slots=(SlotForm(rule, place),), **fields)
    room.settle()
    return made


def plan(room: Room, name: str, on: dt.date, **more: Any) -> int:
    """An activity."""
    made: int = room.write(activities.add, name=name, kind="social", held_on=on, **more).id
    room.settle()
    return made


def met(room: Room, group: int) -> dict[dt.date, MeetingRow]:
    """The group's meetings of the autumn by the day they are held."""
    span = Span(dt.date(2026, 10, 1), dt.date(2026, 12, 31))
    return {row.held_on: row for row in room.ask(meetings.strip, group=group, span=span)}


def keys(at: At, *pressed: Qt.Key | str) -> None:
    """Keys and letters where the focus is, and what comes of them."""
    for each in pressed:
        focused = QApplication.focusWidget()
        assert focused is not None
        if isinstance(each, str):
            type_text(focused, each)
        else:
            press(focused, each)
        at[0].settle()


def into(at: At) -> At:
    """The keyboard in the table of days."""
    at[1].grid.grid.setFocus()
    return at


def said_of(screen: CalendarScreen, on: dt.date) -> str:
    """What a screen reader reads of a day."""
    days = screen.grid.grid.days
    return plain(str(days.data(days.index_of(on), Qt.ItemDataRole.AccessibleTextRole)))


def plain(text: str) -> str:
    """A text with ordinary spaces only."""
    return text.replace("\u00a0", " ")


def spot(screen: CalendarScreen, on: dt.date, at: int = 0) -> QPoint:
    """Where a thing of a day is seen."""
    grid = screen.grid.grid
    index = grid.days.index_of(on)
    place, _event = grid._painter.placed(grid.visualRect(index), index).things[at]
    return place.center()
