"""What is laid out has the room it needs."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.fields import NumberField, Side
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import scrolled, text_label
from coordinator_app.gui.kit.panel import Panel
from tests.screens.faults import cut_off


def test_what_takes_the_room_there_is_can_be_scrolled_to_its_end(kit: Kit, qtbot: QtBot) -> None:
    content, eager = QWidget(), QLabel("figures")
    words = text_label()
    words.setText("Words that stand in several lines where there is little room. " * 3)
    eager.setMinimumHeight(400)
    eager.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    column = QVBoxLayout(content)
    column.addWidget(words)
    column.addWidget(eager, 1)
    area = scrolled(content)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    qtbot.waitUntil(lambda: content.height() >= 400)
    assert area.verticalScrollBar().maximum() >= 200


def test_a_form_in_a_wide_place_has_the_height_of_its_own_width(kit: Kit, qtbot: QtBot) -> None:
    """What is wrong is said in more lines than would be needed if the fields were as wide as their place."""
    fields = tuple(NumberField(name=name, label=name) for name in ("asked", "answers", "agree"))
    panel = Panel(kit, "Feedback", (Side(fields),), Action("Store", lambda: None, Icon.CHECK))
    content = QWidget()
    column = QVBoxLayout(content)
    column.addWidget(panel)
    area = scrolled(content)
    qtbot.addWidget(area)
    area.resize(1300, 100)
    area.show()
    panel.begin({"asked": 10, "answers": 8, "agree": 9}, "asked", "feedback")
    sentence = "Asked 10, answered 8, agreed 9: no more can agree than answered, or answer than were asked."
    panel.form.row("agree").wrong(lambda _words: sentence)
    qtbot.waitUntil(lambda: list(cut_off(area)) == [])
