"""The names that are offered while one types: found without dots and case, and written as they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.completer import Completer
from coordinator_app.gui.kit.kit import Kit
from tests.gui.keys import press, type_text

NAMES = ["Åke Öhman", "Matti Mäkinen", "Mákko Länsman", "Ville Virtanen"]


@pytest.fixture
def line(kit: Kit, qtbot: QtBot) -> QLineEdit:
    line = QLineEdit()
    qtbot.addWidget(line)
    Completer(line, kit.theme).offer(NAMES)
    with qtbot.waitActive(line):
        line.show()
    return line


def offered(line: QLineEdit) -> list[str]:
    model = line.completer().completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("makinen", ["Matti Mäkinen"]),
        ("MÄK", ["Matti Mäkinen", "Mákko Länsman"]),
        ("ohman", ["Åke Öhman"]),
        ("vir", ["Ville Virtanen"]),
        ("zz", []),
    ],
)
def test_a_name_is_offered_without_its_dots_and_whatever_the_case(line: QLineEdit, typed: str, found: list[str]) -> None:
    type_text(line, typed)
    assert offered(line) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("aho", ["Ville Aho", "Aho Östman", "Åke-Aho Öberg", "Kalle (ahotie)", "Jussi Lahonen", "Ari Kaho"]),
        ("ville a", ["Ville Aho"]),
        ("aho ", ["Aho Östman", "Åke-Aho Öberg"]),
        ("(", ["Kalle (ahotie)"]),
    ],
)
def test_names_with_a_word_that_begins_so_come_first(line: QLineEdit, kit: Kit, typed: str, found: list[str]) -> None:
    completer = line.completer()
    assert isinstance(completer, Completer)
    completer.offer(["Jussi Lahonen", "Ville Aho", "Ari Kaho", "Aho Östman", "Åke-Aho Öberg", "Kalle (ahotie)"])
    type_text(line, typed)
    assert offered(line) == found


def test_what_is_offered_follows_what_is_taken_back(line: QLineEdit) -> None:
    type_text(line, "virx")
    assert offered(line) == []
    press(line, Qt.Key.Key_Backspace)
    assert offered(line) == ["Ville Virtanen"]
    popup = line.completer().popup()
    assert popup is not None and popup.isVisible()


def test_what_is_chosen_is_written_as_it_is(line: QLineEdit) -> None:
    type_text(line, "makinen")
    popup = line.completer().popup()
    assert popup is not None
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    assert line.text() == "Matti Mäkinen"


def test_what_is_typed_stays_unless_one_is_chosen(line: QLineEdit) -> None:
    type_text(line, "vir")
    popup = line.completer().popup()
    assert popup is not None
    press(popup, Qt.Key.Key_Return)
    assert line.text() == "vir"
