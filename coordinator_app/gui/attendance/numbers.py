"""The numbers of one meeting: how many were there, what part of them, and what the evening was about."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from coordinator_app.core.attendance import Sheet
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.kinds import Content
from coordinator_app.gui.attendance.marks import Marks
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fields import ChoiceField, NumberField, Option, Side, TextField
from coordinator_app.gui.kit.form import Form, Part
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.reading import Unreadable
from coordinator_app.gui.kit.theme import set_role
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_CONTENTS = (
    Option(Content.TALK, N_("Talk")),
    Option(Content.EXERCISE, N_("Exercise")),
    Option(Content.CULTURE, N_("Culture")),
    Option(Content.OTHER, N_("Something else")),
)
_HEADCOUNT = NumberField(name="headcount", label=N_("How many men were there"), highest=9999)
_LINE = TextField(name="line", label=N_("From a text message or the paper sheet"), hint=N_("9, or rows and visitors: 1 3 4 7 +2"))
_ASKED = N_("not asked")
_REST: tuple[Part, ...] = (
    Side(
        (
            NumberField(name="newcomers", label=N_("Newcomers"), hint=_ASKED, highest=9999),
            NumberField(name="remote", label=N_("Remotely"), hint=_ASKED, highest=9999),
        )
    ),
    Side(
        (
            NumberField(name="children", label=N_("Children among them"), hint=_ASKED, highest=9999),
            NumberField(name="counsellors", label=N_("Counsellors besides"), hint=_ASKED, highest=9999),
        )
    ),
    Side(
        (
            ChoiceField(name="content", label=N_("What it was about"), options=_CONTENTS, required=True),
            TextField(name="note", label=N_("Note")),
        ),
        room=300,
    ),
)
_PARTS = ("newcomers", "remote", "children", "counsellors")


class Numbers(QWidget):
    """`changed(Marks)` when the headcount is typed or a visitor added."""

    def __init__(self, kit: Kit, changed: Callable[[Marks], None]) -> None:
        super().__init__()
        self._kit, self._changed = kit, changed
        self._marks = self._shown = Marks()
        self._stored: dict[str, Any] = {}
        self._labels = Labels(kit.voice.words)
        self.top = Form(kit, (_HEADCOUNT,), lambda name, value: None)
        self.reader = Form(kit, (_LINE,), lambda name, value: None)
        self.rest = Form(kit, _REST, lambda name, value: None)
        self.headcount, self.line = _box(self.top, "headcount"), _box(self.reader, "line")
        set_role(self.headcount, "number")
        self.headcount.textEdited.connect(lambda _: self._typed())
        self._made_of = text_label("quiet")
        self.visitor: QPushButton = button(kit.icons, Action(N_("One visitor more (N)"), self.add_visitor, Icon.ADD))
        self._labels.put(self.visitor.setText, N_("One visitor more (N)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.top, self._made_of, self.reader, self.rest):
            column.addWidget(part)
        column.addStretch(1)

    def show_sheet(self, sheet: Sheet, marks: Marks) -> None:
        """Shows the stored numbers of a meeting."""
        row = sheet.meeting
        self._stored = {name: getattr(row, name) for name in (*_PARTS, "content")} | {"note": row.note or ""}
        for form, values in ((self.top, {"headcount": marks.headcount}), (self.reader, {"line": ""}), (self.rest, self._stored)):
            form.drop()
            form.show_record(values)
        self.reader.setVisible(sheet.names)
        self._made_of.setVisible(sheet.names)
        self._marks = self._shown = marks
        self._describe(self._kit.voice.words)

    def show_marks(self, marks: Marks) -> None:
        """Follows the marks on the sheet: the headcount, and the parts that were counted by marks."""
        before, self._marks = self._shown, marks
        self._shown = marks
        if self._typed_headcount() != marks.headcount:
            self.top.drop()
            self.top.show_record({"headcount": marks.headcount})
        for name, was, now in (("newcomers", before.new, marks.new), ("remote", before.remote, marks.remote)):
            if was != now and _value(self.rest, name) == (len(was) or None):
                self.rest.drop()
                self.rest.show_record({name: len(now) or None})
        self._describe(self._kit.voice.words)

    def edited(self) -> bool:
        """Whether a field beside the marks says something else than what is stored."""
        try:
            return any(form_value != self._stored[name] for name, form_value in self._read_rest().items())
        except Unreadable:
            return True

    def keep(self, said: dict[str, Any]) -> None:
        """What was read is stored now."""
        self._stored = said

    def read(self) -> dict[str, Any] | None:
        """The numbers beside the headcount; nothing when a field cannot be read, which it then says itself."""
        for form, names in ((self.top, ("headcount",)), (self.rest, tuple(self._stored))):
            for name in names:
                try:
                    form.value(name)
                except Unreadable as error:
                    form.refuse(name)(error)
                    form.row(name).focus()
                    return None
        return self._read_rest()

    def refuse(self, error: CoordinatorError) -> None:
        """Shows at the headcount why it cannot be so."""
        self.top.refuse("headcount")(error)
        self.headcount.setFocus()
        self.headcount.selectAll()

    def add_visitor(self) -> None:
        """One more man without a name."""
        self._changed(self._marks.visitor())

    def type_digit(self, digit: str) -> None:
        """A digit typed elsewhere begins a headcount."""
        self.headcount.setFocus()
        self.headcount.setText(digit)
        self._typed()

    def line_read(self) -> None:
        """The line is on the sheet now; the keyboard goes on to the headcount, where Enter is done."""
        self.reader.drop()
        self.reader.show_record({"line": ""})
        self.headcount.setFocus()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.top, self.reader, self.rest):
            part.say(words)
        self._describe(words)

    def _typed(self) -> None:
        try:
            marks = self._marks.counted(self.top.value("headcount"))
        except CoordinatorError:
            return  # The typing may be unfinished: 12 begins with 1. It is told when the sheet is done.
        self._marks = self._shown = marks
        self._describe(self._kit.voice.words)
        self._changed(marks)

    def _read_rest(self) -> dict[str, Any]:
        return {name: self.rest.value(name) for name in self._stored}

    def _typed_headcount(self) -> int | None:
        return _value(self.top, "headcount")

    def _describe(self, words: Words) -> None:
        named = words.count("{n} by name", "{n} by name", len(self._marks.present))
        visitors = words.count("{n} visitor", "{n} visitors", self._marks.visitors)
        self._made_of.setText(words(N_("{named}, {visitors}"), named=named, visitors=visitors))


def _box(form: Form, name: str) -> QLineEdit:
    box = form.row(name).editor.focus
    assert isinstance(box, QLineEdit)
    return box


def _value(form: Form, name: str) -> int | None:
    """The number in a field; -1, which no headcount is, for what cannot be read."""
    try:
        value: int | None = form.value(name)
    except Unreadable:
        return -1
    return value
