"""Where somebody was, the newest first: a dozen lines, and the rest on request."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.form import WIDEST
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_FIRST = 12
Told = Callable[[Words], Sequence[str]]


class OccasionLines(QWidget):
    """Lines of plain text under one another; `none` (`N_`) is said when there are none."""

    def __init__(self, kit: Kit, none: str) -> None:
        super().__init__()
        self._kit, self._none = kit, none
        self._told: Told = lambda words: ()
        self._all = False
        self._text = text_label()
        self._labels = Labels(kit.voice.words)
        self._more = button(kit.icons, Action(N_("Show all"), self._show_all, Icon.DOWN), "quiet")
        self._labels.put(self._more.setText, N_("Show all"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._text)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        kit.theme.changed.connect(self._measure)
        self._measure()
        self.say(kit.voice.words)

    def show_told(self, told: Told) -> None:
        """`told` says the lines in the words of the day."""
        self._told = told
        self._fill(self._kit.voice.words)

    def fold(self) -> None:
        """Only the newest again, as for another person."""
        self._all = False

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self._fill(words)

    def _show_all(self) -> None:
        self._all = True
        self._fill(self._kit.voice.words)

    def _fill(self, words: Words) -> None:
        lines = self._told(words)
        shown = lines if self._all else lines[:_FIRST]
        self._text.setText("\n".join(shown) or words(self._none))
        self._more.setVisible(len(shown) < len(lines))

    def _measure(self) -> None:
        self.setMaximumWidth(self._kit.theme.px(WIDEST))
