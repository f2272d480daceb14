"""The side bar: at most seven places, each an icon and a word; the chosen one tinted, with a bar at its edge; above them the search."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.focus import INSIDE
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.one_of import OneOf
from coordinator_app.gui.kit.screen import Place
from coordinator_app.i18n import N_, Words

WIDTH = 208


class SideBar(QWidget):
    """`wanted` carries the name of the place the user chose."""

    wanted = Signal(str)

    def __init__(self, kit: Kit, search: Action, places: Sequence[Place], at_foot: Sequence[Place]) -> None:
        """`search` stands above the places, with its keys told."""
        super().__init__()
        self._kit = kit
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = OneOf(self)
        self._buttons: dict[str, QPushButton] = {}
        self._texts: dict[str, str] = {}
        self._icons: dict[str, Icon] = {}
        self._column = column = QVBoxLayout(self)
        self._search = SearchButton(kit, search)
        self._above = QHBoxLayout()
        self._above.addWidget(self._search)
        column.addLayout(self._above)
        for place in places:
            column.addWidget(self._button(place))
        column.addStretch(1)
        for place in at_foot:
            column.addWidget(self._button(place))
        self._group.take(*self._buttons.values())
        kit.theme.changed.connect(self._measure)
        self._measure()

    def show_chosen(self, name: str) -> None:
        """Marks a place; none, if the screen shown is not in the bar."""
        self._group.setExclusive(False)
        for one, button in self._buttons.items():
            button.setChecked(one == name)
            button.setIcon(self._kit.icons.icon(self._icons[one], "primary" if one == name else "quiet"))
        self._group.setExclusive(True)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._search.say(words)
        for name, button in self._buttons.items():
            button.setText(words(self._texts[name]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _button(self, place: Place) -> QPushButton:
        made = QPushButton()
        made.setProperty("role", "place")
        made.setProperty(INSIDE, True)
        made.clicked.connect(lambda _checked, name=place.name: self.wanted.emit(name))
        self._buttons[place.name] = made
        self._texts[place.name] = place.title
        self._icons[place.name] = place.icon
        return made

    def _measure(self) -> None:
        # Long words at a large size need more than the bar's width; it grows with the text up to a fifth of a small screen.
        self.setFixedWidth(min(self._kit.theme.px(WIDTH), 280))
        # Large text leaves a small screen no height to spare, and the bar must not make the window higher than that.
        tight = self._kit.theme.one_pane
        self._column.setContentsMargins(0, 8 if tight else 12, 0, 8 if tight else 12)
        self._column.setSpacing(2 if tight else 6)
        self._above.setContentsMargins(12, 0, 12, 8)
        side = self._kit.theme.px(22)
        for button in self._buttons.values():
            # A wider picture than the glyph keeps the word away from it.
            button.setIconSize(QSize(side + self._kit.theme.px(10), side))


class SearchButton(QPushButton):
    """Looks like a field to type in, and opens the search; its keys stand at its right end."""

    def __init__(self, kit: Kit, action: Action) -> None:
        super().__init__()
        self._text = action.text
        self.setProperty("role", "search")
        self.setIcon(kit.icons.beside_word(Icon.SEARCH, "quiet"))
        self.clicked.connect(lambda _checked: action.run())
        self._keys = text_label("quiet", wrap=False)
        self._keys.setText(QKeySequence(action.keys).toString(QKeySequence.SequenceFormat.NativeText))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)
        row.addStretch(1)
        row.addWidget(self._keys)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.setText(words(self._text))
        self.setToolTip(words(N_("Search everything")))
