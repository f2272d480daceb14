"""The unlock window with the keyboard alone."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.unlock.window import Attempt, UnlockWindow
from tests.gui.keys import press, type_text


def test_enter_presses_the_button_that_has_the_keyboard(kit: Kit, qtbot: QtBot, tmp_path: Path) -> None:
    window, tried = UnlockWindow(kit, tmp_path), list[Attempt]()
    window.tried.connect(tried.append)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.other_way.setFocus()
    press(window.other_way, Qt.Key.Key_Return)
    assert window.sheet.isVisible() and window.sheet.hasFocus()
    window.other_way.setFocus()
    press(window.other_way, Qt.Key.Key_Enter)
    type_text(window.passphrase.line, "neljä sanaa")
    window.open.setFocus()
    press(window.open, Qt.Key.Key_Return)
    assert [attempt.passphrase for attempt in tried] == ["neljä sanaa"]
