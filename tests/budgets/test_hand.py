"""The count itself: a key too many is told, also one that was pressed in a dialog."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.budgets.hand import CTRL, ENTER, Hand


def test_a_key_too_many_is_told(hand: Hand, tmp_path: Path) -> None:
    hand.program.kit.memory.keep("calendar/folder", str(tmp_path))
    with pytest.raises(AssertionError, match="3 keys and 0 clicks"), hand.at_most(keys=2):
        hand.type("abc")
    hand.open(5)
    with pytest.raises(AssertionError, match="2 keys and 0 clicks"), hand.at_most(keys=1):
        hand.key_and(Qt.Key.Key_S, CTRL, ENTER)
    with pytest.raises(AssertionError, match="no dialog opened"):
        hand.key_and(Qt.Key.Key_T, Qt.KeyboardModifier.NoModifier, ENTER)
