"""The month that opens beside a field or a heading, to choose a day from."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QTableView, QToolButton, QVBoxLayout, QWidget

from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.reading import FIRST_YEAR, LAST_YEAR
from coordinator_app.i18n import N_

_GAP = 4


class CalendarPopup(QFrame):
    """A month to choose a day from: arrows, Page Up and Down, Enter; Escape closes it."""

    def __init__(self, parent: QWidget, kit: Kit, at: dt.date, chosen: Callable[[dt.date], None]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self._kit, self._chosen = kit, chosen
        self.calendar = QCalendarWidget()
        self.calendar.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        self.calendar.setSelectedDate(QDate(at.year, at.month, at.day))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self._dress()
        self.calendar.activated.connect(self._take)
        self.calendar.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)

    def open_at(self, owner: QWidget) -> None:
        """Opens under a part of the window; where the screen ends above it, and if there is no room either, over it."""
        self.ensurePolished()
        self.adjustSize()
        screen, top = owner.screen().availableGeometry(), owner.mapToGlobal(QPoint())
        lowest = screen.bottom() + 1 - self.height()
        under, above = top.y() + owner.height() + _GAP, top.y() - _GAP - self.height()
        y = under if under <= lowest else min(above, lowest) if above >= screen.top() else lowest
        x = min(top.x(), screen.right() + 1 - self.width())
        self.setGeometry(max(screen.left(), x), max(screen.top(), y), self.width(), self.height())
        self.show()
        self.calendar.setFocus()

    def _dress(self) -> None:
        """Qt's own arrows are black also on black, its table has no name, and both days of the weekend are red.

        Quiet are only the days of other months; Sundays are red, as in every calendar on a Finnish wall.
        """
        name = self._kit.voice.words(N_("Calendar"))
        self.calendar.setAccessibleName(name)
        for table in self.calendar.findChildren(QTableView):
            table.setAccessibleName(name)
        for button, icon in (("qt_calendar_prevmonth", Icon.BACK), ("qt_calendar_nextmonth", Icon.FORWARD)):
            found = self.calendar.findChild(QToolButton, button)
            if isinstance(found, QToolButton):
                found.setIcon(self._kit.icons.icon(icon))
        for day, role in ((Qt.DayOfWeek.Saturday, "text"), (Qt.DayOfWeek.Sunday, "danger")):
            written = QTextCharFormat()
            written.setForeground(self._kit.theme.colours.colour(role))
            self.calendar.setWeekdayTextFormat(day, written)

    def _take(self, day: QDate) -> None:
        self.close()
        self._chosen(dt.date(day.year(), day.month(), day.day()))
