"""Where things are put together: a book is made, opened, backed up, restored and closed from here.

Nothing heavy is imported before it is needed, so that the unlock window shows at once.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from coordinator_app.core.clock import Clock, SystemClock
from coordinator_app.core.errors import CannotWrite, CoordinatorError, Refused, SlotsDamaged, WrongPassphrase
from coordinator_app.core.kinds import ReporterType
from coordinator_app.core.periods import Period
from coordinator_app.i18n import N_, Language

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
        _unlock(self._slots, passphrase, recovery_code)

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


def new_book(
    folder: Path,
    *,
    locality_code: str,
    locality_name: str,
    language: Language,
    passphrase: str,
    practice: bool = False,
    reporter_type: ReporterType = ReporterType.LOCALITY,
    clock: Clock | None = None,
) -> tuple[OpenBook, str]:
    """Makes a book in `folder`, which is empty or not there yet, and opens it. Returns it and its recovery code.

    Raises `UnsuitableFolder`, `Refused` (something is there; a short passphrase; a wrong code), `CannotWrite`.
    """
    from coordinator_app.core.settings import BookSettings
    from coordinator_app.storage import making

    clock = clock or SystemClock()
    settings = BookSettings(
        book_id=str(uuid.uuid4()),
        locality_code=locality_code,
        locality_name=locality_name,
        records_begin=Period.of(clock.today()).first,
        reporter_type=reporter_type,
        practice=practice,
        languages=(language,),
    )
    return opened_with(folder, lambda: making.make(folder, settings, passphrase, clock), clock)


def opened_with(folder: Path, make: Callable[[], tuple[bytes, str]], clock: Clock) -> tuple[OpenBook, str]:
    """Opens the book that `make` puts into `folder`, with the key it returns. Returns the book and its recovery code.

    Raises `UnsuitableFolder`, `Refused` (something is there), `CannotWrite`, and what `make` raises.
    """
    from coordinator_app.storage import folders

    folders.check(folder)
    if folder.exists() and (folder.is_file() or any(folder.iterdir())):
        raise Refused(N_("{folder} is not empty. Choose a new folder for the book."), folder=folder)
    try:
        key, code = make()
    except OSError as error:
        raise CannotWrite(N_("The book could not be made in {folder}. Check the disk and who may write there."), folder=folder) from error
    return _open(folder, lambda _: key, clock), code


def open_book(folder: Path, *, passphrase: str | None = None, recovery_code: str | None = None, clock: Clock | None = None) -> OpenBook:
    """Opens a book with its passphrase or its recovery code. `today.bring_to_day` is to follow.

    Raises the kinds of `CannotOpen`: missing, foreign, in use, damaged slots, wrong passphrase, damaged book, too new,
    an unsuitable folder; each says what to do.
    """
    from coordinator_app.storage import book_folder, folders

    book_folder.look(folder)
    folders.check(folder)
    return _open(folder, lambda slots: _unlock(slots, passphrase, recovery_code), clock or SystemClock())


def key_of(typed: str) -> dict[str, str]:
    """What was typed to open a book, as the argument it is for the functions here: a recovery code is known by its checksum."""
    from coordinator_app.storage import recovery

    try:
        recovery.read(typed)
    except WrongPassphrase:
        return {"passphrase": typed}
    return {"recovery_code": typed}


def own_backups(folder: Path) -> Path:
    """Where the backups of the book in `folder` lie, if nothing else is said."""
    from coordinator_app.storage.book_folder import BACKUPS

    return folder / BACKUPS


def backups_in(place: Path) -> list[Backup]:
    """The backups of a folder, the newest first, without opening them: of a book's `backups`, or of a stick."""
    from coordinator_app.storage import backup

    return list(reversed(backup.found_in(place)))


def look_into(folder: Path, place: Path, *, passphrase: str | None = None, recovery_code: str | None = None) -> list[Contents]:
    """What is in the backups of `place`, the newest first, whether the book in `folder` opens or not.

    Raises `WrongPassphrase`, and `SlotsDamaged` when neither the book nor its newest backup has key slots that can be read.
    """
    from coordinator_app.storage import backup

    found = backups_in(place)
    if not found:
        return []
    key = _unlock(_slots_for(folder, found[0]), passphrase, recovery_code)
    return [backup.contents(each, key) for each in found]


def restore_book(
    folder: Path, chosen: Backup, *, passphrase: str | None = None, recovery_code: str | None = None, clock: Clock | None = None
) -> OpenBook:
    """Puts a backup where a book is damaged, missing or to be replaced, and opens it. The book's own key files count, while they
    can be read; else the backup's. Nothing is deleted.

    Raises `WrongPassphrase`, `BookDamaged` (of the backup), `BookInUse`, `UnsuitableFolder`, `CannotWrite`.
    """
    from coordinator_app.bootstrap import forgetting
    from coordinator_app.storage import folders, restoring
    from coordinator_app.storage.lock import BookLock

    clock = clock or SystemClock()
    folders.check(folder)
    folder.mkdir(parents=True, exist_ok=True)
    lock = BookLock(folder)
    lock.take()
    try:
        slots = _slots_for(folder, chosen)
        key = _unlock(slots, passphrase, recovery_code)
        book = OpenBook(folder, restoring.restore(folder, chosen, key, slots, clock), slots, key, clock, lock)
        forgetting.forget_again(book, [chosen.folder.parent])
        return book
    except BaseException:
        lock.release()
        raise


def _slots_for(folder: Path, chosen: Backup) -> KeySlots:
    """The book's own key slots, while they can be read; else the backup's."""
    from coordinator_app.storage import keyslots

    try:
        return keyslots.read(folder)
    except SlotsDamaged:
        return keyslots.read(chosen.folder)


def _open(folder: Path, unlock: Callable[[KeySlots], bytes], clock: Clock) -> OpenBook:
    from coordinator_app.storage.lock import BookLock

    # Whoever comes second is told before anything slow is loaded.
    lock = BookLock(folder)
    lock.take()
    try:
        from coordinator_app.storage import keyslots, opening

        slots = keyslots.read(folder)
        key = unlock(slots)
        book = OpenBook(folder, opening.open_up_to_date(folder, key, slots, clock), slots, key, clock, lock)
        _forget_again(book)
    except BaseException:
        lock.release()
        raise
    # The book is open: only now is a damaged copy of its key files made whole from the other. What the disk refuses here
    # it will refuse, in words, at the next change.
    with contextlib.suppress(OSError):
        slots.heal(folder)
    return book


def _forget_again(book: OpenBook) -> None:
    """Forgets whom the book forgot before. A full disk does not keep it shut; damage does."""
    from coordinator_app.bootstrap import forgetting

    try:
        forgetting.forget_again(book)
    except CannotWrite:
        pass
    except BaseException:
        book.database.close()
        raise


def _unlock(slots: KeySlots, passphrase: str | None, recovery_code: str | None) -> bytes:
    if recovery_code is not None:
        return slots.unlock_with_recovery_code(recovery_code)
    return slots.unlock_with_passphrase(passphrase or "")
