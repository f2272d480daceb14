"""What a user would call a fault of a screen: words cut off, a control without a name, words of another language."""

import gettext
import re
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from coordinator_app import paths
from coordinator_app.core.texts import beginning
from coordinator_app.gui.kit.language_row import NAMES
from coordinator_app.i18n import DOMAIN, Language

Texted = QLabel | QAbstractButton
SLACK = 1
_FRAME = 2


def nameless(window: QWidget) -> Iterator[str]:
    """Controls that the Tab key reaches and that say nothing to a screen reader."""
    for control in window.findChildren(QWidget):
        reached = control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.focusProxy() is None
        if reached and control.isVisible() and control.isEnabled():
            told = QAccessible.queryAccessibleInterface(control)
            if not told.text(QAccessible.Text.Name).strip():
                yield f"{path_of(control)} has no name"


def cut_off(window: QWidget) -> Iterator[str]:
    """Texts that do not fit where they stand."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.size().isValid():
            if isinstance(widget, QLabel) and widget.pixmap().isNull() and widget.text():
                yield from _cut_label(widget)
            elif isinstance(widget, QPushButton | QToolButton) and widget.text():
                yield from _cut_button(widget)
            elif isinstance(widget, QComboBox):
                yield from _cut_choice(widget)
            elif isinstance(widget, QLineEdit) and widget.placeholderText():
                yield from _too_wide(widget, widget.placeholderText(), widget.width() - 8)
            elif isinstance(widget, QTabBar):
                yield from _cut_tabs(widget)
            elif isinstance(widget, QHeaderView) and widget.orientation() is Qt.Orientation.Horizontal:
                yield from _cut_heads(widget)
            if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox):
                yield from _hidden(widget)


def sideways(window: QWidget) -> Iterator[str]:
    """Parts that must be pushed to the side to be seen whole."""
    for area in window.findChildren(QScrollArea):
        bar = area.horizontalScrollBar()
        if area.isVisible() and bar.maximum() > 0:
            yield f"{path_of(area)} is {bar.maximum()} too narrow for what it holds"


def uneven(window: QWidget) -> Iterator[str]:
    """Choices that begin with a small letter, beside others that do not."""
    for choice in window.findChildren(QComboBox):
        if choice.isVisible():
            for text in (choice.itemText(at) for at in range(choice.count())):
                if text[:1].islower():
                    yield f"{path_of(choice)} offers {text!r}"


def beyond(window: QWidget, screen: tuple[int, int]) -> Iterator[str]:
    """A window that cannot be made as small as the screen."""
    wide, high = screen
    if window.width() > wide or window.height() > high:
        yield f"the window is {window.width()}×{window.height()} on a screen of {wide}×{high}"


def outside(over: QWidget) -> Iterator[str]:
    """What pops up where the screen ends."""
    screen, place = over.screen().availableGeometry(), over.geometry()
    # The frame that a window has without a display is no part of it.
    if not screen.contains(place.adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)):
        yield f"{path_of(over)} lies at {place.x()}, {place.y()}, {place.width()}×{place.height()}"


def foreign(window: QWidget, language: Language) -> Iterator[str]:
    """English messages that a window in another language shows, although they have a translation."""
    catalogue = _catalogue(language)
    # Two messages may cross, and a language is called by its own name everywhere.
    right = {*catalogue.values(), *map(beginning, catalogue.values()), *NAMES.values()}
    for text in said(window):
        plain = text.replace("&", "")
        if plain in catalogue and plain not in right:
            yield f"{plain!r} is not said in {language}"


def said(window: QWidget) -> set[str]:
    """Every text that is shown or read out."""
    texts = set()
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            texts |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
            for name in ("text", "placeholderText", "currentText", "title"):
                asked = getattr(widget, name, None)
                if callable(asked) and isinstance(text := asked(), str):
                    texts.add(text)
            if isinstance(widget, QTabBar):
                texts |= {widget.tabText(at) for at in range(widget.count())}
            if isinstance(widget, QComboBox):
                texts |= {widget.itemText(at) for at in range(widget.count())}
    return texts - {""}


def _catalogue(language: Language) -> dict[str, str]:
    translated = gettext.translation(DOMAIN, paths.resource("locale"), [str(language)])
    kept: dict[object, str] = getattr(translated, "_catalog")  # noqa: B009 - it has no public name.
    return {key.replace("&", ""): said.replace("&", "") for key, said in kept.items() if isinstance(key, str) and key and "{" not in key}


def _cut_label(label: QLabel) -> Iterator[str]:
    place = label.contentsRect()
    metrics = QFontMetrics(label.font())
    if not label.wordWrap():
        yield from _too_wide(label, label.text(), place.width())
        return
    for word in re.split(r"[\s\u00ad-]+", label.text()):
        yield from _too_wide(label, word, place.width())
    needed = metrics.boundingRect(QRect(0, 0, place.width(), 10_000), Qt.TextFlag.TextWordWrap, label.text()).height()
    if needed > place.height() + SLACK:
        yield f"{path_of(label)} is {place.height()} high, its text needs {needed}"


def _cut_button(button: QPushButton | QToolButton) -> Iterator[str]:
    if isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly:
        return
    icon = 0 if button.icon().isNull() else button.iconSize().width() + 4
    yield from _too_wide(button, button.text().replace("&", ""), button.width() - icon - 8)
    if QFontMetrics(button.font()).height() * len(button.text().splitlines()) > button.height():
        yield f"{path_of(button)} is too low for its text"


def _cut_choice(choice: QComboBox) -> Iterator[str]:
    if not choice.isEditable():
        option = QStyleOptionComboBox()
        option.initFrom(choice)
        field = choice.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, choice)
        yield from _too_wide(choice, choice.currentText(), field.width())


def _cut_tabs(tabs: QTabBar) -> Iterator[str]:
    for at in range(tabs.count()):
        wide = QFontMetrics(tabs.font()).horizontalAdvance(tabs.tabText(at).replace("&", ""))
        if wide > tabs.tabRect(at).width():
            yield f"{path_of(tabs)}: {tabs.tabText(at)!r} needs {wide}, has {tabs.tabRect(at).width()}"


def _cut_heads(header: QHeaderView) -> Iterator[str]:
    """Headings of a table, while nothing is sorted."""
    sorted_ = header.isSortIndicatorShown()
    header.setSortIndicatorShown(False)
    for at in range(header.count()):
        if not header.isSectionHidden(at) and header.sectionSize(at) < header.sectionSizeHint(at):
            text = header.model().headerData(at, Qt.Orientation.Horizontal)
            yield f"{path_of(header)}: the heading {text!r} needs {header.sectionSizeHint(at)}, has {header.sectionSize(at)}"
    header.setSortIndicatorShown(sorted_)


def _too_wide(widget: QWidget, text: str, room: int) -> Iterator[str]:
    metrics = QFontMetrics(widget.font())
    wide = max((metrics.horizontalAdvance(line) for line in text.splitlines()), default=0)
    if wide > room + SLACK:
        yield f"{path_of(widget)}: {text!r} needs {wide}, has {room}"


def _hidden(widget: QWidget) -> Iterator[str]:
    """A part that lies outside what its surroundings show. What a scroll area hides can be brought into view."""
    seen = widget.visibleRegion().boundingRect()
    if seen.isEmpty():
        return
    areas = [above for above in _above(widget) if isinstance(above, QAbstractScrollArea)]
    sideways = any(area.horizontalScrollBar().maximum() > 0 for area in areas)
    if not sideways and seen.width() < widget.width() - SLACK:
        yield f"{path_of(widget)} shows {seen.width()} of its {widget.width()} pixels in width"
    if not areas and seen.height() < widget.height() - SLACK:
        yield f"{path_of(widget)} shows {seen.height()} of its {widget.height()} pixels in height"


def _above(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def path_of(widget: QWidget) -> str:
    names = [type(each).__name__ for each in (widget, *_above(widget)) if type(each) is not QWidget]
    text = getattr(widget, "text", str)()
    return f"{' < '.join(names[:4])} {str(text)[:40]!r}"
