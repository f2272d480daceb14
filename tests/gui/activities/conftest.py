"""The activities' screen, opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coordinator_app.gui.activities.screen import ActivitiesScreen
from coordinator_app.gui.kit.kit import Kit
from tests.gui.room import Room, opened_room


@pytest.fixture
def at(kit: Kit, qtbot: QtBot, empty_book: Path, tmp_path: Path) -> Iterator[tuple[Room, ActivitiesScreen]]:
    path = tmp_path / "book.db"
    path.write_bytes(empty_book.read_bytes())
    with opened_room(kit, qtbot, path, ActivitiesScreen) as opened:
        yield opened
