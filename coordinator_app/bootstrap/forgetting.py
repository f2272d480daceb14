"""Forgetting people in the book and around it: records, history, unused parts of the file, and copies that come back later."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from coordinator_app.core import forgotten
from coordinator_app.core.errors import CannotWrite
from coordinator_app.i18n import N_
from coordinator_app.storage import tombstones

if TYPE_CHECKING:
    from coordinator_app.bootstrap import OpenBook
    from coordinator_app.core.forgotten import Forgotten
    from coordinator_app.storage.database import Done


def forget(book: "OpenBook", people: Collection[int]) -> "Done[Forgotten]":
    """Forgets people for good.

    Raises `NotFound`; `CannotWrite` when only the cleaning up failed, which is tried again when the book is next opened.
    """
    from coordinator_app.bootstrap.office_files import catalogue_in_force
    from coordinator_app.core import erasure

    names = book.database.read(catalogue_in_force)
    done = book.database.erase(erasure.forget, people=people, today=book.clock.today(), catalogue=names)
    _finish(book, done.result.marks)
    return done


def forget_again(book: "OpenBook", used: Iterable[Path] = ()) -> int:
    """Forgets those who were forgotten before and are back, as when an older copy was put in the book's place; how many.

    `used` are folders of backups that were just restored from: they may know of somebody too.
    """
    memory = book.database.read(forgotten.recall)
    marks = memory.marks.union(*(tombstones.read(folder) for folder in (book.folder, *used)))
    back: tuple[int, ...] = ()
    if marks != memory.marks:
        from coordinator_app.core import erasure

        back = book.database.read(erasure.marked, marks=marks)
        if back:
            forget(book, back)
        book.database.write(forgotten.know, marks)
    if memory.unfinished and not back:
        _finish(book, marks)
    lay_beside(book.folder, marks)
    return len(back)


def lay_beside(place: Path, marks: Collection[str]) -> None:
    """Lays the marks beside a book or its backups, so that they are there when one of them is put back. Raises `CannotWrite`."""
    try:
        tombstones.add(place, marks)
    except OSError as error:
        raise CannotWrite(
            N_("Whom the book has forgotten could not be noted in {place}: it may be full, read-only or gone."), place=place
        ) from error


def _finish(book: "OpenBook", marks: Collection[str]) -> None:
    """First the marks outside the book, for they are what an older copy is compared with; then the unused parts of the file."""
    lay_beside(book.folder, marks)
    book.database.vacuum()
    book.database.write(forgotten.finish)
