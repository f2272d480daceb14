"""A few fields that are taken together by one verb: a break, another day, a new group. What is wrong is said in its place."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QLineEdit, QWidget
from shiboken6 import isValid

from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.escape import keeps_escape
from coordinator_app.gui.kit.fields import Field, Heading, Side
from coordinator_app.gui.kit.form import WIDEST, Form, Part
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.in_sight import InSight
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import NarrowColumn, text_label
from coordinator_app.gui.kit.reading import Unreadable
from coordinator_app.gui.kit.tab_order import bring_into_view
from coordinator_app.gui.kit.unfinished import UnfinishedLine, type_into, typed_in
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

Values = dict[str, Any]


class Panel(QFrame):
    """A heading, fields, and two buttons: the verb, also on Enter, and back, also on Escape. Hidden until it begins.

    Afterwards the keyboard is where it was before, unless `back` or whoever owns the panel takes it elsewhere.
    """

    def __init__(
        self,
        kit: Kit,
        title: str | Callable[[Words], str],
        parts: Sequence[Part],
        verb: Action,
        *,
        leave: str = N_("Leave as it was"),
        back: Callable[[], object] = lambda: None,
        prepare: Callable[[Form], object] = lambda form: None,
    ) -> None:
        """A `title` that names the thing, which may be out of sight, is asked for in words each time the panel begins.

        `verb.run` is called without arguments, when every field can be read; it finds them in `values`.
        `leave` is what the other button says; of something new nothing was before, so it says that nothing comes of it.

        The fields are made when they are first needed, and then handed to `prepare`.
        """
        super().__init__()
        self._kit, self._verb, self._back, self._prepare = kit, verb, back, prepare
        self.setProperty("role", "card")
        self.values: Values = {}
        self._before: QWidget | None = None
        self._begun: tuple[Mapping[str, Any], str, str] = ({}, "", "")
        self._parts, self._form = parts, cast("Form | None", None)
        self._fields = [field for part in parts for field in _fields(part)]
        self._column = NarrowColumn(self)
        self._labels = Labels(kit.voice.words)
        self.unfinished = UnfinishedLine(
            kit, lambda: typed_in(self.form), lambda typed: type_into(typed, self.form), lambda: self.begin(*self._begun)
        )
        self._heading: Callable[[Words], str] = title if callable(title) else lambda words: words(title)
        self._title = text_label("section")
        self._title.setText(self._heading(kit.voice.words))
        self.taker = button(kit.icons, Action(verb.text, self.take, verb.icon or Icon.CHECK), verb.role)
        self._labels.put(self.taker.setText, verb.text)
        self.leaver = button(kit.icons, Action(leave, self.close_unused), "quiet")
        self._labels.put(self.leaver.setText, leave)
        self._sight = InSight(self)
        self._lay_out()
        kit.theme.follow(self, lambda: self.setMaximumWidth(kit.theme.px(WIDEST) + 34))
        self.hide()

    @property
    def form(self) -> Form:
        """The fields."""
        if self._form is None:
            self._form = Form(self._kit, self._parts, lambda name, value: None)
            self._form.edited.connect(self.unfinished.edited)
            self._column.insertWidget(2, self._form)
            self._prepare(self._form)
        return self._form

    @property
    def built(self) -> bool:
        """Whether the fields were needed yet."""
        return self._form is not None

    def begin(self, values: Mapping[str, Any], focus: str, draft: str) -> None:
        """Opens with these values, the cursor in one of the fields; `values` has one for every field.

        Under the key `draft` what is typed is kept until it is done, and shown in place of them when the panel begins again.
        """
        self._begun = (values, focus, draft)
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._before = focused
        self.unfinished.put_away()
        self.form.drop()
        self.form.show_record(values)
        self.unfinished.begin(draft)
        self._title.setText(self._heading(self._kit.voice.words))
        self.show()
        self.form.row(focus).focus()
        line = self.form.row(focus).editor.focus
        if isinstance(line, QLineEdit):
            line.selectAll()  # What is proposed gives way to what is typed.
        self._sight.begin()

    def begin_next(self, changes: Values, focus: str) -> None:
        """What was taken is done, and another like it is begun: the same values but for these changes."""
        self.unfinished.drop()
        self.begin(self.values | changes, focus, self._begun[2])

    def take(self) -> None:
        """Reads every field; if all are right the verb is done, otherwise the first wrong one has the cursor."""
        read: Values = {}
        wrong = [field.name for field in self._fields if not self._read(field, read)]
        if wrong:
            self.form.row(wrong[0]).focus()
        else:
            self.values = read
            self._verb.run()

    def refuse(self, name: str) -> Callable[[CoordinatorError], None]:
        """Shows a refusal at a field, and goes there: `tasks.catching(panel.refuse("on")).write(…)`."""

        def shown(error: CoordinatorError) -> None:
            row = self.form.row(name)
            self.form.refuse(name)(error)
            row.focus()
            # Only after it was laid out is it known where it stands.
            QTimer.singleShot(0, row, lambda: bring_into_view(row))

        return shown

    def done(self, _result: object = None) -> None:
        """It is done: the panel goes away."""
        self.unfinished.drop()
        self.put_away()

    def put_away(self) -> None:
        """Something else is shown: the panel goes away, and what was typed is there when it begins again."""
        self.unfinished.put_away()
        if self._form is not None:
            self._form.drop()
        focused = QApplication.focusWidget()
        held = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if held and self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()

    def close_unused(self) -> None:
        """The user thought better of it."""
        self.done()
        self._back()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self._title.setText(self._heading(words))
        self.unfinished.say(words)
        if self._form is not None:
            self._form.say(words)

    def event(self, event: QEvent) -> bool:
        return keeps_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A button with the focus is pressed by Enter too, as everywhere on paper: what is marked is what is done.
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(focused, QAbstractButton) and focused is not self.taker:
                focused.click()
            else:
                self.take()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_unused()
        else:
            super().keyPressEvent(event)

    def _read(self, field: Field[Any], read: Values) -> bool:
        row = self.form.row(field.name)
        if row.isHidden():
            read[field.name] = None
            return True
        try:
            read[field.name] = row.editor.read()
            if field.required and read[field.name] in (None, "", ()):
                raise Unreadable(N_("This cannot be empty."))
        except Unreadable as error:
            row.wrong(error.said)
            return False
        return True

    def _lay_out(self) -> None:
        column = self._column
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self.unfinished)
        row = QHBoxLayout()
        row.addWidget(self.taker)
        row.addWidget(self.leaver)
        row.addStretch(1)
        column.addLayout(row)


def _fields(part: Field[Any] | Heading | Side | QWidget) -> Sequence[Field[Any]]:
    if isinstance(part, Side):
        return part.fields
    return (part,) if isinstance(part, Field) else ()
