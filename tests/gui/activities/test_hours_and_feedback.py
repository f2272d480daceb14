"""Volunteer hours, sampled months and feedback, in the real window over a real book."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from coordinator_app.core import activities, feedback, people, volunteering
from coordinator_app.core.kinds import HoursTask
from coordinator_app.core.periods import Span
from coordinator_app.gui.activities.hours_field import hours_said, read_hours
from coordinator_app.gui.activities.screen import ActivitiesScreen
from coordinator_app.gui.kit.reading import Unreadable
from coordinator_app.i18n import Language, Words
from tests.gui.activities.steps import CTRL, TODAY, choose, key, keys, write
from tests.gui.room import Room

QUARTER = Span(dt.date(2026, 10, 1), dt.date(2026, 12, 31))


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("2", 120),
        ("2,5", 150),
        ("2.5", 150),
        ("2.30", 150),
        ("2:30", 150),
        ("2,50", 150),
        ("0,5", 30),
        ("12 h", 720),
        ("", None),
        (" ", None),
    ],
)
def test_hours_are_read_as_they_are_written_in_finland(typed: str, minutes: int | None) -> None:
    assert read_hours(typed) == minutes


@pytest.mark.parametrize("typed", ["0", "2,25", "2.50", "2.15", "2.75", "-1", "two", "1,2,3", "1:60"])
def test_what_is_no_half_hour_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_hours(typed)


def test_hours_are_said_with_the_decimal_sign_of_the_language() -> None:
    assert [hours_said(each, Words(Language.FI)) for each in (120, 150, 100)] == ["2", "2,5", "1,67"]
    assert hours_said(150, Words(Language.EN)) == "2.5"


def test_hours_are_logged_line_by_line_and_summed_up(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    matti = room.write(people.add, name="Matti Mäkinen", today=TODAY)
    sauna = room.write(activities.add, name="Saunailta", kind="social", held_on=dt.date(2026, 10, 2), service="fatherhood").id
    screen.widget.setCurrentWidget(screen.hours)
    room.settle()
    key(room, Qt.Key.Key_N, CTRL)
    form = screen.hours.panel.form
    choose(form, "occasion", f"activity:{sauna}")
    write(form, "person", "Matti Mäkinen")
    write(form, "minutes", "2.30")
    form.row("minutes").focus()
    key(room, Qt.Key.Key_Return)
    room.settle()
    assert form.value("minutes") is None
    keys("1,5")
    key(room, Qt.Key.Key_Return)
    room.settle()
    second, first = room.ask(volunteering.within, span=QUARTER)
    assert (first.minutes, first.person, first.activity, first.service, first.task) == (150, matti, sauna, "fatherhood", HoursTask.RUNNING)
    assert (second.minutes, second.person, second.activity) == (90, None, sauna)
    assert screen.hours.sum.text() == "4 h"
    screen.hours.table.choose(first.id)
    screen.hours.remover.click()
    room.settle()
    assert screen.hours.sum.text() == "1.5 h"


def test_hours_that_are_no_halves_are_told_in_their_place(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    screen.widget.setCurrentWidget(screen.hours)
    room.settle()
    key(room, Qt.Key.Key_N, CTRL)
    keys("2,2")
    key(room, Qt.Key.Key_Return)
    assert "2, 2,5 or 2.30" in screen.hours.panel.form.row("minutes").fault()
    room.settle()
    assert room.ask(volunteering.within, span=QUARTER) == ()


def test_a_month_is_marked_as_logged_in_full_for_one_service(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    screen.widget.setCurrentWidget(screen.hours)
    room.settle()
    screen.hours.sampled.boxes[1].click()
    room.settle()
    (month,) = room.ask(volunteering.sampled, span=QUARTER)
    assert (month.service, month.month) == ("peer", dt.date(2026, 11, 1))
    screen.hours.sampled.boxes[1].click()
    room.settle()
    assert room.ask(volunteering.sampled, span=QUARTER) == ()


def test_feedback_is_a_tally_whose_parts_fit(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    screen.widget.setCurrentWidget(screen.feedback)
    room.settle()
    key(room, Qt.Key.Key_N, CTRL)
    form = screen.feedback.panel.form
    choose(form, "question", "helped")
    for name, number in (("asked", "10"), ("answers", "8"), ("agree", "9")):
        write(form, name, number)
    screen.feedback.panel.take()
    room.settle()
    assert "no more can agree" in form.row("agree").fault()
    write(form, "agree", "0")
    screen.feedback.panel.take()
    room.settle()
    (row,) = room.ask(feedback.within, span=QUARTER)
    assert (row.question, row.asked, row.answers, row.agree, row.service) == ("helped", 10, 8, 0, "peer")
    # The next question was asked of the same ten men.
    assert form.value("asked") == 10
    assert form.value("answers") is None
