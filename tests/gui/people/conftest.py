"""The people screen, opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.people.screen import PeopleScreen
from tests.gui.room import Room, opened_room


@pytest.fixture
def at(kit: Kit, qtbot: QtBot, own_book: Path) -> Iterator[tuple[Room, PeopleScreen]]:
    with opened_room(kit, qtbot, own_book, PeopleScreen) as opened:
        yield opened
