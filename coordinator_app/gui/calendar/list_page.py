"""The things of a month as a list, with the card of the chosen one beside it."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core.calendar import CalendarDay
from coordinator_app.gui.calendar.chosen import ChosenThing
from coordinator_app.gui.calendar.event_list import EventList
from coordinator_app.gui.calendar.reading import Shown
from coordinator_app.gui.calendar.said import Key
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, ListAndForm, Switch, scrolled
from coordinator_app.gui.kit.tab_order import begin_at
from coordinator_app.i18n import N_, Words


class ListPage(Switch):
    """`moved(Event, date)` when something came to lie on another day, `asked(str)`: the verbs `today` and `jump`."""

    moved = Signal(object, object)
    asked = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._days: tuple[CalendarDay, ...] = ()
        self._shown: Shown | None = None
        self.list = EventList(kit)
        self.card = ChosenThing(kit, self.moved.emit, self.list.view.setFocus)
        self.panes = ListAndForm(kit, self.list, scrolled(_at_the_top(self.card)))
        self._none = EmptyState(kit, Icon.CALENDAR, N_("Nothing is planned for this month."))
        self.keep(self.panes, self._none)
        self.show_view(self._none)
        begin_at(self, self.list.view)
        self.list.chosen.connect(lambda _event: self._choose())
        self.list.opened.connect(lambda _event: self._open())
        self.list.wanted.connect(self._do)

    def show_days(self, days: tuple[CalendarDay, ...], shown: Shown, at: dt.date, wanted: Key | None) -> None:
        """Shows the days on which something is, with the cursor on the thing wanted of a day, or on the next one."""
        self._days, self._shown = days, shown
        events = tuple(event for day in days for event in day.events)
        self.list.show_events(events, shown, at, wanted)
        self.show_view(self.panes if events else self._none)
        self._choose()

    def at(self) -> dt.date | None:
        """The day the cursor is on."""
        event = self.list.current()
        return None if event is None else event.on

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self.list, self.card, self.panes, self._none):
            part.say(words)

    def _choose(self) -> None:
        event = self.list.current()
        if self._shown is not None:
            day = None if event is None else next((day for day in self._days if day.on == event.on), None)
            self.card.show_thing(event, day, self._shown)

    def _open(self) -> None:
        """Where list and card stand side by side Enter opens at once; otherwise it comes to the card first."""
        if self.panes.one_pane:
            self.panes.show_form()
            self.card.opener.setFocus()
        else:
            self.card.open()

    def _do(self, verb: str) -> None:
        if verb not in ("move", "cancel"):
            self.asked.emit(verb)
            return
        self.panes.show_form()
        if verb == "move":
            self.card.begin_move()
        else:
            self.card.begin_cancel()


def _at_the_top(card: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(4, 4, 12, 4)
    column.addWidget(card)
    column.addStretch(1)
    return holder
