"""What a hand or a Tab key would call a fault: controls too small to hit, and an order that jumps back over what was read."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QCalendarWidget, QComboBox, QLineEdit, QTabBar, QWidget

from coordinator_app.gui.kit.overlay import Overlay
from tests.screens.faults import path_of

LEAST = 32
# A layout may round a pixel away.
SLACK = 1
Target = QAbstractButton | QLineEdit | QComboBox


def too_small(window: QWidget, least: int = LEAST) -> Iterator[str]:
    """Controls that a tired hand would miss: lower or narrower than `least` pixels."""
    for widget in window.findChildren(QWidget):
        offered = isinstance(widget, Target) and widget.isVisible() and widget.isEnabled() and not _part_of_another(widget)
        if offered and min(widget.width(), widget.height()) < least - SLACK:
            yield f"{path_of(widget)} is {widget.width()}×{widget.height()}, not {least}"


def out_of_order(window: QWidget) -> Iterator[str]:
    """Pairs of controls that follow each other by Tab although the second stands above the first, or left of it in the same line."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    one, passed = _first(window), set[QWidget]()
    one.setFocus()
    assert QApplication.focusWidget() is one, "the window is not the active one, so that no key would reach it"
    while one not in passed:
        passed.add(one)
        QTest.keyClick(one, Qt.Key.Key_Tab)
        QApplication.processEvents()
        other = QApplication.focusWidget()
        if other is None or other in passed:
            return
        # Looked at now: what is scrolled comes into view with the focus.
        a, b = _place(one, window), _place(other, window)
        above = b.bottom() < a.top() and b.left() <= a.right() and a.left() <= b.right()
        before = b.right() < a.left() and min(a.bottom(), b.bottom()) - max(a.top(), b.top()) > min(a.height(), b.height()) / 2
        if above or before:
            yield f"after {path_of(one)} comes {path_of(other)}, which the eye has passed"
        one = other


def _first(window: QWidget) -> QWidget:
    """The control that the eye meets first: the leftmost, and of these the highest; of what is laid over the window, if anything is."""
    over = [each for each in window.findChildren(Overlay) if each.isVisible()]
    reached = [each for each in (over[-1] if over else window).findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    places = {each: _place(each, window).topLeft() for each in reached if each.isVisible() and each.isEnabled()}
    return min(places, key=lambda each: (places[each].x(), places[each].y()))


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def _part_of_another(widget: QWidget) -> bool:
    """Whether a control is drawn inside a larger one: the cross in a field, the arrows of a row of tabs, a day of a calendar."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QLineEdit | QComboBox | QTabBar | QAbstractSpinBox | QCalendarWidget):
            return True
        above = above.parentWidget()
    return False
