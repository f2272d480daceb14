"""Activities: one repeated in the next year, and an enquiry logged."""

import datetime as dt

from PySide6.QtCore import Qt

from coordinator_app.core import activities, enquiries
from coordinator_app.core.periods import Period, Span
from coordinator_app.gui.activities.screen import ActivitiesScreen
from tests.budgets.hand import CTRL, Hand
from tests.budgets.life import TODAY

REPEAT_ONE, LOG_AN_ENQUIRY = 3, 5


def test_an_activity_is_repeated_with_three_keys(hand: Hand) -> None:
    for name, on in (("Saunailta", dt.date(2026, 10, 16)), ("Pikkujoulu", dt.date(2026, 12, 11))):
        hand.write(activities.add, name=name, kind="social", held_on=on)
    hand.open(4)
    with hand.at_most(keys=REPEAT_ONE):
        hand.key(Qt.Key.Key_Down)
        hand.key(Qt.Key.Key_D, CTRL)
    [copy] = hand.ask(activities.within, span=Span(dt.date(2027, 1, 1), dt.date(2027, 12, 31)))
    year = hand.screen("activities", ActivitiesScreen).activities.year
    current = year.list.current()
    assert current is not None and current.id == copy.id
    assert (copy.name, year.year) == ("Pikkujoulu", 2027)


def test_an_enquiry_is_logged_with_five_keys(hand: Hand) -> None:
    hand.open(4)
    with hand.at_most(keys=LOG_AN_ENQUIRY):
        hand.key(Qt.Key.Key_E, CTRL)
        hand.type("2")
    [row] = hand.ask(enquiries.within, span=Period.of(TODAY).span)
    tab = hand.screen("activities", ActivitiesScreen).enquiries
    assert (row.on, row.channel) == (TODAY, tab.new.channels._offered[1].code)
    assert tab.one.isVisible() and tab.quarter.list.view.hasFocus()
