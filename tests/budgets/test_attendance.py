"""Attendance: by roster, by number, by rows of the paper; Enter is done and goes on to the next that is missing."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt

from coordinator_app.core import attendance
from coordinator_app.core.attendance import Sheet
from coordinator_app.gui.attendance.screen import AttendanceScreen
from tests.budgets.hand import CTRL, ENTER, Hand
from tests.budgets.life import TODAY, WEEK, met, tuesdays

TEN_PRESENT, NUMBER_ONLY = 12, 4
LINE = "1 3 4 7 +2"


class Evening:
    """Tonight's sheet, opened from Home; last Tuesday's is missing too."""

    def __init__(self, hand: Hand, *, men: int) -> None:
        self.hand = hand
        rows = met(hand, tuesdays(hand, TODAY - WEEK, men=men))
        self.meeting, self.next = rows[TODAY].id, rows[TODAY - WEEK].id
        hand.open(1)
        hand.key(Qt.Key.Key_R, CTRL)

    def kept(self) -> Sheet:
        found: Sheet = self.hand.ask(attendance.sheet, meeting=self.meeting)
        return found

    def goes_on(self) -> bool:
        """Whether the next sheet is shown."""
        shown: Any = self.hand.screen("attendance", AttendanceScreen).sheet.opened
        return bool(shown.sheet.meeting.id == self.next)

    def counts(self) -> tuple[int | None, int, int]:
        """How many there were, of these by name, and how many visitors."""
        sheet = self.kept()
        return sheet.meeting.headcount, sum(line.present for line in sheet.roster), sheet.visitors


@pytest.fixture
def roster(hand: Hand) -> Iterator[Evening]:
    yield Evening(hand, men=12)


def test_ten_present_take_twelve_keys(roster: Evening) -> None:
    with roster.hand.at_most(keys=TEN_PRESENT):
        roster.hand.type(" " * 10)
        roster.hand.key(ENTER)
    assert roster.counts() == (10, 10, 0)
    assert roster.goes_on()


def test_a_number_alone_takes_four_keys(hand: Hand) -> None:
    evening = Evening(hand, men=0)
    with hand.at_most(keys=NUMBER_ONLY):
        hand.type("12")
        hand.key(ENTER)
    assert evening.counts() == (12, 0, 12)
    assert evening.goes_on()


def test_a_number_alone_takes_four_keys_where_names_are_kept_too(roster: Evening) -> None:
    with roster.hand.at_most(keys=NUMBER_ONLY):
        roster.hand.type("15")
        roster.hand.key(ENTER)
    assert roster.counts() == (15, 0, 15)
    assert roster.goes_on()


def test_all_of_them_and_a_visitor_take_three_keys(roster: Evening) -> None:
    with roster.hand.at_most(keys=3):
        roster.hand.type("an")
        roster.hand.key(ENTER)
    assert roster.counts() == (13, 12, 1)
    assert roster.goes_on()


def test_rows_of_the_paper_are_typed_and_seen_before_they_are_stored(roster: Evening) -> None:
    screen = roster.hand.screen("attendance", AttendanceScreen)
    with roster.hand.at_most(keys=len(LINE) + 2):
        roster.hand.type(LINE)
        roster.hand.key(ENTER)
        assert (len(screen.sheet.marks.present), screen.sheet.numbers.headcount.text()) == (4, "6")
        roster.hand.key(ENTER)
    assert roster.counts() == (6, 4, 2)
    assert [line.row for line in roster.kept().roster if line.present] == [1, 3, 4, 7]
    assert roster.goes_on()


def test_a_row_that_is_not_on_the_paper_is_told_where_it_was_typed(roster: Evening) -> None:
    numbers = roster.hand.screen("attendance", AttendanceScreen).sheet.numbers
    roster.hand.type("1 99")
    roster.hand.key(ENTER)
    assert "99" in numbers.top.row("headcount").fault()
    assert numbers.headcount.hasFocus()
    assert not roster.goes_on()
