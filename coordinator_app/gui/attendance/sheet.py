"""The sheet of one meeting: what it is, who was there, the numbers, and the other ways it can have ended."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.core import attendance, meetings
from coordinator_app.core.errors import CoordinatorError, Refused
from coordinator_app.gui.attendance.ends import Ends
from coordinator_app.gui.attendance.head import Head
from coordinator_app.gui.attendance.marks import Marks
from coordinator_app.gui.attendance.new_man import NewMan
from coordinator_app.gui.attendance.numbers import Numbers
from coordinator_app.gui.attendance.reading import Opened
from coordinator_app.gui.attendance.roster import Roster
from coordinator_app.gui.attendance.unfinished_sheet import UnfinishedSheet
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label, when_resized
from coordinator_app.gui.kit.tab_order import begin_at
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_BESIDE_LEAST = 720  # In pixels at 100 % text: room for the men and the numbers side by side.


class SheetView(QWidget):
    """`done` when Enter says the sheet is; `ended` after another end was stored: cancelled, or not counted."""

    done = Signal()
    ended = Signal()
    skipped = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.opened: Opened | None = None
        self.marks = self._stored = Marks()
        self._labels = Labels(kit.voice.words)
        self.head = Head(kit)
        self.ends = Ends(kit, self.ended.emit, self.skipped.emit)
        self.roster = Roster(kit)
        self.roster.changed.connect(self._mark)
        self.roster.typed.connect(self._key)
        self.new_man = NewMan(kit, self._came)
        self.numbers = Numbers(kit, self._mark)
        self.unfinished = UnfinishedSheet(kit, self.numbers, self.new_man, lambda: self.marks, self._mark, lambda: _show_stored(self))
        self._hint = text_label("quiet")
        self._labels.put(
            self._hint.setText,
            N_(
                "Space: there. A: all. F: first time. R: remotely. Digits: the number alone, or rows of the paper: 1 3 4 7 +2. Enter: done."
            ),
        )
        self._lay_out()

    def show_sheet(self, opened: Opened) -> None:
        """Shows a meeting; what is being typed for the same one stays."""
        same = self.opened is not None and self.opened.sheet.meeting.id == opened.sheet.meeting.id
        keep = same and self.dirty()
        if not keep:
            self.unfinished.put_away()
        self.opened = opened
        sheet = opened.sheet
        if not keep:
            self.marks = self._stored = Marks.of(sheet)
            self.numbers.show_sheet(sheet, self.marks)
        self._men.setVisible(sheet.names)
        begin_at(self, self.roster if sheet.roster else self.numbers.headcount)
        self.roster.show_men(sheet.roster, self.marks)
        self.new_man.show_meeting(sheet.meeting)
        self.ends.show_meeting(opened)
        self.head.show_meeting(opened)
        if not keep:
            self.unfinished.begin_sheet(sheet)
        self.setEnabled(True)
        if not same:
            self.begin()

    def begin(self) -> None:
        """Puts the keyboard where the work is: on the first man, or on the number."""
        if self.opened is not None and self.opened.sheet.roster:
            self.roster.begin()
        else:
            self.numbers.headcount.setFocus()

    def dirty(self) -> bool:
        """Whether anything differs from what is stored."""
        return self.opened is not None and (self.marks != self._stored or self.numbers.edited())

    def store(self, then: Callable[[], None]) -> None:
        """Stores the sheet; `then` is called when it is. What is wrong is said in its place, and nothing is stored."""
        said = self.numbers.read()
        if said is None or self.opened is None or not self._whole():
            return
        meeting, today = self.opened.sheet.meeting.id, self._kit.clock.today()

        def stored(_row: object) -> None:
            self._stored = self.marks
            self.numbers.keep(said)
            self.unfinished.drop()
            then()

        tasks = self._kit.tasks.catching(self._refused)
        self.setEnabled(False)
        if self.opened.sheet.names:
            marks = self.marks
            men: dict[str, Any] = {"present": tuple(marks.present), "new_people": marks.new, "remote_people": marks.remote}
            tasks.write(attendance.record, stored, meeting=meeting, today=today, visitors=marks.visitors, **men, **said)
        else:
            tasks.write(meetings.count, stored, meeting=meeting, today=today, headcount=self.marks.headcount or 0, **said)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.head, self.ends, self.unfinished, self.roster, self.new_man, self.numbers):
            part.say(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(pressed := self.focusWidget(), QAbstractButton):
            pressed.click()
        elif line := _line_typed(self.numbers, names=self.opened is not None and self.opened.sheet.names):
            self._read_line(line)
        else:
            self.done.emit()

    def _mark(self, marks: Marks) -> None:
        self.marks = marks
        if self.opened is not None:
            self.roster.show_men(self.opened.sheet.roster, marks)
        self.numbers.show_marks(marks)
        self.unfinished.edited()

    def _key(self, key: str) -> None:
        if key == "n":
            self.numbers.add_visitor()
        else:
            self.numbers.type_digit(key)

    def _read_line(self, typed: str) -> None:
        assert self.opened is not None
        roster = self.opened.sheet.roster
        try:
            line = attendance.parse_line(typed, rows={man.row for man in roster})
        except Refused as error:
            (self.numbers.refuse if self.numbers.headcount.hasFocus() else self.numbers.reader.refuse("line"))(error)
            return
        self._mark(self.marks.by_line(line, roster))
        self.numbers.line_read()

    def _came(self, person: int) -> None:
        """A man was given a place in the group; he is on the sheet when it is read again, which the change brings about."""
        if person not in self.marks.present:
            self._mark(self.marks.toggled(person))

    def _whole(self) -> bool:
        """Whether the headcount says something that can be; otherwise it is told there."""
        try:
            self.marks = self.marks.counted(self.numbers.top.value("headcount"))
            if self.marks.headcount is None:
                raise Refused(N_("Write how many were there, 0 if nobody came; or choose “not counted” or “cancelled” above."))
        except CoordinatorError as error:
            self.numbers.refuse(error)
            return False
        return True

    def _refused(self, error: CoordinatorError) -> None:
        self.setEnabled(True)
        self.numbers.refuse(error)

    def _arrange(self) -> None:
        one_below_the_other = self.width() < self._kit.theme.px(_BESIDE_LEAST)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if one_below_the_other else QBoxLayout.Direction.LeftToRight)
        wide = self._kit.theme.px(320)
        self.numbers.setMinimumWidth(0 if one_below_the_other else wide)
        self.numbers.setMaximumWidth(2 * wide if one_below_the_other else wide)
        self.roster.setMinimumHeight(self._kit.theme.px(264))

    def _lay_out(self) -> None:
        self._men = QWidget()
        men = QVBoxLayout(self._men)
        men.setContentsMargins(0, 0, 0, 0)
        men.setSpacing(8)
        men.addWidget(self.roster, 1)
        men.addWidget(self._hint)
        beside = QHBoxLayout()
        beside.addWidget(self.new_man, 1)
        beside.addWidget(self.numbers.visitor, 0, Qt.AlignmentFlag.AlignBottom)
        men.addLayout(beside)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(24)
        self._row.addWidget(self._men, 1)
        self._row.addWidget(self.numbers, 0)
        self._row.addStretch(0)  # Where no names are kept, the numbers stand alone at the left.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.ends)
        column.addWidget(self.unfinished)
        column.addLayout(self._row, 1)
        self._kit.theme.changed.connect(self._arrange)
        when_resized(self, self._arrange)
        self._arrange()


def _show_stored(view: SheetView) -> None:
    """Takes off the sheet what is not stored."""
    opened, view.opened = view.opened, None
    view.new_man.box.clear()
    if opened is not None:
        view.show_sheet(opened)


def _line_typed(numbers: Numbers, *, names: bool) -> str:
    """Rows of the paper and visitors, as they were typed in their own field, or where a lone number is the headcount."""
    if numbers.line.hasFocus():
        return numbers.line.text().strip()
    typed = numbers.headcount.text().strip() if names and numbers.headcount.hasFocus() else ""
    return "" if typed.isdecimal() else typed
