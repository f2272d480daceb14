"""Two entries of one man side by side: which of each two fields stays, and one press that merges them."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from coordinator_app.core import people
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.people import Merged, PersonDetail
from coordinator_app.core.people.said import LANGUAGES, roles_said
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.people import reading
from coordinator_app.gui.people.section import clear
from coordinator_app.i18n import N_, Words

_FIELDS = {
    "name": N_("Name"),
    "organisation": N_("Organisation"),
    "title": N_("Title"),
    "address": N_("Address"),
    "web": N_("Web page"),
    "language": N_("Language"),
    "note": N_("Note"),
    "extract_checked_on": N_("Criminal-record extract checked on"),
}


@dataclass(frozen=True, slots=True)
class _Pair:
    """Who stays and who is merged into him."""

    keep: PersonDetail
    gone: PersonDetail


class _Beside(QWidget):
    """A choice with its words beside it, which a press chooses as well."""

    def __init__(self, option: QRadioButton) -> None:
        super().__init__()
        self._option = option

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._option.setFocus()
        self._option.click()


class MergeView(QWidget):
    """`done(person)` with who is left, also when nothing was merged."""

    def __init__(self, kit: Kit, done: Callable[[int], object]) -> None:
        super().__init__()
        self._kit, self._done = kit, done
        self._pair: _Pair | None = None
        self._back_to = 0
        self._choices: dict[str, QRadioButton] = {}
        self._groups: list[QButtonGroup] = []
        self._labels = Labels(kit.voice.words)
        heading, under = text_label("section"), text_label("quiet")
        self._labels.put(heading.setText, N_("One man, two entries"))
        self._labels.put(
            under.setText,
            N_("Choose what stays where the two differ. Phones, e-mails, roles, groups, consents and meetings of both are kept."),
        )
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self.merger = button(kit.icons, Action(N_("Merge into one"), self._merge, Icon.CHECK), "primary")
        self._labels.put(self.merger.setText, N_("Merge into one"))
        self.leaver = button(kit.icons, Action(N_("Leave as it was"), self._leave), "quiet")
        self._labels.put(self.leaver.setText, N_("Leave as it was"))
        self._fault = FaultLine(kit)
        self._lay_out(heading, under)

    def begin(self, one: int, other: int) -> None:
        """Asks the book for both; the entry that is older stays."""
        self._back_to = one
        self._kit.tasks.catching(self._refused).read(reading.two, self._show, keep=min(one, other), gone=max(one, other))

    def say(self, words: Words) -> None:
        """Speaks this language; what was chosen is chosen anew."""
        self._labels.say(words)
        if self._pair is not None:
            self._rebuild(self._pair, words)

    def _show(self, both: tuple[PersonDetail, PersonDetail]) -> None:
        self._pair = _Pair(*both)
        self._fault.right()
        self._rebuild(self._pair, self._kit.voice.words)
        self.merger.setFocus(Qt.FocusReason.OtherFocusReason)

    def _merge(self) -> None:
        if self._pair is None:
            return
        taken = [name for name, choice in self._choices.items() if choice.isChecked()]
        pair, self._pair = self._pair, None
        tasks = self._kit.tasks.catching(self._refused)
        tasks.write(people.merge, self._merged, keep=pair.keep.id, gone=pair.gone.id, fields=taken)

    def _merged(self, merged: Merged) -> None:
        words = self._kit.voice.words
        if merged.both_named:
            self._kit.notice.tell(
                words.count(
                    "Both were marked present at {n} meeting; its headcount stayed as it was.",
                    "Both were marked present at {n} meetings; their headcounts stayed as they were.",
                    merged.both_named,
                )
            )
        self._done(merged.person)

    def _leave(self) -> None:
        self._pair = None
        self._done(self._back_to)

    def _refused(self, error: CoordinatorError) -> None:
        self._fault.wrong(error.said)

    def _rebuild(self, pair: _Pair, words: Words) -> None:
        clear(self._grid)
        self._choices, self._groups = {}, []
        for name, called in _FIELDS.items():
            mine, theirs = _shown(pair.keep, name, words), _shown(pair.gone, name, words)
            if mine or theirs:
                self._add_line(name, words(called), mine, theirs)
        for called, told in _BOTH.items():
            mine, theirs = told(pair.keep, words), told(pair.gone, words)
            if mine or theirs:
                self._add_both(words(called), mine, theirs)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)

    def _add_line(self, name: str, called: str, mine: str, theirs: str) -> None:
        at = self._grid.rowCount()
        label = text_label("label")
        label.setText(called)
        apart = bool(mine and theirs) and mine != theirs
        self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignVCenter if apart else Qt.AlignmentFlag.AlignTop)
        if not apart:
            same = text_label()
            same.setText(mine or theirs)
            self._grid.addWidget(same, at, 1, 1, 2)
            return
        group = QButtonGroup(self)
        self._groups.append(group)
        for column, text in enumerate((mine, theirs), 1):
            option = QRadioButton()
            beside = _Beside(option)
            option.setAccessibleName(self._kit.voice.words(N_("{field}: {value}"), field=called, value=text))
            option.setChecked(column == 1)
            group.addButton(option)
            value = text_label()
            value.setText(text)
            row = QHBoxLayout(beside)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(option, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(value, 1)
            self._grid.addWidget(beside, at, column, Qt.AlignmentFlag.AlignTop)
            if column == 2:
                self._choices[name] = option

    def _add_both(self, called: str, mine: str, theirs: str) -> None:
        """What both bring along, to see by whether they are one man."""
        at = self._grid.rowCount()
        for column, (text, role) in enumerate(((called, "label"), (mine, "quiet"), (theirs, "quiet"))):
            label = text_label(role)
            label.setText(text)
            self._grid.addWidget(label, at, column, Qt.AlignmentFlag.AlignTop)

    def _lay_out(self, heading: QWidget, under: QWidget) -> None:
        row = QHBoxLayout()
        row.addWidget(self.merger)
        row.addWidget(self.leaver)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (heading, under, self._lines, self._fault):
            column.addWidget(part)
        column.addLayout(row)
        column.addStretch(1)


def _contacts(detail: PersonDetail, words: Words) -> str:
    return "\n".join(each.value for each in detail.contacts)


def _roles(detail: PersonDetail, words: Words) -> str:
    return roles_said([row.role for row in detail.roles], words)


def _groups(detail: PersonDetail, words: Words) -> str:
    return "\n".join(place.name for place in detail.groups)


def _added(detail: PersonDetail, words: Words) -> str:
    return words.date(detail.added_on)


_BOTH = {N_("Phone and e-mail"): _contacts, N_("Roles"): _roles, N_("Groups"): _groups, N_("Added"): _added}


def _shown(detail: PersonDetail, name: str, words: Words) -> str:
    """A field as it is read here."""
    if name == "organisation":
        return detail.organisation_name or ""
    if name == "language":
        code = detail.language or ""
        return words(LANGUAGES[code]) if code in LANGUAGES else code
    if name == "extract_checked_on":
        return words.date(detail.extract_checked_on) if detail.extract_checked_on else ""
    return str(getattr(detail, name) or "")
