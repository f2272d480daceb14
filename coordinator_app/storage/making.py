"""Making a new book: beside its place first, so that a folder holds a whole book or none."""

import os
import shutil
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import insert
from sqlalchemy.orm import Session

from coordinator_app.core import settings
from coordinator_app.core.clock import Clock
from coordinator_app.core.model import SigningKey
from coordinator_app.storage import recovery
from coordinator_app.storage.book_folder import DATABASE, head_of
from coordinator_app.storage.cipher import KEY_BYTES
from coordinator_app.storage.database import Database
from coordinator_app.storage.keyslots import KeySlots
from coordinator_app.storage.whole_files import put_in_place, sync_file, sync_folder


def make(folder: Path, first: settings.BookSettings, passphrase: str, clock: Clock) -> tuple[bytes, str]:
    """Makes the book of those settings in `folder`, which is empty or not there; returns its data key and its recovery code.

    Raises `Refused` for a passphrase too short, `OSError` and `CannotWrite` when the disk does not take it.
    """
    key, secret = os.urandom(KEY_BYTES), os.urandom(recovery.CODE_BYTES)
    slots = KeySlots(first.book_id, 0, b"", ()).with_passphrase(key, passphrase).with_recovery_code(key, secret)
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = folder.parent / f".{folder.name}.part-{os.getpid()}"
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir()
        Database.create(part / DATABASE, key, lambda session: _begin(session, first, clock), clock=clock).close()
        sync_file(part / DATABASE)
        slots.of_database(head_of(part)).write(part)
        if folder.exists():
            folder.rmdir()
        put_in_place(part, folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    sync_folder(folder)
    return key, recovery.written(secret)


def _begin(session: Session, first: settings.BookSettings, clock: Clock) -> None:
    """What every book begins with: its settings, and the key that will sign its summaries."""
    settings.begin(session, first)
    private = Ed25519PrivateKey.generate().private_bytes_raw()
    session.execute(insert(SigningKey).values(epoch=1, private=private, created=clock.now()))
