"""What became of a file that is done with: why it cannot be read, or what taking it in has done and where to see it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.core.importing import Imported, Subject
from coordinator_app.gui.importing.one_file import OneFile
from coordinator_app.gui.importing.said import result_said
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class Outcome(QWidget):
    """Takes the place of the rows."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._file: OneFile | None = None
        self._labels = Labels(kit.voice.words)
        self.fault = FaultLine(kit)
        self._done = QWidget()
        self.sentence, under = text_label("section"), text_label("quiet")
        self._labels.put(under.setText, N_("Ctrl+Z takes all of it back."))
        self.people = button(kit.icons, Action(N_("See the people"), lambda: kit.go("people", None), Icon.PEOPLE))
        self.groups = button(kit.icons, Action(N_("See the groups"), lambda: kit.go("groups", None), Icon.GROUPS))
        self._labels.put(self.people.setText, N_("See the people"))
        self._labels.put(self.groups.setText, N_("See the groups"))
        top, buttons = QHBoxLayout(), QHBoxLayout()
        top.addWidget(IconLabel(kit, Icon.HELD, "good", 28))
        top.addWidget(self.sentence, 1)
        for part in (self.people, self.groups):
            buttons.addWidget(part)
        buttons.addStretch(1)
        inside = QVBoxLayout(self._done)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addLayout(top)
        inside.addWidget(under)
        inside.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.fault)
        column.addWidget(self._done)
        column.addStretch(1)

    def show_file(self, file: OneFile) -> None:
        """A file that cannot be read, or that was taken in."""
        self._file = file
        self.say(self._kit.voice.words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        file = self._file
        if file is None:
            return
        self._done.setVisible(file.done is not None)
        if file.done is not None:
            self.sentence.setText(result_said(file.done, words))
            touched = _touched(file.done)
            self.people.setVisible(bool(touched & {Subject.PERSON, Subject.ORGANISATION}))
            self.groups.setVisible(bool(touched & {Subject.GROUP, Subject.ATTENDANCE}))
        if file.fault is not None:
            self.fault.wrong(file.fault.said)
        else:
            self.fault.right()


def _touched(done: Imported) -> set[Subject]:
    return {subject for counts in (done.added, done.changed) for subject, number in counts.items() if number}
