"""Every question and dialog of the program in three languages, at 100 and 200 %: named, whole, in one language, on a small screen."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.bootstrap import OpenBook
from coordinator_app.core.clock import HELSINKI
from coordinator_app.gui.app import App
from coordinator_app.gui.kit.dialogs import Ask, FaultDialog, Question, QuestionDialog
from coordinator_app.gui.kit.forgetting import Forgetting
from coordinator_app.gui.main_window import MainWindow
from coordinator_app.gui.people.his_rights import HisRights
from coordinator_app.gui.quarter.screen import QuarterScreen
from coordinator_app.gui.settings.screen import SettingsScreen
from coordinator_app.i18n import Language, Words
from tests.book import StoppedClock
from tests.gui.conftest import Script
from tests.gui.one_of_each import town
from tests.gui.program import running, settle, unlock
from tests.gui.quarter.quarters import network
from tests.screens.faults import said
from tests.screens.test_every_screen import faults_in
from tests.screens.tour import SIZE

__all__ = ["town"]

KEYS, BACKUP = 2, 3


class Looking(Script):
    """Opens the real dialogs, looks at each, and gives the safe answer; files are chosen by script."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[set[str]] = []
        self.wrong: list[str] = []
        self.language = Language.EN

    def question(self, parent: QWidget, question: Question) -> str:
        return Ask.question(self, parent, question)

    def tell(self, parent: QWidget | None, words: Words, sentence: str) -> None:
        Ask.tell(self, parent, words, sentence)

    def tell_fault(self, parent: QWidget | None, words: Words, error: BaseException) -> None:
        Ask.tell_fault(self, parent, words, error)

    def look(self, dialog: QDialog) -> int:
        dialog.show()
        for _ in range(3):
            QApplication.processEvents()
        self.seen.append(said(dialog) | {dialog.windowTitle()})
        self.wrong += [f"{dialog.windowTitle()!r}: {fault}" for fault in faults_in(dialog, self.language)]
        if dialog.width() > SIZE[0] or dialog.height() > SIZE[1]:
            self.wrong.append(f"{dialog.windowTitle()!r} is {dialog.width()}×{dialog.height()}")
        dialog.hide()
        dialog.deleteLater()
        QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
        return QDialog.DialogCode.Rejected


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Looking:
    looking = Looking()

    def look(dialog: QDialog) -> int:
        return looking.look(dialog)

    for kind in (QuestionDialog, FaultDialog):
        monkeypatch.setattr(kind, "exec", look, raising=False)
    return looking


class Asking:
    """What the user does so that he is asked, or told; by what it is about."""

    def __init__(self, program: App, window: MainWindow, ask: Looking, place: Path, wait: Callable[[], None]) -> None:
        self._kit, self._window, self._ask, self._wait = program.kit, window, ask, wait
        self._network = network(place)

    def ways(self) -> Iterator[tuple[str, Callable[[], object]]]:
        yield "forget a person", self._forget
        yield "forget several", lambda: Forgetting(self._kit, self._window, _nothing, _nothing, _nothing_of).ask([1, 2])
        yield "restore a backup", self._restore
        yield "a new recovery sheet", self._new_sheet
        yield "send an incomplete quarter", self._send
        yield "take in a file of the office", self._take_in
        yield (
            "told without a window",
            lambda: self._ask.tell(self._window, self._kit.voice.words, self._kit.voice.words("Nothing was taken in.")),
        )
        yield "a fault of the program", lambda: self._ask.tell_fault(self._window, self._kit.voice.words, KeyError())

    def _go(self, name: str, subject: int | None = None) -> None:
        self._window.go(name, subject)
        self._wait()

    def _forget(self) -> None:
        self._go("people", 1)
        next(each for each in self._window.findChildren(HisRights) if each.isVisible()).forgetter.click()

    def _restore(self) -> None:
        self._go("settings", BACKUP)
        page = self._settings().pages.backup
        page.table.selectRow(0)
        page.restorer.click()

    def _new_sheet(self) -> None:
        self._go("settings", KEYS)
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


def _back_up(book: OpenBook) -> None:
    book.back_up()


@pytest.mark.parametrize("percent", [100, 200])
def test_no_dialog_has_a_fault(qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path, ask: Looking, percent: int) -> None:
    folder = tmp_path / "books" / "turku"
    shutil.copytree(town, folder)
    clock = StoppedClock(dt.datetime(2027, 1, 4, 18, 5, tzinfo=HELSINKI))
    with running(qapp, tmp_path, ask, clock) as program:
        window, wait = unlock(program, folder, qtbot), partial(settle, program, qtbot)
        program.kit.theme.set_percent(percent)
        program.kit.tasks.with_book(_back_up, lambda _: None)
        wait()
        asking = Asking(program, window, ask, tmp_path, wait)
        for language in Language:
            ask.language = language
            program.kit.voice.speak(language)
            for about, come in asking.ways():
                before = len(ask.seen)
                come()
                wait()
                assert len(ask.seen) == before + 1, about
    assert not ask.wrong, "\n".join(ask.wrong)
    # `foreign` knows only whole messages; these have names and days in them.
    kinds = len(ask.seen) // len(Language)
    for at in range(kinds):
        for one, other in combinations(ask.seen[at::kinds], 2):
            assert one & other == set()
