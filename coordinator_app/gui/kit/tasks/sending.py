"""What the window asks for: reads, writes and undo of the book, and long jobs beside it."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from coordinator_app.core.errors import CoordinatorError, Stopped
from coordinator_app.gui.kit.tasks.book_thread import BookThread
from coordinator_app.gui.kit.tasks.changes import Changes
from coordinator_app.gui.kit.tasks.garbage import Garbage
from coordinator_app.gui.kit.tasks.long_jobs import Job, Progress
from coordinator_app.gui.kit.tasks.opened import Book, Done, Opened, Query
from coordinator_app.gui.kit.tasks.worker import Failed, Worker

P = ParamSpec("P")
R = TypeVar("R")
B = TypeVar("B", bound=Opened)


class Catching:
    """The tasks with the caller's own answer to a refusal; see `Tasks.catching`."""

    def __init__(self, tasks: "Tasks", failed: Callable[[CoordinatorError], None]) -> None:
        self._tasks, self._failed = tasks, failed

    def read(self, query: Query[P, R], then: Callable[[R], object], *args: P.args, **kwargs: P.kwargs) -> None:
        self._tasks.read_or(self.take, query, then, *args, **kwargs)

    def write(self, command: Query[P, R], then: Callable[[R], object], *args: P.args, **kwargs: P.kwargs) -> None:
        self._tasks.write_or(self.take, command, then, *args, **kwargs)

    def take(self, error: BaseException) -> None:
        """Gives a refusal to the caller, and a fault of the program to everyone."""
        if isinstance(error, CoordinatorError):
            self._failed(error)
        else:
            self._tasks.failed.emit(error)


class Tasks(QObject):
    """Sends work to the book's thread and to the long jobs' thread, and brings the answers back to the window's.

    `changed(frozenset[str])`: the kinds a write touched. `wrote(entry)`: the history entry it made, unless it was an undo.
    `came_to_nothing()`: a write made all as it was before the latest change, which is no step any more.
    `stepped()`: a change was taken back or made again. `replaced()`: a backup stands in the place of the book.
    `closing()`: the book is closed after what is asked now. `failed(error)`: what nobody caught.
    `changes` tells which of them an answer knows of.
    """

    changed = Signal(object)
    wrote = Signal(int)
    came_to_nothing = Signal()
    stepped = Signal()
    replaced = Signal()
    closing = Signal()
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._book = BookThread()
        self._jobs = Worker("jobs")
        self.changes = Changes()
        self.garbage = Garbage(self)

    def open(self, opener: Callable[[], B], then: Callable[[B], object], failed: Callable[[CoordinatorError], None]) -> None:
        """Runs `opener` in the book's thread, where the book then lives. `then` may look at what was opened, not work with it."""
        self._book.open(opener, then, Catching(self, failed).take)

    def close(self, then: Callable[[], object] = lambda: None) -> None:
        """Closes the book after what was asked before; answers still on their way are dropped, troubles are told."""

        def trouble(error: BaseException) -> None:
            self.failed.emit(error)
            then()

        self.closing.emit()
        self._book.close(then, trouble)

    def with_book(
        self, job: Callable[[Any], R], then: Callable[[R], object], failed: Callable[[CoordinatorError], None] | None = None
    ) -> None:
        """Does something with the open book as a whole, a `bootstrap.OpenBook`: a backup, a new passphrase, a check."""
        self._book.ask(job, then, self.failed.emit if failed is None else Catching(self, failed).take)

    def read(self, query: Query[P, R], then: Callable[[R], object], *args: P.args, **kwargs: P.kwargs) -> None:
        """Asks the book; `then` gets the answer in the window's thread."""
        self.read_or(self.failed.emit, query, then, *args, **kwargs)

    def write(self, command: Query[P, R], then: Callable[[R], object], *args: P.args, **kwargs: P.kwargs) -> None:
        """Changes the book; `then` gets the result, and after it `changed` tells the kinds touched."""
        self.write_or(self.failed.emit, command, then, *args, **kwargs)

    def catching(self, failed: Callable[[CoordinatorError], None]) -> Catching:
        """The same `read` and `write`, with a refusal given to `failed` instead of the banner."""
        return Catching(self, failed)

    def read_or(self, failed: Failed, query: Query[P, R], then: Callable[[R], object], *args: P.args, **kwargs: P.kwargs) -> None:
        """`read`, with trouble of any kind given to `failed`."""
        self._book.ask(lambda opened: opened.database.read(query, *args, **kwargs), self.changes.knowing(then), failed)

    def write_or(self, failed: Failed, command: Query[P, R], then: Callable[[R], object], *args: P.args, **kwargs: P.kwargs) -> None:
        """`write`, with trouble of any kind given to `failed`."""
        self.changes.ask()
        self._book.ask(lambda opened: opened.database.write(command, *args, **kwargs), self.changes.knowing(self._told(then)), failed)

    def undo(self, then: Callable[[], object], entry: int | None = None, failed: Callable[[CoordinatorError], None] | None = None) -> None:
        """Takes back the latest change, or that entry's; `then` is called also when it is refused, after that was told."""
        self._step(lambda book: book.undo(entry), then, self.failed.emit if failed is None else Catching(self, failed).take)

    def redo(self, then: Callable[[], object]) -> None:
        """Makes again the change that was taken back last."""
        self._step(lambda book: book.redo(), then, self.failed.emit)

    def run(
        self, job: Callable[[Progress], R], then: Callable[[R], object], failed: Callable[[CoordinatorError], None] | None = None
    ) -> Job:
        """Runs a long job beside the book (Typst, keys, backup checks). It must not touch the database."""
        shown = Job()

        def answer(result: R) -> None:
            shown.ended.emit()
            then(result)

        def trouble(error: BaseException) -> None:
            shown.ended.emit()
            if isinstance(error, CoordinatorError) and failed is not None:
                failed(error)
            elif not isinstance(error, Stopped):
                self.failed.emit(error)

        self._jobs.put(lambda: job(shown.progress), answer, trouble)
        return shown

    def stop(self) -> None:
        """Ends both threads after what was asked before; the program is about to end."""
        self.close()
        self._book.end()
        self._jobs.end()
        self.garbage.end()

    def _step(self, step: Callable[[Book], Done[None]], then: Callable[[], object], failed: Failed) -> None:
        self.changes.ask()

        def answer(done: Done[None]) -> None:
            self.changed.emit(done.kinds)
            then()
            self.stepped.emit()

        def trouble(error: BaseException) -> None:
            failed(error)
            then()

        self._book.ask(lambda opened: step(opened.database), self.changes.knowing(answer), trouble)

    def _told(self, then: Callable[[R], object]) -> Callable[[Done[R]], None]:
        def answer(done: Done[R]) -> None:
            then(done.result)
            if done.entry is not None:
                self.wrote.emit(done.entry)
            elif done.kinds:
                self.came_to_nothing.emit()
            if done.kinds:
                self.changed.emit(done.kinds)

        return answer
