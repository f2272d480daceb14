"""The days of a month or a week as a table: a row for each week, beginning on Monday."""

import datetime as dt
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from coordinator_app.core.calendar import CalendarDay, Event, EventKind
from coordinator_app.gui.calendar import said
from coordinator_app.gui.calendar.reading import Shown
from coordinator_app.gui.kit.plain import in_tip
from coordinator_app.i18n import N_, Words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class DaysModel(QAbstractTableModel):
    """`month` is the month that is looked at, when the days of others only fill up its weeks."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.month: int | None = None
        self.shown: Shown | None = None
        self._days: tuple[CalendarDay, ...] = ()

    def show_days(self, days: tuple[CalendarDay, ...], shown: Shown, month: int | None, words: Words) -> bool:
        """Shows these days, whole weeks of them; whether that is anything else than what is shown."""
        if words is self.words and (days, shown, month) == (self._days, self.shown, self.month):
            return False
        self.beginResetModel()
        self._days, self.shown, self.month, self.words = days, shown, month, words
        self.endResetModel()
        return True

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.words = words
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 6)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._days) // 7

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 7

    def day(self, index: Index) -> CalendarDay:
        """The day of a cell."""
        return self._days[7 * index.row() + index.column()]

    def index_of(self, on: dt.date) -> QModelIndex:
        """The cell of a day; an invalid one if it is not shown."""
        at = (on - self._days[0].on).days if self._days else -1
        return self.index(at // 7, at % 7) if 0 <= at < len(self._days) else QModelIndex()

    def things(self, index: Index) -> tuple[Event, ...]:
        """What can be chosen on a day: all but what stands beside its date. What has a time comes before the groups' breaks."""
        events = [event for event in self.day(index).events if not beside_date(event)]
        return tuple(sorted(events, key=lambda event: event.kind is EventKind.BREAK))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.words.weekday(section)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and self._days:
            number = self._days[7 * section].on.isocalendar().week
            return number if role == Qt.ItemDataRole.DisplayRole else self.words(N_("Week {n}"), n=number)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.shown is None or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        told = said.day(self.day(index), self.shown, self.words)
        return in_tip("\n".join(told)) if role == Qt.ItemDataRole.ToolTipRole else ". ".join(told)


def beside_date(event: Event) -> bool:
    """Whether it holds for everybody all day, and so stands beside the date: a public holiday, a break of the whole locality."""
    return event.kind is EventKind.HOLIDAY or (event.kind is EventKind.BREAK and event.group is None)
