"""The record behind a form: which fields wait to be stored, what is stored already, and whether it is still a draft."""

from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject, QTimer

from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.kit.fields import LongTextField, TextField
from coordinator_app.gui.kit.form_row import FormRow
from coordinator_app.gui.kit.half_typed import STORE_AFTER_MS, HalfTyped
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.reading import Unreadable
from coordinator_app.i18n import N_

_NOTHING = (None, "", ())


class _State(Enum):
    STORED = auto()
    DRAFT = auto()
    CREATING = auto()


class FormRecord(QObject):
    """Stores each field by itself when it is left or soon after the last key, words within a second; a draft is made whole, once."""

    def __init__(
        self,
        form: QObject,
        rows: Mapping[str, FormRow],
        kit: Kit,
        store: Callable[[str, Any], None],
        create: Callable[[dict[str, Any]], None],
    ) -> None:
        """`rows` are the form's own, which fills them while it is built. The record ends with the form.

        Whoever keeps what is half typed sets `waits`, which is called when there is more of it, or less.
        """
        super().__init__(form)
        self._rows, self._kit, self._store, self._create = rows, kit, store, create
        self.waits: Callable[[], object] = lambda: None
        self._stored: dict[str, Any] = {}
        self._in_book: dict[str, Any] = {}
        self._state = _State.STORED
        self._waiting: set[str] = set()
        self._sent: dict[str, int] = {}
        self._timer = QTimer(self, singleShot=True, interval=STORE_AFTER_MS)
        self._timer.timeout.connect(lambda: self._take_all(left=False))

    def show(self, values: Mapping[str, Any]) -> None:
        """A stored record; a field keeps what was typed while it waits, is told to be wrong, or is shown as before it was stored."""
        self._state = _State.STORED
        self._in_book |= values
        for name, row in self._rows.items():
            if name in values and not self._keeps_typing(name):
                self._stored[name] = values[name]
                row.show_value(values[name])
        if self._waiting and not self._timer.isActive():
            self._timer.start()

    def begin(self, values: Mapping[str, Any]) -> None:
        """A new record, of which nothing is stored yet."""
        self.drop()
        self.show(values)
        self._state = _State.DRAFT

    def not_made(self) -> None:
        """The record was refused; it is a draft again."""
        self._state = _State.DRAFT

    def drop(self) -> None:
        """Forgets what waits, and what was wrong."""
        self._waiting.clear()
        self._sent.clear()
        self._timer.stop()
        for row in self._rows.values():
            if row.fault():
                row.right()
        self.waits()

    def refused(self, name: str, error: CoordinatorError) -> None:
        """The book did not take what was typed in a field; it stays there, and why."""
        self._rows[name].wrong(error.said)
        self.waits()

    def half_typed(self) -> HalfTyped:
        """What stands in the fields of a stored record and is not stored, whole or not; a field that is not asked for is left out."""
        if self._state is not _State.STORED:
            return {}
        half = {name: row for name, row in self._rows.items() if name in self._waiting or row.fault()}
        return {name: (row.editor.typed(), str(self._in_book.get(name))) for name, row in half.items() if not row.isHidden()}

    def type_again(self, half: HalfTyped) -> None:
        """Puts back what was half typed, as if it were just left; where the book has another value by now, that one stays."""
        for name, (typed, over) in half.items():
            if name in self._rows and name not in self._waiting and str(self._in_book.get(name)) == over:
                self._rows[name].editor.type_again(typed)
                self._take(name, left=True)

    def flush(self) -> None:
        """Stores what waits and can be read; a field that cannot says why."""
        self._timer.stop()
        self._take_all(left=True)

    def edited(self, name: str) -> None:
        """A key was typed in a field, or an option chosen."""
        self._waiting.add(name)
        self.waits()
        row = self._rows[name]
        try:
            row.editor.read()
        except Unreadable:
            pass  # The typing may be unfinished; it is told when the field is left.
        else:
            row.right()
        if isinstance(row.field, TextField | LongTextField) and self._timer.isActive():
            return  # Words make sense unfinished: whoever goes on typing has them stored all the same.
        self._timer.start()

    def left(self, name: str) -> None:
        """The cursor left a field: what waits is stored, what is stored is shown in its own form, what was refused stays told."""
        if name in self._waiting:
            self._take(name, left=True)
        elif name in self._stored and not self._rows[name].fault():
            self._rows[name].show_value(self._stored[name])

    def _keeps_typing(self, name: str) -> bool:
        return name in self._waiting or bool(self._rows[name].fault()) or not self._kit.tasks.changes.knows(self._sent.get(name, 0))

    def _take_all(self, *, left: bool) -> None:
        for name in [name for name in self._rows if name in self._waiting]:
            self._take(name, left=left)

    def _take(self, name: str, *, left: bool) -> None:
        row = self._rows[name]
        try:
            value = row.editor.read()
            if row.field.required and value in _NOTHING and self._state is _State.STORED:
                raise Unreadable(N_("This cannot be empty."))
        except Unreadable as error:
            if left:
                row.wrong(error.said)
            return
        row.right()
        if self._state is _State.DRAFT:
            # A draft is made when a field is left: what was typed a second ago may be half a name.
            if left:
                self._create_if_whole()
        elif self._state is _State.STORED:
            self._waiting.discard(name)
            if name not in self._stored or self._stored[name] != value:
                self._stored[name] = value
                self._store(name, value)
                self._sent[name] = self._kit.tasks.changes.asked
            self.waits()

    def _create_if_whole(self) -> None:
        values: dict[str, Any] = {}
        for name, row in self._rows.items():
            try:
                values[name] = row.editor.read()
            except Unreadable:
                return
            if row.field.required and values[name] in _NOTHING:
                return
        self._state = _State.CREATING
        self._stored = dict(values)
        self._waiting.clear()
        self._create(values)
