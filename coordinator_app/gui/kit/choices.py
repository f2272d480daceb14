"""A few answers, each a button with a digit: one press is the whole answer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator_app.core.catalogue import Choice
from coordinator_app.gui.kit.escape import keeps_escape
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.plain import on_button
from coordinator_app.gui.kit.theme import set_role
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import Words


class Choices(QWidget):
    """`chosen(code)` is called; a digit presses the button of that number while one of them has the focus."""

    def __init__(
        self, kit: Kit, heading: str, chosen: Callable[[str], object], role: str = "", back: Callable[[], object] | None = None
    ) -> None:
        """`heading` is marked with `N_`; `role` is that of the buttons; Escape calls `back` where it is given."""
        super().__init__()
        self._words = kit.voice.words
        self._chosen, self._role, self._back = chosen, role, back
        self._offered: Sequence[Choice] = ()
        self._labels = Labels(kit.voice.words)
        label = text_label("label")
        self._labels.put(label.setText, heading)
        self._row = Flow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label)
        column.addLayout(self._row)
        self.buttons: list[QPushButton] = []
        self._typed_ahead = ""

    def offer(self, choices: Sequence[Choice]) -> None:
        """The codes of the catalogue, in its order."""
        if choices == self._offered:
            return
        self._offered = choices
        for old in self.buttons:
            self._row.removeWidget(old)
            old.deleteLater()
        self.buttons = []
        for choice in choices:
            made = QPushButton()
            set_role(made, self._role)
            made.clicked.connect(lambda _checked, code=choice.code: self._chosen(code))
            self._row.addWidget(made)
            self.buttons.append(made)
        self.say(self._words)
        if self.hasFocus():
            typed = self._typed_ahead
            self.begin()
            self._press(typed)

    def begin(self) -> None:
        """Takes the keyboard. A digit that is typed before the answers are known is taken when they are."""
        self._typed_ahead = ""
        (self.buttons[0] if self.buttons else self).setFocus()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._words = words
        self._labels.say(words)
        for number, (made, choice) in enumerate(zip(self.buttons, self._offered, strict=True), 1):
            # A name with an ampersand must not become a key of the button.
            made.setText(on_button(f"{number}  {choice.name.said(words.language)}"))

    def event(self, event: QEvent) -> bool:
        return (self._back is not None and keeps_escape(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.key() == Qt.Key.Key_Escape and self._back is not None:
            self._back()
        elif not self.buttons:
            self._typed_ahead = typed
        elif not self._press(typed):
            super().keyPressEvent(event)

    def _press(self, typed: str) -> bool:
        if typed.isdecimal() and 1 <= int(typed) <= len(self.buttons):
            self.buttons[int(typed) - 1].click()
            return True
        return False
