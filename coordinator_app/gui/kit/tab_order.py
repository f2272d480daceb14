"""How the keyboard goes through a window: Tab as the eye reads it, Enter presses, and what goes away leaves the keyboard near by."""

from collections.abc import Iterator
from functools import cmp_to_key
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedWidget, QTabWidget, QToolButton, QWidget

_BEGINS = "begins"  # The property of a part that says at which of its controls the keyboard begins.
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class ReadInOrder(QWidget):
    """The inside of a window in which Tab goes as the eye does, and never to what is out of sight; Enter presses a button."""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name for it.
        # Every Tab key comes by here, and so does Qt when what has the keyboard is hidden or can no longer be pressed: it would go on
        # to what is read next, and from the end of the window to its very beginning.
        gone = _gone(self.window().focusWidget())
        if gone is not None and _is_turned(gone):
            return True  # Qt gives the keyboard to the page that comes.
        if gone is not None and (near := self._near(gone)) is not None:
            near.setFocus()
            return True
        # Parts of a screen come and go, so the order is that of this very moment.
        follow_the_eye(self)
        moved = super().focusNextPrevChild(next)
        bring_into_view(self.window().focusWidget())
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def _near(self, gone: QWidget) -> QWidget | None:
        """Where the keyboard begins in the smallest part around what is gone that can still take it."""
        around = gone.parentWidget()
        while around is not None and around is not self:
            if around.isVisible() and (begin := begins_in(around)) is not None:
                return begin
            around = around.parentWidget()
        return None


def press_by_enter(within: QWidget, event: QKeyEvent) -> bool:
    """Presses the button that has the keyboard if the key is Enter: what has the ring around it is meant, as in a dialog.

    Elsewhere Qt leaves it to the space bar. For `keyPressEvent` of what is around the buttons of a window.
    """
    focused = within.window().focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(focused, QPushButton | QToolButton):
        return False
    focused.click()
    return True


def follow_the_eye(root: QWidget) -> None:
    """Chains the controls seen inside `root` line by line, part by part. What is made later Qt would put at the very end."""
    for one, next_ in pairwise(_controls(root)):
        QWidget.setTabOrder(one, next_)


def begin_at(part: QWidget, *controls: QWidget) -> None:
    """From now on the keyboard begins in a part at the first of these that is seen. A focus proxy would be one more stop for Tab."""
    part.setProperty(_BEGINS, controls)


def begins_in(part: QWidget) -> QWidget | None:
    """Where the keyboard begins in a part of the window: where the part says so, if that is seen; else as the eye does.

    What has tabs begins on the page that is turned to, though Qt itself would take the row of tabs.
    """
    proxy = None if isinstance(part, QTabWidget) else part.focusProxy()
    shown = part.currentWidget() if isinstance(part, QTabWidget | QStackedWidget) else None
    for place in (*(part.property(_BEGINS) or ()), proxy, shown):
        if isinstance(place, QWidget) and place.isVisible():
            return begins_in(place)
    return next((each for each in _controls(part) if each.isVisible() and each.isEnabled()), None)


def keep_on_tabs(tabs: QTabWidget) -> None:
    """From now on a page on which nothing can be reached leaves the keyboard on the row of tabs.

    Qt gives it to the bare page, where no ring is seen and from which Tab goes to the top of the window.
    """

    def turned(at: int) -> None:
        page = tabs.currentWidget()
        if at >= 0 and page.hasFocus() and not page.focusPolicy():
            tabs.tabBar().setFocus()

    tabs.currentChanged.connect(turned)


def bring_into_view(control: QWidget | None) -> None:
    """Scrolls to a control that was just reached. Qt does so only for the steps inside one and the same scrolled part."""
    above = control
    while control is not None and above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(control)
        above = above.parentWidget()


def _gone(focused: QWidget | None) -> QWidget | None:
    """The part that went with the keyboard in it; nothing if what has it can still be used."""
    gone = None
    while focused is not None and not (focused.isVisible() and focused.isEnabled()):
        gone, focused = focused, focused.parentWidget()
    return gone


def _is_turned(gone: QWidget) -> bool:
    """Whether it is a page that makes room for another one; one that is taken out is none any more by then."""
    pages = gone.parentWidget()
    return isinstance(pages, QStackedWidget) and pages.indexOf(gone) >= 0


def _controls(widget: QWidget) -> Iterator[QWidget]:
    parts = [each for each in widget.findChildren(QWidget, options=_DIRECT) if not each.isHidden() and not each.isWindow()]
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    if reached:
        yield widget
    # A control may be made of parts, as a field with its cross, and is reached as one; what is scrolled is full of controls.
    if not reached or isinstance(widget, QScrollArea):
        for part in sorted(parts, key=cmp_to_key(_read_first)):
            yield from _controls(part)


def _read_first(one: QWidget, other: QWidget) -> int:
    """Below zero if `one` is read before `other`: from left to right what stands in one line, else from the top down."""
    a, b = one.geometry(), other.geometry()
    shared = min(a.bottom(), b.bottom()) - max(a.top(), b.top())
    in_line = shared > min(a.height(), b.height()) / 2
    return a.left() - b.left() if in_line else a.top() - b.top()
