"""The list of known texts under a line that is typed in."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from coordinator_app.core.texts import fold
from coordinator_app.gui.kit.theme import Theme


class Completer(QCompleter):
    """Offers those of the texts that hold what is typed in a line, in whatever case and with or without its dots: `makinen` too.

    Where a word begins so, the text comes before those that only hold it within a word.
    """

    def __init__(self, line: QLineEdit, theme: Theme) -> None:
        super().__init__(line)
        self._line = line
        self._texts: list[tuple[str, str]] = []
        self._likely = QStringListModel(self)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setModel(self._likely)
        line.setCompleter(self)
        # The line tells of what was typed before it asks for the list.
        line.textEdited.connect(self._look)
        # Qt makes the list a window of its own. It is kept here, because the theme does not keep what it dresses.
        self._list = self.popup()
        if self._list is not None:
            self._list.setProperty("role", "offered")
            theme.dress(self._list)

    def offer(self, texts: Sequence[str]) -> None:
        """From now on these, in the order in which those that are equally likely are to stand."""
        self._texts = [(fold(text), text) for text in texts]
        self._look(self._line.text())

    def splitPath(self, path: str) -> list[str]:
        # The model holds nothing but what is to be offered, and every text has nothing in it.
        return [""]

    def _look(self, typed: str) -> None:
        wanted = fold(typed)
        begins = re.compile(rf"(?<!\w){re.escape(wanted)}")
        held = [(folded, text) for folded, text in self._texts if wanted in folded]
        self._likely.setStringList([text for _, text in sorted(held, key=lambda each: begins.search(each[0]) is None)])
