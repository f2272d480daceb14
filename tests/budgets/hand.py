"""The hand of a user who has nothing but a keyboard: every key is counted, also those pressed in a question or a file chooser."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.gui.app import App
from coordinator_app.gui.kit.dialogs import Ask, Files, Question
from tests.gui.conftest import Script
from tests.gui.keys import press
from tests.journeys.hands import Hands

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
_LOOK_AGAIN_MS = 5


class Dialogs(Script):
    """Shows the program's own questions and file choosers; keys laid ready are pressed in the next of them."""

    def __init__(self) -> None:
        super().__init__()
        self.ready: list[Qt.Key] = []

    def question(self, parent: QWidget, question: Question) -> str:
        self.asked.append(question)
        self._press_when_open()
        return Ask.question(self, parent, question)

    def save_as(self, parent: QWidget, title: str, name: str, kind: Files) -> Path | None:
        self._press_when_open()
        return Ask.save_as(self, parent, title, name, kind)

    def _press_when_open(self) -> None:
        assert self.ready, "a dialog opens that nobody expects"
        QTimer.singleShot(_LOOK_AGAIN_MS, self._press)

    def _press(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isActiveWindow():
            self._press_when_open()
            return
        while self.ready:
            press(dialog.focusWidget(), self.ready.pop(0))


class Hand(Hands):
    """Has no mouse. `open` goes to a screen and is not counted, for the budgets begin there."""

    def __init__(self, program: App, qtbot: QtBot, dialogs: Dialogs) -> None:
        super().__init__(program, qtbot)
        self._dialogs = dialogs

    def open(self, number: int) -> None:
        """A screen by its number in the side bar."""
        press(self._focused(), Qt.Key(Qt.Key.Key_0 + number), CTRL)
        self.wait()

    def key_and(self, key: Qt.Key, modifiers: Qt.KeyboardModifier, *then: Qt.Key) -> None:
        """A key that opens a dialog, and those pressed there."""
        self._dialogs.ready = list(then)
        self.key(key, modifiers)
        assert not self._dialogs.ready, "no dialog opened"
        self.keys += len(then)

    def write(self, command: Callable[..., Any], **values: Any) -> Any:
        """A change that was made before, as another screen would make it."""
        return self._answer(self.program.kit.tasks.write, command, values)

    def ask(self, query: Callable[..., Any], **values: Any) -> Any:
        """What the book says now."""
        return self._answer(self.program.kit.tasks.read, query, values)

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Until something is so that no book answers, as a file that is written."""
        self._qtbot.waitUntil(condition)
        self.wait()

    def _answer(self, asked: Callable[..., None], work: Callable[..., Any], values: dict[str, Any]) -> Any:
        answers: list[Any] = []
        asked(work, answers.append, **values)
        self._qtbot.waitUntil(lambda: bool(answers))
        self.wait()
        return answers[0]
