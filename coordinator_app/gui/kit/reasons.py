"""The reasons a meeting can be cancelled for, each a button: one press cancels."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator_app.core.catalogue import Choice
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class Reasons(QWidget):
    """`chosen(code)`. A digit presses the button of that number while one of them has the focus."""

    chosen = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._words = kit.voice.words
        self._choices: Sequence[Choice] = ()
        self._labels = Labels(kit.voice.words)
        heading = text_label("label")
        self._labels.put(heading.setText, N_("Cancelled because (C and a number)"))
        self._row = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addLayout(self._row)
        self.buttons: list[QPushButton] = []

    def offer(self, choices: Sequence[Choice]) -> None:
        """The reasons of the catalogue, in its order."""
        if choices == self._choices:
            return
        self._choices = choices
        for old in self.buttons:
            self._row.removeWidget(old)
            old.deleteLater()
        self.buttons = []
        for choice in choices:
            made = QPushButton()
            made.clicked.connect(lambda _checked, code=choice.code: self.chosen.emit(code))
            self._row.addWidget(made)
            self.buttons.append(made)
        self.say(self._words)

    def begin(self) -> None:
        """Takes the keyboard."""
        if self.buttons:
            self.buttons[0].setFocus()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._words = words
        self._labels.say(words)
        for number, (made, choice) in enumerate(zip(self.buttons, self._choices, strict=True), 1):
            made.setText(f"{number}  {choice.name.said(words.language)}".replace("&", "&&"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed.isdecimal() and 1 <= int(typed) <= len(self.buttons):
            self.buttons[int(typed) - 1].click()
        else:
            super().keyPressEvent(event)
