"""The list of known texts under a line that is typed in."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from coordinator_app.gui.kit.theme import Theme


class Completer(QCompleter):
    """Offers those of the texts that hold what is typed in a line, in whatever case."""

    def __init__(self, line: QLineEdit, theme: Theme) -> None:
        super().__init__(line)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self._texts = QStringListModel(self)
        self.setModel(self._texts)
        line.setCompleter(self)
        # Qt makes the list a window of its own. It is kept here, because the theme does not keep what it dresses.
        self._list = self.popup()
        if self._list is not None:
            self._list.setProperty("role", "offered")
            theme.dress(self._list)

    def offer(self, texts: Sequence[str]) -> None:
        """From now on these."""
        self._texts.setStringList(list(texts))
