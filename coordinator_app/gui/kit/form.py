"""Forms from data: labels above fields, help under them, errors in place, and each field stored when it is left or after a second."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.kit.editors import ChoiceEditor
from coordinator_app.gui.kit.fields import ChoiceField, Field, Heading, Option, Side
from coordinator_app.gui.kit.form_record import FormRecord
from coordinator_app.gui.kit.form_row import FormRow
from coordinator_app.gui.kit.half_typed import STORE_AFTER_MS
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import NarrowColumn, when_resized
from coordinator_app.i18n import Words

__all__ = ["STORE_AFTER_MS", "WIDEST", "Form", "Part"]

WIDEST = 640
Part = Field[Any] | Heading | Side


class Form(QWidget):
    """The fields of one record.

    `show_record` shows a stored one: each change goes to `store(name, value)`. `show_draft` shows a new one: nothing is
    stored until every required field is filled; then `create(values)` is called once, and the screen answers with
    `show_record`, or with `create_refused`. What is typed meanwhile waits. `edited` tells of each edit by the user.
    `record` is what stands behind the fields.
    """

    edited = Signal()

    def __init__(
        self,
        kit: Kit,
        parts: Sequence[Part],
        store: Callable[[str, Any], None],
        create: Callable[[dict[str, Any]], None] = lambda values: None,
    ) -> None:
        super().__init__()
        self._kit = kit
        self._rows: dict[str, FormRow] = {}
        self.record = FormRecord(self, self._rows, kit, store, create)
        self._headings: list[tuple[QLabel, str]] = []
        self._choices: list[tuple[QBoxLayout, int]] = []
        self._column = NarrowColumn(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self._add(part)
        self._column.addStretch(1)
        kit.theme.changed.connect(self._measure)
        when_resized(self, self._turn)
        self._measure()
        self.say(kit.voice.words)

    def show_record(self, values: Mapping[str, Any]) -> None:
        """Shows a stored record; another one than before only after `drop`.

        A field keeps what the user typed while that waits to be stored, was refused, or is newer than the values.
        """
        self.record.show(values)

    def show_draft(self, values: Mapping[str, Any]) -> None:
        """Shows a new record with these beginnings; `values` has one for every field."""
        self.record.begin(values)

    def create_refused(self, error: CoordinatorError, name: str) -> None:
        """The record could not be made; the sentence is shown at a field, and it is a draft again."""
        self.record.not_made()
        self.refuse(name)(error)

    def drop(self) -> None:
        """Forgets edits that are not stored, before another record is shown; `flush` first to keep them."""
        self.record.drop()

    def flush(self) -> None:
        """Stores what was typed and can be read; a field that cannot says why, in its place."""
        self.record.flush()

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
        return lambda error: self.record.refused(name, error)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for row in self._rows.values():
            row.say(words)
        for label, text in self._headings:
            label.setText(words(text))

    def _add(self, part: Part) -> None:
        if isinstance(part, Heading):
            label = QLabel()
            label.setProperty("role", "section")
            self._headings.append((label, part.text))
            self._column.addWidget(label)
        elif isinstance(part, Side):
            line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            line.setSpacing(16)
            if any(isinstance(field, ChoiceField) for field in part.fields):
                self._choices.append((line, part.room))
            for field in part.fields:
                line.addWidget(self._made(field), 1, Qt.AlignmentFlag.AlignTop)
            self._column.addLayout(line)
        else:
            self._column.addWidget(self._made(part))

    def _made(self, field: Field[Any]) -> FormRow:
        def edited() -> None:
            self.record.edited(field.name)
            self.edited.emit()

        row = FormRow(self._kit, field)
        row.editor.edited = edited
        row.left = lambda: self.record.left(field.name)
        self._rows[field.name] = row
        return row

    def _measure(self) -> None:
        self.setMaximumWidth(self._kit.theme.px(WIDEST))
        self._column.setSpacing(self._kit.theme.px(16))
        self._turn()

    def _turn(self) -> None:
        """What is chosen must be read whole: where there is little room, half of it is too little for most."""
        for line, room in self._choices:
            sideways = self.width() >= self._kit.theme.px(room)
            line.setDirection(QBoxLayout.Direction.LeftToRight if sideways else QBoxLayout.Direction.TopToBottom)
