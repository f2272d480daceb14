"""Phones and e-mails, a line each: as many as there are, each stored when it is left or after a second."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.kinds import ContactKind
from coordinator_app.core.people import ContactRow, GivenContact
from coordinator_app.gui.kit.actions import Action, button, tool_button
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.form import STORE_AFTER_MS, WIDEST
from coordinator_app.gui.kit.half_typed import HalfTyped
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.reading import Unreadable, check_email, check_phone
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

Given = tuple[GivenContact, ...]
_FIELD = "contacts"
_CHECKS = {ContactKind.PHONE: check_phone, ContactKind.EMAIL: check_email}
_NAMES = {ContactKind.PHONE: N_("Phone"), ContactKind.EMAIL: N_("E-mail")}
_ADD = {ContactKind.PHONE: N_("Another phone"), ContactKind.EMAIL: N_("Another e-mail")}
_REMOVE = {ContactKind.PHONE: N_("Remove this phone"), ContactKind.EMAIL: N_("Remove this e-mail")}


class ContactLines(QWidget):
    """`store(contacts)` gets all of them whenever one has changed; `edited` tells while somebody types."""

    edited = Signal()

    def __init__(self, kit: Kit, store: Callable[[Given], object]) -> None:
        super().__init__()
        self._kit, self._store = kit, store
        self.waits: Callable[[], object] = lambda: None
        self._waiting, self._sent = False, 0
        self._in_book = ""
        self._timer = QTimer(self, singleShot=True, interval=STORE_AFTER_MS)
        self._timer.timeout.connect(lambda: self._take(left=False))
        self._fault = FaultLine(kit)
        self.ways = {kind: _Ways(kit, kind, self._typed, self.flush) for kind in ContactKind}
        row = QHBoxLayout()
        row.setSpacing(16)
        for way in self.ways.values():
            row.addWidget(way, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._fault)
        kit.theme.changed.connect(self._measure)
        self._measure()

    def show_contacts(self, contacts: Sequence[ContactRow | GivenContact]) -> None:
        """Shows what is stored; while something typed is not, was refused, or is newer, it stays as typed."""
        self._in_book = str([(each.kind, each.value, each.label) for each in contacts])
        if self._waiting and not self._timer.isActive():
            self._timer.start()
        if self._waiting or self._fault.text() or not self._kit.tasks.changes.knows(self._sent):
            return
        for kind, way in self.ways.items():
            way.show_values([(each.value, each.label) for each in contacts if each.kind is kind])

    def drop(self) -> None:
        """Forgets what is not stored, before another's are shown."""
        self._waiting, self._sent = False, 0
        self._timer.stop()
        self._fault.right()
        self.waits()

    def read(self) -> Given:
        """All lines that say something. Raises `Unreadable` for the first that cannot be."""
        return tuple(each for way in self.ways.values() for each in way.read())

    def typed(self) -> Given:
        """Those lines that can be read already, to look for the same man."""
        try:
            return self.read()
        except Unreadable:
            return ()

    def written(self) -> dict[str, list[str]]:
        """The lines of each kind as they stand, whole or not."""
        return {kind: [line.edit.text() for line in way.lines if line.edit.text()] for kind, way in self.ways.items()}

    def write(self, lines: Mapping[str, Sequence[str]]) -> None:
        """Writes such lines, as if they were typed."""
        for kind, way in self.ways.items():
            way.show_values([(line, None) for line in lines.get(kind, ())])
        self._typed()

    def half_typed(self) -> HalfTyped:
        """The lines as they stand, whole or not, while they are not stored."""
        if not (self._waiting or self._fault.text()):
            return {}
        lines = {kind: [(line.edit.text(), line.label) for line in way.lines] for kind, way in self.ways.items()}
        return {_FIELD: (lines, self._in_book)}

    def type_again(self, half: HalfTyped) -> None:
        """Puts such lines back, as if they were just left, unless the book has others by now."""
        typed, over = half.get(_FIELD, ({}, None))
        if over == self._in_book and not self._waiting:
            for kind, lines in typed.items():
                self.ways[kind].show_values(lines)
            self._typed()
            self.flush()

    def flush(self) -> None:
        """Stores what was typed, if it can be read; else says why not."""
        self._timer.stop()
        self._take(left=True)

    def refuse(self, error: CoordinatorError) -> None:
        """Says why the book did not take them."""
        self._fault.wrong(error.said)
        self.waits()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for way in self.ways.values():
            way.say(words)

    def _typed(self) -> None:
        self._waiting = True
        self._timer.start()
        self.waits()
        self.edited.emit()

    def _take(self, *, left: bool) -> None:
        if not self._waiting:
            return
        try:
            contacts = self.read()
        except Unreadable as error:
            if left:
                self.refuse(error)
            return
        self._waiting = False
        self._fault.right()
        self._store(contacts)
        self._sent = self._kit.tasks.changes.asked
        self.waits()

    def _measure(self) -> None:
        self.setMaximumWidth(self._kit.theme.px(WIDEST))


class _Ways(QWidget):
    """The lines of one kind, with a button for one more."""

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
