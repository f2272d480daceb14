"""Long jobs beside the book: they tell how far they have come, and can be stopped."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from coordinator_app.core.errors import Stopped
from coordinator_app.i18n import N_


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
