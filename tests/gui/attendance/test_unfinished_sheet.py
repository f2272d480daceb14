"""A sheet on which men were marked and that was not done: its marks are there when the meeting is opened again."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator_app.core import erasure, meetings
from coordinator_app.core.catalogue import shipped
from coordinator_app.core.forgotten import Forgotten
from coordinator_app.core.model import Draft, Meeting, Person
from coordinator_app.gui.attendance.screen import AttendanceScreen
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.storage.database import Database
from tests.book import FAST, StoppedClock
from tests.book import KEY as KEY_OF_BOOK
from tests.gui.cards import fill
from tests.gui.keys import press, type_text
from tests.gui.room import Room, opened_room

TODAY = dt.date(2026, 10, 6)
KEY = "attendance/1/planned/None"


def kept(room: Room) -> Any:
    return room.draft(KEY) or {}


def opened(room: Room, screen: AttendanceScreen) -> None:
    assert room.window is not None
    room.window.go("attendance", 1)
    room.settle()


def mark(room: Room, screen: AttendanceScreen) -> None:
    """The first man, who is there for the first time, a visitor, and half a note."""
    room.write(fill, today=room.kit.clock.today())
    opened(room, screen)
    roster = screen.sheet.roster
    for key in (Qt.Key.Key_F, Qt.Key.Key_N):
        press(roster, key)
    note = screen.sheet.numbers.rest.row("note").editor.focus
    note.setFocus()
    type_text(note, "savusa")
    type_text(screen.sheet.numbers.line, "1 +")
    room.qtbot.waitUntil(lambda: kept(room).get("line") == "1 +")


def marked_and_killed(kit: Kit, qtbot: QtBot, own_book: Path) -> None:
    with opened_room(kit, qtbot, own_book, AttendanceScreen) as (room, screen):
        mark(room, screen)
    kit.tasks.close()


def test_the_marks_are_there_in_the_next_run_and_can_be_done(kit: Kit, qtbot: QtBot, own_book: Path) -> None:
    marked_and_killed(kit, qtbot, own_book)
    with opened_room(kit, qtbot, own_book, AttendanceScreen) as (room, screen):
        opened(room, screen)
        sheet = screen.sheet
        assert sheet.unfinished.isVisible()
        assert (sheet.marks.headcount, len(sheet.marks.present), len(sheet.marks.new)) == (2, 1, 1)
        assert sheet.numbers.headcount.text() == "2"
        assert (sheet.numbers.rest.value("note"), sheet.numbers.line.text()) == ("savusa", "1 +")
        sheet.numbers.line.clear()
        screen.finish()
        room.settle()
        row = room.ask(meetings.one, meeting=1)
        assert (row.headcount, row.newcomers, row.note) == (2, 1, "savusa")
        assert kept(room) == {}


def test_whoever_starts_afresh_has_the_sheet_as_it_is_stored(kit: Kit, qtbot: QtBot, own_book: Path) -> None:
    marked_and_killed(kit, qtbot, own_book)
    with opened_room(kit, qtbot, own_book, AttendanceScreen) as (room, screen):
        opened(room, screen)
        (again,) = screen.sheet.unfinished.findChildren(QPushButton)
        again.click()
        room.settle()
        assert not screen.sheet.dirty()
        assert screen.sheet.numbers.line.text() == ""
        assert not screen.sheet.unfinished.isVisible()
        assert kept(room) == {}


def elsewhere(own_book: Path, change: Callable[[Database], object]) -> None:
    """A change that is made while the window is not open."""
    book = Database.open(own_book, KEY_OF_BOOK, clock=StoppedClock(), settings=FAST)
    change(book)
    book.close()


def forget_everybody(session: Session) -> Forgotten:
    everybody = session.scalars(select(Person.id)).all()
    return erasure.forget(session, people=everybody, today=TODAY, catalogue=shipped())


def test_a_meeting_that_was_recorded_otherwise_stays_so(kit: Kit, qtbot: QtBot, own_book: Path) -> None:
    marked_and_killed(kit, qtbot, own_book)
    elsewhere(own_book, lambda book: book.write(meetings.count, meeting=1, headcount=7, today=TODAY))
    with opened_room(kit, qtbot, own_book, AttendanceScreen) as (room, screen):
        opened(room, screen)
        assert screen.sheet.marks.headcount == 7
        assert not screen.sheet.dirty()
        assert not screen.sheet.unfinished.isVisible()


def test_a_forgotten_man_is_a_visitor_on_it(kit: Kit, qtbot: QtBot, own_book: Path) -> None:
    marked_and_killed(kit, qtbot, own_book)
    elsewhere(own_book, lambda book: book.erase(forget_everybody))
    with opened_room(kit, qtbot, own_book, AttendanceScreen) as (room, screen):
        assert not any(kept(room)["people"].values())
        opened(room, screen)
        assert (screen.sheet.marks.headcount, screen.sheet.marks.present) == (2, frozenset())


def test_marks_that_are_taken_back_are_no_draft(kit: Kit, qtbot: QtBot, own_book: Path) -> None:
    with opened_room(kit, qtbot, own_book, AttendanceScreen) as (room, screen):
        room.write(fill, today=kit.clock.today())
        opened(room, screen)
        press(screen.sheet.roster, Qt.Key.Key_A)
        room.qtbot.waitUntil(lambda: bool(kept(room)))
        press(screen.sheet.roster, Qt.Key.Key_A)
        room.qtbot.waitUntil(lambda: not kept(room))
        assert room.ask(lambda session: session.scalars(select(Draft.id)).all()) == []
        assert room.ask(lambda session: session.scalar(select(Meeting.headcount).where(Meeting.id == 1))) is None


def test_a_line_of_the_months_numbers_is_there_in_the_next_run(kit: Kit, qtbot: QtBot, own_book: Path) -> None:
    key = f"attendance/{TODAY:%Y-%m}"
    with opened_room(kit, qtbot, own_book, AttendanceScreen) as (room, screen):
        room.write(fill, today=kit.clock.today())
        table = numbers_of_month(room, screen)
        table.edit(table.currentIndex())
        type_text(table.editor(), "1 +")
        room.qtbot.waitUntil(lambda: room.draft(key) == {"1": "1 +"})
    kit.tasks.close()
    with opened_room(kit, qtbot, own_book, AttendanceScreen) as (room, screen):
        table = numbers_of_month(room, screen)
        assert screen.grid.unfinished.isVisible()
        index = screen.grid.grid.index(0, 1)
        cell = screen.grid.grid.cell(index)
        assert cell is not None and cell.wrong == "1 +"
        table.edit(index)
        type_text(table.editor(), "2")
        table.flush()
        room.settle()
        assert room.ask(meetings.one, meeting=1).headcount == 2
        room.qtbot.waitUntil(lambda: room.draft(key) is None)
        assert not screen.grid.unfinished.isVisible()


def numbers_of_month(room: Room, screen: AttendanceScreen) -> Any:
    room.settle()
    screen.modes.month.click()
    room.settle()
    table = screen.grid.table
    table.setCurrentIndex(screen.grid.grid.index(0, 1))
    return table
