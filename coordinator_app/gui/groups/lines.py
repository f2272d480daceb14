"""A heading and a few lines under it, each said in words with its verbs beside; and the verb that adds one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import rule, text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import Words

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Line(Generic[Row]):
    """What a line is about, its ready words, a quieter remark, and its verbs."""

    row: Row
    said: str
    about: str
    verbs: tuple[Action, ...]


class Lines(QWidget, Generic[Row]):
    """Lines are few: a handful of times, breaks or people."""

    def __init__(self, kit: Kit, heading: str, add: Action) -> None:
        super().__init__()
        self._kit = kit
        self._labels = Labels(kit.voice.words)
        title = text_label("section", wrap=False)
        self._labels.put(title.setText, heading)
        self.adder = button(kit.icons, add, "quiet")
        self._labels.put(self.adder.setText, add.text)
        self._none = text_label("quiet")
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._made: list[QWidget] = []
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.adder)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self._none)
        whole.addLayout(self._column)

    def show_lines(self, lines: Sequence[Line[Row]], none: str) -> None:
        """Shows the lines, or says that there is none."""
        for old in self._made:
            self._column.removeWidget(old)
            old.hide()  # It goes only later, and must not be met by Tab until then.
            old.deleteLater()
        self._made = [self._line(line) for line in lines]
        for made in self._made:
            self._column.addWidget(made)
        self._none.setText(none)
        self._none.setVisible(not lines)

    def say(self, words: Words) -> None:
        """Speaks this language; the lines are shown anew by their owner."""
        self._labels.say(words)

    def _line(self, line: Line[Row]) -> QWidget:
        made = QWidget()
        said, about = text_label("label"), text_label("quiet")
        said.setText(line.said)
        about.setText(line.about)
        if not line.about:
            about.hide()  # Shown it is with its line; by itself it would become a window.
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(said)
        words.addWidget(about)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        for verb in line.verbs:
            pressed = button(self._kit.icons, verb)
            pressed.setText(self._kit.voice.words(verb.text))
            pressed.setAccessibleName(f"{pressed.text()}: {line.said}")
            row.addWidget(pressed)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(rule())
        column.addLayout(row)
        return made
