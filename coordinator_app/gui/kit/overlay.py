"""A card laid over the window for a moment, with what lies beneath covered and out of reach."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import card

TOP = 64
# What is left to the window; every other shortcut of what lies beneath must not be pressed unseen.
_LEFT_TO_WINDOW = {Qt.Key.Key_F1}


class Overlay(QWidget):
    """Hidden until it is opened; a click beside the card closes it. The card's content goes into `column`."""

    def __init__(self, kit: Kit, window: QWidget, width: int, height: int) -> None:
        """`width` and `height` of the card in pixels at 100 % text, as far as the window has room."""
        super().__init__(window)
        self._kit, self._window, self._size = kit, window, (width, height)
        self._before: QWidget | None = None
        self._card, self.column = card()
        self._card.setParent(self)
        self.hide()
        kit.theme.changed.connect(self.place)

    def appear(self, focus: QWidget) -> None:
        """Shows itself over the window, the cursor in `focus`."""
        if self.isHidden():
            focused = QApplication.focusWidget()
            self._before = focused if focused is not None and self._window.isAncestorOf(focused) else None
        self.place()
        self.show()
        self.raise_()
        focus.setFocus()

    def go_back(self) -> None:
        """Closes, and the focus is where it was."""
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()

    def place(self) -> None:
        """Covers the window; called when its size changes."""
        self.setGeometry(self._window.rect())
        px = self._kit.theme.px
        width, top = min(px(self._size[0]), self.width() - 48), min(TOP, px(24))
        height = min(px(self._size[1]), self.height() - 2 * top)
        self._card.setGeometry((self.width() - width) // 2, top, width, height)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and event.key() not in _LEFT_TO_WINDOW:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        return True  # Tab stays here, for what lies beneath is covered.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.go_back()

    def paintEvent(self, event: QPaintEvent) -> None:
        shade = QColor(self._kit.theme.colours.colour("ground"))
        shade.setAlphaF(0.8)
        QPainter(self).fillRect(self.rect(), shade)
