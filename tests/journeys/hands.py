"""The user's two hands: every key and click goes to the window as the system would send it, and is counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.gui.app import App
from coordinator_app.gui.main_window import MainWindow
from tests.gui.keys import press, type_text
from tests.gui.program import main_window, settle

S = TypeVar("S")


class Hands:
    """Drives one run of the program. After each key or click it waits until the window has answered."""

    def __init__(self, program: App, qtbot: QtBot) -> None:
        self.program, self._qtbot = program, qtbot
        self.keys = self.clicks = 0

    @property
    def window(self) -> MainWindow:
        """The main window, as soon as it is there."""
        return main_window(self.program, self._qtbot)

    def screen(self, name: str, kind: type[S]) -> S:
        """The screen of that name, to find its controls."""
        found: Any = self.window.screen_of(name)
        assert isinstance(found, kind)
        return found

    @contextmanager
    def at_most(self, *, keys: int = 0, clicks: int = 0) -> Iterator[None]:
        """Fails when what is done inside takes more."""
        before = self.keys, self.clicks
        yield
        spent = self.keys - before[0], self.clicks - before[1]
        assert spent[0] <= keys and spent[1] <= clicks, f"{spent[0]} keys and {spent[1]} clicks"

    def click(self, control: QWidget, at: QPoint | None = None) -> None:
        """The left button on a control that can be seen and pressed."""
        assert control.isVisible() and control.isEnabled(), control
        spot = at or control.rect().center()
        self._qtbot.waitUntil(lambda: _is_seen(control, spot))
        QTest.mouseClick(control, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        self.clicks += 1
        self.wait()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, or one together with Ctrl, where the keyboard is."""
        press(self._focused(), key, modifiers)
        self.keys += 1
        self.wait()

    def type(self, text: str) -> None:
        """Letters and digits, where the keyboard is."""
        for letter in text:
            type_text(self._focused(), letter)
            self.keys += 1
        self.wait()

    def tab_to(self, control: QWidget) -> None:
        """Tab, until the keyboard is there."""
        for _ in range(20):
            if control.hasFocus():
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {control}")

    def wait(self) -> None:
        """Until the book has answered; and, when nothing has the keyboard, until the window has it again."""
        settle(self.program, self._qtbot)

    def _focused(self) -> QWidget:
        window = self.program.window
        assert window is not None
        if not window.isActiveWindow():
            window.activateWindow()
            self._qtbot.waitUntil(window.isActiveWindow)
        return QApplication.focusWidget() or window


def _bring_into_view(control: QWidget) -> None:
    """What the wheel of the mouse does, which nobody counts."""
    above = control.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(control)
        above = above.parentWidget()


def _is_seen(control: QWidget, spot: QPoint) -> bool:
    """Whether a press on that spot of the control meets the control, and nothing that lies over it."""
    _bring_into_view(control)
    return control.window().childAt(control.mapTo(control.window(), spot)) in {control, *control.findChildren(QWidget)}
