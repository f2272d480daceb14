"""The ring around what has the focus: seen outside the control, and drawn without drawing the control again."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.focus import GAP
from coordinator_app.gui.kit.kit import Kit


class Control(QPushButton):
    """Counts how often its middle is drawn."""

    drawn = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.drawn += event.region().contains(self.rect().center())
        super().paintEvent(event)


def focused(qtbot: QtBot) -> tuple[QWidget, Control]:
    window, control = QWidget(), Control()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(QPushButton())
    column.addWidget(control)
    window.show()
    control.setFocus()
    qtbot.waitUntil(control.hasFocus)
    QApplication.processEvents()
    return window, control


def test_the_ring_stands_around_the_control_and_follows_it(kit: Kit, qtbot: QtBot) -> None:
    window, control = focused(qtbot)
    for width in (300, 500):
        window.resize(width, 120)
        QApplication.processEvents()
        left = control.mapTo(window, QPoint(0, control.height() // 2))
        picture = window.grab().toImage()
        assert picture.pixelColor(left.x() - GAP - 1, left.y()) == kit.theme.colours.colour("focus")
        assert picture.pixelColor(left.x() + control.width() + GAP, left.y()) == kit.theme.colours.colour("focus")


def test_what_the_ring_surrounds_is_not_drawn_again_with_it(kit: Kit, qtbot: QtBot) -> None:
    window, control = focused(qtbot)
    drawn = control.drawn
    assert drawn
    QApplication.sendEvent(window, QEvent(QEvent.Type.LayoutRequest))
    QApplication.processEvents()
    (ring,) = [each for each in window.findChildren(QWidget) if each.objectName() == "focus ring"]
    ring.update()
    QApplication.processEvents()
    assert control.drawn == drawn
