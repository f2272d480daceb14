"""Everything the program asks or tells in a dialog: what the user does for it, and who answers."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from coordinator_app.bootstrap import OpenBook
from coordinator_app.core.clock import HELSINKI
from coordinator_app.gui.app import App
from coordinator_app.gui.kit.dialogs import Ask, FaultDialog, Question, QuestionDialog
from coordinator_app.gui.kit.forgetting import Forgetting
from coordinator_app.gui.main_window import MainWindow
from coordinator_app.gui.people.his_rights import HisRights
from coordinator_app.gui.quarter.screen import QuarterScreen
from coordinator_app.gui.settings.backup_page import BackupPage
from coordinator_app.gui.settings.keys_page import KeysPage
from coordinator_app.gui.settings.screen import SettingsScreen, number_of
from coordinator_app.i18n import Words
from tests.book import StoppedClock
from tests.gui.conftest import Script
from tests.gui.quarter.quarters import network

NEW_YEAR = StoppedClock(dt.datetime(2027, 1, 4, 18, 5, tzinfo=HELSINKI))


def back_up(book: OpenBook) -> None:
    """Makes a backup, which can then be restored."""
    book.back_up()


class Seeing(Script):
    """Opens the real dialogs, calls `see` with each, and gives the safe answer; files are chosen by script."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()

        def look(dialog: QDialog) -> int:
            return self._look(dialog)

        for kind in (QuestionDialog, FaultDialog):
            monkeypatch.setattr(kind, "exec", look, raising=False)

    def see(self, dialog: QDialog) -> None:
        """Called while the dialog is shown."""

    def question(self, parent: QWidget, question: Question) -> str:
        return Ask.question(self, parent, question)

    def tell(self, parent: QWidget | None, words: Words, sentence: str) -> None:
        Ask.tell(self, parent, words, sentence)

    def tell_fault(self, parent: QWidget | None, words: Words, error: BaseException) -> None:
        Ask.tell_fault(self, parent, words, error)

    def _look(self, dialog: QDialog) -> int:
        dialog.show()
        for _ in range(3):
            QApplication.processEvents()
        self.see(dialog)
        dialog.hide()
        dialog.deleteLater()
        QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
        return QDialog.DialogCode.Rejected


class Asking:
    """What the user does so that he is asked, or told; by what it is about."""

    def __init__(self, program: App, window: MainWindow, ask: Seeing, place: Path, wait: Callable[[], None]) -> None:
        self._kit, self._window, self._ask, self._wait = program.kit, window, ask, wait
        self._network = network(place)

    def ways(self) -> Iterator[tuple[str, Callable[[], object]]]:
        yield "forget-one", self._forget
        yield "forget-several", lambda: Forgetting(self._kit, self._window, _nothing, _nothing, _nothing_of).ask([1, 2])
        yield "restore", self._restore
        yield "recovery-sheet", self._new_sheet
        yield "send-incomplete", self._send
        yield "take-in", self._take_in
        yield (
            "told",
            lambda: self._ask.tell(self._window, self._kit.voice.words, self._kit.voice.words("Nothing was taken in.")),
        )
        yield "fault", lambda: self._ask.tell_fault(self._window, self._kit.voice.words, KeyError())

    def _go(self, name: str, subject: int | None = None) -> None:
        self._window.go(name, subject)
        self._wait()

    def _forget(self) -> None:
        self._go("people", 1)
        next(each for each in self._window.findChildren(HisRights) if each.isVisible()).forgetter.click()

    def _restore(self) -> None:
        self._go("settings", number_of(BackupPage))
        page = self._settings().pages.backup
        page.table.selectRow(0)
        page.restorer.click()

    def _new_sheet(self) -> None:
        self._go("settings", number_of(KeysPage))
        self._settings().pages.keys.saver.click()

    def _send(self) -> None:
        self._quarter().send()

    def _take_in(self) -> None:
        self._ask.paths.append(self._network)
        self._quarter().takes.click()

    def _settings(self) -> SettingsScreen:
        screen = self._window.screen_of("settings")
        assert isinstance(screen, SettingsScreen)
        return screen

    def _quarter(self) -> QuarterScreen:
        self._go("quarter")
        screen = self._window.screen_of("quarter")
        assert isinstance(screen, QuarterScreen)
        return screen


def _nothing() -> None:
    """Nobody is forgotten here."""


def _nothing_of(_error: object) -> None:
    """Nothing is refused here."""
