"""How a file was read: what was guessed, which column means what, and what was left unread."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout, QWidget

from coordinator_app.core.importing import Found, Subject, told
from coordinator_app.gui.importing.said import SUBJECTS
from coordinator_app.gui.kit.editors import ChoiceEditor
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, card, text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_MOST_UNREAD = 20
_MOST_SIGNS = 40


class HowRead(QWidget):
    """Shown beside the rows. `meant(subject)`: the user says that the rows of a table are something else."""

    def __init__(self, kit: Kit, meant: Callable[[Subject], object]) -> None:
        super().__init__()
        self._kit, self._meant = kit, meant
        self._found: Found | None = None
        self._labels = Labels(kit.voice.words)
        frame, inside = card()
        heading = text_label("section")
        self._labels.put(heading.setText, N_("How it was read"))
        self._facts = QGridLayout()
        self._subject_label = text_label("label")
        self._labels.put(self._subject_label.setText, N_("The rows are"))
        self.subject: ChoiceEditor[Subject] = ChoiceEditor([(each, said, False) for each, said in SUBJECTS.items()])
        self.subject.edited = self._other_subject
        self._subject_label.setBuddy(self.subject.focus)
        self._labels.put(self.subject.focus.setAccessibleName, N_("The rows are"))
        self._columns = QVBoxLayout()
        self._unread = QVBoxLayout()
        inside.addWidget(heading)
        inside.addLayout(self._facts)
        inside.addWidget(self._subject_label)
        inside.addWidget(self.subject.widget)
        inside.addLayout(self._columns)
        inside.addLayout(self._unread)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        column.addStretch(1)

    def show_found(self, found: Found, subject: Subject | None) -> None:
        """What one file was read as."""
        self._found = found
        for part in (self._subject_label, self.subject.widget):
            part.setVisible(bool(found.columns))
        self.subject.show(subject)
        self._fill(self._kit.voice.words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self.subject.say(words)
        self._fill(words)

    def _other_subject(self) -> None:
        subject = self.subject.read()
        if subject is not None:
            self._meant(subject)

    def _fill(self, words: Words) -> None:
        for layout in (self._facts, self._columns, self._unread):
            _clear(layout)
        found = self._found
        if found is None:
            return
        facts = [(N_("File"), found.file), (N_("Format"), words(found.form))]
        facts += [
            (guess.what, told(guess.answer, words)) for guess in found.guesses if guess.what != N_("The rows are") or not found.columns
        ]
        for at, (what, answer) in enumerate(facts):
            self._facts.addWidget(_label("quiet", words(what)), at, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(_label("", answer), at, 1, Qt.AlignmentFlag.AlignTop)
        self._facts.setColumnStretch(1, 1)
        self._fill_columns(found, words)
        self._fill_unread(found, words)

    def _fill_columns(self, found: Found, words: Words) -> None:
        if not found.columns:
            return
        self._columns.addWidget(_label("label", words(N_("Columns, and the first row in them"))))
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for at, column in enumerate(found.columns):
            read = column.meaning is not None
            grid.addWidget(IconLabel(self._kit, *((Icon.CHECK, "good") if read else (Icon.TAKE_AWAY, "quiet")), 18), at, 0, _TOP)
            meaning = words(column.meaning) if column.meaning else words(N_("not read"))
            told = words(N_("{column}: {meaning}"), column=column.header, meaning=meaning)
            beside, inside = QWidget(), QVBoxLayout()
            beside.setLayout(inside)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(0)
            inside.addWidget(_label("", told))
            if column.first:
                inside.addWidget(_label("quiet", _short(column.first)))
            grid.addWidget(beside, at, 1)
        self._columns.addWidget(lines)

    def _fill_unread(self, found: Found, words: Words) -> None:
        if not found.unread:
            return
        self._unread.addWidget(_label("label", words(N_("Not taken from the file"))))
        lines = [words(N_("{where}: {why}"), where=each.where, why=each.why.said(words)) for each in found.unread[:_MOST_UNREAD]]
        if more := len(found.unread) - len(lines):
            lines.append(words.count("and {n} more", "and {n} more", more))
        self._unread.addWidget(_label("quiet", "\n".join(lines)))


_TOP = Qt.AlignmentFlag.AlignTop


def _label(role: str, text: str) -> QWidget:
    made = text_label(role)
    made.setText(text)
    return made


def _short(text: str) -> str:
    return text if len(text) <= _MOST_SIGNS else text[: _MOST_SIGNS - 1] + "…"


def _clear(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
