"""Calendar: the file for a telephone, and the keys that do what the mouse drags."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coordinator_app.core import activities
from coordinator_app.core.periods import Span
from coordinator_app.gui.calendar.bar import View
from coordinator_app.gui.calendar.screen import CalendarScreen
from tests.budgets.hand import CTRL, ENTER, Hand
from tests.budgets.life import TODAY, met, tuesdays

EXPORT = 2
LEFT = Qt.MouseButton.LeftButton
THURSDAY = TODAY + dt.timedelta(days=2)
Lie = tuple[set[dt.date], set[dt.date]]


def test_the_calendar_is_saved_with_two_keys(hand: Hand, tmp_path: Path) -> None:
    tuesdays(hand, TODAY)
    hand.program.kit.memory.keep("calendar/folder", str(tmp_path))
    hand.open(5)
    file = tmp_path / "calendar.ics"
    with hand.at_most(keys=EXPORT):
        hand.key_and(Qt.Key.Key_S, CTRL, ENTER)
    hand.wait_for(file.exists)
    assert "SUMMARY:Tiistairyhmä" in file.read_text("utf-8")


@pytest.mark.parametrize("view", [View.MONTH, View.WEEK])
@pytest.mark.parametrize("thing", ["meeting", "activity"])
def test_every_drag_has_a_twin_on_the_keyboard(hand: Hand, view: View, thing: str) -> None:
    hand.program.kit.memory.keep("calendar/view", str(view))
    group = tuesdays(hand, TODAY) if thing == "meeting" else 0
    if thing == "activity":
        hand.write(activities.add, name="Saunailta", kind="social", held_on=TODAY)
    hand.open(5)
    screen = hand.screen("calendar", CalendarScreen)
    assert screen.view is view and screen.grid.grid.hasFocus()
    before = days(hand, group)
    drag(screen, TODAY, THURSDAY)
    dragged = days(hand, group)
    hand.key(Qt.Key.Key_Z, CTRL)
    assert days(hand, group) == before != dragged
    hand.open(5)
    hand.key(Qt.Key.Key_T)
    hand.type("m")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, ENTER):
        hand.key(key)
    assert days(hand, group) == dragged
    assert screen.grid.grid.day() == THURSDAY


def days(hand: Hand, group: int) -> Lie:
    """On which days the group meets and something is planned."""
    found = hand.ask(activities.within, span=Span(TODAY, dt.date(2026, 12, 31)))
    return set(met(hand, group)) if group else set(), {row.held_on for row in found}


def drag(screen: CalendarScreen, start: dt.date, to: dt.date) -> None:
    """The first thing of a day is taken to another day with the mouse."""
    grid = screen.grid.grid
    index = grid.days.index_of(start)
    place, _event = grid._painter.placed(grid.visualRect(index), index).things[0]
    target = grid.visualRect(grid.days.index_of(to)).center()
    QTest.mousePress(grid.viewport(), LEFT, pos=place.center())
    QTest.mouseMove(grid.viewport(), target)
    QTest.mouseRelease(grid.viewport(), LEFT, pos=target)
