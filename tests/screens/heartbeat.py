"""How long the window is kept from its user: a beat in its thread, and the longest stretch between two of them."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer

EVERY_MS = 2


class Heartbeat(QObject):
    """`longest` has, for all that was being done, the longest stretch in seconds in which the window did not come round to the next beat.

    By the time of the window's own thread, unless another clock is given, so that a busy machine does not count.
    """

    def __init__(self, clock: Callable[[], float] = time.thread_time) -> None:
        super().__init__()
        self.longest: dict[str, float] = {}
        self._clock, self._doing, self._last = clock, "", clock()
        self._timer = QTimer(self, interval=EVERY_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    @contextmanager
    def doing(self, what: str) -> Iterator[None]:
        """What goes on inside, and what comes of it until it is left, counts as that."""
        self._doing, self._last = what, self._clock()
        self._timer.start()
        yield
        self._beat()
        self._timer.stop()

    def _beat(self) -> None:
        now = self._clock()
        self.longest[self._doing] = max(self.longest.get(self._doing, 0.0), now - self._last)
        self._last = now
