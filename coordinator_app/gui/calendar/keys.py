"""The letters that do something with what is chosen in the calendar, the same in every view."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_LETTERS = {"m": "move", "c": "cancel", "t": "today", "g": "jump"}


def verb_of(event: QKeyEvent) -> str | None:
    """`move`, `cancel`, `today` or `jump`; nothing for any other key."""
    if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return None
    return _LETTERS.get(event.text().lower())
