"""The groups' screen in the real window over a real book: begun, changed, cancelled, moved, with breaks and extras."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coordinator_app.core import groups, meetings
from coordinator_app.core.kinds import MeetingState, Rule
from coordinator_app.i18n import Language
from tests.gui.groups.doing import (
    TODAY,
    At,
    add,
    autumn,
    buttons,
    buttons_on,
    choose,
    detail,
    key,
    key_all,
    keys,
    show_page,
    texts,
)
from tests.gui.keys import press


def test_an_empty_book_says_what_will_be_here(at: At) -> None:
    room, screen = at
    assert [label.text() for label in screen.widget.findChildren(QLabel) if "will be here" in label.text()]
    (brings,) = buttons(screen.widget, "Bring in from a file")
    brings.click()
    assert room.gone == [("importing", None)]


def test_a_draft_says_what_is_missing_and_stays_while_other_groups_are_looked_at(at: At) -> None:
    room, screen = at
    group = add(room)
    screen.begin()
    keys("Puoliksi")
    key(Qt.Key.Key_Return)
    assert screen.draft.panel.form.row("weekday").fault()
    assert screen.draft.panel.form.row("starts").fault()
    screen.list.choose(group)
    room.settle()
    assert screen.one.isVisible()
    screen.begin()
    assert screen.draft.panel.form.value("name") == "Puoliksi"
    assert len(room.ask(groups.listing, today=TODAY, records_begin=TODAY)) == 1


@pytest.mark.parametrize(
    ("often", "fields", "rule"),
    [
        ("2", {}, Rule.EVERY_N_WEEKS),
        ("n", {"interval": "6"}, Rule.EVERY_N_WEEKS),
        ("monthly", {}, Rule.MONTHLY),
        ("dates", {"dates": "20.10., 3.11."}, Rule.DATES),
    ],
)
def test_every_kind_of_rule_can_be_written(at: At, often: str, fields: dict[str, str], rule: Rule) -> None:
    room, screen = at
    group = add(room)
    (adder,) = buttons_on(screen, "Add a time")
    adder.click()
    form = screen.one.times.add_panel.form
    for name, chosen in (("often", often), ("weekday", 3)):
        form.row(name).editor.show(chosen)
        form.row(name).editor.edited()
    for name, typed in fields.items():
        row = form.row(name)
        row.focus()
        key_all(row.editor.focus, typed)
    form.row("starts").focus()
    keys("18")
    key(Qt.Key.Key_Return)
    room.settle()
    assert rule in {slot.rule.rule for slot in detail(room, group).slots}


def test_a_changed_time_counts_from_the_day_asked_for(at: At) -> None:
    room, screen = at
    group = add(room)
    show_page(screen, "Times and breaks")
    room.settle()
    (change,) = buttons_on(screen, "Change")
    change.click()
    form = screen.one.times.change_panel.form
    assert form.value("valid_from") == TODAY
    form.row("weekday").editor.show(3)
    form.row("valid_from").editor.show(dt.date(2026, 11, 1))
    form.row("starts").focus()
    key(Qt.Key.Key_Return)
    room.settle()
    held = autumn(room, group)
    assert dt.date(2026, 10, 27) in held
    assert dt.date(2026, 11, 5) in held
    assert dt.date(2026, 11, 3) not in held


def test_one_meeting_is_cancelled_with_two_keys(at: At) -> None:
    room, screen = at
    group = add(room)
    choose(room, screen, group, dt.date(2026, 10, 13))
    key(Qt.Key.Key_C)
    key(Qt.Key.Key_4)
    room.settle()
    row = autumn(room, group)[dt.date(2026, 10, 13)]
    assert (row.state, row.reason) == (MeetingState.CANCELLED, "counsellor_ill")
    (back,) = buttons(screen.one, "Take it back")
    back.click()
    room.settle()
    assert autumn(room, group)[dt.date(2026, 10, 13)].state is MeetingState.PLANNED


def test_one_meeting_is_moved_with_three_keys_and_the_date(at: At) -> None:
    room, screen = at
    group = add(room)
    choose(room, screen, group, dt.date(2026, 10, 13))
    key(Qt.Key.Key_M)
    keys("14.10.")
    key(Qt.Key.Key_Return)
    room.settle()
    row = autumn(room, group)[dt.date(2026, 10, 14)]
    assert (row.planned_on, row.moved) == (dt.date(2026, 10, 13), True)


def test_that_a_meeting_was_moved_is_said_once_by_the_day_it_was_moved_from(at: At) -> None:
    room, screen = at
    group = add(room)
    meeting = autumn(room, group)[dt.date(2026, 10, 13)].id
    room.write(meetings.move, meeting=meeting, on=dt.date(2026, 10, 14), today=TODAY)
    choose(room, screen, group, dt.date(2026, 10, 14))
    assert "Moved from Tue 13\u00a0October 2026 · Järjestötalo" in texts(screen.one.meetings.chosen)
    room.kit.voice.speak(Language.FI)
    assert "Siirretty, vanha päivä ti 13.10.2026 · Järjestötalo" in texts(screen.one.meetings.chosen)


def test_what_is_moved_is_said_above_the_new_day(at: At) -> None:
    room, screen = at
    group = add(room)
    panel = screen.one.meetings.move_panel
    for day in (13, 20):
        choose(room, screen, group, dt.date(2026, 10, day))
        key(Qt.Key.Key_M)
        assert f"Move the meeting of Tue {day}\u00a0October to another day" in texts(panel)
    room.kit.voice.speak(Language.FI)
    assert "Siirrä kokoontuminen ti 20.10. toiselle päivälle" in texts(panel)


def test_a_wrong_day_is_said_at_the_field(at: At) -> None:
    room, screen = at
    group = add(room)
    choose(room, screen, group, dt.date(2026, 10, 13))
    key(Qt.Key.Key_M)
    keys("31.2.")
    key(Qt.Key.Key_Return)
    assert screen.one.meetings.move_panel.form.row("on").fault()
    key(Qt.Key.Key_Escape)
    assert not screen.one.meetings.move_panel.isVisible()
    assert dt.date(2026, 10, 13) in autumn(room, group)


def test_a_past_meeting_is_recorded_elsewhere_or_not_counted_here(at: At) -> None:
    room, screen = at
    group = add(room)
    choose(room, screen, group, dt.date(2026, 9, 8))
    meeting = autumn(room, group)[dt.date(2026, 9, 8)].id
    key(Qt.Key.Key_Return)
    assert room.gone == [("attendance", meeting)]
    screen.one.meetings.chosen.not_counted.click()
    room.settle()
    assert autumn(room, group)[dt.date(2026, 9, 8)].state is MeetingState.NOT_COUNTED


def test_an_extra_meeting_is_added_and_taken_away(at: At) -> None:
    room, screen = at
    group = add(room)
    buttons(screen.one, "Extra meeting")[0].click()
    keys("17.10.")
    key(Qt.Key.Key_Return)
    room.settle()
    assert autumn(room, group)[dt.date(2026, 10, 17)].extra
    choose(room, screen, group, dt.date(2026, 10, 17))
    screen.one.meetings.chosen.remove.click()
    room.settle()
    assert dt.date(2026, 10, 17) not in autumn(room, group)


@pytest.mark.parametrize("verb", ["add", "move"])
def test_what_is_added_to_or_moved_to_another_term_is_shown_there(at: At, verb: str) -> None:
    room, screen = at
    group = add(room)
    choose(room, screen, group, dt.date(2026, 10, 6))
    if verb == "add":
        buttons(screen.one, "Extra meeting")[0].click()
    else:
        keys("m")
    keys("16.1.2027")
    key(Qt.Key.Key_Return)
    room.settle()
    shown = screen.one.meetings.strip.current()
    assert shown is not None and shown.held_on == dt.date(2027, 1, 16)
    assert screen.one.meetings.chosen.meeting == shown
    assert screen.one.meetings.strip.hasFocus()


def test_what_is_new_is_not_added_and_what_was_there_is_left_as_it_was(at: At) -> None:
    room, screen = at
    group = add(room)
    before = set(autumn(room, group))
    buttons(screen.one, "Extra meeting")[0].click()
    keys("17.10.")
    assert not buttons(screen.one, "Leave as it was")
    buttons(screen.one, "Do not add")[0].click()
    choose(room, screen, group, dt.date(2026, 10, 13))
    key(Qt.Key.Key_M)
    keys("14.10.")
    assert not buttons(screen.one, "Do not add")
    buttons(screen.one, "Leave as it was")[0].click()
    room.settle()
    assert set(autumn(room, group)) == before


def test_the_other_term_is_a_press_away(at: At) -> None:
    room, screen = at
    add(room)
    term = screen.one.meetings.term
    before = term.said()
    term.after.click()
    room.settle()
    assert "2027" in term.said()
    term.before.click()
    room.settle()
    assert term.said() == before


def test_a_break_takes_meetings_off_the_plan_and_gives_them_back(at: At) -> None:
    room, screen = at
    group = add(room)
    buttons_on(screen, "Add a break")[0].click()
    keys("12.10.")
    screen.one.times.breaks.panel.form.row("last").focus()
    keys("18.10.")
    key(Qt.Key.Key_Return)
    room.settle()
    assert dt.date(2026, 10, 13) not in autumn(room, group)
    buttons_on(screen, "Remove")[0].click()
    room.settle()
    assert dt.date(2026, 10, 13) in autumn(room, group)


def test_a_break_that_ends_before_it_begins_is_refused_in_its_place(at: At) -> None:
    room, screen = at
    add(room)
    buttons_on(screen, "Add a break")[0].click()
    keys("12.10.")
    screen.one.times.breaks.panel.form.row("last").focus()
    keys("1.10.")
    key(Qt.Key.Key_Return)
    room.settle()
    assert screen.one.times.breaks.panel.form.row("last").fault()


@pytest.mark.parametrize("percent", [100, 200])
def test_every_day_of_the_term_fits_its_tile(at: At, percent: int) -> None:
    room, screen = at
    add(room)
    theme, strip = room.kit.theme, screen.one.meetings.strip
    theme.set_percent(percent)
    for language in Language:
        room.kit.voice.speak(language)
        room.settle()
        model = strip.model()
        days = [str(model.index(at, 0).data()).partition(",")[0] for at in range(model.rowCount())]
        widest = max(map(QFontMetrics(theme.font(strong=True)).horizontalAdvance, days))
        assert widest <= strip.gridSize().width() - theme.px(22), language


def test_an_answer_that_tells_nothing_new_draws_no_meeting_again(at: At, qtbot: QtBot) -> None:
    room, screen = at
    add(room)
    strip = screen.one.meetings.strip
    with qtbot.assertNotEmitted(strip.model().modelReset):
        screen.reload()
        room.settle()
    with qtbot.waitSignal(strip.model().modelReset):
        room.write(groups.add_pause, first=TODAY, last=TODAY, today=TODAY, why="Syysloma")


def test_a_page_that_was_not_seen_shows_the_group_once_it_is_turned_to(at: At) -> None:
    room, screen = at
    add(room, "Tiistairyhmä")
    other = add(room, "Toinen", note="Avain naapurilla")
    show_page(screen, "Details")
    screen.show_subject(other)
    room.settle()
    show_page(screen, "Meetings")
    room.write(groups.change, group=other, today=TODAY, note="Avain kassassa")
    room.settle()
    show_page(screen, "Details")
    assert screen.one.details.form.value("note") == "Avain kassassa"


def test_one_evening_after_the_other_is_cancelled_and_taken_back_without_the_mouse(at: At) -> None:
    room, screen = at
    group = add(room)
    choose(room, screen, group, dt.date(2026, 10, 6))
    for _ in range(2):
        keys("c")
        keys("1")
        room.settle()
        assert screen.one.meetings.strip.hasFocus()
        key(Qt.Key.Key_Right)
    first_two = dt.date(2026, 10, 6), dt.date(2026, 10, 13)
    assert [autumn(room, group)[day].state for day in first_two] == [MeetingState.CANCELLED] * 2
    screen.list.search.setFocus()
    for _ in range(2):
        press(screen.list.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        room.settle()
    assert [autumn(room, group)[day].state for day in first_two] == [MeetingState.PLANNED] * 2
    keys("zzz")
    press(screen.list.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert screen.list.search.text() == ""
    assert autumn(room, group)


def test_a_card_that_is_done_leaves_the_keyboard_beside_it(at: At) -> None:
    room, screen = at
    group = add(room)
    show_page(screen, "Times and breaks")
    breaks = screen.one.times.breaks
    breaks.lines.adder.setFocus()
    key(Qt.Key.Key_Return)
    for day in ("20.12.2026", "1.1.2027"):
        keys(day)
        key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Return)
    room.settle()
    assert len(detail(room, group).pauses) == 1
    assert breaks.lines.adder.hasFocus()
