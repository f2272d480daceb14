"""Making a book of a database that comes from another computer: with a key of its own, so that the keys before open nothing."""

import os
import shutil
from pathlib import Path

from sqlcipher3 import dbapi2

from coordinator_app.core.errors import BookDamaged
from coordinator_app.i18n import N_
from coordinator_app.storage import checking, recovery
from coordinator_app.storage.book_folder import DATABASE, head_of
from coordinator_app.storage.cipher import KEY_BYTES, connect, connect_to_copy
from coordinator_app.storage.keyslots import KeySlots
from coordinator_app.storage.whole_files import put_in_place, sync_file, sync_folder

# The file is alone in its folder, and is thrown away if this does not end well.
_ALONE = ("locking_mode=EXCLUSIVE", "journal_mode=DELETE", "synchronous=FULL", "temp_store=MEMORY")


def unpack(folder: Path, database: bytes, key: bytes, book_id: str, passphrase: str) -> tuple[bytes, str]:
    """Makes a book in `folder`, which is empty or not there; returns its new data key and its recovery code.

    Raises `Refused` for a passphrase too short, `BookDamaged` when the database is not sound, `OSError` when the disk does not take it;
    the folder is then as it was.
    """
    new, secret = os.urandom(KEY_BYTES), os.urandom(recovery.CODE_BYTES)
    slots = KeySlots(book_id, 0, b"", ()).with_passphrase(new, passphrase).with_recovery_code(new, secret)
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = folder.parent / f".{folder.name}.part-{os.getpid()}"
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir()
        (part / DATABASE).write_bytes(database)
        _change_key(part / DATABASE, key, new)
        sync_file(part / DATABASE)
        slots.of_database(head_of(part)).write(part)
        if folder.exists():
            folder.rmdir()
        put_in_place(part, folder)
    except dbapi2.Error as error:
        raise BookDamaged(N_("The book in the box is damaged. Ask the contact man before you to pack it again.")) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    sync_folder(folder)
    return new, recovery.written(secret)


def _change_key(path: Path, old: bytes, new: bytes) -> None:
    """Raises the driver's `DatabaseError` unless the file is sound before and holds the same after."""
    raw = connect(path, old, settings=_ALONE)
    try:
        if checking.faults(raw):
            raise dbapi2.DatabaseError("the database is not sound")
        rows = checking.row_hash(raw)
        raw.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
    finally:
        raw.close()
    again = connect_to_copy(path, new)
    try:
        if checking.faults(again) or checking.row_hash(again) != rows:
            raise dbapi2.DatabaseError("the copy differs from the book")
    finally:
        again.close()
