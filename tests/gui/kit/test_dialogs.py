"""Questions with verbs, the safe one first; faults told without anybody's name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.dialogs import Answer, FaultDialog, Question, QuestionDialog, fault_report
from coordinator_app.gui.kit.kit import Kit
from tests.gui.keys import press

FORGET = Question("Forget Matti?", "This cannot be undone.", (Answer("keep", "Keep Matti"), Answer("forget", "Forget Matti", "danger")))


def test_enter_and_escape_take_the_safe_answer(kit: Kit, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = QuestionDialog(None, FORGET)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        focused = dialog.focusWidget()
        assert isinstance(focused, QPushButton)
        assert focused.text() == "Keep Matti"
        press(focused, key)
        assert not dialog.isVisible()
        assert dialog.chosen == "keep"


def test_the_other_answer_is_taken_only_when_it_is_pressed(kit: Kit, qtbot: QtBot) -> None:
    dialog = QuestionDialog(None, FORGET)
    qtbot.addWidget(dialog)
    dialog.show()
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Forget Matti").click()
    assert dialog.chosen == "forget"


def test_a_report_of_a_fault_says_where_and_holds_no_name(kit: Kit, qtbot: QtBot) -> None:
    nobody: dict[str, int] = {}
    with pytest.raises(KeyError) as fault:
        nobody["Matti Meikäläinen"]
    report = fault_report(fault.value)
    assert "KeyError" in report
    assert "test_dialogs.py" in report
    assert "Matti" not in report
    dialog = FaultDialog(None, kit.voice.words, report)
    qtbot.addWidget(dialog)
    shown = dialog.findChild(QPlainTextEdit)
    assert shown is not None
    assert shown.toPlainText() == report


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_question_is_seen_whole(kit: Kit, qtbot: QtBot, percent: int) -> None:
    kit.theme.set_percent(percent)
    long = "\n\n".join(["What goes: the name, the roles, the consents, the notes and what was told in the groups. " * 3] * 4)
    dialog = QuestionDialog(None, Question("Forget?", long, (Answer("keep", "Do not forget"), Answer("forget", "Forget for good"))))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
