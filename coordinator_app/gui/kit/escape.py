"""Escape for a part of a pane: it leaves the part, and not also the pane around it, which has Escape as its shortcut."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


def keeps_escape(event: QEvent) -> bool:
    """Whether the event asks if Escape is taken here; then it is, and comes to `keyPressEvent`. For `event` of a widget."""
    asked = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape
    if asked:
        event.accept()
    return asked


class OnEscape(QObject):
    """Escape in a part does `then`, whenever `may` says so."""

    def __init__(self, part: QWidget, then: Callable[[], object], *, may: Callable[[], bool] = lambda: True) -> None:
        super().__init__(part)
        self._then, self._may = then, may
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Asked only of the keys: most events of a part are none.
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape or not self._may():
            return False
        if event.type() is QEvent.Type.KeyPress:
            self._then()
            return True
        return keeps_escape(event)
