"""Phones and e-mails, a line each: as many as there are, each stored when it is left or after a second."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.kinds import ContactKind
from coordinator_app.core.people import ContactRow, GivenContact
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.form import STORE_AFTER_MS, WIDEST
from coordinator_app.gui.kit.half_typed import HalfTyped
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.reading import Unreadable
from coordinator_app.gui.people.contact_ways import ContactWays
from coordinator_app.i18n import Words

Given = tuple[GivenContact, ...]
_FIELD = "contacts"


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
        self.ways = {kind: ContactWays(kit, kind, self._typed, self.flush) for kind in ContactKind}
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
