"""Work outside the window's thread: one thread owns the book, a second one takes long jobs; answers come back as calls in the window."""

import queue
import threading
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from coordinator_app.core.errors import CoordinatorError, Stopped
from coordinator_app.i18n import N_

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)

# The first argument of a query or command is the session. The window does not know its type (only storage and core do),
# so it stands as Any here; every other argument is checked.
Query = Callable[Concatenate[Any, P], R]
Failed = Callable[[BaseException], None]


class Done(Protocol[R_co]):
    """What a write answers: `storage.database.Done`."""

    @property
    def result(self) -> R_co: ...
    @property
    def kinds(self) -> frozenset[str]: ...
    @property
    def entry(self) -> int | None: ...


class Book(Protocol):
    """What the tasks need of `storage.database.Database`."""

    def read(self, query: Query[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R: ...
    def write(self, command: Query[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Done[R]: ...
    def undo(self, entry: int | None = None) -> Done[None]: ...
    def redo(self, entry: int | None = None) -> Done[None]: ...


class Opened(Protocol):
    """What the tasks need of `bootstrap.OpenBook`."""

    @property
    def database(self) -> Book: ...
    def close(self) -> None: ...


B = TypeVar("B", bound=Opened)


class Progress:
    """Handed to a long job: it calls it with what is done of how much, and is stopped by the error that the call raises."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._report = report
        self._stop = threading.Event()

    def __call__(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Stopped(N_("Stopped. Nothing was changed."))
        self._report(done, total)

    def stop(self) -> None:
        """Asks the job to stop at its next report; may be called from any thread."""
        self._stop.set()


class Job(QObject):
    """A long job as the window sees it: `progressed(done, total)`, `ended()`, and `stop()`."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.progress = Progress(self.progressed.emit)

    def stop(self) -> None:
        self.progress.stop()


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
    `failed(error)`: what nobody caught.
    """

    changed = Signal(object)
    wrote = Signal(int)
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._opened: Opened | None = None  # Touched by the book's thread only.
        self._asked_of = 0  # Grows with every open and close: answers to questions about an earlier book are dropped.
        self._for_book = _Worker("book")
        self._for_jobs = _Worker("jobs")

    def open(self, opener: Callable[[], B], then: Callable[[B], object], failed: Callable[[CoordinatorError], None]) -> None:
        """Runs `opener` in the book's thread, where the book then lives. `then` may look at what was opened, not work with it."""
        self._asked_of += 1

        def work() -> B:
            opened = opener()
            self._opened = opened
            return opened

        self._for_book.put(work, self._still(then), Catching(self, failed).take)

    def close(self, then: Callable[[], object] = lambda: None) -> None:
        """Closes the book after what was asked before; answers still on their way are dropped, troubles are told."""
        self._asked_of += 1

        def work() -> None:
            opened, self._opened = self._opened, None
            if opened is not None:
                opened.close()

        def trouble(error: BaseException) -> None:
            self.failed.emit(error)
            then()

        self._for_book.put(work, lambda _: then(), trouble)

    def with_book(
        self, job: Callable[[Any], R], then: Callable[[R], object], failed: Callable[[CoordinatorError], None] | None = None
    ) -> None:
        """Does something with the open book as a whole, a `bootstrap.OpenBook`: a backup, a new passphrase, a check."""
        trouble = self.failed.emit if failed is None else Catching(self, failed).take
        self._for_book.put(lambda: job(self._open_book()), self._still(then), trouble)

    def read(self, query: Query[P, R], then: Callable[[R], object], *args: P.args, **kwargs: P.kwargs) -> None:
        """Asks the book; `then` gets the answer in the window's thread."""
        self.read_or(self.failed.emit, query, then, *args, **kwargs)

    def write(self, command: Query[P, R], then: Callable[[R], object], *args: P.args, **kwargs: P.kwargs) -> None:
        """Changes the book; `then` gets the result, and after it `changed` tells the kinds touched."""
        self.write_or(self.failed.emit, command, then, *args, **kwargs)

    def catching(self, failed: Callable[[CoordinatorError], None]) -> Catching:
        """The same `read` and `write`, with a refusal given to `failed` instead of the banner."""
        return Catching(self, failed)

    def undo(self, then: Callable[[], object], entry: int | None = None) -> None:
        """Takes back the latest change, or that entry's; `then` is called also when it is refused, after that was told."""
        self._step(lambda book: book.undo(entry), then)

    def redo(self, then: Callable[[], object]) -> None:
        """Makes again the change that was taken back last."""
        self._step(lambda book: book.redo(), then)

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

        self._for_jobs.put(lambda: job(shown.progress), answer, trouble)
        return shown

    def stop(self) -> None:
        """Ends both threads after what was asked before; the program is about to end."""
        self.close()
        self._for_book.end()
        self._for_jobs.end()

    def _open_book(self) -> Opened:
        if self._opened is None:
            raise Stopped(N_("The book is locked."))
        return self._opened

    def _step(self, step: Callable[[Book], Done[None]], then: Callable[[], object]) -> None:
        def answer(done: Done[None]) -> None:
            self.changed.emit(done.kinds)
            then()

        def trouble(error: BaseException) -> None:
            self.failed.emit(error)
            then()

        self._for_book.put(lambda: step(self._open_book().database), self._still(answer), trouble)

    def read_or(self, failed: Failed, query: Query[P, R], then: Callable[[R], object], *args: P.args, **kwargs: P.kwargs) -> None:
        """`read`, with trouble of any kind given to `failed`."""
        self._for_book.put(lambda: self._open_book().database.read(query, *args, **kwargs), self._still(then), failed)

    def write_or(self, failed: Failed, command: Query[P, R], then: Callable[[R], object], *args: P.args, **kwargs: P.kwargs) -> None:
        """`write`, with trouble of any kind given to `failed`."""
        self._for_book.put(lambda: self._open_book().database.write(command, *args, **kwargs), self._still(self._told(then)), failed)

    def _told(self, then: Callable[[R], object]) -> Callable[[Done[R]], None]:
        def answer(done: Done[R]) -> None:
            then(done.result)
            if done.entry is not None:
                self.wrote.emit(done.entry)
            if done.kinds:
                self.changed.emit(done.kinds)

        return answer

    def _still(self, then: Callable[[R], object]) -> Callable[[R], None]:
        asked = self._asked_of

        def answer(result: R) -> None:
            if asked == self._asked_of:
                then(result)

        return answer


class _Worker(QObject):
    """One plain thread with a queue. Not a Qt thread: a plain one is measured to answer in 0.07 ms and needs no event loop."""

    _answered = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._work: queue.SimpleQueue[Callable[[], Callable[[], object]] | None] = queue.SimpleQueue()
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._loop, name=name, daemon=False)
        self._thread.start()

    def put(self, work: Callable[[], R], then: Callable[[R], object], failed: Failed) -> None:
        def job() -> Callable[[], object]:
            try:
                result = work()
            except BaseException as error:  # Whatever it is, it belongs to the window, which shows it.
                trouble = error
                return lambda: failed(trouble)
            return lambda: then(result)

        self._work.put(job)

    def end(self) -> None:
        self._work.put(None)
        self._thread.join()

    def _loop(self) -> None:
        while (job := self._work.get()) is not None:
            self._answered.emit(job())

    @Slot(object)
    def _answer(self, answer: Callable[[], object]) -> None:
        answer()
