"""The help as it is used: opened by a key, read beside one's work, searched, in the language and size of the day."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabWidget, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from coordinator_app.gui.app import App
from coordinator_app.gui.first_start.window import FirstStartWindow
from coordinator_app.gui.help import pages
from coordinator_app.gui.help.opener import Help
from coordinator_app.gui.help.pages import Page
from coordinator_app.gui.help.window import HelpWindow
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.theme import Mode
from coordinator_app.gui.settings.screen import PAGES
from coordinator_app.i18n import Language
from tests.book import StoppedClock
from tests.gui.conftest import Script
from tests.gui.help.test_pages import BEYOND_SCREENS, BUTTON, KEY
from tests.gui.keys import press, type_text
from tests.gui.one_of_each import town
from tests.gui.program import running, settle, unlock, unlock_window

__all__ = ["town"]

# What comes to the screen only once somebody or something is chosen; the catalogue alone vouches for these.
ONLY_THEN = {
    "activities": {"Correct"},
    "people": {"Withdraws", "Forget for good", "Merge the two", "Merge into one", "Not the same", "Save everything about the person"},
    "quarter": {"Why?", "Seal and save", "Ctrl+S"},
    "importing": {"How it was read"},
}


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, ask: Script) -> Iterator[App]:
    with running(qapp, tmp_path, ask, StoppedClock()) as program:
        yield program
    assert ask.faults == []


def open_help(window: QWidget, qtbot: QtBot) -> HelpWindow:
    """Presses F1 in a window and finds the help that came."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(window, Qt.Key.Key_F1)
    return the_help()


def the_help() -> HelpWindow:
    (found,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, HelpWindow) and each.isVisible()]
    return found


def heading(help_: HelpWindow) -> str:
    return help_.text.toPlainText().partition("\n")[0]


def test_f1_opens_the_page_about_each_screen_and_it_names_what_is_there(program: App, town: Path, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "books" / "turku"
    shutil.copytree(town, folder)
    window = unlock(program, folder, qtbot)
    faults: list[str] = []
    for language in (Language.EN, Language.FI):
        program.kit.voice.speak(language)
        for page in [page for page in pages.read(language) if page.name not in BEYOND_SCREENS]:
            window.go(page.name)
            settle(program, qtbot)
            if page.name == "settings":
                for at in range(len(PAGES)):
                    window.go(page.name, at)
            assert heading(open_help(window, qtbot)) == page.title
            the_help().close()
            later = {program.kit.voice.words(message) for message in ONLY_THEN.get(page.name, ())}
            faults += [f"{language} {page.name}: {each}" for each in named_in_vain(page, window) - later]
    assert not faults, "\n".join(faults)
    open_help(window, qtbot)
    window.go("home")
    assert heading(the_help()) == "Asetukset"


def named_in_vain(page: Page, window: QWidget) -> set[str]:
    """The buttons and keys of a page that are nowhere in the window."""
    keys = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    keys |= {action.shortcut().toString() for action in window.findChildren(QAction)}
    keys |= {each.shortcut().toString() for each in window.findChildren(QAbstractButton)}
    said = {text for widget in window.findChildren(QWidget) for text in texts(widget)}
    named = {key.replace("Enter", "Return").replace("Vaihto", "Shift") for key in KEY.findall(page.text) if re.match(r"(Ctrl|Alt)\+", key)}
    return (named - keys) | (set(BUTTON.findall(page.text)) - said)


def texts(widget: QWidget) -> Iterator[str]:
    yield widget.accessibleName()
    if isinstance(widget, QTabWidget):
        for at in range(widget.count()):
            yield re.sub(r" \(\d+\)$", "", widget.tabText(at))
    if isinstance(widget, QAbstractButton | QLabel):
        yield widget.text().replace("&", "")


@pytest.mark.parametrize("language", [Language.FI, Language.SV])
def test_help_is_there_before_a_book_is_open(program: App, qtbot: QtBot, tmp_path: Path, language: Language) -> None:
    program.kit.voice.speak(language)
    titles = {page.name: page.title for page in pages.read(language)}
    program.show_first_start()
    assert isinstance(program.window, FirstStartWindow)
    assert heading(open_help(program.window, qtbot)) == titles["first-start"]
    before = the_help()
    (tmp_path / "turku").mkdir()
    program.show_unlock(tmp_path / "turku")
    qtbot.waitUntil(lambda: not isValid(before))
    window = unlock_window(program)
    window.help.click()
    assert heading(the_help()) == titles["unlock"]
    press(the_help(), Qt.Key.Key_Escape)
    press(the_help(), Qt.Key.Key_Escape)
    assert window.isVisible()


@pytest.fixture
def beside(kit: Kit, qtbot: QtBot) -> Iterator[HelpWindow]:
    """The help beside an empty window."""
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(600, 700)
    owner.show()
    help_ = Help(kit, owner)
    help_.show("groups")
    assert help_.window is not None
    yield help_.window
    help_.window.close()


def test_a_link_leads_to_its_page_and_never_out_of_the_program(beside: HelpWindow) -> None:
    beside.text.anchorClicked.emit(QUrl("attendance.md"))
    assert heading(beside) == "Attendance"
    beside.text.anchorClicked.emit(QUrl("https://example.invalid/people.html"))
    assert heading(beside) == "Attendance"


def test_a_page_is_found_by_a_word_and_opened_by_enter(beside: HelpWindow, qtbot: QtBot) -> None:
    press(beside.text, Qt.Key.Key_Escape)
    beside.list.search.setFocus()
    type_text(beside.list.search, "receipt")
    press(beside.list.search, Qt.Key.Key_Return)
    qtbot.waitUntil(beside.list.view.hasFocus)
    press(beside.list.view, Qt.Key.Key_Return)
    assert heading(beside) == "Quarter"


def test_language_size_and_colours_change_under_the_page_that_is_read(beside: HelpWindow, kit: Kit) -> None:
    small = beside.text.document().size().height()
    kit.theme.set_percent(200)
    assert beside.text.document().defaultFont().pointSizeF() == pytest.approx(22)
    assert beside.text.document().size().height() > small
    kit.theme.set_mode(Mode.DARK)
    kit.voice.speak(Language.SV)
    assert heading(beside) == "Grupper"
    assert beside.windowTitle() == "Hjälp – Kontaktman"


def test_it_comes_back_where_it_was_left(beside: HelpWindow, kit: Kit) -> None:
    beside.setGeometry(40, 30, 500, 500)
    beside.close()
    beside.setGeometry(0, 0, 400, 400)
    beside.show_page("home")
    assert beside.size() == QSize(500, 500)
