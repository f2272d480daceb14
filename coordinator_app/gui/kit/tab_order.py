"""The order in which Tab goes through a part of the window: as the eye reads it, also where lines were added later."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def follow_the_eye(*roots: QWidget) -> None:
    """Chains every control inside the roots, one after the other, in the order of their layouts.

    What Qt makes later it would put at the very end.
    """
    for one, next_ in pairwise(control for root in roots for control in _controls(root)):
        QWidget.setTabOrder(one, next_)


def _controls(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is None:
        return
    layout: QLayout | None = widget.layout()
    if isinstance(widget, QScrollArea):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        yield from _controls(widget.widget())
    elif layout is not None:
        yield from _inside(layout)
    elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget


def _inside(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        if (item := layout.itemAt(at)) is None:
            continue
        widget: QWidget | None = item.widget()
        inner: QLayout | None = item.layout()
        if widget is not None:
            yield from _controls(widget)
        elif inner is not None:
            yield from _inside(inner)
