"""The settings in the real window over a real book: look, locality, what was done, about."""

import datetime as dt
import re
import tomllib
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from coordinator_app import __version__
from coordinator_app.core import people, settings
from coordinator_app.core.periods import TermRule
from coordinator_app.gui.kit.form import Form
from coordinator_app.gui.kit.theme import Mode
from coordinator_app.gui.settings.about_page import AboutPage
from coordinator_app.gui.settings.history_page import HistoryPage
from coordinator_app.gui.settings.import_page import ImportPage
from coordinator_app.gui.settings.licences import LICENCES
from coordinator_app.gui.settings.locality_page import LocalityPage
from coordinator_app.gui.settings.screen import SettingsScreen, number_of
from coordinator_app.i18n import Language
from tests.gui.keys import press, type_text
from tests.gui.room import Room

TODAY = dt.date(2026, 10, 6)


def write(form: Form, name: str, text: str) -> None:
    line = form.row(name).editor.focus
    line.setFocus()
    line.selectAll()  # type: ignore[attr-defined]
    type_text(line, text)
    press(line, Qt.Key.Key_Tab)


def test_language_size_and_colours_change_at_once_and_are_remembered(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    screen.pages.look.languages.buttons[Language.SV].click()
    screen.pages.look.sizes[200].click()
    screen.pages.look.modes[Mode.DARK].click()
    assert room.kit.voice.words.language is Language.SV
    assert (room.kit.theme.percent, room.kit.theme.dark, room.kit.theme.one_pane) == (200, True, True)
    assert [room.kit.memory.text(f"window/{name}") for name in ("language", "percent", "theme")] == ["sv", "200", "dark"]
    assert [percent for percent, made in screen.pages.look.sizes.items() if made.isChecked()] == [200]
    assert screen.pages.look.sizes[200].text() == "200\u00a0%"
    screen.pages.look.languages.buttons[Language.EN].click()
    assert screen.pages.look.sizes[200].text() == "200%"
    screen.pages.look.sizes[100].click()


def test_the_locality_is_stored_field_by_field(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    screen.open(number_of(LocalityPage))
    room.settle()
    form = screen.pages.locality.form
    write(form, "contact_name", "Matti Mäkinen")
    write(form, "contact_phone", "040 123 4567")
    write(form, "autumn", "15.8.")
    form.row("also_sv").editor.focus.click()  # type: ignore[attr-defined]
    screen.leave()
    room.settle()
    kept = room.ask(settings.read)
    assert (kept.contact_name, kept.contact_phone) == ("Matti Mäkinen", "040 123 4567")
    assert kept.term_rule == TermRule((1, 1), (8, 15))
    assert kept.languages == (Language.FI, Language.SV)
    assert not form.row("also_fi").isVisible()


def test_a_name_cannot_be_empty_and_no_year_has_a_thirtieth_of_february(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    screen.open(number_of(LocalityPage))
    room.settle()
    form = screen.pages.locality.form
    write(form, "locality_name", " ")
    write(form, "spring", "30.2.")
    room.settle()
    assert form.row("locality_name").fault() == "This cannot be empty."
    assert form.row("spring").fault().startswith("Write the day and the month")
    assert room.ask(settings.read).locality_name == "Turku"


def test_any_one_line_of_the_history_is_taken_back(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    room.write(people.add, name="Matti", today=TODAY)
    room.write(people.add, name="Pekka", today=TODAY)
    screen.open(number_of(HistoryPage))
    room.settle()
    first = next(line for line in screen.pages.history._lines if line.name == "Matti")
    assert not screen.pages.history.undoer.isEnabled()
    screen.pages.history.list.choose(first.entry)
    screen.pages.history.undoer.click()
    room.settle()
    assert [row.name for row in room.ask(people.listing, today=TODAY)] == ["Pekka"]
    assert next(line for line in screen.pages.history._lines if line.entry == first.entry).undone
    assert not screen.pages.history.undoer.isEnabled()
    assert room.window is not None
    assert "Pekka" in room.window.undo.undo_action.text()
    assert "Matti" in room.window.undo.redo_action.text()


def test_what_a_later_change_builds_on_is_not_taken_back_and_the_later_one_is_named(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    matti = room.write(people.add, name="Matti", today=TODAY)
    room.write(people.change, person=matti, note="Soittaa aamuisin")
    screen.open(number_of(HistoryPage))
    room.settle()
    line = next(line for line in screen.pages.history._lines if line.command == "people.add")
    screen.pages.history.list.choose(line.entry)
    screen.pages.history.undoer.click()
    room.settle()
    assert "“change the details of Matti”" in screen.pages.history.fault.text()
    assert "Take that back first" in screen.pages.history.fault.text()
    assert len(room.ask(people.listing, today=TODAY)) == 1


def test_the_later_changes_in_the_way_are_taken_back_too_one_after_the_other(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    matti = room.write(people.add, name="Matti", today=TODAY)
    room.write(people.change, person=matti, note="Soittaa aamuisin")
    # Another change between, or the two would be one line.
    room.write(people.add, name="Pekka", today=TODAY)
    room.write(people.change, person=matti, note="Soittaa iltaisin")
    history = screen.pages.history
    screen.open(number_of(HistoryPage))
    room.settle()
    assert not history.also.isVisible()
    history.list.choose(min(line.entry for line in history._lines))
    history.undoer.click()
    room.settle()
    pressed = 0
    while history.also.isVisible():
        assert "change the details of Matti" in history.fault.text()
        history.also.click()
        room.settle()
        pressed += 1
    assert pressed == 2
    assert history.fault.text() == ""
    assert [row.name for row in room.ask(people.listing, today=TODAY)] == ["Pekka"]


def test_the_history_is_searched(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    for name in ("Matti", "Pekka"):
        room.write(people.add, name=name, today=TODAY)
    screen.open(number_of(HistoryPage))
    room.settle()
    screen.pages.history.list.search.setText("pek")
    assert [line.name for line in screen.pages.history.list._items.rows] == ["Pekka"]


def test_bringing_in_is_reached_from_here(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    screen.open(number_of(ImportPage))
    page = screen.pages.at(number_of(ImportPage))
    assert isinstance(page, ImportPage)
    page.opener.click()
    assert room.gone == [("importing", None)]


def test_the_program_says_its_version_its_key_and_every_licence(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    screen.open(number_of(AboutPage))
    room.settle()
    about = screen.pages.at(number_of(AboutPage))
    assert isinstance(about, AboutPage)
    assert about.version.text() == f"Coordinator {__version__}"
    assert re.fullmatch(r"[a-z]{4}( [a-z]{4}){5}", about.words.text())
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split(r"[<>=]", each)[0] for each in project["dependencies"]}
    named = {name.split(" ")[0] for name, _ in LICENCES}
    assert needed <= named


def test_every_control_of_every_page_has_a_name_and_the_arrows_go_through_the_pages(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    for page in range(7):
        screen.open(page)
        room.settle()
        for widget in screen.widget.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is room.window:
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named, (page, widget)
    screen.places.buttons[0].setFocus()
    press(screen.places.buttons[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is screen.places.buttons[1]


def test_the_keyboard_stands_on_the_page_that_was_gone_to_from_elsewhere(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    screen.open(number_of(LocalityPage))
    screen.places.buttons[number_of(LocalityPage)].setFocus()
    room.kit.go("settings", number_of(HistoryPage))
    room.settle()
    assert QApplication.focusWidget() is screen.places.buttons[number_of(HistoryPage)]
