"""Language, size and colours changed in the middle of a word: what is typed stays, the cursor stays, and all of it is stored."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.core import groups, people
from coordinator_app.gui.attendance.screen import AttendanceScreen
from coordinator_app.gui.groups.screen import GroupsScreen
from coordinator_app.gui.kit.theme import Mode
from coordinator_app.gui.people.screen import PeopleScreen
from coordinator_app.gui.quarter.screen import QuarterScreen
from coordinator_app.i18n import Language
from tests.book import StoppedClock
from tests.gui.conftest import Script
from tests.gui.one_of_each import town
from tests.gui.program import running, unlock
from tests.journeys.hands import Hands

__all__ = ["town"]

TODAY = StoppedClock().today()


@pytest.fixture
def hands(qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path, ask: Script) -> Iterator[Hands]:
    folder = tmp_path / "books" / "turku"
    shutil.copytree(town, folder)
    with running(qapp, tmp_path, ask, StoppedClock()) as program:
        unlock(program, folder, qtbot)
        yield Hands(program, qtbot)
    assert ask.faults == []


def typed_through(hands: Hands, field: QWidget, begun: str, rest: str) -> None:
    """Types a text, and in the middle of it changes everything there is to change; back again at the end."""
    kit = hands.program.kit
    field.setFocus()
    hands.type(begun)
    for language, percent, mode in ((Language.SV, 200, Mode.DARK), (Language.FI, 150, Mode.LIGHT), (Language.EN, 100, Mode.LIGHT)):
        kit.voice.speak(language)
        kit.theme.set_percent(percent)
        kit.theme.set_mode(mode)
        hands.wait()
        assert text_of(field) == begun
        assert QApplication.focusWidget() is field
    hands.type(rest)
    assert text_of(field) == begun + rest


def text_of(field: QWidget) -> str:
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def test_what_is_typed_anywhere_stays_and_is_stored(hands: Hands) -> None:
    window = hands.window
    window.go("people")
    hands.wait()
    screen = hands.screen("people", PeopleScreen)
    screen.begin()
    typed_through(hands, screen.right.person.name.row("name").editor.focus, "Ville Uu", "si")
    window.go("people", 1)
    hands.wait()
    typed_through(hands, screen.right.person.parts.note.row("note").editor.focus, "soittaa ", "harmonikkaa")
    window.go("groups", 2)
    hands.wait()
    tab = hands.screen("groups", GroupsScreen).one
    tab.tabs.setCurrentIndex(tab.tabs.count() - 1)
    typed_through(hands, tab.details.form.row("note").editor.focus, "avain ", "naapurilla")
    window.go("quarter")
    hands.wait()
    quarter = hands.screen("quarter", QuarterScreen).one
    quarter.show_tab(2)
    name, form = next(iter(quarter.words.texts.items()))
    typed_through(hands, form.row(name).editor.focus, "Ryhmät ", "täynnä")
    window.go("attendance", 2)
    hands.wait()
    numbers = hands.screen("attendance", AttendanceScreen).sheet.numbers
    typed_through(hands, numbers.headcount, "1", "4")
    window.go("home")
    hands.wait()
    stored: list[object] = []
    read = hands.program.kit.tasks.read
    read(people.listing, lambda rows: stored.extend(row.name for row in rows), today=TODAY)
    read(people.detail, lambda detail: stored.append(detail.note), person=1)
    read(groups.detail, lambda detail: stored.append(detail.note), group=2)
    hands.wait()
    assert {"Ville Uusi", "soittaa harmonikkaa", "avain naapurilla"} <= set(stored)


def test_the_search_keeps_what_is_typed(hands: Hands) -> None:
    hands.window.search.open()
    typed_through(hands, hands.window.search.palette.line, "mak", "inen")
    model = hands.window.search.palette.list.view.model()
    assert model.data(model.index(0, 0)) == "Matti Mäkinen"
