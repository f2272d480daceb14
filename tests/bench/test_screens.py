"""Opening a screen, with ten years in the book, against the same statements and an empty table view in its place in the window."""

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
from sqlalchemy.orm import Session

from coordinator_app.core.model.numbers import NUMBERS
from coordinator_app.gui import screens
from coordinator_app.gui.app import App
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.screen import place_of
from coordinator_app.gui.kit.tasks import Tasks
from coordinator_app.gui.main_window import MainWindow
from coordinator_app.i18n import N_, Words
from tests.bench import town
from tests.bench.side_by_side import Row
from tests.bench.town import CLOCK, Town
from tests.gui.conftest import Script
from tests.gui.program import running, unlock

Turns = tuple[tuple[float, float], ...]
SCREENS = ("groups", "people", "activities", "calendar")
TURNS = 15
LIMIT = 2
TWO_FRAMES = 0.033
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


class Bare:
    """A screen that is an empty table view, and sends statements straight to the driver when it is opened."""

    name, title, icon, primary = "bare", N_("Groups"), Icon.GROUPS, None
    kinds = frozenset(NUMBERS)

    def __init__(self) -> None:
        self.widget = QTableView()
        self.asked: list[tuple[str, Any]] = []
        self.tasks: Tasks | None = None

    def reload(self) -> None:
        assert self.tasks is not None
        self.tasks.read(self._ask, lambda _: None)

    def show_subject(self, subject: int) -> None:
        pass

    def leave(self) -> None:
        pass

    def say(self, words: Words) -> None:
        pass

    def _ask(self, session: Session) -> None:
        raw = session.connection().connection.driver_connection
        assert raw is not None
        for statement, values in self.asked:
            raw.execute(statement, values).fetchall()


def seconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Bare:
    """A bare screen among those of the window."""
    there, found = screens.places, Bare()
    monkeypatch.setattr(screens, "places", lambda kit: [*there(kit), place_of(found)])
    return found


def both(qapp: QApplication, qtbot: QtBot, book: Town, place: Path, screen: str, beside: Bare, turns: int) -> Turns:
    """The seconds of ours and of the bare screen, turn by turn; the first time, when a screen is made, is not counted."""
    with running(qapp, place, Script(), CLOCK) as program:
        window = unlock(program, book.folder, qtbot, town.PASSPHRASE)
        beside.tasks = program.kit.tasks
        come(program, window, screen)
        leave(program, window)
        with noted() as asked:
            come(program, window, screen)
        assert asked
        beside.asked = asked

        def opening(name: str) -> float:
            leave(program, window)
            return seconds(lambda: come(program, window, name))

        opening(beside.name)
        return tuple((opening(screen), opening(beside.name)) for _ in range(turns))


def test_a_screen_is_opened_both_ways(qapp: QApplication, qtbot: QtBot, small_town: Town, tmp_path: Path, beside: Bare) -> None:
    book = small_town.copy(tmp_path / "book")
    assert all(ours > 0 and bare > 0 for ours, bare in both(qapp, qtbot, book, tmp_path, SCREENS[0], beside, 1))


@pytest.mark.bench
@pytest.mark.parametrize("screen", SCREENS)
def test_opening_a_screen(
    qapp: QApplication, qtbot: QtBot, large_town: Town, tmp_path: Path, rows: list[Row], beside: Bare, screen: str
) -> None:
    turns = both(qapp, qtbot, large_town.copy(tmp_path / "book"), tmp_path, screen, beside, TURNS)
    took = min(ours for ours, _ in turns)
    unseen = f"({1000 * took:.0f} ms)" if took <= TWO_FRAMES else ""
    against = "the same SQL, an empty table view in its place"
    rows.append(Row(f"opening {screen}, 10 years", against, tuple(ours / bare for ours, bare in turns), LIMIT, instead=unseen))
    assert rows[-1].passed
