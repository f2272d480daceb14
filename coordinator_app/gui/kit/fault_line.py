"""A line for what is wrong, in the place where it is wrong: an icon, the sentence, and the remedy in it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.i18n import Words

Said = Callable[[Words], str]  # A sentence in whichever language is spoken, such as `error.said`.


class FaultLine(QWidget):
    """Hidden while nothing is wrong. `changed` tells that it says something else; the language of the window it follows by itself."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._text = kit, text_label("danger")
        self._said: Said | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._text, 1)
        self.hide()

    def wrong(self, said: Said) -> None:
        """Says what is wrong and how to mend it."""
        if self._row.count() == 1:
            # Every field has such a line, and hardly any is ever shown.
            self._row.insertWidget(0, IconLabel(self._kit, Icon.WARNING, "danger", 18), 0, Qt.AlignmentFlag.AlignTop)
            self._kit.voice.changed.connect(self._say)
        self._said = said
        self._say(self._kit.voice.words)
        self.show()

    def right(self) -> None:
        """Nothing is wrong."""
        if self._said is not None:
            self._said = None
            self._say(self._kit.voice.words)
            self.hide()

    def text(self) -> str:
        return self._text.text()

    def _say(self, words: Words) -> None:
        self._text.setText("" if self._said is None else self._said(words))
        self.changed.emit()
