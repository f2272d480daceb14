"""The quarter in the real window over a real book."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coordinator_app.core import sample
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.quarter.screen import QuarterScreen
from tests.gui.quarter.quarters import TODAY, At, begin, book_of, forget
from tests.gui.room import opened_room


@pytest.fixture
def at(kit: Kit, qtbot: QtBot, empty_book: Path, tmp_path: Path) -> Iterator[At]:
    with opened_room(kit, qtbot, book_of(tmp_path, empty_book, begin), QuarterScreen) as opened:
        opened[0].kit.memory.keep("quarter/folder", str(tmp_path))
        yield opened


@pytest.fixture
def open_ends(kit: Kit, qtbot: QtBot, empty_book: Path, tmp_path: Path) -> Iterator[At]:
    with opened_room(kit, qtbot, book_of(tmp_path, empty_book, forget), QuarterScreen) as opened:
        opened[0].kit.memory.keep("quarter/folder", str(tmp_path))
        yield opened


@pytest.fixture(scope="module")
def town_book(tmp_path_factory: pytest.TempPathFactory, empty_book: Path) -> Path:
    """The book of a year in the made-up town, to be copied."""
    return book_of(tmp_path_factory.mktemp("town"), empty_book, sample.fill, years=1, seed=1, today=TODAY)


@pytest.fixture
def town(kit: Kit, qtbot: QtBot, town_book: Path, tmp_path: Path) -> Iterator[At]:
    path = tmp_path / "book.db"
    path.write_bytes(town_book.read_bytes())
    with opened_room(kit, qtbot, path, QuarterScreen) as opened:
        yield opened
