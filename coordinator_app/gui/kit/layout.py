"""How screens are laid out: list and form, cards, headings, rules and the empty state."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.plain import in_tip
from coordinator_app.gui.kit.theme import Theme
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

LIST_WIDTH = 360
FORM_LEAST = 400
_BETWEEN = 24
WIDEST_WORD = 500


class _Text(QLabel):
    """A word that no line can hold is cut off, and seen whole in the tip: it must not make the window wider than the screen."""

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return least.boundedTo(QSize(WIDEST_WORD, least.height())) if self.wordWrap() else least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tip()

    def setText(self, text: str) -> None:
        super().setText(text)
        if self.isVisible():
            self._tip()

    def _tip(self) -> None:
        cut = super().minimumSizeHint().width() > self.width()
        self.setToolTip(in_tip(self.text()) if cut else "")


class _NarrowText(_Text):
    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(min(width, self.maximumWidth()))


class NarrowColumn(QVBoxLayout):
    """Asks for the height that is needed at the width its widget is kept to, however much its place is wider; else parts would overlap."""

    def heightForWidth(self, width: int) -> int:
        kept = self.parentWidget()
        sides = self.contentsMargins().left() + self.contentsMargins().right()
        return super().heightForWidth(width if kept is None else min(width, kept.maximumWidth() - sides))


class _Resizing(QObject):
    def __init__(self, widget: QWidget, then: Callable[[], object]) -> None:
        super().__init__(widget)
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._then()
        return False


def when_resized(widget: QWidget, then: Callable[[], object]) -> None:
    """Calls `then` whenever the widget gets another size, for what is arranged by the room there is."""
    _Resizing(widget, then)


def text_label(role: str = "", *, wrap: bool = True, narrow: bool = False) -> QLabel:
    """A label that shows whatever it is given as plain text. Roles: title, section, figure, label, quiet, needs, danger, good.

    One that is to be kept `narrow` has the height of its own width: a layout asks with all the width there is.
    """
    label = _NarrowText() if narrow else _Text()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setProperty("role", role)
    return label


def rule() -> QFrame:
    """A thin line across."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def card() -> tuple[QFrame, QVBoxLayout]:
    """A card and the column inside it."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(8)
    return frame, column


class _Scrolled(QScrollArea):
    """Gives the content the height that its wrapped texts need at this width, which Qt itself leaves out: it would squeeze them."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # What lies behind shows through, whether that is the ground or a card: a viewport of our own is not filled. Asking for
        # the area's own would make PySide load every kind of widget, a tenth of the time to the first window.
        self._port, self._content = QWidget(), content
        self.setViewport(self._port)
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and watched is self._content:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        content = self._content
        if content.hasHeightForWidth():
            least = content.minimumSizeHint()
            # A part that takes what room there is says so by its least height alone.
            content.setMinimumHeight(max(content.heightForWidth(max(self._port.width(), least.width())), least.height()))


def scrolled(content: QWidget) -> QScrollArea:
    """The content with a scroll bar when it is higher than its place; its least width is kept, so nothing is cut off unseen."""
    return _Scrolled(content)


class IconLabel(QLabel):
    """An icon that stands by itself beside its word, recoloured and resized with the theme."""

    def __init__(self, kit: Kit, icon: Icon, role: str, size: int) -> None:
        """`size` in pixels at 100 % text."""
        super().__init__()
        self._kit, self._icon, self._role, self._size = kit, icon, role, size
        kit.theme.changed.connect(self._dress)
        self._dress()

    def show_icon(self, icon: Icon, role: str) -> None:
        """Another icon, or another colour role, from now on."""
        self._icon, self._role = icon, role
        self._dress()

    def _dress(self) -> None:
        self.setPixmap(self._kit.icons.pixmap(self._icon, self._role, self._size))


class EmptyState(QWidget):
    """What a list without rows shows: what will be here, and the button that begins it."""

    def __init__(self, kit: Kit, icon: Icon, text: str, action: Action | None = None) -> None:
        """`text` is marked with `N_`."""
        super().__init__()
        self._picture = IconLabel(kit, icon, "quiet", 48)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = text_label("quiet")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._labels = Labels(kit.voice.words)
        self._labels.put(self._text.setText, text)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addWidget(self._text)
        if action is not None:
            # The same action stands at the title and has the keys there; two of them would silence each other.
            self.button: QPushButton | None = button(kit.icons, replace(action, keys=""))
            self._labels.put(self.button.setText, action.text)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        else:
            self.button = None
        column.addStretch(3)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)


def two_panes_least(theme: Theme) -> int:
    """How wide a place must be for a list and the form beside it."""
    return theme.px(LIST_WIDTH + FORM_LEAST) + _BETWEEN


class ListAndForm(QWidget):
    """A list of 360 px on the left, the form of the chosen record on the right; one pane at a time when there is no room for both.

    In one pane `show_form` goes to the form and Escape, or the button above it, back to the list.
    """

    def __init__(self, kit: Kit, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._kit = kit
        self._left, self._right = left, QWidget()
        self._one_pane = False
        self._back = button(kit.icons, Action(N_("Back to the list"), self.show_list, Icon.BACK), "quiet")
        self._labels = Labels(kit.voice.words)
        self._labels.put(self._back.setText, N_("Back to the list"))
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        # What scrolls under the way back must not run into its ring.
        column.setSpacing(12)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(right, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_BETWEEN)
        self._row.addWidget(self._left)
        self._row.addWidget(self._right, 1)
        self._form_shown = False
        escape = QShortcut(Qt.Key.Key_Escape, self._right, self.show_list)
        # Given to the constructor the context is dropped without a word, and Escape would count in the whole window.
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        kit.theme.changed.connect(self._arrange)
        self._arrange()

    @property
    def one_pane(self) -> bool:
        return self._one_pane

    def show_form(self) -> None:
        """Goes to the form; where both are seen, nothing changes."""
        self._form_shown = True
        self._arrange()

    def show_list(self) -> None:
        """Goes back to the list."""
        self._form_shown = False
        self._arrange()
        self._left.setFocus()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px = self._kit.theme.px
        before = self._one_pane
        self._one_pane = self._kit.theme.one_pane or self.width() < two_panes_least(self._kit.theme)
        focused = cast("QWidget | None", self._right.focusWidget())  # The stubs leave out that nothing may have the focus.
        if self._one_pane and not before and focused is not None and focused.hasFocus():
            self._form_shown = True  # Whoever types in the form must not lose it when the text grows.
        self._back.setVisible(self._one_pane)
        listed = cast("QWidget | None", self._left.focusWidget())
        if self._one_pane and self._form_shown and listed is not None and listed.hasFocus():
            # The list is about to go, and the keyboard must not fall to whatever comes next in the window.
            self._right.show()
            self._back.setFocus()
        self._left.setVisible(not (self._one_pane and self._form_shown))
        self._right.setVisible(not self._one_pane or self._form_shown)
        self._left.setMinimumWidth(0 if self._one_pane else px(LIST_WIDTH))
        self._left.setMaximumWidth(16_777_215 if self._one_pane else px(LIST_WIDTH))


class Switch(QStackedWidget):
    """One of several views of the same place, as a list or its empty state; only the shown one asks for room."""

    def __init__(self, *views: QWidget) -> None:
        super().__init__()
        self.keep(*views)

    def keep(self, *views: QWidget) -> None:
        """What it may be asked to show; one that never was shown ends with it all the same."""
        for view in views:
            self.destroyed.connect(view.deleteLater)

    def show_view(self, view: QWidget) -> None:
        """Shows a view, taking it in the first time."""
        if self.indexOf(view) < 0:
            self.addWidget(view)
        self.setCurrentWidget(view)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return QSize() if shown is None else shown.minimumSizeHint().expandedTo(shown.minimumSize())
