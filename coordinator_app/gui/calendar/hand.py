"""What is being carried from one day to another, by mouse or by keyboard."""

import datetime as dt

from PySide6.QtCore import QObject, Qt, Signal

from coordinator_app.core.calendar import Event
from coordinator_app.gui.calendar import said

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Hand(QObject):
    """`carried(Event, date)` at each day it comes to, `left(Event)` when it goes back, `put_down(Event, date)` on another day."""

    carried = Signal(object, object)
    left = Signal(object)
    put_down = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.thing: Event | None = None
        self.to: dt.date | None = None

    def carry(self, event: Event, to: dt.date) -> None:
        """Takes a thing to a day. Only meetings and activities can be carried."""
        if event.kind in said.HELD:
            self.thing, self.to = event, to
            self.carried.emit(event, to)

    def press(self, key: Qt.Key) -> None:
        """A key pressed while something is carried: arrows, Enter, Escape."""
        event, to = self.thing, self.to
        if event is None or to is None:
            return
        if key in STEPS:
            self.carry(event, to + dt.timedelta(days=STEPS[key]))
        elif key in ENTER:
            self.drop()
        elif key == Qt.Key.Key_Escape:
            self.leave()

    def drop(self) -> None:
        """Puts it down where it is; on its own day nothing happens."""
        event, to = self._empty()
        if event is not None and to == event.on:
            self.left.emit(event)
        elif event is not None:
            self.put_down.emit(event, to)

    def leave(self) -> None:
        """Lets go of it."""
        event, _ = self._empty()
        if event is not None:
            self.left.emit(event)

    def _empty(self) -> tuple[Event | None, dt.date | None]:
        held = self.thing, self.to
        self.thing = self.to = None
        return held
