"""A form stores what is left or a second old, says what is wrong in its place, and keeps blank and zero apart."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.core.errors import Refused
from coordinator_app.gui.kit.calendar_popup import CalendarPopup
from coordinator_app.gui.kit.fields import TextField
from coordinator_app.gui.kit.form import Form
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import scrolled
from coordinator_app.i18n import N_, Language, Words
from tests.gui.keys import press, type_text
from tests.gui.shelf import EMPTY, FIELDS


class Sheet:
    """A shown form, and what it stored and created."""

    def __init__(self, kit: Kit) -> None:
        self.stored: list[tuple[str, Any]] = []
        self.created: list[dict[str, Any]] = []
        self.form = Form(kit, FIELDS, lambda name, value: self.stored.append((name, value)), self.created.append)
        self.window = QWidget()
        self.elsewhere = QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.form)
        column.addWidget(self.elsewhere)

    def type_into(self, qtbot: QtBot, name: str, text: str) -> None:
        self.form.row(name).focus()
        control = self.form.row(name).editor.focus
        if isinstance(control, QLineEdit):
            control.selectAll()
        press(control, Qt.Key.Key_Delete)
        type_text(control, text)


@pytest.fixture
def sheet(kit: Kit, qtbot: QtBot) -> Iterator[Sheet]:
    sheet = Sheet(kit)
    qtbot.addWidget(sheet.window)
    with qtbot.waitActive(sheet.window):
        sheet.window.show()
    sheet.form.show_record(EMPTY | {"name": "Tiistairyhmä", "copies": 3})
    yield sheet
    sheet.form.drop()


def test_a_field_is_stored_when_it_is_left(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.type_into(qtbot, "name", "Torstairyhmä")
    assert sheet.stored == []
    sheet.elsewhere.setFocus()
    assert sheet.stored == [("name", "Torstairyhmä")]


def test_a_field_is_stored_soon_after_the_last_key(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.type_into(qtbot, "name", "Torstai")
    qtbot.waitUntil(lambda: sheet.stored == [("name", "Torstai")])
    assert sheet.form.row("name").editor.focus.hasFocus()


def test_what_is_unchanged_is_not_stored_again(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.type_into(qtbot, "name", "Tiistairyhmä")
    sheet.elsewhere.setFocus()
    assert sheet.stored == []


def test_blank_is_stored_as_not_asked_and_zero_as_zero(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.type_into(qtbot, "copies", "")
    sheet.elsewhere.setFocus()
    sheet.type_into(qtbot, "copies", "0")
    sheet.elsewhere.setFocus()
    assert sheet.stored == [("copies", None), ("copies", 0)]


def test_what_cannot_be_read_is_told_in_its_place_and_not_stored(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.type_into(qtbot, "day", "31.4.")
    assert sheet.form.row("day").fault() == ""
    sheet.elsewhere.setFocus()
    assert "20.10." in sheet.form.row("day").fault()
    assert "20.10." in sheet.form.row("day").editor.focus.accessibleDescription()
    sheet.type_into(qtbot, "day", "20.10.")
    sheet.elsewhere.setFocus()
    assert sheet.form.row("day").fault() == ""
    assert sheet.stored == [("day", dt.date(2026, 10, 20))]


def test_what_is_wrong_is_said_in_the_language_of_the_day(sheet: Sheet, kit: Kit) -> None:
    row = sheet.form.row("name")
    row.wrong(Refused(N_("This cannot be empty.")).said)
    kit.voice.speak(Language.FI)
    sheet.form.say(kit.voice.words)
    assert row.fault() == "Tämä ei voi olla tyhjä."
    assert row.editor.focus.accessibleDescription() == row.fault()
    row.right()
    kit.voice.speak(Language.SV)
    sheet.form.say(kit.voice.words)
    assert row.fault() == ""


def test_a_required_field_cannot_be_emptied(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.type_into(qtbot, "name", "")
    sheet.elsewhere.setFocus()
    assert sheet.form.row("name").fault() == "This cannot be empty."
    assert sheet.stored == []


def test_a_draft_is_made_once_when_its_required_fields_are_filled(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.form.show_draft(EMPTY)
    sheet.type_into(qtbot, "notes", "sauna")
    sheet.elsewhere.setFocus()
    assert sheet.created == []
    sheet.type_into(qtbot, "name", "Uusi")
    sheet.elsewhere.setFocus()
    assert [(made["name"], made["notes"], made["copies"]) for made in sheet.created] == [("Uusi", "sauna", None)]
    sheet.type_into(qtbot, "phone", "040 1234567")
    sheet.elsewhere.setFocus()
    assert sheet.stored == []
    sheet.form.show_record({})
    qtbot.waitUntil(lambda: sheet.stored == [("phone", "040 1234567")])
    assert len(sheet.created) == 1


def test_a_reload_keeps_what_is_being_typed(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.type_into(qtbot, "name", "Tors")
    sheet.form.show_record(EMPTY | {"name": "from elsewhere", "copies": 7})
    assert sheet.form.value("name") == "Tors"
    assert sheet.form.value("copies") == 7


def test_what_was_stored_in_a_pause_of_typing_is_gone_on_with_where_one_was(sheet: Sheet, qtbot: QtBot) -> None:
    for name, begun, rest, whole in (
        ("name", "Torstai ", "ryhmä", "Torstai ryhmä"),
        ("notes", "avain ", "naapurilla", "avain naapurilla"),
        ("day", "20.1", "0.", "20.10."),
    ):
        sheet.type_into(qtbot, name, "")
        typed = sheet.form.row(name).editor.focus
        type_text(typed, begun)
        sheet.form.flush()
        stored = dict(sheet.stored)[name]
        sheet.form.show_record(EMPTY | {name: stored})
        type_text(typed, rest)
        sheet.elsewhere.setFocus()
        assert text_of(typed) == whole


def test_what_is_stored_is_written_in_its_own_form_once_the_field_is_left(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.type_into(qtbot, "name", "Torstai ")
    sheet.form.flush()
    sheet.elsewhere.setFocus()
    assert text_of(sheet.form.row("name").editor.focus) == "Torstai"


def test_a_refusal_stays_told_when_the_field_is_visited_and_left_again(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.type_into(qtbot, "name", "Torstai")
    sheet.elsewhere.setFocus()
    sheet.form.refuse("name")(Refused(N_("The group needs a name.")))
    sheet.form.row("name").focus()
    sheet.elsewhere.setFocus()
    assert sheet.form.row("name").fault() == "The group needs a name."


def text_of(control: QWidget) -> str:
    assert isinstance(control, QLineEdit | QPlainTextEdit)
    return control.text() if isinstance(control, QLineEdit) else control.toPlainText()


def test_a_day_is_moved_with_the_arrows_and_chosen_from_the_calendar(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.type_into(qtbot, "day", "20.10.")
    line = sheet.form.row("day").editor.focus
    press(line, Qt.Key.Key_Down)
    assert sheet.form.value("day") == dt.date(2026, 10, 21)
    press(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = sheet.window.findChild(CalendarPopup)
    assert popup is not None
    press(popup.calendar, Qt.Key.Key_Left)
    press(popup.calendar.focusWidget(), Qt.Key.Key_Left)
    press(popup.calendar.focusWidget(), Qt.Key.Key_Return)
    assert sheet.form.value("day") < dt.date(2026, 10, 21)


def test_the_weekend_is_no_part_of_another_month(sheet: Sheet, kit: Kit) -> None:
    press(sheet.form.row("day").editor.focus, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    colours = [popup.calendar.weekdayTextFormat(day).foreground().color() for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)]
    assert colours == [kit.theme.colours.colour(role) for role in ("text", "danger")]
    popup.close()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_calendar_opens_within_the_screen(sheet: Sheet, kit: Kit, percent: int) -> None:
    kit.theme.set_percent(percent)
    screen = sheet.window.screen().availableGeometry()
    for corner in (screen.topLeft(), screen.center(), screen.bottomRight()):
        sheet.window.move(corner)
        press(sheet.form.row("day").editor.focus, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, CalendarPopup)
        assert screen.contains(popup.geometry())
        popup.close()


def test_a_list_of_choices_is_as_easy_to_hit_as_a_button(sheet: Sheet, kit: Kit) -> None:
    choice = next(each for each in sheet.window.findChildren(QComboBox))
    kit.theme.dress(sheet.window)
    choice.showPopup()
    assert choice.view().sizeHintForRow(0) >= 32
    choice.hidePopup()


def test_the_ring_around_an_open_list_of_choices_is_seen_whole(sheet: Sheet, kit: Kit, qtbot: QtBot) -> None:
    choice = next(each for each in sheet.window.findChildren(QComboBox))
    kit.theme.dress(sheet.window)
    choice.showPopup()
    view = choice.view()
    qtbot.waitUntil(view.hasFocus)
    QApplication.processEvents()
    drawn, ring = view.window().grab().toImage(), kit.theme.colours.colour("focus")
    sides = ((range(8), 1), (range(drawn.width() - 8, drawn.width()), 1), (range(8), 0), (range(drawn.height() - 8, drawn.height()), 0))
    for places, upright in sides:
        middle = (drawn.height() if upright else drawn.width()) // 2
        assert ring in [drawn.pixelColor(*((at, middle) if upright else (middle, at))) for at in places]
    choice.hidePopup()


def test_every_field_has_a_name_for_the_blind_in_the_language_of_the_day(sheet: Sheet) -> None:
    rows = [sheet.form.row(part.name) for part in _fields()]
    assert all(row.editor.focus.accessibleName() for row in rows)
    for language in Language:
        sheet.form.say(Words(language))
        assert all(row.editor.focus.accessibleName() == Words(language)(row.field.label) for row in rows)


def _fields() -> list[Any]:
    return [field for part in FIELDS for field in (getattr(part, "fields", None) or [part]) if hasattr(field, "name")]


def test_words_are_stored_while_somebody_types_on(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.type_into(qtbot, "notes", "")
    for _ in range(40):
        type_text(sheet.form.row("notes").editor.focus, "a")
        qtbot.wait(40)
        if sheet.stored:
            break
    assert sheet.stored
    assert 0 < len(sheet.stored[0][1]) < 40


def test_a_reload_does_not_put_off_what_waits_to_be_stored(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.type_into(qtbot, "notes", "sauna")
    reloads = QTimer(sheet.window, interval=100)
    reloads.timeout.connect(lambda: sheet.form.show_record(EMPTY | {"name": "Tiistairyhmä", "copies": 3}))
    reloads.start()
    qtbot.waitUntil(lambda: sheet.stored == [("notes", "sauna")])


def test_a_help_that_is_broken_keeps_its_height_in_a_wider_place(kit: Kit, qtbot: QtBot) -> None:
    long = N_("So long that it goes on one line of a place that is much wider than a form, but in the form, which is kept narrow, on two.")
    form = Form(kit, (TextField(name="name", label=N_("Name"), help=long), *FIELDS), lambda name, value: None)
    whole = QWidget()
    QVBoxLayout(whole).addWidget(form)
    area = scrolled(whole)
    qtbot.addWidget(area)
    area.resize(1000, 300)
    with qtbot.waitExposed(area):
        area.show()
    for row in [form.row("name"), *(form.row(name) for name in EMPTY)]:
        assert row.height() >= row.heightForWidth(row.width()), row.field.name
