"""The hand-over box: a whole book in one age file, sealed with a passphrase of its own, which the `age` program opens too.

Inside is a ZIP archive, nothing compressed: `box.json` (format, book, locality, the day, the key of the database),
`book.db` (encrypted with that key), and `forgotten.txt` (whom the book has forgotten, as marks).
"""

import datetime as dt
import io
import json
import re
import zipfile
from functools import partial

import pyrage
from msgspec import Struct

from coordinator_app.core.errors import BadFile, Refused, WrongPassphrase
from coordinator_app.exchange.envelope import DAMAGED
from coordinator_app.i18n import N_

LARGEST = 1024 * 1024 * 1024
SHORTEST_PASSPHRASE = 8
ENDING = "handover.age"
_FORMAT = "coordinator-box/1"
_ABOUT, _BOOK, _FORGOTTEN = "box.json", "book.db", "forgotten.txt"
_LARGEST_HEADER = 4096
# age's own program writes 18; each step more doubles the work, and a forged file could ask for hours of it.
_MOST_WORK = 22
_SCRYPT = re.compile(rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]+ (\d{1,3})\n")
_NO_BOX = N_("{name} is not a hand-over box. Ask the contact man before you for the file whose name ends in handover.age.")


class Box(Struct, frozen=True):
    """What a box holds. `database` is encrypted with `key`; `forgotten` are marks."""

    book_id: str
    locality_code: str
    locality_name: str
    packed: dt.date
    key: bytes
    database: bytes
    forgotten: frozenset[str] = frozenset()


def check_passphrase(passphrase: str) -> None:
    """Raises `Refused` for a passphrase that is too short."""
    if len(passphrase.strip()) < SHORTEST_PASSPHRASE:
        raise Refused(N_("The passphrase of the box has at least {n} characters; four or five words are good."), n=SHORTEST_PASSPHRASE)


def write(box: Box, passphrase: str) -> bytes:
    """The file's bytes. Raises `Refused` for a passphrase that is too short."""
    check_passphrase(passphrase)
    about = {
        "format": _FORMAT,
        "book": box.book_id,
        "locality_code": box.locality_code,
        "locality_name": box.locality_name,
        "packed": box.packed.isoformat(),
        "key": box.key.hex(),
    }
    inside = io.BytesIO()
    with zipfile.ZipFile(inside, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_ABOUT, json.dumps(about, ensure_ascii=False, sort_keys=True, indent=1))
        archive.writestr(_BOOK, box.database)
        archive.writestr(_FORGOTTEN, "".join(f"{mark}\n" for mark in sorted(box.forgotten)))
    return bytes(pyrage.passphrase.encrypt(inside.getvalue(), passphrase.strip()))


def read(data: bytes, passphrase: str, *, name: str) -> Box:
    """What a box holds. Raises `WrongPassphrase`, and `BadFile` for what is no box or is damaged."""
    refused = partial(BadFile, name=name)
    work = _SCRYPT.match(data[:_LARGEST_HEADER])
    if work is None or int(work[1]) > _MOST_WORK or len(data) > LARGEST:
        raise refused(_NO_BOX)
    try:
        inside = pyrage.passphrase.decrypt(data, passphrase.strip())
    except pyrage.DecryptError as error:
        if "passphrase" in str(error).lower() or "no matching" in str(error).lower() or "decryption failed" in str(error).lower():
            raise WrongPassphrase(
                N_("The passphrase does not open the box. It is the one the contact man before you told you, not one of your own.")
            ) from error
        raise refused(DAMAGED) from error
    try:
        with zipfile.ZipFile(io.BytesIO(inside)) as archive:
            about, database, forgotten = (archive.read(each) for each in (_ABOUT, _BOOK, _FORGOTTEN))
        said = json.loads(about)
        if said["format"] != _FORMAT:
            raise refused(N_("{name} was packed by a newer version of this program. Install the newest one."))
        return Box(
            said["book"],
            said["locality_code"],
            said["locality_name"],
            dt.date.fromisoformat(said["packed"]),
            bytes.fromhex(said["key"]),
            database,
            frozenset(forgotten.decode("ascii").split()),
        )
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
        raise refused(_NO_BOX) from error
