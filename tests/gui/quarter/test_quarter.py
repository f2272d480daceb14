"""The quarter looked at: asked why, answered, said in words, walked through by key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget

from coordinator_app.core import checks, summary
from coordinator_app.core.figures import ALL
from coordinator_app.gui.kit.theme import Mode
from coordinator_app.gui.quarter import reading
from coordinator_app.gui.quarter.figures_table import BARS
from coordinator_app.gui.quarter.one_quarter import CHECKS, SENT, WORDS
from coordinator_app.i18n import Language
from tests.gui.conftest import Script
from tests.gui.keys import press, type_text
from tests.gui.quarter.quarters import Q3, TODAY, At


def test_it_opens_on_the_quarter_that_waits(at: At) -> None:
    _, screen = at
    assert screen.one.period.text() == "July–September 2026"
    assert screen.one.standing.text() == "Ready to send"
    said = "13 meetings planned · counted 13 · not counted 0 · cancelled 0 · not recorded 0 · complete to 100%"
    assert screen.one.ledger.text().replace("\u00a0", " ") == said


def test_in_a_narrow_place_a_number_stays_with_what_it_counts(at: At) -> None:
    _, screen = at
    parts = screen.one.ledger.text().split(" ")
    assert [part for part in parts if part != "·"][-2:] == ["not\u00a0recorded\u00a00", "complete\u00a0to\u00a0100%"]


@pytest.mark.parametrize("tab", [CHECKS, WORDS, SENT])
def test_what_a_tab_says_begins_right_below_the_line_above_it(at: At, tab: int) -> None:
    room, screen = at
    screen.one.tabs.setCurrentIndex(tab)
    room.settle()
    page = screen.one.tabs.widget(tab)
    assert page is not None
    parts = [each for each in page.findChildren(QWidget) if each.isVisible() and isinstance(each, QLabel | QCheckBox)]
    assert min(each.mapTo(screen.one, QPoint()).x() for each in parts) == screen.one.ledger.x()


def test_a_tab_with_nothing_to_reach_leaves_the_keyboard_on_the_row_of_tabs(at: At) -> None:
    room, screen = at
    screen.one.tabs.setCurrentIndex(WORDS)
    bar = screen.one.tabs.tabBar()
    bar.setFocus()
    press(bar, Qt.Key.Key_Tab)
    field = QApplication.focusWidget()
    assert field is not None and field is not bar
    press(field, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert screen.one.tabs.currentIndex() == SENT
    assert QApplication.focusWidget() is bar
    press(bar, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert screen.one.tabs.currentIndex() == WORDS


def test_questions_are_answered_one_by_one_and_taken_back(open_ends: At, ask: Script) -> None:
    room, screen = open_ends
    ask.answers.append("answer")
    screen.send()
    assert screen.one.tabs.currentIndex() == CHECKS
    card = screen.one.checks.cards["unrecorded", "peer"]
    assert card.choices["break"].hasFocus()
    card.choices["room_closed"].click()
    room.settle()
    assert [(each.of, each.choice) for each in room.ask(checks.answers, period=Q3)] == [("peer", "room_closed")]
    type_text(card.line, "Vesivahinko")
    card.line.editingFinished.emit()
    room.settle()
    assert [each.text for each in room.ask(checks.answers, period=Q3)] == ["Vesivahinko"]
    card.choices["room_closed"].click()
    room.settle()
    assert not room.ask(checks.answers, period=Q3)


def test_a_sensitive_service_is_answered_without_a_text(open_ends: At) -> None:
    room, screen = open_ends
    card = screen.one.checks.cards["volunteers", "divorce"]
    card.choices["other"].click()
    room.settle()
    assert card.finding.answer is not None
    assert card.line.isHidden()


@pytest.mark.parametrize("figure", [("visits.group", ALL), ("meetings.due", "peer"), ("volunteers.hours", ALL), ("enquiries", ALL)])
def test_why_lists_the_records_that_the_figure_is_made_of(town: At, figure: tuple[str, str]) -> None:
    room, screen = town
    screen.one.table.choose(*figure)
    press(screen.one.table, Qt.Key.Key_Return)
    room.settle()
    indicator, of = figure
    behind = room.ask(reading.records_of, period=Q3, indicator=indicator, of=of, today=TODAY)
    assert behind
    assert tuple(screen.one.why.table.rows.rows()) == behind
    total = sum(ref.value or 0 for ref in behind)
    if indicator == "visits.group":
        assert screen.one.table.said_of(*figure)[0] == room.kit.voice.words.number(total)


def test_escape_leads_from_the_records_back_to_the_figure(at: At) -> None:
    room, screen = at
    screen.one.table.choose("visits.group", ALL)
    press(screen.one.table, Qt.Key.Key_Return)
    room.settle()
    assert screen.one.why.table.hasFocus()
    press(screen.one.why.table, Qt.Key.Key_Escape)
    assert screen.one.table.hasFocus() and screen.one.table.isVisible()
    assert screen.one.table.current() == ("visits.group", ALL)


def test_every_figure_that_was_ever_known_has_a_bar_for_each_of_eight_quarters(town: At) -> None:
    room, screen = town
    shown = room.ask(reading.shown, period=Q3, today=TODAY)
    without = []
    for figure in (each for each in shown.figures if each.of == ALL and each.value is not None):
        screen.one.table.choose(figure.indicator, ALL)
        bars = screen.one.table.currentIndex().siblingAtColumn(BARS)
        if len(bars.data(Qt.ItemDataRole.AccessibleTextRole).split(", ")) != reading.QUARTERS_SHOWN:
            without.append(figure.indicator)
    assert without == []


def test_a_record_opens_where_it_lives(at: At) -> None:
    room, screen = at
    screen.one.ask_why("visits.group", ALL)
    room.settle()
    first = screen.one.why.table.rows.row_at(0)
    screen.one.why.table.choose((first.kind, first.id))
    press(screen.one.why.table, Qt.Key.Key_Return)
    screen.one.ask_why("groups.active", ALL)
    room.settle()
    group = screen.one.why.table.rows.row_at(0)
    screen.one.why.table.choose((group.kind, group.id))
    press(screen.one.why.table, Qt.Key.Key_Return)
    assert room.gone == [("attendance", first.id), ("groups", group.id)]


def test_zero_missing_and_not_offered_are_three_things(open_ends: At) -> None:
    table = open_ends[1].one.table
    assert table.said_of("meetings.cancelled") == ("0", "")
    assert table.said_of("visits.group.new", "divorce") == ("–", "not asked")
    assert table.said_of("visits.group.new", "peer") == ("13", "")
    assert table.said_of("men.group", "peer") == ("–", "no data")
    assert table.said_of("activities.held") == ("·", "not offered here")
    assert table.said_of("volunteers.hours", "peer") == ("≈20", "estimate")


def test_a_figure_is_entered_by_hand_and_taken_away(at: At) -> None:
    room, screen = at
    screen.one.ask_why("men.group", "peer")
    room.settle()
    why = screen.one.why
    why.enter.click()
    type_text(why.panel.form.row("value").editor.focus, "14")
    why.panel.taker.click()
    room.settle()
    assert screen.one.table.said_of("men.group", "peer") == ("≈14", "estimate")
    assert [ref.kind for ref in why.table.rows.rows()] == ["stated_figure"]
    why.take_away.click()
    room.settle()
    assert screen.one.table.said_of("men.group", "peer") == ("–", "no data")


def test_a_figure_that_is_computed_cannot_be_entered(at: At) -> None:
    room, screen = at
    screen.one.ask_why("visits.group", "peer")
    room.settle()
    assert screen.one.why.enter.isHidden()


def test_what_is_said_in_words_is_counted_and_stored(at: At) -> None:
    room, screen = at
    screen.one.show_tab(WORDS)
    box = screen.one.words.box("hard")
    box.setFocus()
    type_text(box, "Tilat olivat täynnä.")
    assert screen.one.words.counter("hard") == "1,980 characters left"
    screen.leave()
    room.settle()
    assert room.ask(summary.said, period=Q3).narrative.hard == "Tilat olivat täynnä."
    box.setPlainText("x" * 2001)
    screen.leave()
    room.settle()
    assert screen.one.words.counter("hard") == "1 character too many"
    assert screen.one.words.texts["hard"].row("hard").fault().startswith("Each text may have")
    room.write(summary.narrate, period=Q3, went_well="Talkoot")
    room.settle()
    assert screen.one.words.box("went_well").toPlainText() == "Talkoot"
    assert len(box.toPlainText()) == 2001


def test_quarters_are_walked_by_key_and_none_lies_before_the_records(at: At) -> None:
    room, screen = at
    for _ in range(2):
        screen.one.before.click()
        room.settle()
    assert screen.one.period.text() == "January–March 2026"
    assert not screen.one.before.isEnabled()
    for _ in range(3):
        screen.one.after.click()
        room.settle()
    assert screen.one.period.text() == "October–December 2026"
    assert not screen.one.after.isEnabled()


def test_a_quarter_that_goes_on_asks_for_nothing_but_patience(at: At) -> None:
    room, screen = at
    screen.one.after.click()
    room.settle()
    assert screen.one.tabs.tabText(CHECKS) == "Checks"
    shown = [label.text() for label in screen.one.checks.findChildren(QLabel) if label.text()]
    assert shown == ["Nothing is missing.", "The period ends on 31\u00a0December 2026. The summary can be sent from that day on."]


def test_every_control_has_a_name_and_no_text_is_left_in_english(town: At) -> None:
    room, screen = town
    for language in Language:
        room.kit.voice.speak(language)
        for tab in range(screen.one.tabs.count()):
            screen.one.show_tab(tab)
            for control in screen.widget.findChildren(QWidget):
                if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus and not control.objectName().startswith("qt_"):
                    assert control.accessibleName() or getattr(control, "text", str)(), control


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_wider_than_the_window(town: At, percent: int) -> None:
    room, screen = town
    room.kit.theme.set_mode(Mode.DARK)
    room.kit.theme.set_percent(percent)
    room.kit.voice.speak(Language.FI)
    for tab in range(screen.one.tabs.count()):
        screen.one.show_tab(tab)
        QApplication.processEvents()
        assert room.window is not None
        for control in screen.widget.findChildren(QPushButton):
            if control.isVisible():
                assert control.width() >= control.sizeHint().width(), control.text()
                assert control.mapTo(room.window, control.rect().topRight()).x() <= room.window.width(), control.text()
