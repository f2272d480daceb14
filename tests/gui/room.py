"""A screen in the real window over a real, empty book."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pytestqt.qtbot import QtBot
from shiboken6 import delete

from coordinator_app.core import drafts
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.screen import Screen, place_of
from coordinator_app.gui.main_window import Frame, MainWindow
from coordinator_app.storage.database import Database
from tests.book import FAST, KEY, StoppedClock

S = TypeVar("S", bound=Screen)


class Whole:
    """A database as it is opened in the book's thread; it counts the backups that are asked for."""

    def __init__(self, path: Path) -> None:
        self.database = Database.open(path, KEY, clock=StoppedClock(), settings=FAST)
        self.backups = 0

    def back_up(self) -> None:
        self.backups += 1

    def close(self) -> None:
        self.database.close()


class Room:
    """The window, its kit and the book behind it; `gone` is where screens led to that are not in this window."""

    def __init__(self, kit: Kit, qtbot: QtBot) -> None:
        self.faults: list[BaseException] = []
        self.gone: list[tuple[str, int | None]] = []
        self.kit = replace(kit, go=self._go)
        self.qtbot = qtbot
        self.window: MainWindow | None = None
        self.screen = ""
        self.whole: Any = None

    def _go(self, name: str, subject: int | None = None) -> None:
        if self.window is not None and name == self.screen:
            self.window.go(name, subject)
        else:
            self.gone.append((name, subject))

    def write(self, command: Callable[..., Any], **kwargs: Any) -> Any:
        """A change made as another screen would make it."""
        return self._answer(self.kit.tasks.write, command, kwargs)

    def ask(self, query: Callable[..., Any], **kwargs: Any) -> Any:
        """What the book says now."""
        return self._answer(self.kit.tasks.read, query, kwargs)

    def draft(self, key: str) -> Any:
        """What is kept under a key of what was typed and not taken; nothing if there is none."""
        found = self.ask(drafts.find, screen=key)
        return None if found is None else found.fields

    def settle(self) -> None:
        """Waits until everything asked of the book so far has been answered and shown."""
        for _ in range(4):
            self.ask(lambda _session: None)

    def _answer(self, asked: Callable[..., None], work: Callable[..., Any], kwargs: dict[str, Any]) -> Any:
        answers: list[Any] = []
        asked(work, answers.append, **kwargs)
        self.qtbot.waitUntil(lambda: bool(answers or self.faults))
        if self.faults:
            raise self.faults[0]
        return answers[0]


@contextmanager
def opened_room(
    kit: Kit, qtbot: QtBot, path: Path, make: Callable[[Kit], S], opener: Callable[[], Any] | None = None
) -> Iterator[tuple[Room, S]]:
    """Shows one screen. Faults of the program and refusals that nobody catches fail the test."""
    room = Room(kit, qtbot)
    got: list[Any] = []
    faults = room.faults
    room.kit.tasks.failed.connect(faults.append)
    room.kit.tasks.open(opener or (lambda: Whole(path)), got.append, faults.append)
    qtbot.waitUntil(lambda: bool(got or faults))
    assert not faults, faults
    room.whole = got[0]
    screen = make(room.kit)
    window = MainWindow(room.kit, Frame("Turku", False, (screen.name,), ()), [place_of(screen)], lambda: None, lambda: None)
    room.window, room.screen = window, screen.name
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
    window.go(screen.name)
    room.settle()
    try:
        yield room, screen
        room.settle()
    finally:
        window.hide()
        # No loop runs that would delete it later.
        delete(window)
    assert not faults, faults
