"""The groups' screen in the real window over a real, empty book."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coordinator_app.gui.groups.screen import GroupsScreen
from coordinator_app.gui.kit.kit import Kit
from tests.gui.groups.doing import At
from tests.gui.room import opened_room


@pytest.fixture
def at(kit: Kit, qtbot: QtBot, own_book: Path) -> Iterator[At]:
    with opened_room(kit, qtbot, own_book, GroupsScreen) as opened:
        yield opened
