"""Meetings and activities moved, cancelled and taken back in the calendar, by keyboard and by mouse; each an undo step in words."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from coordinator_app.core import activities, meetings
from coordinator_app.core.kinds import MeetingState
from coordinator_app.gui.calendar.bar import View
from tests.gui.calendar.steps import DAY, TODAY, At, begin, into, keys, met, plain, plan, spot
from tests.gui.keys import press

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
LEFT = Qt.MouseButton.LeftButton


def drag(at: At, start: dt.date, to: dt.date, *, escape: bool = False) -> None:
    room, screen = at
    view = screen.grid.grid.viewport()
    target = screen.grid.grid.visualRect(screen.grid.grid.days.index_of(to)).center()
    QTest.mousePress(view, LEFT, pos=spot(screen, start))
    QTest.mouseMove(view, target)
    if escape:
        press(screen.grid.grid, ESCAPE)
    QTest.mouseRelease(view, LEFT, pos=target)
    room.settle()


def test_a_meeting_is_carried_by_keys_and_brought_back_by_undo(at: At) -> None:
    room, screen = into(at)
    group = begin(room)
    keys(at, Qt.Key.Key_Down, "m", Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert plain(screen.grid.card._about.text()) == "To Thu 15 October 2026. Enter moves it there, Escape leaves it where it was."
    keys(at, ENTER)
    moved = met(room, group)[dt.date(2026, 10, 15)]
    assert moved.planned_on == dt.date(2026, 10, 13)
    assert screen.grid.grid.day() == dt.date(2026, 10, 15)
    current = screen.grid.grid.current()
    assert current is not None and current.id == moved.id
    about = plain(screen.grid.card._about.text())
    assert "Moved from Tue 13 October 2026" in about
    assert about.lower().count("moved") == 1
    assert room.window is not None
    assert plain(room.window.undo.undo_action.text()) == "Undo: move the meeting Tiistairyhmä, 15 October"
    press(room.window, Qt.Key.Key_Z, CTRL)
    room.settle()
    assert met(room, group)[dt.date(2026, 10, 13)].id == moved.id


def test_the_card_that_moves_a_thing_says_which(at: At) -> None:
    room, screen = into(at)
    begin(room)
    plan(room, "Kahvit", TODAY + DAY, starts=dt.time(9))
    card = screen.grid.card
    for name, day in (("Tiistairyhmä", "Tue 6 October"), ("Kahvit", "Wed 7 October")):
        card.mover.click()
        assert f"Move “{name}” of {day} to another day" in {plain(label.text()) for label in card.panel.findChildren(QLabel)}
        press(card.panel, ESCAPE)
        keys(at, Qt.Key.Key_Right)


def test_escape_leaves_a_meeting_where_it_was(at: At) -> None:
    room, screen = into(at)
    group = begin(room)
    before = met(room, group)
    keys(at, "m", Qt.Key.Key_Down, Qt.Key.Key_Left, ESCAPE)
    assert met(room, group) == before
    assert screen.grid.grid.day() == TODAY
    keys(at, "m", ENTER)
    assert met(room, group) == before


def test_a_meeting_is_carried_over_the_end_of_the_month(at: At) -> None:
    room, screen = into(at)
    group = begin(room)
    keys(at, "m", *[Qt.Key.Key_Down] * 4, Qt.Key.Key_Right)
    assert screen.bar.title.text() == "November 2026"
    keys(at, ENTER)
    assert met(room, group)[dt.date(2026, 11, 4)].planned_on == TODAY


def test_an_activity_of_several_days_moves_as_one(at: At) -> None:
    room, screen = into(at)
    plan(room, "Leiri", TODAY, until=TODAY + 2 * DAY)
    keys(at, Qt.Key.Key_Right, "m", Qt.Key.Key_Down, ENTER)
    [camp] = room.ask(activities.within, span=screen._shown.span)  # type: ignore[union-attr]
    assert (camp.held_on, camp.until) == (TODAY + 7 * DAY, TODAY + 9 * DAY)
    assert screen.grid.grid.day() == TODAY + 8 * DAY


def test_a_meeting_is_dragged_to_another_day(at: At) -> None:
    room, screen = into(at)
    group = begin(room)
    drag(at, TODAY, TODAY + 3 * DAY)
    assert met(room, group)[TODAY + 3 * DAY].planned_on == TODAY
    drag(at, TODAY + 7 * DAY, TODAY + 8 * DAY, escape=True)
    assert met(room, group)[TODAY + 7 * DAY].held_on == TODAY + 7 * DAY
    assert screen.grid.grid.hand.thing is None


def test_breaks_and_holidays_stay_where_they_are(at: At) -> None:
    room, screen = into(at)
    begin(room)
    screen.show_subject(dt.date(2026, 10, 31).toordinal())
    room.settle()
    keys(at, "m", Qt.Key.Key_Right, "c")
    assert screen.grid.grid.hand.thing is None
    assert not screen.grid.card.mover.isVisible()


def test_a_meeting_is_cancelled_by_two_keys_and_taken_back(at: At) -> None:
    room, screen = into(at)
    group = begin(room)
    keys(at, "c", "3")
    row = met(room, group)[TODAY]
    assert (row.state, row.reason) == (MeetingState.CANCELLED, "room_closed")
    assert QApplication.focusWidget() is screen.grid.grid
    assert "cancelled: " in plain(screen.grid.card._about.text())
    screen.grid.card.clear.click()
    room.settle()
    assert met(room, group)[TODAY].state is MeetingState.PLANNED
    keys(at, "c", ESCAPE)
    assert QApplication.focusWidget() is screen.grid.grid
    assert not screen.grid.card.reasons.isVisible()


def test_what_may_not_be_moved_says_why(at: At) -> None:
    room, screen = into(at)
    group = begin(room)
    room.write(meetings.count, meeting=met(room, group)[TODAY].id, headcount=8, today=TODAY)
    room.settle()
    keys(at, "m", Qt.Key.Key_Right, ENTER)
    assert screen.grid.card.fault.text() == "The meeting is recorded as held, so it cannot lie ahead. Choose a day up to today."
    assert met(room, group)[TODAY].headcount == 8


def test_in_the_list_a_day_and_a_time_are_typed(at: At) -> None:
    room, screen = at
    group = begin(room)
    activity = plan(room, "Kahvit", TODAY + DAY, starts=dt.time(9))
    screen.bar.views[View.LIST].click()
    room.settle()
    screen.list.list.view.setFocus()
    keys(at, Qt.Key.Key_Down, "m")
    row = screen.list.card.panel.form.row("on").editor.focus
    row.clear()  # type: ignore[attr-defined]
    keys(at, "9.10.", Qt.Key.Key_Tab)
    starts = screen.list.card.panel.form.row("starts").editor.focus
    starts.clear()  # type: ignore[attr-defined]
    starts.setFocus()
    keys(at, "10", ENTER)
    moved = room.ask(activities.one, activity=activity)
    assert (moved.held_on, moved.starts) == (dt.date(2026, 10, 9), dt.time(10))
    assert screen.list.at() == dt.date(2026, 10, 9)
    keys(at, Qt.Key.Key_Up, "c", "1")
    assert met(room, group)[TODAY].state is MeetingState.CANCELLED
