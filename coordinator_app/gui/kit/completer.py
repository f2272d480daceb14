"""The list of known texts under a line that is typed in."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from coordinator_app.core.texts import fold
from coordinator_app.gui.kit.theme import Theme

_FOLDED = Qt.ItemDataRole.UserRole


class Completer(QCompleter):
    """Offers those of the texts that hold what is typed in a line, in whatever case and with or without its dots: `makinen` too."""

    def __init__(self, line: QLineEdit, theme: Theme) -> None:
        super().__init__(line)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionRole(_FOLDED)
        self._texts = QStandardItemModel(self)
        self.setModel(self._texts)
        line.setCompleter(self)
        # Qt makes the list a window of its own. It is kept here, because the theme does not keep what it dresses.
        self._list = self.popup()
        if self._list is not None:
            self._list.setProperty("role", "offered")
            theme.dress(self._list)

    def offer(self, texts: Sequence[str]) -> None:
        """From now on these."""
        self._texts.clear()
        for text in texts:
            item = QStandardItem(text)
            item.setData(fold(text), _FOLDED)
            self._texts.appendRow(item)

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        text: str = index.data(Qt.ItemDataRole.DisplayRole)
        return text
