"""A made-up town's book for measuring: made once, then copied for whoever wants to change it."""

import datetime as dt
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from coordinator_app import bootstrap
from coordinator_app.core import sample, settings
from coordinator_app.core.periods import Period
from coordinator_app.i18n import Language
from coordinator_app.storage import book_folder, keyslots
from coordinator_app.storage.database import Database
from tests.book import StoppedClock

PASSPHRASE = "only for measuring"
CLOCK = StoppedClock()
QUARTER = Period(2026, 3)


@dataclass(frozen=True, slots=True)
class Town:
    """A closed book, and the key that opens its database."""

    folder: Path
    key: bytes

    def copy(self, to: Path) -> "Town":
        """The same book in another folder."""
        shutil.copytree(self.folder, to)
        return Town(to, self.key)

    @contextmanager
    def opened(self) -> Iterator[Database]:
        """Its database, with the settings every book is opened with."""
        database = book_folder.open_database(self.folder, self.key, keyslots.read(self.folder), CLOCK)
        try:
            yield database
        finally:
            database.close()


def make(folder: Path, years: int) -> Town:
    """Fills a new book with so many years."""
    book, _ = bootstrap.new_book(
        folder, locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE, clock=CLOCK
    )
    book.database.write(sample.fill, years=years, seed=1, today=CLOCK.today())
    book.close(back_up=False)
    return Town(folder, keyslots.read(folder).unlock_with_passphrase(PASSPHRASE))


def begin(database: Database) -> dt.date:
    """The day the book's records begin."""
    return database.read(settings.read).records_begin
