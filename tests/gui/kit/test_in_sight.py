"""A card that was opened is seen, and the field with the cursor is seen whole as long as somebody types there."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.fields import NumberField
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import scrolled, text_label
from coordinator_app.gui.kit.panel import Panel

_WORDS = "Words that stand in several lines where there is little room. " * 20


def test_the_field_stays_in_sight_when_what_stands_above_it_gets_higher(kit: Kit, qtbot: QtBot) -> None:
    panel = Panel(kit, "Feedback", (NumberField(name="asked", label="Asked"),), Action("Store", lambda: None, Icon.CHECK))
    content, above, below = QWidget(), text_label(), QLabel()
    above.setText(_WORDS)
    below.setMinimumHeight(800)
    column = QVBoxLayout(content)
    column.addWidget(above)
    column.addWidget(panel)
    column.addWidget(below, 1)
    area = scrolled(content)
    qtbot.addWidget(area)
    area.resize(300, 400)
    area.show()
    qtbot.waitUntil(area.isActiveWindow)
    panel.begin({"asked": 10}, "asked", "feedback")
    line = panel.form.row("asked").editor.focus

    def seen() -> bool:
        return line.visibleRegion().boundingRect().size() == line.size()

    qtbot.waitUntil(seen)
    at = area.verticalScrollBar().value()
    above.setText(2 * _WORDS)
    qtbot.waitUntil(lambda: above.height() > at + area.height())
    qtbot.waitUntil(seen)
    # Whoever has gone elsewhere with the keyboard is not led back.
    panel.setEnabled(False)
    area.verticalScrollBar().setValue(0)
    at = above.height()
    above.setText(3 * _WORDS)
    qtbot.waitUntil(lambda: above.height() > at)
    assert area.verticalScrollBar().value() == 0
