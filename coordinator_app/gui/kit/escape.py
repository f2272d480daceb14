"""Escape for a part of a pane: it leaves the part, and not also the pane around it, which has Escape as its shortcut."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def keeps_escape(event: QEvent) -> bool:
    """Whether the event asks if Escape is taken here; then it is, and comes to `keyPressEvent`. For `event` of a widget."""
    asked = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape
    if asked:
        event.accept()
    return asked
