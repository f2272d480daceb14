"""Putting a backup in the place of a book. Nothing is deleted: a book that opens is backed up first, a damaged one is set aside."""

import datetime as dt
import shutil
from pathlib import Path

from coordinator_app.core.clock import Clock
from coordinator_app.core.errors import BookDamaged, CannotWrite, CoordinatorError
from coordinator_app.i18n import N_
from coordinator_app.storage import backup, keyslots
from coordinator_app.storage.book_folder import BACKUPS, DATABASE, open_database
from coordinator_app.storage.database import Database
from coordinator_app.storage.keyslots import KeySlots
from coordinator_app.storage.opening import open_up_to_date
from coordinator_app.storage.whole_files import put_in_place, sync_file, sync_folder

_WAL = f"{DATABASE}-wal"


def restore(folder: Path, chosen: backup.Backup, key: bytes, slots: KeySlots, clock: Clock) -> Database:
    """Puts `chosen` in the place of the book in `folder`, which is locked and closed, and opens it.

    Raises `BookDamaged` when the backup itself is damaged or another book's, `CannotWrite` when the disk does not take it;
    the book is then as it was.
    """
    if not backup.is_sound(chosen, key):
        raise BookDamaged(
            N_("The backup of {at} is damaged or belongs to another book. Choose another one."), at=f"{chosen.at:%Y-%m-%d %H:%M}"
        )
    part = folder / f".{DATABASE}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(chosen.database, part)
        sync_file(part)
        generation = _save_current(folder, key, slots, clock)
        (folder / _WAL).unlink(missing_ok=True)
        put_in_place(part, folder / DATABASE)
        slots.heal(folder)
    except OSError as error:
        raise CannotWrite(N_("The backup could not be put into {folder}. Check the disk and try again."), folder=folder) from error
    finally:
        part.unlink(missing_ok=True)
    database = open_up_to_date(folder, key, slots, clock)
    database.note("restore", f"{chosen.at:%Y-%m-%d %H:%M}", above=generation)
    return database


def _save_current(folder: Path, key: bytes, slots: KeySlots, clock: Clock) -> int:
    """Keeps what is there now; returns its generation, 0 when it cannot be told."""
    if not (folder / DATABASE).is_file():
        return 0
    try:
        current = open_database(folder, key, slots, clock)
        try:
            backup.make(current.raw, key, slots, folder / BACKUPS, clock.now(), before_restore=True)
            generation = current.generation
        finally:
            current.close()
    except CannotWrite:
        raise
    except CoordinatorError:
        _set_aside(folder, clock.now())
        return 0
    return generation


def _set_aside(folder: Path, now: dt.datetime) -> None:
    aside = folder / f"set-aside_{now:%Y-%m-%d_%H%M%S}"
    aside.mkdir(exist_ok=True)
    for name in (DATABASE, _WAL, *keyslots.COPIES):
        if (folder / name).is_file():
            shutil.copyfile(folder / name, aside / name)
            sync_file(aside / name)
    sync_folder(aside)
