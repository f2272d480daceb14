"""The printing screen: from a choice to the page that shows it."""

import itertools
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop
from pytestqt.qtbot import QtBot

from coordinator_app.bootstrap.documents import Switch
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.printing.screen import PrintingScreen
from coordinator_app.i18n import Language
from coordinator_app.storage import book_folder, keyslots
from tests.bench.side_by_side import Row
from tests.bench.town import CLOCK, Town
from tests.gui.conftest import ask, kit
from tests.gui.printing.steps import Desk
from tests.gui.room import opened_room

__all__ = ["ask", "kit"]
LEAST_TURNS, LIMIT_MS = 20, 300


class Opened:
    """The town's book as the window's thread has it."""

    def __init__(self, town: Town) -> None:
        self.database = book_folder.open_database(town.folder, town.key, keyslots.read(town.folder), CLOCK)

    def back_up(self) -> None:
        """Nothing is kept."""

    def close(self) -> None:
        self.database.close()


@pytest.fixture
def desk(kit: Kit, qtbot: QtBot, small_town: Town, tmp_path: Path) -> Iterator[Desk]:
    town = small_town.copy(tmp_path / "book")
    with opened_room(kit, qtbot, town.folder, PrintingScreen, lambda: Opened(town)) as (room, screen):
        desk = Desk(room, screen)
        desk.drawn()
        yield desk


def seconds_to_show(desk: Desk, name: str, value: object) -> float:
    """From the choice of another option to the page that shows it, painted."""
    waiting = QEventLoop()
    desk.one.drawn.connect(waiting.quit)
    editor = desk.one.options.rows[name].editor
    begun = time.perf_counter()
    editor.show(value)
    editor.edited()
    waiting.exec()
    desk.one.preview.sheet.repaint()
    return time.perf_counter() - begun


@pytest.mark.bench
def test_the_preview_follows_a_choice(desk: Desk, rows: list[Row]) -> None:
    """Only pages that Typst has not set before count; the median of them, so that one slow or quick page decides nothing."""
    took, state, seen = [], {Switch.LANGUAGES: (Language.FI,), Switch.NEXT_TERM: False, Switch.STRIPS: 0}, set()
    for strips, language, following in itertools.product((0, 8, 10, 12), Language, (False, True)):
        for name, value in ((Switch.LANGUAGES, (language,)), (Switch.NEXT_TERM, following), (Switch.STRIPS, strips)):
            if state[name] != value:
                state[name] = value
                seconds = seconds_to_show(desk, name, value)
                took += [] if tuple(state.values()) in seen else [1000 * seconds]
                seen.add(tuple(state.values()))
                desk.drawn()
    assert len(took) >= LEAST_TURNS
    rows.append(Row(f"preview after a choice, 12 groups, median of {len(took)}", "", (statistics.median(took),), LIMIT_MS, " ms"))
    assert rows[-1].passed
