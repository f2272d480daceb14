"""What the tests of the activities' screen do again and again."""

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from coordinator_app.core import activities
from coordinator_app.core.activities import ActivityRow
from coordinator_app.core.periods import Span
from coordinator_app.gui.kit.form import Form
from tests.gui.keys import press, type_text
from tests.gui.room import Room

TODAY = dt.date(2026, 10, 6)
YEAR = Span(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
CTRL = Qt.KeyboardModifier.ControlModifier


def add(room: Room, name: str, on: dt.date, kind: str = "social", **more: Any) -> ActivityRow:
    """An activity, made as another screen would make it."""
    row: ActivityRow = room.write(activities.add, name=name, kind=kind, held_on=on, **more)
    room.settle()
    return row


def one(room: Room, activity: int) -> ActivityRow:
    """What the book says of it now."""
    row: ActivityRow = room.ask(activities.one, activity=activity)
    return row


def key(room: Room, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key where the focus is."""
    focused = QApplication.focusWidget()
    assert room.window is not None
    press(focused or room.window, which, modifiers)


def keys(text: str) -> None:
    """Typed where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, text)


def write(form: Form, name: str, text: str) -> None:
    """Typed into a field instead of what is there, and left with Tab."""
    line = form.row(name).editor.focus
    line.setFocus()
    line.selectAll()  # type: ignore[attr-defined]
    if text:
        type_text(line, text)
    else:
        press(line, Qt.Key.Key_Delete)
    press(line, Qt.Key.Key_Tab)


def choose(form: Form, name: str, code: object) -> None:
    """An option chosen as with the mouse."""
    row = form.row(name)
    row.show_value(code)
    combo = row.editor.focus
    assert isinstance(combo, QComboBox)
    assert combo.currentIndex() >= 0, code
    combo.activated.emit(combo.currentIndex())
