"""The lines of one kind, phones or e-mails, with a button for one more."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coordinator_app.core.kinds import ContactKind
from coordinator_app.core.people import GivenContact
from coordinator_app.gui.kit.actions import Action, button, tool_button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.reading import check_email, check_phone
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_CHECKS = {ContactKind.PHONE: check_phone, ContactKind.EMAIL: check_email}
_NAMES = {ContactKind.PHONE: N_("Phone"), ContactKind.EMAIL: N_("E-mail")}
_ADD = {ContactKind.PHONE: N_("Another phone"), ContactKind.EMAIL: N_("Another e-mail")}
_REMOVE = {ContactKind.PHONE: N_("Remove this phone"), ContactKind.EMAIL: N_("Remove this e-mail")}


class ContactWays(QWidget):
    """`typed()` is called at each key, `left()` when a line is left or taken away."""

    def __init__(self, kit: Kit, kind: ContactKind, typed: Callable[[], object], left: Callable[[], object]) -> None:
        super().__init__()
        self._kit, self._kind, self._typed, self._left = kit, kind, typed, left
        self.lines: list[_Line] = []
        self._labels = Labels(kit.voice.words)
        heading = text_label("label")
        self._labels.put(heading.setText, _NAMES[kind])
        self.adder = button(kit.icons, Action(_ADD[kind], self.add_line, Icon.ADD), "quiet")
        self._labels.put(self.adder.setText, _ADD[kind])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(heading)
        self._column.addWidget(self.adder, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_values([])

    def show_values(self, values: Sequence[tuple[str, str | None]]) -> None:
        while len(self.lines) < max(len(values), 1):
            self._make()
        while len(self.lines) > max(len(values), 1) and not self._begun(self.lines[-1]):
            self._drop(self.lines[-1])
        for at, line in enumerate(self.lines):
            line.show_value(*(values[at] if at < len(values) else ("", None)))

    def read(self) -> list[GivenContact]:
        return [GivenContact(self._kind, typed, line.label) for line in self.lines if (typed := line.read())]

    def add_line(self) -> None:
        """One more, with the cursor in it."""
        if self.lines[-1].edit.text().strip():
            self._make()
        self.lines[-1].edit.setFocus()

    def say(self, words: Words) -> None:
        self._labels.say(words)
        for line in self.lines:
            line.say(words)

    def _begun(self, line: "_Line") -> bool:
        """Whether somebody is about to write in it."""
        return line.edit.hasFocus() and not line.edit.text()

    def _make(self) -> None:
        line = _Line(self._kit, self._kind, self._typed, self._left, self._take_away)
        self.lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)

    def _take_away(self, line: "_Line") -> None:
        beside = self.lines.index(line)
        if len(self.lines) > 1:
            self._drop(line)
        else:
            line.show_value("", None)
        self.lines[min(beside, len(self.lines) - 1)].edit.setFocus()
        self._typed()
        self._left()

    def _drop(self, line: "_Line") -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()


class _Line(QWidget):
    """One phone or e-mail, and the button that takes it away."""

    def __init__(
        self,
        kit: Kit,
        kind: ContactKind,
        typed: Callable[[], object],
        left: Callable[[], object],
        take_away: Callable[["_Line"], object],
    ) -> None:
        super().__init__()
        self._kind = kind
        self.label: str | None = None
        self.edit = QLineEdit()
        self.edit.textEdited.connect(lambda _: typed())
        self.edit.editingFinished.connect(left)
        self.remover = tool_button(kit.icons, Icon.CLOSE, "quiet")
        self.remover.clicked.connect(lambda _checked: take_away(self))
        self._about = text_label("quiet", wrap=False)
        self._labels = Labels(kit.voice.words)
        self._labels.put(self.edit.setAccessibleName, _NAMES[kind])
        self._labels.name(self.remover, _REMOVE[kind])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.edit, 1)
        row.addWidget(self._about)
        row.addWidget(self.remover)
        self.edit.textChanged.connect(lambda text: self.remover.setVisible(bool(text)))
        self.remover.hide()

    def show_value(self, value: str, label: str | None) -> None:
        self.label = label
        self._about.setText(label or "")
        self._about.setVisible(bool(label))
        if self.edit.text().strip() != value:
            self.edit.setText(value)
            if not self.edit.hasFocus():
                self.edit.setCursorPosition(0)  # Of a long address, the beginning is seen.

    def read(self) -> str:
        typed = self.edit.text().strip()
        _CHECKS[self._kind](typed)
        return typed

    def say(self, words: Words) -> None:
        self._labels.say(words)
