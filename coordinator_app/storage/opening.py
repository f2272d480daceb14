"""Opening a book whose key is known, and bringing it up to date first if an older program made it."""

from pathlib import Path

from coordinator_app.core.clock import Clock
from coordinator_app.storage import migrations
from coordinator_app.storage.book_folder import BACKUPS, open_database
from coordinator_app.storage.database import Database
from coordinator_app.storage.keyslots import KeySlots


def open_up_to_date(folder: Path, key: bytes, slots: KeySlots, clock: Clock) -> Database:
    """Opens the database; an older one is backed up, verified, and then brought up to date in one transaction.

    Raises like `open_database`, `BookTooNew`, and `CannotWrite` when the backup cannot be made.
    """
    database = open_database(folder, key, slots, clock)
    try:
        if migrations.is_behind(database.raw):
            from coordinator_app.storage import backup

            backup.make(database.raw, key, slots, folder / BACKUPS, clock.now())
            migrations.upgrade(database.raw)
    except BaseException:
        database.raw.close()
        raise
    return database
