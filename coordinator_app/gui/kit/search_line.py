"""The line above a list in which one searches it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit


class SearchLine(QLineEdit):
    """A magnifying glass at its left; Escape empties it, Down leaves it for what was found."""

    went_down = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._glass = QLabel(self)
        kit.theme.changed.connect(self._measure)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        self._glass.setPixmap(self._kit.icons.pixmap(Icon.SEARCH, "quiet", 20))
        self._glass.adjustSize()
        self.setTextMargins(self._kit.theme.px(24), 0, 0, 0)
        # The line may have grown already, before the glass did.
        self._place()

    def _place(self) -> None:
        self._glass.move(self._kit.theme.px(10), (self.height() - self._glass.height()) // 2)
