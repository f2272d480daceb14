"""The whole program in a test: real windows over a real, encrypted book, with a clock that stands still and answers by script."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coordinator_app import bootstrap
from coordinator_app.core.clock import Clock
from coordinator_app.gui.app import App
from coordinator_app.gui.kit import shipped_font
from coordinator_app.gui.kit.memory import Memory
from coordinator_app.gui.main_window import MainWindow
from coordinator_app.gui.unlock.window import UnlockWindow
from coordinator_app.i18n import Language
from tests.book import StoppedClock
from tests.gui.conftest import Script
from tests.gui.keys import type_text

PASSPHRASE = "neljä sanaa on hyvä"


def new_book(folder: Path, *, practice: bool = False) -> bootstrap.OpenBook:
    """A new book of Turku, in Finnish, made on Tuesday 20 October 2026 and still open."""
    clock = StoppedClock()
    book, _ = bootstrap.new_book(
        folder, locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE, practice=practice, clock=clock
    )
    return book


@contextmanager
def running(qapp: QApplication, place: Path, ask: Script, clock: Clock, language: Language | None = Language.EN) -> Iterator[App]:
    """One run of the program that keeps its books and its memory in `place`; ended when the context is left.

    Without a language it is the one that was chosen in the run before.
    """
    memory = Memory(place / "window.ini")
    if language is not None:
        memory.keep("window/language", str(language))
    memory.keep("window/theme", "light")
    program = App(qapp, memory, place / "books", ask=ask, clock=clock, family=shipped_font.FAMILY)
    try:
        yield program
    finally:
        program.kit.tasks.stop()
        if program.window is not None:
            program.window.hide()
            program.window.deleteLater()
        memory.sync()
        program.ring.deleteLater()
        program.kit.theme.deleteLater()
        program.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main_window(program: App, qtbot: QtBot) -> MainWindow:
    """The main window, as soon as it is there."""
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))
    assert isinstance(program.window, MainWindow)
    return program.window


def settle(program: App, qtbot: QtBot) -> None:
    """Waits until all that was asked of the book, if one is open, and all long jobs have been answered and shown; and what came of it."""
    for _ in range(3):
        answers: list[object] = []
        program.kit.tasks.run(lambda _: None, answers.append)
        program.kit.tasks.with_book(lambda _book: None, answers.append, answers.append)
        qtbot.waitUntil(lambda answers=answers: len(answers) == 2)  # type: ignore[misc]


def unlock(program: App, folder: Path, qtbot: QtBot, passphrase: str = PASSPHRASE) -> MainWindow:
    """Types the passphrase and waits for Home."""
    program.show_unlock(folder)
    window = unlock_window(program)
    type_text(window.passphrase.line, passphrase)
    window.open.click()
    shown = main_window(program, qtbot)
    settle(program, qtbot)
    return shown


def unlock_window(program: App) -> UnlockWindow:
    assert isinstance(program.window, UnlockWindow)
    return program.window
