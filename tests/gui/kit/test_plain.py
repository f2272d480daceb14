"""Whatever is typed is seen as it was typed on buttons, in tips, titles and menus; without the kit's help some of it would not be."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.dialogs import Answer, Question, QuestionDialog
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.notice import Notice, StatusLine, Toast
from coordinator_app.gui.kit.plain import in_tip, in_title, name_action, on_button
from tests.hostile import MARKED, mangled
from tests.screens.shown import shown, tipped

Put = Callable[[QWidget, str], object]
WAYS: dict[str, tuple[Put, Put]] = {
    "button": (lambda within, text: QPushButton(on_button(text), within), lambda within, text: QPushButton(text, within)),
    "tip": (lambda within, text: within.setToolTip(in_tip(text)), lambda within, text: within.setToolTip(text)),
    "title": (lambda within, text: within.setWindowTitle(in_title(text)), lambda within, text: within.setWindowTitle(text)),
    "action": (lambda within, text: name_action(QAction(within), text), lambda within, text: QAction(text, within)),
    "label": (lambda within, text: _labelled(within).setText(text), lambda within, text: QLabel(text, within)),
}


def _labelled(within: QWidget) -> QLabel:
    made = text_label()
    made.setParent(within)
    return made


def seen_otherwise(put: Put, qtbot: QtBot) -> list[str]:
    window = QWidget()
    qtbot.addWidget(window)
    found = []
    for marked in MARKED:
        put(window, marked.kept)
        window.show()
        found += [text for _, text in shown(window) if mangled(text)]
        window.hide()
        for each in window.children():
            each.setParent(None)
    return found


@pytest.mark.parametrize("way", WAYS)
def test_the_kit_shows_what_was_typed_and_without_it_one_would_see_something_else(way: str, qtbot: QtBot) -> None:
    plain, bare = WAYS[way]
    assert seen_otherwise(plain, qtbot) == []
    assert seen_otherwise(bare, qtbot) != []


def test_a_word_that_no_line_can_hold_widens_no_window_and_is_whole_in_the_tip(qtbot: QtBot) -> None:
    window, label = QWidget(), text_label()
    QVBoxLayout(window).addWidget(label)
    qtbot.addWidget(window)
    label.setText("x" * 300)
    window.show()
    assert window.minimumSizeHint().width() < 700
    window.resize(300, 100)
    qtbot.waitUntil(lambda: tipped(label.toolTip()) == label.text())
    label.setText("short")
    assert not label.toolTip()
    label.setText("y" * 300)
    assert tipped(label.toolTip()) == label.text()


def test_a_question_and_a_toast_say_what_was_typed(kit: Kit, qtbot: QtBot) -> None:
    window, notice = QWidget(), Notice()
    area = StatusLine(notice, kit.voice.words)
    area.setParent(window)
    qtbot.addWidget(window)
    toast = Toast(window, area, notice)
    window.show()
    for marked in MARKED:
        question = Question(marked.kept, marked.kept, (Answer("keep", marked.kept), Answer("forget", marked.kept)))
        dialog = QuestionDialog(window, question)
        dialog.show()
        notice.offer_undo(marked.kept, None)
        told = [text for within in (dialog, toast) for _, text in shown(within) if text]
        assert marked.kept in told
        assert [text for text in told if mangled(text)] == []
        dialog.close()
        dialog.deleteLater()
