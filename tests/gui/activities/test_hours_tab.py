"""Volunteer hours and sampled months, in the real window over a real book."""

import datetime as dt
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from coordinator_app.core import activities, people, volunteering
from coordinator_app.core.kinds import HoursTask
from coordinator_app.core.periods import Period, Span
from coordinator_app.gui.activities.hours_field import hours_said, read_hours
from coordinator_app.gui.activities.screen import ActivitiesScreen
from coordinator_app.gui.kit.tab_order import begins_in
from coordinator_app.i18n import Language
from tests.gui.activities.steps import CTRL, TODAY, choose, key, keys, write
from tests.gui.room import Room

QUARTER = Span(dt.date(2026, 10, 1), dt.date(2026, 12, 31))


def test_hours_are_logged_line_by_line_and_summed_up(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    matti = room.write(people.add, name="Matti Mäkinen", today=TODAY)
    sauna = room.write(activities.add, name="Saunailta", kind="social", held_on=dt.date(2026, 10, 2), service="fatherhood").id
    screen.widget.setCurrentWidget(screen.hours)
    room.settle()
    key(room, Qt.Key.Key_N, CTRL)
    form = screen.hours.new.panel.form
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
    screen.hours.rows.remover.click()
    room.settle()
    assert screen.hours.sum.text() == "1.5 h"


def test_hours_typed_wrong_are_corrected_from_the_table_and_the_correction_is_undone(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    row = room.write(volunteering.log, on=TODAY, today=TODAY, minutes=1500)
    screen.widget.setCurrentWidget(screen.hours)
    room.settle()
    screen.hours.table.choose(row.id)
    screen.hours.table.setFocus()
    key(room, Qt.Key.Key_Return)
    form = screen.hours.correction.panel.form
    assert (form.value("minutes"), form.value("on")) == (1500, TODAY)
    write(form, "minutes", "2,5")
    form.row("minutes").focus()
    key(room, Qt.Key.Key_Return)
    room.settle()
    assert screen.hours.sum.text() == "2.5 h"
    assert not screen.hours.correction.panel.isVisible()
    assert screen.hours.table.hasFocus()
    assert room.window is not None
    room.window.undo.undo()
    room.settle()
    assert screen.hours.sum.text() == "25 h"


def test_hours_in_the_card_follow_the_language(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    row = room.write(volunteering.log, on=TODAY, today=TODAY, minutes=150)
    screen.widget.setCurrentWidget(screen.hours)
    room.settle()
    screen.hours.table.choose(row.id)
    screen.hours.rows.corrector.click()
    line = screen.hours.correction.panel.form.row("minutes").editor.focus
    assert isinstance(line, QLineEdit)
    assert line.text() == "2.5"
    room.kit.voice.speak(Language.FI)
    assert line.text() == "2,5"


def test_the_examples_of_hours_are_written_as_the_language_writes_them(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    screen.widget.setCurrentWidget(screen.hours)
    room.settle()
    key(room, Qt.Key.Key_N, CTRL)
    for language in Language:
        room.kit.voice.speak(language)
        room.settle()
        (said,) = {each.text() for each in screen.hours.new.panel.findChildren(QLabel) if "2, " in each.text()}
        whole, half, clock = re.findall(r"\d(?:[.,:]\d+)?", said)
        assert (whole, half) == tuple(hours_said(minutes, room.kit.voice.words) for minutes in (120, 150))
        assert (read_hours(half), read_hours(clock)) == (150, 150)


@pytest.mark.parametrize("percent", [100, 200])
def test_the_table_shows_when_and_where_whole_without_being_moved(at: tuple[Room, ActivitiesScreen], percent: int) -> None:
    room, screen = at
    for day in range(1, 7):
        room.write(volunteering.log, on=TODAY.replace(month=9, day=24 + day), today=TODAY, minutes=150)
    screen.hours.rows.period = Period(2026, 3)
    screen.widget.setCurrentWidget(screen.hours)
    room.kit.theme.set_percent(percent)
    room.settle()
    for language in (Language.FI, Language.SV, Language.FI):
        room.kit.voice.speak(language)
        room.settle()
        table = screen.hours.table
        assert table.horizontalScrollBar().maximum() == 0
        assert all(table.sizeHintForColumn(at) <= table.columnWidth(at) for at in range(4))
        assert table.verticalScrollBar().maximum() == 0


def test_the_keyboard_begins_at_the_button_that_fills_what_is_empty(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    for tab, text in ((screen.activities, "New activity"), (screen.enquiries, "Log an enquiry")):
        screen.widget.setCurrentWidget(tab)
        room.settle()
        button = begins_in(tab)
        assert isinstance(button, QPushButton)
        assert button.text() == text


def test_in_large_text_it_begins_at_the_search_above_what_is_empty(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    room.kit.theme.set_percent(200)
    assert room.window is not None
    room.window.resize(1366, 768)
    for tab, search in ((screen.activities, screen.activities.year.list.search), (screen.enquiries, screen.enquiries.quarter.list.search)):
        screen.widget.setCurrentWidget(tab)
        room.settle()
        tab.panes.show_list()
        assert begins_in(tab) is search


def test_what_is_empty_needs_no_scrolling_in_large_text(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    room.kit.theme.set_percent(200)
    assert room.window is not None
    room.window.resize(1366, 768)
    for tab in (screen.hours, screen.feedback):
        screen.widget.setCurrentWidget(tab)
        room.settle()
        button = begins_in(tab)
        assert isinstance(button, QPushButton)
        room.qtbot.waitUntil(lambda button=button: button.visibleRegion().boundingRect().size() == button.size())  # type: ignore[misc]


def test_the_keyboard_begins_in_the_table_or_at_the_button_that_fills_it(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    screen.widget.setCurrentWidget(screen.hours)
    room.settle()
    button = begins_in(screen.hours)
    assert isinstance(button, QPushButton)
    assert button.text() == "Log hours"
    room.write(volunteering.log, on=TODAY, today=TODAY, minutes=150)
    room.settle()
    assert begins_in(screen.hours) is screen.hours.table


def test_a_card_higher_than_its_place_begins_at_its_heading(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    screen.widget.setCurrentWidget(screen.hours)
    room.kit.theme.set_percent(200)
    assert room.window is not None
    room.window.resize(1366, 768)
    room.settle()
    key(room, Qt.Key.Key_N, CTRL)
    room.settle()
    heading = next(each for each in screen.hours.new.panel.findChildren(QLabel) if each.text() == "Log hours")
    for seen in (heading, screen.hours.new.panel.form.row("minutes").editor.focus):
        room.qtbot.waitUntil(lambda seen=seen: seen.visibleRegion().boundingRect().height() == seen.height())  # type: ignore[misc]


def test_hours_that_are_no_halves_are_told_in_their_place(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    screen.widget.setCurrentWidget(screen.hours)
    room.settle()
    key(room, Qt.Key.Key_N, CTRL)
    keys("2,2")
    key(room, Qt.Key.Key_Return)
    assert "2, 2.5 or 2:30" in screen.hours.new.panel.form.row("minutes").fault()
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
