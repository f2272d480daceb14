"""The settings, opened over a whole book: its folder, key files and backups."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from coordinator_app import bootstrap
from coordinator_app.core import people
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.settings.screen import SettingsScreen
from coordinator_app.i18n import Language
from tests.book import StoppedClock
from tests.gui.room import Room, opened_room

PASSPHRASE = "neljä sanaa on hyvä"
TODAY = dt.date(2026, 10, 6)


@pytest.fixture(scope="session")
def whole_book(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed book of Turku, and its recovery code."""
    folder = tmp_path_factory.mktemp("whole") / "turku"
    made, code = bootstrap.new_book(
        folder, locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE, clock=StoppedClock()
    )
    made.close(back_up=False)
    return folder, code


@pytest.fixture
def folder(whole_book: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(whole_book[0], tmp_path / "turku"))


@pytest.fixture
def at(kit: Kit, qtbot: QtBot, folder: Path) -> Iterator[tuple[Room, SettingsScreen]]:
    opener = lambda: bootstrap.open_book(folder, passphrase=PASSPHRASE, clock=StoppedClock())  # noqa: E731
    with opened_room(kit, qtbot, folder, SettingsScreen, opener) as opened:
        yield opened


def read_whole(table: QTableView) -> bool:
    """Whether every cell that is shown is read to its end without the table being moved."""
    shown = [at for at in range(table.model().columnCount()) if not table.isColumnHidden(at)]
    return table.horizontalScrollBar().maximum() == 0 and all(table.sizeHintForColumn(at) <= table.columnWidth(at) for at in shown)


def names(room: Room) -> list[str]:
    """Everyone in the book."""
    return [row.name for row in room.ask(people.listing, today=TODAY)]


def rest(room: Room, screen: SettingsScreen) -> None:
    """Waits until the work on the whole book is done."""
    room.qtbot.waitUntil(lambda: screen.pages.keys.busy.isHidden() and screen.pages.backup.busy.isHidden())
    room.settle()
