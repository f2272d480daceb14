"""A book that is open, and what is done with it as a whole: its keys, its backups, its checks, its end."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from coordinator_app.core.clock import Clock
from coordinator_app.core.errors import CannotWrite, CoordinatorError
from coordinator_app.i18n import N_

if TYPE_CHECKING:
    from coordinator_app.core.settings import BookSettings
    from coordinator_app.storage.backup import Backup, Contents
    from coordinator_app.storage.database import Database
    from coordinator_app.storage.keyslots import KeySlots
    from coordinator_app.storage.lock import BookLock

_SECOND_PLACE = "backup.second_place"
_BACKED_UP = "backup.generation"
_COPIED = "backup.copied"


class Health(Struct, frozen=True):
    """What a full check found: the faults of the book in the checkers' words (none: it is sound), and the state of each backup."""

    faults: tuple[str, ...]
    backups: tuple[Contents, ...]


class OpenBook:
    """A book that is open: its database, and what is done with it as a whole. One thread uses it at a time."""

    def __init__(self, folder: Path, database: Database, slots: KeySlots, key: bytes, clock: Clock, lock: BookLock) -> None:
        self.folder = folder
        self.database = database
        self.clock = clock
        self._slots = slots
        self._key = key
        self._lock = lock

    def settings(self) -> BookSettings:
        """The settings as they are now."""
        from coordinator_app.core import settings

        return self.database.read(settings.read)

    def change_passphrase(self, new: str) -> None:
        """Makes `new` open the book, and the old one no longer. Raises `Refused` when it is too short, `CannotWrite`."""
        self._write_slots(self._slots.with_passphrase(self._key, new))

    def new_recovery_code(self, shown: Callable[[str], object] = lambda code: None) -> str:
        """Makes a new recovery code; the sheet before no longer opens the book.

        `shown` is given the code first: when it cannot put it on paper and raises, the sheet before still opens the book.
        """
        from coordinator_app.storage import recovery

        secret = os.urandom(recovery.CODE_BYTES)
        code = recovery.written(secret)
        shown(code)
        self._write_slots(self._slots.with_recovery_code(self._key, secret))
        return code

    def opens_with(self, *, passphrase: str | None = None, recovery_code: str | None = None) -> None:
        """Tries a passphrase or a recovery sheet without changing anything. Raises `WrongPassphrase` when it does not open the book."""
        unlock(self._slots, passphrase, recovery_code)

    def back_up(self, place: Path | None = None) -> Backup:
        """Makes a verified backup in `place`, by default the book's own folder of backups. Raises `CannotWrite`.

        Old ones of that place are then thinned out.
        """
        from coordinator_app.bootstrap import forgetting
        from coordinator_app.core import forgotten, home, settings
        from coordinator_app.storage import backup

        generation = self.database.generation
        made = backup.make(self.database.raw, self._key, self._slots, place or own_backups(self.folder), self.clock.now())
        forgetting.lay_beside(made.folder.parent, self.database.read(forgotten.recall).marks)
        if place is None:
            self.database.write(settings.remember, _BACKED_UP, generation)
        else:
            self.database.write(settings.remember, home.BACKED_UP_ELSEWHERE, self.clock.today().isoformat())
            self.database.write(settings.remember, _COPIED, [str(place), generation])
        backup.prune(made.folder.parent)
        return made

    def backups(self, place: Path | None = None) -> list[Contents]:
        """The backups of `place`, by default the book's own, the newest first, and what is in each."""
        from coordinator_app.storage import backup

        return [backup.contents(each, self._key) for each in reversed(backup.found_in(place or own_backups(self.folder)))]

    def second_place(self) -> Path | None:
        """The other place that backups go to at exit, if one was chosen."""
        from coordinator_app.core import settings

        kept = self.database.read(settings.recall, _SECOND_PLACE)
        return Path(kept) if kept else None

    def remember_second_place(self, place: Path | None) -> None:
        """Chooses the other place that backups go to at exit."""
        from coordinator_app.core import settings

        self.database.write(settings.remember, _SECOND_PLACE, None if place is None else str(place))

    def restore(self, chosen: Backup) -> None:
        """Puts a backup in the book's place, after backing up the book as it is. Raises like `storage.restoring.restore`."""
        from coordinator_app.bootstrap import forgetting
        from coordinator_app.storage import opening, restoring

        self.database.close()
        try:
            self.database = restoring.restore(self.folder, chosen, self._key, self._slots, self.clock)
        except CoordinatorError:
            self.database = opening.open_up_to_date(self.folder, self._key, self._slots, self.clock)
            raise
        forgetting.forget_again(self, [chosen.folder.parent])

    def copy_for_next(self) -> tuple[bytes, bytes]:
        """A verified copy of the database, and the key that opens it: to be sealed at once. Raises `CannotWrite`, `BookDamaged`."""
        from coordinator_app.storage import backup

        place = self.folder / ".hand-over"
        try:
            made = backup.make(self.database.raw, self._key, self._slots, place, self.clock.now())
            return made.database.read_bytes(), self._key
        finally:
            shutil.rmtree(place, ignore_errors=True)

    def check(self) -> Health:
        """Reads every page and row of the book and of its backups."""
        from coordinator_app.storage import backup, checking

        found = [each for each in self.backups() if not (each.readable and backup.is_sound(each.backup, self._key))]
        bad = {each.backup for each in found}
        states = tuple(backup.Contents(each.backup, readable=False) if each.backup in bad else each for each in self.backups())
        return Health(tuple(checking.faults(self.database.raw)), states)

    def close(self, *, back_up: bool = True) -> None:
        """Closes the book, after a backup when something changed since the last. It is closed even when this raises `CannotWrite`."""
        try:
            if back_up:
                self._back_up_changes()
        finally:
            self._key = b""
            try:
                self.database.close()
            finally:
                self._lock.release()

    def _back_up_changes(self) -> None:
        from coordinator_app.core import settings

        generation = self.database.generation
        if self.database.read(settings.recall, _BACKED_UP) != generation:
            self.back_up()
        second = self.second_place()
        # A stick that is not plugged in must not become a folder of this computer.
        if second is not None and second.is_dir() and self.database.read(settings.recall, _COPIED) != [str(second), generation]:
            self.back_up(second)

    def _write_slots(self, slots: KeySlots) -> None:
        try:
            slots.write(self.folder)
        except OSError as error:
            raise CannotWrite(
                N_("The key files could not be written in {folder}; the old ones still open the book."), folder=self.folder
            ) from error
        self._slots = slots


def own_backups(folder: Path) -> Path:
    """Where the backups of the book in `folder` lie, if nothing else is said."""
    from coordinator_app.storage.book_folder import BACKUPS

    return folder / BACKUPS


def unlock(slots: KeySlots, passphrase: str | None, recovery_code: str | None) -> bytes:
    """The key of the book. Raises `WrongPassphrase`."""
    if recovery_code is not None:
        return slots.unlock_with_recovery_code(recovery_code)
    return slots.unlock_with_passphrase(passphrase or "")
