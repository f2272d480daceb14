"""A month or a week with the card of what is chosen below it."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core.calendar import CalendarDay, Event
from coordinator_app.gui.calendar.chosen import ChosenThing
from coordinator_app.gui.calendar.grid import Grid
from coordinator_app.gui.calendar.reading import Shown
from coordinator_app.gui.calendar.said import Key
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import Words


class GridPage(QWidget):
    """`moved(Event, date)` when something came to lie on another day, `asked(str)`: the verbs `today` and `jump`."""

    moved = Signal(object, object)
    asked = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._days: tuple[CalendarDay, ...] = ()
        self._shown: Shown | None = None
        self._on: dt.date | None = None
        self.grid = Grid(kit)
        self.card = ChosenThing(kit, self.moved.emit, self.grid.setFocus, verbs_beside=True)
        self.setFocusProxy(self.grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.grid, 1)
        column.addWidget(self.card)
        self.grid.chosen.connect(self._choose)
        self.grid.opened.connect(lambda _event: self.card.open())
        self.grid.wanted.connect(self._do)
        self.grid.hand.carried.connect(lambda _event, to: self._carry(to))
        self.grid.hand.left.connect(lambda _event: self.card.show_carried(None))
        self.grid.hand.put_down.connect(self._put_down)

    def show_days(self, days: tuple[CalendarDay, ...], shown: Shown, month: int | None, at: dt.date, wanted: Key | None) -> None:
        """Shows whole weeks, with the cursor on a day and on the thing wanted there."""
        self._days, self._shown = days, shown
        self.grid.show_days(days, shown, month, at, wanted)

    def leave(self) -> None:
        """Lets go of what is being carried."""
        self.grid.hand.leave()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.grid.say(words)
        self.card.say(words)

    def _choose(self) -> None:
        # What is carried stays in the card while the cursor stands elsewhere.
        if self._shown is not None and self.grid.hand.thing is None:
            on = self.grid.day()
            self.card.show_thing(self.grid.current(), next((day for day in self._days if day.on == on), None), self._shown)
            if on == self._on:
                self._read_out()  # Another day is read out as it gets the focus, another thing on it is not.
            self._on = on

    def _carry(self, to: dt.date) -> None:
        self.card.show_carried(to)
        self._read_out()

    def _read_out(self) -> None:
        """Tells a screen reader what the card says."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.grid, str(self.card.told)))

    def _do(self, verb: str) -> None:
        if verb == "cancel":
            self.card.begin_cancel()
        else:
            self.asked.emit(verb)

    def _put_down(self, event: Event, to: dt.date) -> None:
        self.card.show_carried(None)
        self.card.doing.move(event, to)
