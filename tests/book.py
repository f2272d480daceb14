"""A real book for tests: encrypted, on disk, empty, with a clock that stands still."""

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from coordinator_app.core import settings
from coordinator_app.core.clock import HELSINKI
from coordinator_app.storage.cipher import SETTINGS
from coordinator_app.storage.database import Database

KEY = bytes(range(32))
# A test's book need not outlive a power cut.
FAST = (*(each for each in SETTINGS if not each.startswith("synchronous")), "synchronous=OFF")


TURKU = settings.BookSettings(
    book_id="6f1c5c1e-4b0e-4f1a-9a39-6d2a4f2f6b10", locality_code="turku", locality_name="Turku", records_begin=dt.date(2026, 1, 1)
)


@dataclass
class StoppedClock:
    """Stands at one moment until it is set: `clock.at = …`, or `clock.pass_by(days=3)`."""

    at: dt.datetime = dt.datetime(2026, 10, 20, 18, 5, tzinfo=HELSINKI)

    def now(self) -> dt.datetime:
        return self.at

    def today(self) -> dt.date:
        return self.at.date()

    def pass_by(self, **how_long: float) -> None:
        self.at += dt.timedelta(**how_long)


@pytest.fixture
def clock() -> StoppedClock:
    """Tuesday 20 October 2026, 18.05."""
    return StoppedClock()


@pytest.fixture(scope="session")
def empty_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with every table, the settings of Turku and no records, closed."""
    path = tmp_path_factory.mktemp("empty") / "book.db"
    Database.create(path, KEY, lambda session: settings.begin(session, TURKU), clock=StoppedClock(), settings=FAST).close()
    return path


@pytest.fixture
def own_book(empty_book: Path, tmp_path: Path) -> Path:
    """A closed, empty book for this test alone."""
    return Path(shutil.copy(empty_book, tmp_path / "book.db"))


@pytest.fixture
def book(empty_book: Path, tmp_path: Path, clock: StoppedClock) -> Iterator[Database]:
    """An open, empty book of its own: Turku's, its records beginning on 1 January 2026."""
    folder = tmp_path / "book"
    folder.mkdir()
    path = shutil.copy(empty_book, folder / "book.db")
    database = Database.open(Path(path), KEY, clock=clock, settings=FAST)
    yield database
    database.close()
