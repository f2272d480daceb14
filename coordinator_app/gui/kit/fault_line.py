"""A line for what is wrong, in the place where it is wrong: an icon, the sentence, and the remedy in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label


class FaultLine(QWidget):
    """Hidden while nothing is wrong."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._text = kit, text_label("danger")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._text, 1)
        self.hide()

    def wrong(self, sentence: str) -> None:
        """Says what is wrong and how to mend it, in ready words."""
        if self._row.count() == 1:
            # Every field has such a line, and hardly any is ever shown.
            self._row.insertWidget(0, IconLabel(self._kit, Icon.WARNING, "danger", 18), 0, Qt.AlignmentFlag.AlignTop)
        self._text.setText(sentence)
        self.show()

    def right(self) -> None:
        """Nothing is wrong."""
        self._text.setText("")
        self.hide()

    def text(self) -> str:
        return self._text.text()
