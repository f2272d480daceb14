"""The whole program over a practice book of its own, which each test fills with what it needs."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.book import StoppedClock
from tests.budgets.hand import Dialogs, Hand
from tests.gui.program import new_book, running, unlock


@pytest.fixture
def ask() -> Dialogs:
    return Dialogs()


@pytest.fixture(scope="session")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed, empty practice book, made on 20 October 2026."""
    folder = tmp_path_factory.mktemp("practice") / "turku"
    new_book(folder, practice=True).close(back_up=False)
    return folder


@pytest.fixture
def hand(qapp: QApplication, qtbot: QtBot, practice: Path, tmp_path: Path, ask: Dialogs) -> Iterator[Hand]:
    """At Home, in English."""
    folder = tmp_path / "books" / "turku"
    shutil.copytree(practice, folder)
    with running(qapp, tmp_path, ask, StoppedClock()) as program:
        unlock(program, folder, qtbot)
        hand = Hand(program, qtbot, ask)
        hand.window.resize(1366, 768)
        yield hand
    assert ask.faults == []
