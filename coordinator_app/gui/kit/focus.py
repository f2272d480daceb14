"""The ring around what has the focus: outside the control, always there, the same for every kind of control."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from coordinator_app.gui.kit.theme import Theme

WIDTH = 2
GAP = 1
OUT = WIDTH + GAP
INSIDE = "ring_inside"  # The property of a control that fills its place, so that the ring has no room outside.
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest}


class FocusRing(QObject):
    """Follows the focus through the application and draws the ring in the window that has it."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(app)
        self._theme = theme
        self._widget: QWidget | None = None
        self._watched: list[QWidget] = []
        self._frame: _Frame | None = None
        app.focusChanged.connect(self._moved)

    def ring(self) -> QRect | None:
        """Where the ring is, in its window; nothing if it is not shown."""
        return self._frame.geometry() if self._frame is not None and isValid(self._frame) and self._frame.isVisible() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._widget = new
        while new is not None:
            new.installEventFilter(self)
            self._watched.append(new)
            new = None if new.isWindow() else new.parentWidget()
        self._place()
        if self._frame is not None and isValid(self._frame):
            # Above what is there now, and below a toast that comes later.
            self._frame.raise_()

    def _place(self) -> None:
        # A window that is gone took the frame, and perhaps the widget, with it.
        if self._frame is not None and not isValid(self._frame):
            self._frame = None
        widget = self._widget
        if widget is None or not isValid(widget) or not widget.isVisible() or not widget.focusPolicy():
            if self._frame is not None:
                self._frame.hide()
            return
        window = widget.window()
        if self._frame is None or self._frame.parentWidget() is not window:
            if self._frame is not None:
                self._frame.deleteLater()
            self._frame = _Frame(window, self._theme)
        self._frame.surround(_around(widget), _seen(widget))


class _Frame(QWidget):
    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName("focus ring")
        self._theme = theme
        self._clip = QRect()
        theme.follow(self, self._cut_out)

    def surround(self, place: QRect, seen: QRect) -> None:
        clip = seen.translated(-place.topLeft())
        if (place, clip) != (self.geometry(), self._clip):
            self._clip = clip
            self.setGeometry(place)
            self._cut_out()
        self.show()

    def _cut_out(self) -> None:
        """Only the ring itself is this part's: all that it surrounds would otherwise be painted again with it."""
        whole, corner = self.rect(), self._radius() + WIDTH
        inside = QRegion(whole.adjusted(OUT, corner, -OUT, -corner)) + QRegion(whole.adjusted(corner, OUT, -corner, -OUT))
        self.setMask(QRegion(whole) - inside)
        self.update()

    def _radius(self) -> int:
        return self._theme.px(8) + GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setClipRect(self._clip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colours.colour("focus"), WIDTH))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), self._radius(), self._radius())


def _around(widget: QWidget) -> QRect:
    room = -WIDTH if widget.property(INSIDE) else OUT
    return _outline(widget).adjusted(-room, -room, room, room)


def _outline(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _seen(widget: QWidget) -> QRect:
    """What of the window the widget may be seen in: a scroll area hides the rest, but leaves the ring its room."""
    window = widget.window()
    seen = window.rect()
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QAbstractScrollArea) and above.viewport().isAncestorOf(widget):
            seen = seen.intersected(_outline(above.viewport()).adjusted(-OUT, -OUT, OUT, OUT))
        above = above.parentWidget()
    return seen
