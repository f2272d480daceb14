"""Work on the whole book while it goes on: what is being done. It is whole or not at all, so there is nothing to stop."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label


class Busy(QWidget):
    """Hidden while nothing is done."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._text = text_label()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._text)
        column.addWidget(self._bar)
        self.hide()

    def begin(self, text: str) -> None:
        """Says what is being done (`N_`)."""
        said = self._kit.voice.words(text)
        self._text.setText(said)
        self._bar.setAccessibleName(said)
        self.show()

    def end(self) -> None:
        """It is done."""
        self.hide()
