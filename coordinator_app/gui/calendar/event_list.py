"""The things of a month one under the other, a heading for each day."""

import datetime as dt

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent

from coordinator_app.core.calendar import Event
from coordinator_app.core.texts import matches
from coordinator_app.gui.calendar import said
from coordinator_app.gui.calendar.keys import verb_of
from coordinator_app.gui.calendar.reading import Shown
from coordinator_app.gui.calendar.said import Key, key_of
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.list import Item, RowList
from coordinator_app.i18n import N_, Words


class EventList(RowList[Event]):
    """`wanted(str)`: a verb of `keys`. The search above it looks in names and places."""

    wanted = Signal(str)

    def __init__(self, kit: Kit) -> None:
        self._shown: Shown | None = None
        self._events: tuple[Event, ...] = ()
        super().__init__(kit, N_("Calendar"), self._look, key=lambda event: (*key_of(event), event.on))
        self.searched.connect(lambda _: self._show_found())
        self.view.installEventFilter(self)

    def show_events(self, events: tuple[Event, ...], shown: Shown, at: dt.date, wanted: Key | None) -> None:
        """Shows them, with the cursor on what is wanted of a day, on what it was on, or on the first from that day on."""
        self._shown, self._events = shown, events
        before = self.current()
        self._show_found()
        ahead = next((event for event in events if event.on >= at), events[-1] if events else None)
        if wanted is not None and self.choose((*wanted, at)):
            return
        if ahead is not None and (before is None or self.current() is None):
            self.choose((*key_of(ahead), ahead.on))
            self.bring_to_top()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            verb = verb_of(event)
            if verb is not None:
                self.wanted.emit(verb)
                return True
        return super().eventFilter(watched, event)

    def _show_found(self) -> None:
        typed = self.search.text()
        self.show_rows([event for event in self._events if not typed or matches(typed, self._texts(event))])

    def _texts(self, event: Event) -> list[str | None]:
        words = self._kit.voice.words
        return [event.title if self._shown is None else said.title(event, self._shown, words), event.place_name]

    def _look(self, event: Event, words: Words) -> Item:
        shown = self._shown
        assert shown is not None, "rows come with what is needed to say them"
        look = said.look(event, shown)
        date = words.date_with_weekday(event.on)
        told = said.state(event, shown, words) if event.kind in said.HELD else words(look.word)
        return Item(
            name=" ".join(part for part in (said.times(event, words), said.title(event, shown, words)) if part),
            under=" · ".join(part for part in (told, event.place_name) if part),
            sign=words(N_("clash")) if event.clashes else "",
            icon=look.icon,
            role=look.role,
            heading=words(N_("{day}, today"), day=date) if event.on == shown.today else date,
        )
