"""Attendance in the real window over a real book: by roster, by number, by line, by grid."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from coordinator_app.core import groups, meetings
from coordinator_app.core.attendance import Sheet
from coordinator_app.core.attendance import sheet as sheet_of
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import MeetingState, NamesKept, Rule
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.gui.attendance.screen import AttendanceScreen
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import Language
from tests.gui.keys import press, type_text
from tests.gui.room import Room, opened_room

TODAY = dt.date(2026, 10, 6)
FIRST, SECOND, LAST = dt.date(2026, 9, 22), dt.date(2026, 9, 29), TODAY
HOSTILE = "<img src=x onerror=alert(1)> & co"
At = tuple[Room, AttendanceScreen]


@pytest.fixture
def at(kit: Kit, qtbot: QtBot, own_book: Path) -> Iterator[At]:
    with opened_room(kit, qtbot, own_book, AttendanceScreen) as opened:
        yield opened


class Keys:
    """Presses keys where the focus is."""

    def __call__(self, text: str) -> None:
        for letter in text:
            if letter == "\r":
                press(self._focused(), Qt.Key.Key_Return)
            else:
                type_text(self._focused(), letter)

    def _focused(self) -> QLineEdit:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused  # type: ignore[return-value]


def make(room: Room, *, names: NamesKept = NamesKept.HEADCOUNT, men: int = 0, name: str = "Tiistairyhmä") -> int:
    """A group with three Tuesdays to record, and men who come to it."""
    rule = SlotRule(rule=Rule.WEEKLY, weekday=1, starts=dt.time(18), minutes=120, valid_from=FIRST)
    group: int = room.write(groups.add, name=name, today=TODAY, slots=(SlotForm(rule),), names_kept=names)
    for number in range(men):
        room.write(groups.add_person, group=group, name=f"Mies {chr(65 + number)}", today=TODAY)
    return group


def held(room: Room, group: int) -> dict[dt.date, MeetingRow]:
    return {row.held_on: row for row in room.ask(meetings.strip, group=group, span=Span(FIRST, LAST))}


def go(room: Room, meeting: int) -> None:
    assert room.window is not None
    room.window.go("attendance", meeting)
    room.settle()


def kept(room: Room, meeting: int) -> Sheet:
    found: Sheet = room.ask(sheet_of, meeting=meeting)
    return found


def test_enter_goes_from_a_number_to_the_next_missing_one_and_home_after_the_last(at: At) -> None:
    room, screen = at
    group = make(room)
    rows = held(room, group)
    go(room, rows[FIRST].id)
    keys = Keys()
    keys("12\r")
    room.settle()
    assert held(room, group)[FIRST].headcount == 12
    assert screen.sheet.opened is not None
    assert screen.sheet.opened.sheet.meeting.id == rows[SECOND].id
    keys("0\r")
    room.settle()
    keys("7\r")
    room.settle()
    assert [row.headcount for row in held(room, group).values()] == [12, 0, 7]
    assert room.gone == [("home", None)]


def test_the_day_after_the_name_of_the_group_is_written_as_within_a_line(at: At) -> None:
    room, screen = at
    go(room, held(room, make(room))[FIRST].id)
    room.kit.voice.speak(Language.FI)
    room.settle()
    assert screen.sheet.head.when.text().startswith("Tiistairyhmä · tiistai 22.9.2026")


def test_what_it_was_about_and_the_note_stand_side_by_side(at: At) -> None:
    room, screen = at
    content, note = (screen.sheet.numbers.rest.row(name) for name in ("content", "note"))
    room.qtbot.waitUntil(lambda: content.y() == note.y())


def test_all_first_time_remote_and_visitors_by_keys(at: At) -> None:
    room, _ = at
    group = make(room, names=NamesKept.NAMED, men=3)
    meeting = held(room, group)[FIRST].id
    go(room, meeting)
    Keys()("afrnn\r")
    room.settle()
    stored = kept(room, meeting)
    assert (stored.meeting.headcount, stored.visitors, stored.meeting.newcomers, stored.meeting.remote) == (5, 2, 1, 1)
    assert [(line.present, line.newcomer, line.remote) for line in stored.roster].count((True, True, True)) == 1


def test_a_line_from_a_message_marks_rows_and_visitors_and_a_wrong_one_is_said_in_its_place(at: At) -> None:
    room, screen = at
    group = make(room, names=NamesKept.NAMED, men=4)
    meeting = held(room, group)[FIRST].id
    go(room, meeting)
    screen.sheet.numbers.line.setFocus()
    keys = Keys()
    keys("1 99\r")
    assert "99" in screen.sheet.numbers.reader.row("line").fault()
    assert kept(room, meeting).meeting.state is MeetingState.PLANNED
    screen.sheet.numbers.line.clear()
    keys("1 3 4 +2\r\r")
    room.settle()
    stored = kept(room, meeting)
    assert ([line.row for line in stored.roster if line.present], stored.visitors) == ([1, 2, 3], 2) or (
        len([line for line in stored.roster if line.present]),
        stored.visitors,
    ) == (3, 2)


def test_nothing_said_is_not_nobody(at: At) -> None:
    room, screen = at
    group = make(room)
    meeting = held(room, group)[FIRST].id
    go(room, meeting)
    Keys()("\r")
    room.settle()
    assert "0 if nobody" in screen.sheet.numbers.top.row("headcount").fault()
    assert kept(room, meeting).meeting.state is MeetingState.PLANNED


def test_fewer_than_are_marked_is_refused_in_its_place(at: At) -> None:
    room, screen = at
    group = make(room, names=NamesKept.NAMED, men=4)
    meeting = held(room, group)[FIRST].id
    go(room, meeting)
    Keys()("   2\r")
    room.settle()
    assert "3" in screen.sheet.numbers.top.row("headcount").fault()
    assert kept(room, meeting).meeting.state is MeetingState.PLANNED


def test_parts_above_the_whole_are_refused_and_the_sheet_stays(at: At) -> None:
    room, screen = at
    group = make(room)
    meeting = held(room, group)[FIRST].id
    go(room, meeting)
    Keys()("3")
    screen.sheet.numbers.rest.row("newcomers").focus()
    Keys()("5\r")
    room.settle()
    assert screen.sheet.isEnabled()
    assert "Newcomers" in screen.sheet.numbers.top.row("headcount").fault()
    assert screen.sheet.numbers.rest.value("newcomers") == 5


def test_a_new_man_becomes_a_member_and_is_marked(at: At) -> None:
    room, screen = at
    group = make(room, names=NamesKept.NAMED, men=1)
    meeting = held(room, group)[FIRST].id
    go(room, meeting)
    box = screen.sheet.new_man.box
    for name in (HOSTILE, "mies a"):
        type_text(box, name)
        press(box, Qt.Key.Key_Return)
        room.settle()
    screen.finish()
    room.settle()
    assert {(line.name, line.present) for line in kept(room, meeting).roster} == {(HOSTILE, True), ("Mies A", True)}
    assert len(room.ask(groups.detail, group=group).members) == 2


def test_what_was_marked_is_stored_when_the_screen_is_left(at: At) -> None:
    room, screen = at
    group = make(room, names=NamesKept.NAMED, men=2)
    meeting = held(room, group)[FIRST].id
    go(room, meeting)
    Keys()(" ")
    screen.leave()
    room.settle()
    assert kept(room, meeting).meeting.headcount == 1


def test_a_change_from_elsewhere_does_not_take_away_what_is_being_marked(at: At) -> None:
    room, screen = at
    group = make(room, names=NamesKept.NAMED, men=2)
    go(room, held(room, group)[FIRST].id)
    Keys()(" ")
    room.write(groups.add_person, group=group, name="Uusi", today=TODAY)
    room.settle()
    assert len(screen.sheet.marks.present) == 1


def test_cancelled_and_not_counted_go_on_to_the_next(at: At) -> None:
    room, screen = at
    group = make(room)
    rows = held(room, group)
    go(room, rows[FIRST].id)
    screen.sheet.ends.cancelled.click()
    Keys()("3")
    room.settle()
    screen.sheet.ends.not_counted.click()
    room.settle()
    after = held(room, group)
    assert (after[FIRST].state, after[FIRST].reason) == (MeetingState.CANCELLED, "room_closed")
    assert after[SECOND].state is MeetingState.NOT_COUNTED
    assert screen.sheet.opened is not None
    assert screen.sheet.opened.sheet.meeting.id == rows[LAST].id


def test_a_recorded_sheet_can_be_opened_corrected_and_taken_back(at: At) -> None:
    room, screen = at
    group = make(room)
    meeting = held(room, group)[FIRST].id
    room.write(meetings.count, meeting=meeting, headcount=4, today=TODAY, children=1, note="Sauna")
    go(room, meeting)
    assert screen.sheet.numbers.headcount.text() == "4"
    assert screen.sheet.numbers.rest.value("note") == "Sauna"
    assert not screen.sheet.dirty()
    screen.sheet.ends.clear.click()
    room.settle()
    assert held(room, group)[FIRST].state is MeetingState.PLANNED


def test_the_grid_takes_numbers_and_lines_and_says_what_is_wrong(at: At) -> None:
    room, screen = at
    plain = make(room)
    named = make(room, names=NamesKept.NAMED, men=3, name="Nimiryhmä")
    screen._on = FIRST
    screen._choose_mode(in_grid=True)
    room.settle()
    table, grid = screen.grid.table, screen.grid.grid

    def type_in(row: int, column: int, typed: str) -> None:
        table.setCurrentIndex(grid.index(row, column))
        table.setFocus()
        type_text(table, typed[0])
        editor = table.viewport().findChild(QLineEdit)
        assert editor is not None
        type_text(editor, typed[1:])
        press(editor, Qt.Key.Key_Return)
        room.settle()

    type_in(0, 1, "1 99")
    assert "99" in screen.grid.fault.text()
    type_in(0, 1, "1 2 +1")
    assert not screen.grid.fault.text()
    type_in(1, 1, "9")
    assert (held(room, named)[FIRST].headcount, held(room, named)[FIRST].names) == (3, 2)
    assert held(room, plain)[FIRST].headcount == 9
    assert [grid.index(row, 0).data() for row in range(2)] == ["Nimiryhmä", "Tiistairyhmä"]


def test_only_a_meeting_that_is_pointed_at_in_the_grid_can_be_opened(at: At) -> None:
    room, screen = at
    for row in held(room, make(room)).values():
        room.write(meetings.count, meeting=row.id, headcount=5, today=TODAY)
    screen._choose_mode(in_grid=True)
    room.settle()
    table, grid, opener = screen.grid.table, screen.grid.grid, screen.grid.opener
    assert not opener.isEnabled()
    table.setCurrentIndex(grid.index(0, 1))
    assert opener.isEnabled()
    table.setCurrentIndex(grid.index(0, 0))
    assert not opener.isEnabled()
    table.setCurrentIndex(grid.index(0, 1))
    opener.click()
    room.settle()
    assert not screen.modes.in_grid


def test_come_for_no_meeting_the_oldest_missing_one_is_opened_or_the_grid_when_none_is(at: At) -> None:
    room, screen = at
    assert screen.modes.in_grid
    group = make(room)
    screen.modes.show_mode(in_grid=False)
    screen.reload()
    room.settle()
    assert screen.sheet.opened is not None
    assert screen.sheet.opened.sheet.meeting.id == held(room, group)[FIRST].id
