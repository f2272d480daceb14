"""A book's folder: the database, the key slots in two copies, the backups; and what can be wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from coordinator_app.core.clock import Clock
from coordinator_app.core.errors import BookDamaged, BookInUse, BookMissing, CannotWrite, ForeignFile
from coordinator_app.i18n import N_
from coordinator_app.storage import keyslots
from coordinator_app.storage.result_codes import BUSY, DAMAGE, result_code

if TYPE_CHECKING:
    from coordinator_app.storage.database import Database

DATABASE = "book.db"
BACKUPS = "backups"
_PLAIN_SQLITE = b"SQLite format 3\0"
# A flipped bit in the head is damage; a head with little in common is another file.
_ALIKE_BYTES = 8


def look(folder: Path) -> None:
    """Raises `BookMissing` or `ForeignFile` when there is no book in `folder`."""
    path = folder / DATABASE
    if folder.is_file():
        raise ForeignFile(N_("{folder} is a file. A book is a folder: choose the folder that holds {name}."), folder=folder, name=DATABASE)
    if not path.is_file():
        raise BookMissing(N_("There is no book in {folder}. It may have been moved, or be on a disk that is not connected."), folder=folder)
    if not any((folder / name).exists() for name in keyslots.COPIES) and head_of(folder) == _PLAIN_SQLITE:
        raise ForeignFile(N_("What lies in {folder} is the database of another program, not a book."), folder=folder)


def head_of(folder: Path) -> bytes:
    """The first 16 bytes of a database that is not open. They are random, made with the book, and the same in its backups."""
    with (folder / DATABASE).open("rb") as file:
        return file.read(keyslots.HEAD_BYTES)


def open_database(folder: Path, key: bytes, slots: keyslots.KeySlots, clock: Clock) -> Database:
    """Opens the database of a book whose key is known.

    Raises `BookInUse`, `BookDamaged`, `ForeignFile` (other keys' database), `CannotWrite` (a folder that takes nothing).
    """
    # SQLAlchemy is loaded only here: whether there is a book, and whether it is free, is told without it.
    from coordinator_app.storage.database import Database
    from coordinator_app.storage.schema import VERSION_TABLE

    head = head_of(folder)
    if len(head) < keyslots.HEAD_BYTES:
        # SQLite would take an empty file for a new database and begin to write it.
        raise _damaged(folder)
    try:
        database = Database.open(folder / DATABASE, key, clock=clock)
    except dbapi2.Error as error:
        raise _meaning(error, folder, head, slots.head) from error
    try:
        layout = database.raw.execute("SELECT count(*) FROM sqlite_schema WHERE name = ?", (VERSION_TABLE,))
        if layout.fetchone()[0] != 1:
            raise _damaged(folder)
        # Every page that tells the layout is read here, so that damage in it is met now.
        database.raw.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchall()
    except dbapi2.Error as error:
        database.raw.close()
        raise _meaning(error, folder, head, slots.head) from error
    except BookDamaged:
        database.raw.close()
        raise
    return database


def _meaning(error: dbapi2.Error, folder: Path, head: bytes, known: bytes) -> Exception:
    code = result_code(error)
    if code in BUSY:
        return BookInUse(N_("The book in {folder} is open in another window or command. Close it there first."), folder=folder)
    if code in DAMAGE:
        alike = sum(one == other for one, other in zip(head, known, strict=False))
        if alike >= _ALIKE_BYTES or not any(head):
            return _damaged(folder)
        return ForeignFile(
            N_("The database in {folder} is not that of its key files. Put the right one back, or restore a backup."),
            folder=folder,
        )
    return CannotWrite(N_("The book in {folder} cannot be opened for writing. Check the disk and who may write there."), folder=folder)


def _damaged(folder: Path) -> BookDamaged:
    return BookDamaged(N_("The book in {folder} is damaged. Restore the newest backup; nothing is deleted by that."), folder=folder)
