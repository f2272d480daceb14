"""Tab goes as the eye does, whatever was made first, and never to a control out of sight."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import scrolled
from coordinator_app.gui.kit.tab_order import bring_into_view, follow_the_eye


def test_what_was_made_last_is_reached_where_it_stands(kit: Kit, qtbot: QtBot) -> None:
    window = QWidget()
    row, columns = QHBoxLayout(window), [QWidget(), QWidget()]
    left, right = (QVBoxLayout(column) for column in columns)
    for column in columns:
        row.addWidget(column)
    names = ("low left", "low right", "high right", "high left")
    made = {name: QPushButton(name) for name in names}
    for name, button in made.items():
        side = left if name.endswith("left") else right
        side.insertWidget(0 if name.startswith("high") else side.count(), button)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    follow_the_eye(window)
    first = made["high left"]
    first.setFocus()
    reached = [first.text()]
    for _ in names[1:]:
        window.focusNextChild()
        focused = window.focusWidget()
        assert isinstance(focused, QPushButton)
        reached.append(focused.text())
    assert reached == ["high left", "low left", "high right", "low right"]


def test_a_control_scrolled_away_comes_into_view(kit: Kit, qtbot: QtBot) -> None:
    content = QWidget()
    column = QVBoxLayout(content)
    buttons = [QPushButton(str(number)) for number in range(40)]
    for button in buttons:
        column.addWidget(button)
    area = scrolled(content)
    area.resize(200, 200)
    qtbot.addWidget(area)
    area.show()
    assert buttons[-1].visibleRegion().isEmpty()
    bring_into_view(buttons[-1])
    qtbot.waitUntil(lambda: not buttons[-1].visibleRegion().isEmpty())
