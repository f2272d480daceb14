"""Home and Groups: the next meeting to record, a new group, a meeting cancelled and one moved."""

import datetime as dt

from PySide6.QtCore import Qt

from coordinator_app.core import groups
from coordinator_app.core.kinds import MeetingState
from coordinator_app.gui.attendance.screen import AttendanceScreen
from coordinator_app.gui.groups.screen import GroupsScreen
from coordinator_app.gui.groups.strip import Strip
from tests.budgets.hand import CTRL, ENTER, Hand
from tests.budgets.life import TODAY, WEEK, met, tuesdays

RECORD_NEXT, FIELDS_OF_NEW_GROUP, CANCEL_ONE, MOVE_ONE = 1, 8, 2, 3
TOMORROW = TODAY + dt.timedelta(days=1)


def test_the_next_meeting_to_record_takes_one_key_on_home(hand: Hand) -> None:
    group = tuesdays(hand, TODAY - WEEK)
    hand.open(2)
    hand.open(1)
    with hand.at_most(keys=RECORD_NEXT):
        hand.key(Qt.Key.Key_Space)
    sheet = hand.screen("attendance", AttendanceScreen).sheet
    assert sheet.isVisible() and sheet.opened is not None
    assert sheet.opened.sheet.meeting.id == met(hand, group)[TODAY].id
    hand.open(1)
    with hand.at_most(keys=RECORD_NEXT):
        hand.key(Qt.Key.Key_R, CTRL)
    assert sheet.isVisible()


def test_a_weekly_group_is_begun_in_eight_fields(hand: Hand) -> None:
    hand.open(2)
    hand.key(Qt.Key.Key_N, CTRL)
    screen = hand.screen("groups", GroupsScreen)
    form = screen.draft.panel.form
    typed = {"name": "Tiistairyhmä", "weekday": "Tu", "starts": "18", "place": "Kirjasto", "valid_from": ""}
    passed: list[str] = []
    while len(passed) < len(form._rows):
        name = next(name for name, row in form._rows.items() if row.editor.focus.hasFocus())
        passed.append(name)
        hand.type(typed.pop(name, ""))
        if not typed:
            break
        hand.key(Qt.Key.Key_Tab)
    hand.key(ENTER)
    assert len(passed) <= FIELDS_OF_NEW_GROUP
    [card] = hand.ask(groups.listing, today=TODAY, records_begin=TODAY)
    rule = card.slots[0].rule
    assert (card.name, rule.weekday, rule.starts, card.slots[0].place_name) == ("Tiistairyhmä", 1, dt.time(18), "Kirjasto")
    assert screen.list.current() == card and screen.one.meetings.strip.hasFocus()


def test_a_meeting_is_cancelled_with_two_keys(hand: Hand) -> None:
    group = tuesdays(hand, TOMORROW)
    hand.open(2)
    with hand.at_most(keys=CANCEL_ONE):
        hand.type("c1")
    assert met(hand, group)[TODAY + WEEK].state is MeetingState.CANCELLED
    assert "cancelled" in tiles(hand)[0]


def test_a_meeting_is_moved_with_three_keys_and_the_day(hand: Hand) -> None:
    group = tuesdays(hand, TOMORROW)
    hand.open(2)
    day = "28.10."
    with hand.at_most(keys=MOVE_ONE + len(day)):
        hand.type("m")
        hand.type(day)
        hand.key(ENTER)
    moved = met(hand, group)[TODAY + WEEK + dt.timedelta(days=1)]
    assert moved.planned_on == TODAY + WEEK
    assert "28" in tiles(hand)[0]


def tiles(hand: Hand) -> list[str]:
    """What can be read on the strip of the shown group."""
    strip: Strip = hand.screen("groups", GroupsScreen).one.meetings.strip
    assert strip.isVisible()
    return [str(strip.model().index(at, 0).data()) for at in range(strip.model().rowCount())]
