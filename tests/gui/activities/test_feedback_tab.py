"""Feedback, in the real window over a real book."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from coordinator_app.core import feedback
from coordinator_app.core.periods import Span
from coordinator_app.gui.activities.screen import ActivitiesScreen
from coordinator_app.i18n import Language
from tests.gui.activities.steps import CTRL, TODAY, choose, key, write
from tests.gui.room import Room

QUARTER = Span(dt.date(2026, 10, 1), dt.date(2026, 12, 31))


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
    assert form.row("agree").fault() == "No more than 8 can have agreed: only 8 answered."
    write(form, "agree", "0")
    screen.feedback.panel.take()
    room.settle()
    (row,) = room.ask(feedback.within, span=QUARTER)
    assert (row.question, row.asked, row.answers, row.agree, row.service) == ("helped", 10, 8, 0, "peer")
    # The next question was asked of the same ten men.
    assert form.value("asked") == 10
    assert form.value("answers") is None


def test_what_is_refused_is_seen_in_large_text(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    room.kit.theme.set_percent(200)
    screen.widget.setCurrentWidget(screen.feedback)
    room.settle()
    key(room, Qt.Key.Key_N, CTRL)
    form = screen.feedback.panel.form
    choose(form, "question", "helped")
    for name, number in (("asked", "10"), ("answers", "8"), ("agree", "9")):
        write(form, name, number)
    form.row("question").focus()
    screen.feedback.panel.take()
    room.settle()
    line = form.row("agree").editor.focus
    room.qtbot.waitUntil(lambda: line.hasFocus() and line.visibleRegion().boundingRect().size() == line.size())


@pytest.mark.parametrize(("name", "typed", "said"), [("answers", "11", "No more than 10"), ("on", "7.10.2026", "The day lies ahead")])
def test_a_refusal_stands_at_the_field_it_speaks_of(at: tuple[Room, ActivitiesScreen], name: str, typed: str, said: str) -> None:
    room, screen = at
    screen.widget.setCurrentWidget(screen.feedback)
    room.settle()
    key(room, Qt.Key.Key_N, CTRL)
    form = screen.feedback.panel.form
    choose(form, "question", "helped")
    for field, text in {"asked": "10", "answers": "8", "agree": "7", name: typed}.items():
        write(form, field, text)
    screen.feedback.panel.take()
    room.settle()
    assert form.row(name).fault().startswith(said)
    assert form.row(name).editor.focus.hasFocus()
    assert form.row("agree").fault() == ""


def test_a_tally_typed_wrong_is_corrected(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    row = room.write(feedback.tally, on=TODAY, today=TODAY, question="helped", asked=10, answers=8, agree=0)
    screen.widget.setCurrentWidget(screen.feedback)
    room.settle()
    screen.feedback.table.choose(row.id)
    screen.feedback.rows.corrector.click()
    form = screen.feedback.correction.form
    write(form, "agree", "9")
    screen.feedback.correction.take()
    room.settle()
    assert form.row("agree").fault() == "No more than 8 can have agreed: only 8 answered."
    write(form, "agree", "7")
    screen.feedback.correction.take()
    room.settle()
    (mended,) = room.ask(feedback.within, span=QUARTER)
    assert (mended.asked, mended.answers, mended.agree) == (10, 8, 7)
    assert not screen.feedback.correction.isVisible()


def test_the_table_shows_how_many_agreed_without_being_moved(at: tuple[Room, ActivitiesScreen]) -> None:
    room, screen = at
    room.write(feedback.tally, on=TODAY, today=TODAY, question="helped", asked=10, answers=8, agree=7)
    screen.widget.setCurrentWidget(screen.feedback)
    room.kit.voice.speak(Language.FI)
    room.settle()
    assert screen.feedback.table.horizontalScrollBar().maximum() == 0
