"""Opens a book in the real window and types into the first long text of a screen until it is killed.

Arguments: the folder of the book, a folder for the window's memory, the screen, the subject. Each letter typed is a line on standard
output, with the moment at which it was typed.
"""

import itertools
import sys
import time
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTabWidget

from coordinator_app.gui.app import App
from coordinator_app.gui.kit.memory import Memory
from coordinator_app.gui.main_window import MainWindow
from coordinator_app.gui.unlock.window import UnlockWindow
from tests.gui.keys import type_text

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


def opened(program: App) -> MainWindow | None:
    return program.window if isinstance(program.window, MainWindow) else None


def main(folder: Path, place: Path, screen: str, subject: int) -> None:
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
    window.go(screen, subject)
    QTest.qWait(1000)
    text = text_of(window)
    text.setFocus()
    for letter in itertools.cycle(LETTERS):
        type_text(text, letter)
        sys.stdout.write(f"{letter} {time.monotonic()}\n")
        sys.stdout.flush()
        QTest.qWait(BETWEEN_MS)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
