"""A month or a week as a table of days, ruled by keyboard and mouse alike."""

import datetime as dt

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from coordinator_app.core.calendar import CalendarDay, Event
from coordinator_app.gui.calendar.cell import DayPainter, Marked
from coordinator_app.gui.calendar.days_model import DaysModel
from coordinator_app.gui.calendar.hand import ENTER, STEPS, Hand
from coordinator_app.gui.calendar.keys import verb_of
from coordinator_app.gui.calendar.reading import Shown
from coordinator_app.gui.calendar.said import Key, key_of
from coordinator_app.gui.kit.focus import INSIDE
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import N_, Words

_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Grid(QTableView):
    """Arrows go from day to day, Space through the things of a day, Enter opens. M lifts a thing: arrows carry it, Enter puts it
    down, Escape leaves it where it was; the mouse drags it.

    `chosen()` when another thing or day is pointed at, `opened(Event)`, `wanted(str)` a verb of `keys`, `look_at(date)` a day that
    is not shown, `turned(int)` a page on or back, `crowded(date)` when the sign of a day without room for all is clicked.
    """

    chosen = Signal()
    opened = Signal(object)
    wanted = Signal(str)
    look_at = Signal(object)
    turned = Signal(int)
    crowded = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.days = DaysModel(kit.voice.words)
        self.hand = Hand(self)
        self._marked = Marked()
        self._painter = DayPainter(kit, self.days, self._marked, self)
        self._pressed: tuple[QPoint, Event] | None = None
        self.hand.carried.connect(lambda _event, to: self._show_carried(to))
        self.hand.left.connect(lambda event: self._go(event.on))
        self.hand.put_down.connect(lambda _event, _to: self._show_carried(None))
        self.setModel(self.days)
        self.setItemDelegate(self._painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setProperty(INSIDE, True)
        self.setProperty("role", "days")
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        kit.theme.follow(self, self._measure)

    def show_days(self, days: tuple[CalendarDay, ...], shown: Shown, month: int | None, at: dt.date, wanted: Key | None) -> None:
        """Shows whole weeks with the cursor on a day, and there on the thing that is wanted, or the one that was chosen."""
        before = self.current()
        key = wanted if wanted is not None or before is None else key_of(before)
        anew = self.days.show_days(days, shown, month, self._kit.voice.words)
        if not anew and wanted is None and self.day() == at and self.hand.to is None:
            return
        index = self.days.index_of(at)
        keys = [key_of(event) for event in self.days.things(index)] if index.isValid() else []
        self.setCurrentIndex(index)
        self._marked.current, self._marked.at = index, keys.index(key) if key in keys else 0
        self._show_carried(self.hand.to)
        self.chosen.emit()

    def current(self) -> Event | None:
        """The thing that is chosen."""
        return self._painter.chosen(self._marked.current) if self._marked.current.isValid() else None

    def day(self) -> dt.date | None:
        """The day the cursor is on."""
        return self.days.day(self._marked.current).on if self._marked.current.isValid() else None

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.days.say(words)
        self.setAccessibleName(words(N_("Calendar")))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, day, thing = Qt.Key(event.key()), self.day(), self.current()
        verb = verb_of(event)
        if self.hand.thing is not None:
            self.hand.press(key)
        elif key in STEPS and day is not None:
            self._go(day + dt.timedelta(days=STEPS[key]))
        elif key in _PAGES:
            self.turned.emit(_PAGES[key])
        elif key == Qt.Key.Key_Space:
            self._choose(self._marked.at + (-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1))
        elif key in ENTER and thing is not None:
            self.opened.emit(thing)
        elif verb == "move":
            if thing is not None:
                self.hand.carry(thing, thing.on)
        elif verb is not None:
            self.wanted.emit(verb)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:
            return
        placed = self._painter.placed(self.visualRect(index), index)
        hit = next((thing for place, thing in placed.things if place.contains(at)), None)
        self._pressed = None if hit is None else (at, hit)
        self._go(self.days.day(index).on)
        if hit is not None:
            self._choose(self.days.things(index).index(hit))
        elif placed.left_out and placed.sign.contains(at):
            self.crowded.emit(self.days.day(index).on)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if self._pressed is None or not index.isValid():
            return
        start, thing = self._pressed
        if self.hand.thing is not None or (at - start).manhattanLength() >= QApplication.startDragDistance():
            self.hand.carry(thing, self.days.day(index).on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._pressed = None
            self.hand.drop()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        thing = self.current()
        if thing is not None:
            self.opened.emit(thing)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pressed = None
        self.hand.leave()

    def _go(self, day: dt.date) -> None:
        """The cursor goes to a day, and to the first thing on it."""
        self._show_carried(None)
        index = self.days.index_of(day)
        if not index.isValid():
            self.look_at.emit(day)
        elif index != self._marked.current:
            self._marked.current = index
            self.setCurrentIndex(index)
            self._choose(0)

    def _choose(self, at: int) -> None:
        """Points at one of the day's things; after the last comes the first."""
        if not self._marked.current.isValid():
            return
        self._marked.at = at % max(1, len(self.days.things(self._marked.current)))
        self.viewport().update()
        self.chosen.emit()

    def _show_carried(self, to: dt.date | None) -> None:
        self._marked.carried_to = QModelIndex() if to is None else self.days.index_of(to)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor if to is None else Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()
        if to is not None and not self._marked.carried_to.isValid():
            self.look_at.emit(to)

    def _measure(self) -> None:
        self.verticalHeader().setMinimumSectionSize(self._painter.least_height())
        self.verticalHeader().setFixedWidth(self._kit.theme.px(32))
        self.viewport().update()
