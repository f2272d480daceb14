"""Python's search for circular garbage, done in the window's thread alone.

It otherwise runs in whichever thread happens to allocate. In a worker's it would destroy what is left of a window there,
which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_FIRST_MS, _EVERY_MS = 5_000, 500


class Garbage(QObject):
    """Takes the search over from Python until `end`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_FIRST_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def set_aside(self) -> None:
        """Leaves out of every search from now on what is there at this moment: the modules, which stay until the end.

        Searching them would keep the window for longer than anyone should wait. Only the first time, before there are windows to leave.
        """
        if not gc.get_freeze_count():
            gc.freeze()

    def end(self) -> None:
        """Gives the search back to Python; no worker runs any more."""
        self._timer.stop()
        gc.enable()

    def _look(self) -> None:
        """Searches the oldest generation that Python itself would search by now."""
        self._timer.setInterval(_EVERY_MS)
        due = [age for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most]
        if due:
            gc.collect(due[-1])
