"""The parts of a person or an organisation under one another, each under its heading."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class Sections(QWidget):
    """A column of parts; those after the first few wait until a new record has been made."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._labels = Labels(kit.voice.words)
        self._later: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 24)
        kit.theme.changed.connect(self._measure)
        self._measure()

    def add(self, part: QWidget, heading: str = "", *, later: bool = True) -> QLabel | None:
        """Puts a part at the end, under its heading (`N_`) if it has one."""
        label: QLabel | None = None
        if heading:
            label = text_label("section")
            self._labels.put(label.setText, heading)
            self._column.addWidget(label)
        self._column.addWidget(part)
        if later:
            self._later += [part] if label is None else [label, part]
        return label

    def finish(self) -> None:
        """No more parts come; they stay at the top."""
        self._column.addStretch(1)

    def show_later(self, shown: bool) -> None:
        """Whether the record has been made, and the rest of it can be said."""
        for part in self._later:
            part.setVisible(shown)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)

    def _measure(self) -> None:
        self._column.setSpacing(self._kit.theme.px(16))


def clear(layout: QLayout) -> None:
    """Takes every widget out of a layout, before others take their place."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class Remover(QWidget):
    """The button that takes a record away, and the sentence that says why it cannot be."""

    def __init__(self, kit: Kit, run: Callable[[], object]) -> None:
        super().__init__()
        self._kit = kit
        self._labels = Labels(kit.voice.words)
        self.button = button(kit.icons, Action(N_("Added by mistake: remove"), run, Icon.DELETE), "quiet")
        self._labels.put(self.button.setText, N_("Added by mistake: remove"))
        self.fault = FaultLine(kit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.fault)

    def refuse(self, error: CoordinatorError) -> None:
        """Says why it stays."""
        self.fault.wrong(error.said)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
