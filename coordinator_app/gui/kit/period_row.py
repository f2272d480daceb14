"""The stretch of time a list shows, with a step back and a step on."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordinator_app.gui.kit.actions import tool_button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import Words


class PeriodRow(QWidget):
    """`step(-1)` and `step(1)` are asked for; the owner answers with `show_said`."""

    def __init__(self, kit: Kit, before: str, after: str, step: Callable[[int], object]) -> None:
        """`before` and `after` name the two buttons (`N_`)."""
        super().__init__()
        self._said = text_label("label", wrap=False)
        self.before, self.after = tool_button(kit.icons, Icon.BACK), tool_button(kit.icons, Icon.FORWARD)
        self._labels = Labels(kit.voice.words)
        for made, name, way in ((self.before, before, -1), (self.after, after, 1)):
            self._labels.name(made, name)
            made.clicked.connect(lambda _checked, way=way: step(way))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        # The ring around an arrow that has the keyboard grows with the text, and must not touch the words.
        kit.theme.follow(self, lambda: row.setSpacing(kit.theme.px(8)))
        row.addWidget(self.before)
        row.addWidget(self._said)
        row.addWidget(self.after)
        row.addStretch(1)

    def show_said(self, said: str) -> None:
        """The stretch in ready words."""
        self._said.setText(said)

    def said(self) -> str:
        return self._said.text()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
