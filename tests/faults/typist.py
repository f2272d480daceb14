"""Opens a book in the real window and types until it is killed: into a long text of a screen, a field, a card, a sheet, or an answer.

Arguments: the folder of the book, a folder for the window's memory, and the screen, the name of the field or the card, `sheet`,
`numbers` or `answer`. Each letter typed is a line on standard output, with the moment at which it was typed.
"""

import itertools
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTabWidget, QWidget

from coordinator_app.gui.app import App
from coordinator_app.gui.kit.memory import Memory
from coordinator_app.gui.main_window import MainWindow
from coordinator_app.gui.quarter.one_quarter import CHECKS
from coordinator_app.gui.unlock.window import UnlockWindow
from tests.gui.cards import CARDS
from tests.gui.keys import press, type_text
from tests.gui.records import FIELDS

BETWEEN_MS = 40
PASSPHRASE = "neljä sanaa riittää"
LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


def text_of(window: MainWindow) -> QPlainTextEdit:
    """The first long text of the screen, on whichever of its tabs it is."""
    for attempt in range(100):
        found = next((each for each in window.findChildren(QPlainTextEdit) if each.isVisible() and not each.isReadOnly()), None)
        if found is not None:
            return found
        for tabs in [each for each in window.findChildren(QTabWidget) if each.isVisible()]:
            tabs.setCurrentIndex(attempt % tabs.count())
        QTest.qWait(300)
    raise RuntimeError("no long text on this screen")


def settle(program: App) -> None:
    """Waits until all that was asked of the book has been answered and shown."""
    for _ in range(4):
        answers: list[object] = []
        program.kit.tasks.with_book(lambda _book: None, answers.append)
        while not answers:
            QTest.qWait(20)


def note_of_sheet(program: App, window: MainWindow) -> QWidget:
    """The note of the first meeting, on whose sheet one man is marked."""
    window.go("attendance", 1)
    settle(program)
    screen: Any = window.shown
    press(screen.sheet.roster, Qt.Key.Key_Space)
    note: QWidget = screen.sheet.numbers.rest.row("note").editor.focus
    return note


def line_of_month(program: App, window: MainWindow) -> QWidget:
    """The line of the first meeting in the numbers of its month."""
    window.go("attendance", 1)
    settle(program)
    screen: Any = window.shown
    screen.modes.month.click()
    settle(program)
    index = screen.grid.grid.index(0, 1)
    screen.grid.table.setCurrentIndex(index)
    screen.grid.table.edit(index)
    editor: QWidget = screen.grid.table.editor()
    return editor


def answer_of_quarter(program: App, window: MainWindow) -> QWidget:
    """The line under the first question of the quarter that may have one, once it is answered."""
    window.go("quarter")
    settle(program)
    screen: Any = window.shown
    screen.one.show_tab(CHECKS)
    card = next(each for each in screen.one.checks.cards.values() if each.choices and each.finding.text_allowed)
    next(iter(card.choices.values())).click()
    settle(program)
    line: QWidget = card.line
    return line


def field_of(program: App, window: MainWindow, what: str) -> QWidget:
    """What is typed into."""
    if what in OTHERS:
        return OTHERS[what](program, window)
    if what in FIELDS:
        field = FIELDS[what]
        window.go(field.screen, field.subject)
        settle(program)
        return field.line(window.shown)
    card = CARDS.get(what)
    window.go(what if card is None else card.screen, None if card is not None or what == "quarter" else 1)
    settle(program)
    if card is None:
        return text_of(window)
    return card.open(window.shown, lambda: settle(program))


OTHERS = {"sheet": note_of_sheet, "numbers": line_of_month, "answer": answer_of_quarter}


def opened(program: App) -> MainWindow | None:
    return program.window if isinstance(program.window, MainWindow) else None


def main(folder: Path, place: Path, what: str) -> None:
    app = QApplication(["typist", "-style", "fusion"])
    memory = Memory(place / "window.ini")
    program = App(app, memory, place)
    program.show_unlock(folder)
    unlock = program.window
    assert isinstance(unlock, UnlockWindow)
    type_text(unlock.passphrase.line, PASSPHRASE)
    unlock.open.click()
    while (window := opened(program)) is None:
        QTest.qWait(20)
    field = field_of(program, window, what)
    field.setFocus()
    field.selectAll()  # type: ignore[attr-defined]
    letters = itertools.cycle(LETTERS)

    def type_one() -> None:
        letter = next(letters)
        type_text(field, letter)
        sys.stdout.write(f"{letter} {time.monotonic()}\n")
        sys.stdout.flush()

    # The program's own loop waits between the letters: a wait of the test would hold up the thread of the book.
    keyboard = QTimer(interval=BETWEEN_MS)
    keyboard.timeout.connect(type_one)
    keyboard.start()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
