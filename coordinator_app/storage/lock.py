"""One program at a time: a side file whose lock the system drops with the process that held it."""

from pathlib import Path

from filelock import FileLock, Timeout

from coordinator_app.core.errors import BookInUse, CannotWrite
from coordinator_app.i18n import N_

_NAME = "in-use.lock"


class BookLock:
    """Holds a book's folder for this program. The true lock is SQLite's own; this one answers at once and in words."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / _NAME, thread_local=False)
        self._folder = folder

    def take(self) -> None:
        """Raises `BookInUse` when another window or command has the book, `CannotWrite` for a folder that takes nothing."""
        try:
            self._lock.acquire(blocking=False)
        except Timeout as error:
            raise BookInUse(
                N_("The book in {folder} is open in another window or command. Close it there first."), folder=self._folder
            ) from error
        except OSError as error:
            raise CannotWrite(
                N_("The book in {folder} cannot be opened for writing. Check the disk and who may write there."), folder=self._folder
            ) from error

    def release(self) -> None:
        self._lock.release()
