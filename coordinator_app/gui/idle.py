"""Notices when nobody has touched the window for a while."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

IDLE_MINUTES = 10
_TOUCHES = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel, QEvent.Type.TouchBegin}


class Idle(QObject):
    """`passed` comes when the window got no key and no movement for ten minutes, and no question stands open."""

    passed = Signal()

    def __init__(self, window: QWidget) -> None:
        """`window` is shown already; keys and movements reach its handle before any control."""
        super().__init__(window)
        self._timer = QTimer(self, singleShot=True, interval=round(IDLE_MINUTES * 60_000))
        self._timer.timeout.connect(self._over)
        self._timer.start()
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self._timer.start()
        return False

    def _over(self) -> None:
        # Whoever has a question before him is asked again later, rather than answered for.
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            self._timer.start()
        else:
            self.passed.emit()
