"""One page of the settings: headings, remarks, fields and verbs under one another."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.form import WIDEST
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.passphrase import PassphraseLine
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import Words


class Page(QWidget):
    """Each page says its title and icon; it asks the book when it is seen, and stores what is typed when it is left."""

    title = ""
    icon = Icon.SETTINGS
    primary: Action | None = None

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._labels = Labels(kit.voice.words)
        self._narrow: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 24)
        kit.theme.changed.connect(self._measure)

    def reload(self) -> None:
        """Asks the book again."""

    def leave(self) -> None:
        """Stores what is being typed."""

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)

    def add_text(self, text: str, role: str = "quiet") -> QLabel:
        """A heading (`section`), a label or a remark, marked with `N_`."""
        label = text_label(role, narrow=True)
        self._labels.put(label.setText, text)
        self.add(label)
        return label

    def add_secret(self, name: str) -> PassphraseLine:
        """A line for a passphrase, its label (`N_`) close above it."""
        label, line = text_label("label"), PassphraseLine(self._kit.icons, self._kit.voice.words, name)
        self._labels.put(label.setText, name)
        label.setBuddy(line)
        both = QWidget()
        both.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label)
        column.addWidget(line)
        self.add(both)
        return line

    def add(self, part: QWidget, *, wide: bool = False) -> None:
        """A part at the end; as wide as a form unless it is a table."""
        if not wide:
            self._narrow.append(part)
        self._column.addWidget(part, 1 if wide else 0)
        self._measure()

    def add_verbs(self, *verbs: QPushButton) -> None:
        """Buttons side by side, on further lines where there is no room."""
        row = Flow()
        for verb in verbs:
            row.addWidget(verb)
        self._column.addLayout(row)

    def verb(self, text: str, run: Callable[[], object], icon: Icon, role: str = "") -> QPushButton:
        """A button with its words."""
        made = button(self._kit.icons, Action(text, run, icon), role)
        self._labels.put(made.setText, text)
        return made

    def finish(self) -> None:
        """No more parts come; they stay at the top."""
        self._column.addStretch(1)

    def _measure(self) -> None:
        self._column.setSpacing(self._kit.theme.px(12))
        for part in self._narrow:
            part.setMaximumWidth(self._kit.theme.px(WIDEST))
