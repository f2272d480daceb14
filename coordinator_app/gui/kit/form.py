"""Forms from data: labels above fields, help under them, errors in place, and each field stored when it is left or after a second."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.kit.editors import ChoiceEditor
from coordinator_app.gui.kit.fields import Field, Heading, Option, Side
from coordinator_app.gui.kit.form_row import FormRow
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.reading import Unreadable
from coordinator_app.i18n import N_, Words

STORE_AFTER_MS = 1000
WIDEST = 640
Part = Field[Any] | Heading | Side
_NOTHING = (None, "", ())


class _State(Enum):
    STORED = auto()
    DRAFT = auto()
    CREATING = auto()


class Form(QWidget):
    """The fields of one record.

    `show_record` shows a stored one: each change goes to `store(name, value)`. `show_draft` shows a new one: nothing is
    stored until every required field is filled; then `create(values)` is called once, and the screen answers with
    `show_record`, or with `create_refused`. What is typed meanwhile waits.
    """

    def __init__(
        self,
        kit: Kit,
        parts: Sequence[Part],
        store: Callable[[str, Any], None],
        create: Callable[[dict[str, Any]], None] = lambda values: None,
    ) -> None:
        super().__init__()
        self._kit, self._store, self._create = kit, store, create
        self._rows: dict[str, FormRow] = {}
        self._headings: list[tuple[QLabel, str]] = []
        self._stored: dict[str, Any] = {}
        self._state = _State.STORED
        self._waiting: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=STORE_AFTER_MS)
        self._timer.timeout.connect(self._second_passed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self._add(part)
        self._column.addStretch(1)
        kit.theme.changed.connect(self._measure)
        self._measure()
        self.say(kit.voice.words)

    def show_record(self, values: Mapping[str, Any]) -> None:
        """Shows a stored record. A field the user is just typing in keeps what he typed."""
        self._state = _State.STORED
        for name, row in self._rows.items():
            if name in values and name not in self._waiting:
                self._stored[name] = values[name]
                row.show_value(values[name])
        if self._waiting:
            self._timer.start()

    def show_draft(self, values: Mapping[str, Any]) -> None:
        """Shows a new record with these beginnings; `values` has one for every field."""
        self.drop()
        self.show_record(values)
        self._state = _State.DRAFT

    def create_refused(self, error: CoordinatorError, name: str) -> None:
        """The record could not be made; the sentence is shown at a field, and it is a draft again."""
        self._state = _State.DRAFT
        self.refuse(name)(error)

    def drop(self) -> None:
        """Forgets edits that are not stored, before another record is shown; `flush` first to keep them."""
        self._waiting.clear()
        self._timer.stop()

    def flush(self) -> None:
        """Stores what was typed and can be read; a field that cannot says why, in its place."""
        self._timer.stop()
        for name in [name for name in self._rows if name in self._waiting]:
            self._take(name, left=True)

    def value(self, name: str) -> Any:
        """What a field holds now; raises `Unreadable`."""
        return self._rows[name].editor.read()

    def row(self, name: str) -> FormRow:
        """One field as it stands in the form: to hide it (`setVisible`), focus it, suggest texts, or read its error."""
        return self._rows[name]

    def offer(self, name: str, options: Sequence[Option[Any]]) -> None:
        """Changes the options of a choice."""
        editor = self._rows[name].editor
        assert isinstance(editor, ChoiceEditor)
        editor.offer([(option.value, option.text, option.said) for option in options], self._kit.voice.words)

    def refuse(self, name: str) -> Callable[[CoordinatorError], None]:
        """Shows a refusal at a field: `tasks.catching(form.refuse("phone")).write(…)`."""
        return lambda error: self._rows[name].wrong(error.said(self._kit.voice.words))

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for row in self._rows.values():
            row.say(words)
        for label, text in self._headings:
            label.setText(words(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            for name, row in self._rows.items():
                if row.editor.focus is watched and name in self._waiting:
                    self._take(name, left=True)
        return False

    def _edited(self, name: str) -> None:
        self._waiting.add(name)
        row = self._rows[name]
        try:
            row.editor.read()
        except Unreadable:
            pass  # The typing may be unfinished; it is told when the field is left.
        else:
            row.right()
        self._timer.start()

    def _second_passed(self) -> None:
        for name in [name for name in self._rows if name in self._waiting]:
            self._take(name, left=False)

    def _take(self, name: str, *, left: bool) -> None:
        row = self._rows[name]
        try:
            value = row.editor.read()
            if row.field.required and value in _NOTHING and self._state is _State.STORED:
                raise Unreadable(N_("This cannot be empty."))
        except Unreadable as error:
            if left:
                row.wrong(error.said(self._kit.voice.words))
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

    def _add(self, part: Part) -> None:
        if isinstance(part, Heading):
            label = QLabel()
            label.setProperty("role", "section")
            self._headings.append((label, part.text))
            self._column.addWidget(label)
        elif isinstance(part, Side):
            line = QHBoxLayout()
            line.setSpacing(16)
            for field in part.fields:
                line.addWidget(self._made(field), 1, Qt.AlignmentFlag.AlignTop)
            self._column.addLayout(line)
        else:
            self._column.addWidget(self._made(part))

    def _made(self, field: Field[Any]) -> FormRow:
        row = FormRow(self._kit, field)
        row.editor.edited = lambda: self._edited(field.name)
        row.editor.focus.installEventFilter(self)
        self._rows[field.name] = row
        return row

    def _measure(self) -> None:
        self.setMaximumWidth(self._kit.theme.px(WIDEST))
        self._column.setSpacing(self._kit.theme.px(16))
