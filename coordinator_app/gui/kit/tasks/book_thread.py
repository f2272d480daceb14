"""The thread in which the open book lives: nothing but it ever touches the database."""

from collections.abc import Callable
from typing import TypeVar

from coordinator_app.core.errors import Stopped
from coordinator_app.gui.kit.tasks.opened import Opened
from coordinator_app.gui.kit.tasks.worker import Failed, Worker
from coordinator_app.i18n import N_

R = TypeVar("R")
B = TypeVar("B", bound=Opened)


class BookThread:
    """Opens a book, asks it, and closes it, in the order in which it was told to. Answers about an earlier book are dropped."""

    def __init__(self) -> None:
        self._opened: Opened | None = None  # Touched by the thread only.
        self._asked_of = 0  # Grows with every open and close.
        self._worker = Worker("book")

    def open(self, opener: Callable[[], B], then: Callable[[B], object], failed: Failed) -> None:
        """Runs `opener` in the thread, where the book then lives."""
        self._asked_of += 1

        def work() -> B:
            opened = opener()
            self._opened = opened
            return opened

        self._worker.put(work, self._still(then), failed)

    def ask(self, job: Callable[[Opened], R], then: Callable[[R], object], failed: Failed) -> None:
        """Does something with the open book; `failed` gets `Stopped` when none is open."""
        self._worker.put(lambda: job(self._book()), self._still(then), failed)

    def close(self, then: Callable[[], object], failed: Failed) -> None:
        """Closes the book, if one is open, after what was asked before."""
        self._asked_of += 1

        def work() -> None:
            opened, self._opened = self._opened, None
            if opened is not None:
                opened.close()

        self._worker.put(work, lambda _: then(), failed)

    def end(self) -> None:
        """Ends the thread after what was asked before."""
        self._worker.end()

    def _book(self) -> Opened:
        if self._opened is None:
            raise Stopped(N_("The book is locked."))
        return self._opened

    def _still(self, then: Callable[[R], object]) -> Callable[[R], None]:
        asked = self._asked_of

        def answer(result: R) -> None:
            if asked == self._asked_of:
                then(result)

        return answer
