"""The printing screen over a town full of life, and a printer that is a file."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import insert
from sqlalchemy.orm import Session

from coordinator_app.core import sample
from coordinator_app.core.clock import HELSINKI
from coordinator_app.core.model import SigningKey
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.printing.screen import PrintingScreen
from coordinator_app.storage.database import Database
from tests.book import FAST, KEY, StoppedClock
from tests.gui.conftest import Script
from tests.gui.printing.steps import Desk
from tests.gui.room import opened_room

TODAY = dt.date(2026, 10, 6)


class PrintScript(Script):
    """Says whether there is a printer, and lets it print into `file`."""

    def __init__(self) -> None:
        super().__init__()
        self.printers = True
        self.file: Path | None = None
        self.names: list[str] = []
        self.first, self.last = 0, 0
        self.resolution = 150
        self.many: list[Path] = []
        self.folders: list[Path] = []

    def folder(self, parent: QWidget, title: str) -> Path | None:
        return self.folders.pop(0)

    def save_as(self, parent: QWidget, title: str, name: str, kind: object) -> Path | None:
        self.names.append(name)
        return self.paths.pop(0)

    def has_printer(self) -> bool:
        return self.printers

    def printer(self, parent: QWidget, title: str, printer: QPrinter, pages: int) -> bool:
        if self.many:
            self.file = self.many.pop(0)
        if self.file is None:
            return False
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.file))
        # Most tests read the file and not the paper; a printer's own resolution is honoured when it is less than 600.
        printer.setResolution(self.resolution)
        if self.first:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(self.first, self.last)
        return True


@pytest.fixture
def ask() -> PrintScript:
    return PrintScript()


@pytest.fixture
def new_book(empty_book: Path, tmp_path: Path) -> Path:
    """A book as it was just made: with its signing key, and nothing else."""
    path = Path(shutil.copy(empty_book, tmp_path / "new.db"))
    database = Database.open(path, KEY, clock=StoppedClock(), settings=FAST)
    database.write(_begin)
    database.close()
    return path


@pytest.fixture(scope="session")
def town(empty_book: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year of a town with twelve groups."""
    path = tmp_path_factory.mktemp("town") / "book.db"
    shutil.copy(empty_book, path)
    database = Database.open(path, KEY, clock=StoppedClock(), settings=FAST)
    database.write(_begin)
    database.write(sample.fill, years=1, seed=1, today=TODAY)
    database.close()
    return path


@pytest.fixture
def own_town(town: Path, tmp_path: Path) -> Path:
    """A town for this test alone."""
    return Path(shutil.copy(town, tmp_path / "book.db"))


@pytest.fixture
def desk(kit: Kit, qtbot: QtBot, own_town: Path) -> Iterator[Desk]:
    """The screen with its first pages drawn."""
    with opened_room(kit, qtbot, own_town, PrintingScreen) as (room, screen):
        desk = Desk(room, screen)
        desk.drawn()
        yield desk


def _begin(session: Session) -> None:
    session.execute(insert(SigningKey).values(epoch=1, private=bytes(range(32)), created=dt.datetime(2026, 1, 1, tzinfo=HELSINKI)))
