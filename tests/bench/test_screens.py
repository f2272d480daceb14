"""Opening a screen, with ten years in the book, against the same statements and an empty table view."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine, event

from coordinator_app.core.model.numbers import NUMBERS
from coordinator_app.gui.app import App
from coordinator_app.gui.main_window import MainWindow
from tests.bench import town
from tests.bench.side_by_side import Row
from tests.bench.town import CLOCK, Town
from tests.gui.conftest import Script
from tests.gui.program import running, unlock

SCREENS = ("groups", "people", "activities", "calendar")
TURNS = 15
LIMIT = 2
# The list, and what is chosen in it.
ANSWERS = 2


@contextmanager
def noted() -> Iterator[list[tuple[str, Any]]]:
    """The questions that the book is asked, with their values."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        if statement.startswith("SELECT"):
            asked.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def come(program: App, window: MainWindow, screen: str) -> None:
    """Goes to a screen and waits until it is filled and painted."""
    window.go(screen)
    for _ in range(ANSWERS):
        answers: list[object] = []
        program.kit.tasks.with_book(lambda _: None, answers.append)
        while not answers:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()


def leave(program: App, window: MainWindow) -> None:
    """Goes home, and says that everything in the book was touched since: a screen asks for nothing that it has already."""
    come(program, window, "home")
    program.kit.tasks.changed.emit(frozenset(NUMBERS))
    come(program, window, "home")


def bare(raw: Any, asked: list[tuple[str, Any]]) -> None:
    """The same statements sent straight to the driver, and an empty table view painted."""
    for statement, values in asked:
        raw.execute(statement, values).fetchall()
    view = QTableView()
    view.resize(900, 700)
    view.show()
    QApplication.processEvents()
    view.hide()
    view.deleteLater()


def seconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def ratios(qapp: QApplication, qtbot: QtBot, large: Town, place: Path, screen: str, turns: int) -> tuple[float, ...]:
    """Ours against the bare thing, turn by turn; the first time, when the screen is made, is not counted."""
    book, found = large.copy(place / "book"), []
    with running(qapp, place, Script(), CLOCK) as program, large.copy(place / "bare").opened() as database:
        window = unlock(program, book.folder, qtbot, town.PASSPHRASE)
        come(program, window, screen)
        leave(program, window)
        with noted() as asked:
            come(program, window, screen)
        assert asked
        for _ in range(turns):
            leave(program, window)
            found.append(seconds(lambda: come(program, window, screen)) / seconds(lambda: bare(database.raw, asked)))
    return tuple(found)


def test_a_screen_is_opened_both_ways(qapp: QApplication, qtbot: QtBot, small_town: Town, tmp_path: Path) -> None:
    assert all(ratio > 0 for ratio in ratios(qapp, qtbot, small_town, tmp_path, SCREENS[0], 1))


@pytest.mark.bench
@pytest.mark.parametrize("screen", SCREENS)
def test_opening_a_screen(qapp: QApplication, qtbot: QtBot, large_town: Town, tmp_path: Path, rows: list[Row], screen: str) -> None:
    found = ratios(qapp, qtbot, large_town, tmp_path, screen, TURNS)
    rows.append(Row(f"opening {screen}, 10 years", "the same SQL, an empty table view", found, LIMIT))
    assert rows[-1].passed
