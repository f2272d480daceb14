"""Feedback, in the real window over a real book."""

import datetime as dt

from PySide6.QtCore import Qt

from coordinator_app.core import feedback
from coordinator_app.core.periods import Span
from coordinator_app.gui.activities.screen import ActivitiesScreen
from tests.gui.activities.steps import CTRL, choose, key, write
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
    assert "no more can agree" in form.row("agree").fault()
    write(form, "agree", "0")
    screen.feedback.panel.take()
    room.settle()
    (row,) = room.ask(feedback.within, span=QUARTER)
    assert (row.question, row.asked, row.answers, row.agree, row.service) == ("helped", 10, 8, 0, "peer")
    # The next question was asked of the same ten men.
    assert form.value("asked") == 10
    assert form.value("answers") is None
