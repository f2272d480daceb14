"""One thread with a queue; what it answers is called in the window's thread."""

import queue
import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

R = TypeVar("R")
Failed = Callable[[BaseException], None]


class Worker(QObject):
    """A plain thread. Not a Qt thread: a plain one is measured to answer in 0.07 ms and needs no event loop."""

    _answered = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._work: queue.SimpleQueue[Callable[[], Callable[[], object]] | None] = queue.SimpleQueue()
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._loop, name=name, daemon=False)
        self._thread.start()

    def put(self, work: Callable[[], R], then: Callable[[R], object], failed: Failed) -> None:
        """Does `work` after what was put before, then calls one of the two in the window's thread."""

        def job() -> Callable[[], object]:
            try:
                result = work()
            except BaseException as error:  # Whatever it is, it belongs to the window, which shows it.
                trouble = error
                return lambda: failed(trouble)
            return lambda: then(result)

        self._work.put(job)

    def end(self) -> None:
        """Ends the thread after what was put before, and waits for it."""
        self._work.put(None)
        self._thread.join()

    def _loop(self) -> None:
        while (job := self._work.get()) is not None:
            self._answered.emit(job())

    @Slot(object)
    def _answer(self, answer: Callable[[], object]) -> None:
        answer()
