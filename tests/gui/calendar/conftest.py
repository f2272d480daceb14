"""The calendar in the real window over a real, empty book; it is Tuesday 6 October 2026."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coordinator_app.gui.calendar.screen import CalendarScreen
from coordinator_app.gui.kit.kit import Kit
from tests.gui.calendar.steps import At
from tests.gui.room import opened_room


@pytest.fixture
def at(kit: Kit, qtbot: QtBot, own_book: Path) -> Iterator[At]:
    with opened_room(kit, qtbot, own_book, CalendarScreen) as opened:
        yield opened
