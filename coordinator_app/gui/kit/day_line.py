"""A line that days are typed in."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from coordinator_app.gui.kit.actions import tool_button
from coordinator_app.gui.kit.calendar_popup import CalendarPopup
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
        CalendarPopup(self, self._kit, self.at or self._kit.clock.today(), self._chosen).open_at(self)
