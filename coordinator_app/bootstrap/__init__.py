"""Where things are put together: a book is made, opened and restored from here.

Nothing heavy is imported before it is needed, so that the unlock window shows at once.
"""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coordinator_app.bootstrap.book import Health, OpenBook, own_backups, unlock
from coordinator_app.core.clock import Clock, SystemClock
from coordinator_app.core.errors import CannotWrite, Refused, SlotsDamaged, WrongPassphrase
from coordinator_app.core.kinds import ReporterType
from coordinator_app.core.periods import Period
from coordinator_app.i18n import N_, Language

if TYPE_CHECKING:
    from coordinator_app.storage.backup import Backup, Contents
    from coordinator_app.storage.keyslots import KeySlots

__all__ = [
    "Health",
    "OpenBook",
    "backups_in",
    "key_of",
    "look_into",
    "new_book",
    "open_book",
    "opened_with",
    "own_backups",
    "restore_book",
]


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
    return _open(folder, lambda slots: unlock(slots, passphrase, recovery_code), clock or SystemClock())


def key_of(typed: str) -> dict[str, str]:
    """What was typed to open a book, as the argument it is for the functions here: a recovery code is known by its checksum."""
    from coordinator_app.storage import recovery

    try:
        recovery.read(typed)
    except WrongPassphrase:
        return {"passphrase": typed}
    return {"recovery_code": typed}


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
    key = unlock(_slots_for(folder, found[0]), passphrase, recovery_code)
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
        key = unlock(slots, passphrase, recovery_code)
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
