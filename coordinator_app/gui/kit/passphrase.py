"""The line for a passphrase, which can be shown while it is typed."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from coordinator_app.gui.kit.actions import tool_button
from coordinator_app.gui.kit.icons import Icon, Icons
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class PassphraseLine(QWidget):
    """`line` is the field itself; the button beside it shows and hides what is typed."""

    def __init__(self, icons: Icons, words: Words, name: str) -> None:
        """`name` is the accessible name (`N_`)."""
        super().__init__()
        self._icons = icons
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.toggle = tool_button(icons, Icon.SHOW)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._toggled)
        self._labels = Labels(words)
        self._labels.put(self.line.setAccessibleName, name)
        self._labels.name(self.toggle, N_("Show what I type"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.toggle)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        return self.line.text()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)

    def _toggled(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.toggle.setIcon(self._icons.icon(Icon.HIDE if shown else Icon.SHOW))
