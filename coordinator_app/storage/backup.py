"""Backups: whole, verified copies of a book, each a folder that holds the database and the key slots.

A folder of backups may hold those of several books; only this book's are listed, restored and pruned.
"""

import datetime as dt
import os
import re
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from sqlcipher3 import dbapi2

from coordinator_app.core.errors import BookDamaged, CannotWrite
from coordinator_app.i18n import N_
from coordinator_app.storage import checking, keyslots
from coordinator_app.storage.book_folder import DATABASE
from coordinator_app.storage.cipher import connect_to_copy
from coordinator_app.storage.result_codes import DAMAGE, result_code
from coordinator_app.storage.whole_files import put_in_place, sync_file, sync_folder

DAILY, WEEKLY, MONTHLY, BEFORE_RESTORE = 7, 4, 12, 12
_LONGEST_STEP = dt.timedelta(days=31)
_NAME = re.compile(r"(?P<at>\d{4}-\d\d-\d\d_\d{6})_(?P<number>\d{6})(?P<kept>_before-restore)?", re.ASCII)
_AT = "%Y-%m-%d_%H%M%S"
_PART = ".part-"
_COUNTS = """
SELECT (SELECT count(*) FROM grp), (SELECT count(*) FROM person), (SELECT count(*) FROM meeting WHERE state = 'counted')
"""


class Backup(Struct, frozen=True):
    """A backup by its folder: when it was made by that day's clock, and the how manieth it is in its place.

    `before_restore` marks the book as it was before a backup was put in its place.
    """

    folder: Path
    at: dt.datetime
    number: int
    before_restore: bool = False

    @property
    def database(self) -> Path:
        return self.folder / DATABASE


class Contents(Struct, frozen=True):
    """What is in a backup; `readable` is false when it is damaged, and the counts are then 0."""

    backup: Backup
    readable: bool
    groups: int = 0
    people: int = 0
    meetings: int = 0


def found_in(place: Path) -> list[Backup]:
    """The backups in a folder, the newest made last."""
    found = []
    for folder in place.iterdir() if place.is_dir() else ():
        match = _NAME.fullmatch(folder.name)
        if match and (folder / DATABASE).is_file():
            found.append(Backup(folder, dt.datetime.strptime(match["at"], _AT), int(match["number"]), bool(match["kept"])))
    return sorted(found, key=lambda each: each.number)


def make(raw: Any, key: bytes, slots: keyslots.KeySlots, place: Path, now: dt.datetime, *, before_restore: bool = False) -> Backup:
    """Copies the open book into `place`, verifies the copy, and only then gives it its name. `raw` is not in a transaction.

    Raises `CannotWrite` when the place does not take it, `BookDamaged` when the book itself cannot be read; what was there
    before stays.
    """
    try:
        place.mkdir(parents=True, exist_ok=True)
        _clear_unfinished(place)
        number = max((each.number for each in found_in(place)), default=0) + 1
        final = place / f"{now:{_AT}}_{number:06}{'_before-restore' if before_restore else ''}"
        part = place / f"{_PART}{os.getpid()}"
        try:
            part.mkdir()
            _copy(raw, part / DATABASE)
            sync_file(part / DATABASE)
            slots.write(part)
            verify_same(raw, part / DATABASE, key)
            sync_folder(part)
            put_in_place(part, final)
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except (OSError, dbapi2.Error) as error:
        raise CannotWrite(
            N_("The backup could not be made in {place}: it may be full, read-only or gone. The book itself is safe."), place=place
        ) from error
    return Backup(final, now.replace(tzinfo=None, microsecond=0), number, before_restore)


def _copy(raw: Any, target: Path) -> None:
    try:
        raw.execute("VACUUM INTO ?", (str(target),))
    except dbapi2.Error as error:
        if result_code(error) in DAMAGE:
            raise BookDamaged(
                N_("No backup was made: a part of the book is damaged. Restore the newest backup; nothing is deleted by that.")
            ) from error
        raise


def verify_same(raw: Any, copy: Path, key: bytes) -> None:
    """Raises the driver's `DatabaseError` unless the copy is sound and holds the very rows of the book."""
    other = connect_to_copy(copy, key)
    try:
        if checking.faults(other) or checking.row_hash(other) != checking.row_hash(raw):
            raise dbapi2.DatabaseError("the copy differs from the book")
    finally:
        other.close()


def contents(backup: Backup, key: bytes) -> Contents:
    """What is in a backup, by opening it."""
    try:
        raw = connect_to_copy(backup.database, key)
        try:
            groups, people, meetings = raw.execute(_COUNTS).fetchone()
        finally:
            raw.close()
    except dbapi2.Error:
        return Contents(backup, readable=False)
    return Contents(backup, readable=True, groups=groups, people=people, meetings=meetings)


def is_sound(backup: Backup, key: bytes) -> bool:
    """Whether every page and row of a backup is as it was written."""
    try:
        raw = connect_to_copy(backup.database, key)
        try:
            return not checking.faults(raw)
        finally:
            raw.close()
    except dbapi2.Error:
        return False


def to_prune(backups: Sequence[Backup]) -> list[Backup]:
    """Those that may go: all but those of the last day, the last of each of the last 7 days, 4 weeks and 12 months that have one,
    and the last 12 that a restore replaced.

    `backups` in the order they were made. Order, not the clock, tells the age; when the clock has just jumped, nothing goes.
    """
    if len(backups) < 2 or not dt.timedelta(0) <= backups[-1].at - backups[-2].at <= _LONGEST_STEP:
        return []
    newest_first = list(reversed(backups))
    kept = {
        *(each.number for each in backups if each.at.date() == backups[-1].at.date()),
        *[each.number for each in newest_first if each.before_restore][:BEFORE_RESTORE],
        *_last_of_each(newest_first, lambda at: at.date(), DAILY),
        *_last_of_each(newest_first, lambda at: at.isocalendar()[:2], WEEKLY),
        *_last_of_each(newest_first, lambda at: (at.year, at.month), MONTHLY),
    }
    return [each for each in backups if each.number not in kept]


def prune(place: Path) -> None:
    """Removes the backups whose time is over. What else lies in their folders is left alone."""
    for backup in to_prune(found_in(place)):
        for name in (DATABASE, *keyslots.COPIES):
            (backup.folder / name).unlink(missing_ok=True)
        try:
            backup.folder.rmdir()
        except OSError:
            continue


def _last_of_each(newest_first: Iterable[Backup], stretch: Any, how_many: int) -> list[int]:
    last: dict[object, int] = {}
    for each in newest_first:
        last.setdefault(stretch(each.at), each.number)
    return list(last.values())[:how_many]


def _clear_unfinished(place: Path) -> None:
    """Removes what an interrupted backup left."""
    for folder in place.glob(f"{_PART}*"):
        shutil.rmtree(folder, ignore_errors=True)
