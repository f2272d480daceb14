"""Every question and dialog of the program in three languages, at 100 and 200 %: named, whole, in one language, on a small screen."""

import shutil
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from coordinator_app.i18n import Language
from tests.gui.one_of_each import town
from tests.gui.program import running, settle, unlock
from tests.screens.asking import NEW_YEAR, Asking, Seeing, back_up
from tests.screens.faults import said
from tests.screens.test_every_screen import faults_in
from tests.screens.tour import SIZE

__all__ = ["town"]


class Looking(Seeing):
    """Keeps what is said in each dialog, and what is wrong with it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(monkeypatch)
        self.seen: list[set[str]] = []
        self.wrong: list[str] = []
        self.language = Language.EN

    def see(self, dialog: QDialog) -> None:
        self.seen.append(said(dialog) | {dialog.windowTitle()})
        self.wrong += [f"{dialog.windowTitle()!r}: {fault}" for fault in faults_in(dialog, self.language)]
        if dialog.width() > SIZE[0] or dialog.height() > SIZE[1]:
            self.wrong.append(f"{dialog.windowTitle()!r} is {dialog.width()}×{dialog.height()}")


@pytest.mark.parametrize("percent", [100, 200])
def test_no_dialog_has_a_fault(
    qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, percent: int
) -> None:
    folder, ask = tmp_path / "books" / "turku", Looking(monkeypatch)
    shutil.copytree(town, folder)
    with running(qapp, tmp_path, ask, NEW_YEAR) as program:
        window, wait = unlock(program, folder, qtbot), partial(settle, program, qtbot)
        program.kit.theme.set_percent(percent)
        program.kit.tasks.with_book(back_up, lambda _: None)
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
