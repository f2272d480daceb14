"""The activities' screen, opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coordinator_app.gui.activities.screen import ActivitiesScreen
from coordinator_app.gui.kit.kit import Kit
from tests.gui.room import Room, opened_room


@pytest.fixture
def at(kit: Kit, qtbot: QtBot, own_book: Path) -> Iterator[tuple[Room, ActivitiesScreen]]:
    with opened_room(kit, qtbot, own_book, ActivitiesScreen) as opened:
        yield opened
