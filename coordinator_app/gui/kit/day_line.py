"""A line that days are typed in, and the month they can be chosen from."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from coordinator_app.gui.kit.actions import tool_button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import N_, Words


class DayLine(QWidget):
    """A line for days with a button that opens the calendar; Alt+Down opens it too, the arrows go a day on."""

    def __init__(self, kit: Kit, chosen: Callable[[dt.date], None], step: Callable[[int], None]) -> None:
        super().__init__()
        self._kit, self._chosen, self._step = kit, chosen, step
        self.at: dt.date | None = None
        self.line = QLineEdit()
        self.line.installEventFilter(self)
        self._button = tool_button(kit.icons, Icon.CALENDAR)
        self._button.clicked.connect(self._open)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self._button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, words: Words) -> None:
        name = words(N_("Choose from the calendar (Alt+Down)"))
        self._button.setAccessibleName(name)
        self._button.setToolTip(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            up_or_down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if up_or_down == 1 and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._open()
                return True
            if up_or_down is not None and not event.modifiers():
                self._step(up_or_down)
                return True
        return False

    def _open(self) -> None:
        popup = CalendarPopup(self, self._kit, self.at or self._kit.clock.today(), self._chosen)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        popup.show()
        popup.calendar.setFocus()


class CalendarPopup(QWidget):
    """A month to choose a day from: arrows, Page Up and Down, Enter; Escape closes it."""

    def __init__(self, parent: QWidget, kit: Kit, at: dt.date, chosen: Callable[[dt.date], None]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._chosen = chosen
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(kit.voice.words(N_("Calendar")))
        self.calendar.setSelectedDate(QDate(at.year, at.month, at.day))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        weekend = QTextCharFormat()
        weekend.setForeground(kit.theme.colours.colour("quiet"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, weekend)
        self.calendar.activated.connect(self._take)
        self.calendar.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)

    def _take(self, day: QDate) -> None:
        self.close()
        self._chosen(dt.date(day.year(), day.month(), day.day()))
