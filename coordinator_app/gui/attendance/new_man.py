"""The line for a man who is not on the sheet: known people are offered, a new name becomes a member."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from coordinator_app.core import groups
from coordinator_app.core.errors import CoordinatorError, Refused
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fields import TextField
from coordinator_app.gui.kit.form_row import FormRow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.known_people import KnownPeople, known_people
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class NewMan(QWidget):
    """`came(person)` with the id of who was written, once he has a place in the group."""

    def __init__(self, kit: Kit, came: Callable[[int], None]) -> None:
        super().__init__()
        self._kit, self._came = kit, came
        self._known: KnownPeople | None = None
        self._meeting: MeetingRow | None = None
        self._labels = Labels(kit.voice.words)
        self.row = FormRow(kit, TextField(name="name", label=N_("A man who is not on the sheet"), hint=N_("Name")))
        self.row.say(kit.voice.words)
        box = self.row.editor.focus
        assert isinstance(box, QLineEdit)
        self.box = box
        self.box.textEdited.connect(lambda _: self._typed())
        self.adder = button(kit.icons, Action(N_("Add to the sheet"), self._add, Icon.ADD))
        self._labels.put(self.adder.setText, N_("Add to the sheet"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.row, 1)
        line.addWidget(self.adder, 0, Qt.AlignmentFlag.AlignBottom)

    def show_meeting(self, meeting: MeetingRow) -> None:
        """For whose group names are written."""
        if self._meeting is None or self._meeting.id != meeting.id:
            self._clear()
        self._meeting = meeting

    def forget_known(self) -> None:
        """The people of the book changed; they are asked for again when a name is typed."""
        self._known = None

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self.row.say(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter here adds the man; on an empty line it means the whole sheet.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.box.text().strip():
            self._add()
        else:
            super().keyPressEvent(event)

    def _typed(self) -> None:
        self.row.right()
        if self._known is None:
            self._known = KnownPeople(())
            self._kit.tasks.read(known_people, self._learn, today=self._kit.clock.today())

    def _learn(self, known: KnownPeople) -> None:
        self._known = known
        self.row.editor.suggest(self._known.offered)

    def _add(self) -> None:
        name, meeting = self.box.text().strip(), self._meeting
        if meeting is None or not name:
            self.box.setFocus()
            return
        tasks = self._kit.tasks.catching(self._refuse)
        # Asked once more: a name typed and entered at once must not be taken for a new one.
        tasks.read(known_people, lambda known: self._add_known(name, meeting, known), today=self._kit.clock.today())

    def _add_known(self, name: str, meeting: MeetingRow, known: KnownPeople) -> None:
        self._learn(known)
        tasks, since = self._kit.tasks.catching(self._refuse), meeting.held_on
        try:
            person = known.find(name)
        except Refused as error:
            self._refuse(error)
            return
        if person is None:
            today: dt.date = self._kit.clock.today()
            tasks.write(groups.add_person, self._done, group=meeting.group, name=name, today=today, since=since)
        else:
            tasks.write(groups.add_member, lambda _: self._done(person), group=meeting.group, person=person, since=since)

    def _done(self, person: int) -> None:
        self._clear()
        self.forget_known()
        self._came(person)

    def _refuse(self, error: CoordinatorError) -> None:
        self.row.wrong(error.said)

    def _clear(self) -> None:
        self.box.clear()
        self.row.right()
