"""One file before it is taken in: how it was read, what becomes of each row, and the button that takes it in."""

from collections.abc import Callable

from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.importing import Choice, Fate, PreviewRow, Subject
from coordinator_app.core.kinds import PersonRole
from coordinator_app.core.people.said import ROLES
from coordinator_app.core.sorting import sort_key
from coordinator_app.gui.importing.how_read import HowRead
from coordinator_app.gui.importing.one_file import OneFile, options
from coordinator_app.gui.importing.row_panel import RowPanel
from coordinator_app.gui.importing.said import FATES, LOOKS, choice_said, total_said
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.editors import ChoiceEditor
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import scrolled, text_label
from coordinator_app.gui.kit.table import Column, Table
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

READ_WIDTH = 300
_FATES = list(Fate)


class FileView(QWidget):
    """`take(file)` when the button is pressed, `meant(file, subject)` when the rows are something else than was guessed."""

    def __init__(self, kit: Kit, take: Callable[[OneFile], object], meant: Callable[[OneFile, Subject], object]) -> None:
        super().__init__()
        self._kit, self._take = kit, take
        self._file: OneFile | None = None
        self._labels = Labels(kit.voice.words)
        self.read = HowRead(kit, lambda subject: self._file and meant(self._file, subject))
        self.totals = Totals(kit, self._show_rows)
        self.table: Table[PreviewRow] = Table(kit, "importing", self._columns(), key=lambda row: (row.subject, row.index))
        self.table.set_widths((56, 220, 250))
        self._labels.put(self.table.setAccessibleName, N_("Rows of the file"))
        self.table.chosen.connect(self._look_at)
        self.table.opened.connect(self._next_choice)
        self.panel = RowPanel(kit, self._choose)
        self.role_label = text_label("label", wrap=False)
        self._labels.put(self.role_label.setText, N_("New people are"))
        self.role: ChoiceEditor[PersonRole] = ChoiceEditor(())
        self._labels.put(self.role.focus.setAccessibleName, N_("New people are"))
        self.role.edited = self._give_role
        self.taker = button(kit.icons, Action(N_("Take in"), self._press, Icon.BRING_IN), "primary")
        self.fault = FaultLine(kit)
        self._lay_out()
        kit.theme.changed.connect(self._measure)
        self._measure()
        self.say(kit.voice.words)

    def show_file(self, file: OneFile) -> None:
        """A file that was read and compared with the book."""
        another = file is not self._file
        self._file = file
        if another:
            self.fault.right()
            self.totals.only = None
        if file.found is not None:
            self.read.show_found(file.found, file.subject())
        people = any(row.subject is Subject.PERSON and row.fate in (Fate.NEW, Fate.LOOKS_LIKE) for row in file.rows)
        for part in (self.role_label, self.role.widget):
            part.setVisible(people)
        self.role.show(file.role)
        self._show_rows()

    def refuse(self, error: CoordinatorError) -> None:
        """Nothing was taken in, and why."""
        self.fault.wrong(error.said)
        self._name_button(self._kit.voice.words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self.read.say(words)
        self.totals.say(words)
        self.panel.say(words)
        self.table.say(words)
        options_: list[tuple[PersonRole | None, str, bool]] = [(None, N_("as the file says"), False)]
        options_ += [(role, text, False) for role, text in ROLES.items()]
        self.role.offer(options_, words)  # type: ignore[arg-type]
        self.role.show(self._file.role if self._file else None)
        self._name_button(words)

    def _columns(self) -> list[Column[PreviewRow]]:
        return [
            Column(N_("No."), lambda row, words: row.where, lambda row: row.index),
            Column(N_("Name"), lambda row, words: row.name, lambda row: sort_key(row.name)),
            Column(
                N_("State"), lambda row, words: words(FATES[row.fate]), lambda row: _FATES.index(row.fate), icon=lambda row: LOOKS[row.fate]
            ),
            Column(N_("What is done"), self._choice_said, lambda row: self._choice_said(row, self._kit.voice.words)),
        ]

    def _choice_said(self, row: PreviewRow, words: Words) -> str:
        choice = self._file.choice(row) if self._file else None
        return choice_said(row, choice, words) if choice else words(N_("nothing"))

    def _show_rows(self) -> None:
        if self._file is None:
            return
        self.totals.show_counts(self._file.counts())
        only = self.totals.only
        self.table.show_rows([row for row in self._file.rows if only in (None, row.fate)])
        self._look_at(self.table.current())
        self._name_button(self._kit.voice.words)

    def _look_at(self, row: PreviewRow | None) -> None:
        if self._file is not None:
            self.panel.show_row(self._file, row)

    def _next_choice(self, row: PreviewRow) -> None:
        """Enter goes through the choices of a row."""
        offered = options(row)
        if self._file is not None and offered:
            now = self._file.choice(row)
            self._choose(row, offered[(offered.index(now) + 1) % len(offered)] if now in offered else offered[0])

    def _choose(self, row: PreviewRow, choice: Choice) -> None:
        if self._file is not None:
            self._file.choose(row, choice)
            self.table.say(self._kit.voice.words)
            for option, each in zip(self.panel.options, options(row), strict=False):
                option.setChecked(each == choice)
            self._name_button(self._kit.voice.words)

    def _give_role(self) -> None:
        if self._file is not None:
            self._file.role = self.role.read()

    def _press(self) -> None:
        if self._file is not None:
            self.taker.setEnabled(False)
            self._take(self._file)

    def _name_button(self, words: Words) -> None:
        number = self._file.to_take() if self._file else 0
        self.taker.setEnabled(number > 0)
        named = words.count("Take in {n} row", "Take in {n} rows", number) if number else words(N_("Nothing to take in"))
        self.taker.setText(named)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.role_label)
        foot.addWidget(self.role.widget)
        foot.addStretch(1)
        foot.addWidget(self.taker)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.totals)
        right.addWidget(self.table, 1)
        right.addWidget(self.panel)
        right.addWidget(self.fault)
        right.addLayout(foot)
        self._left = scrolled(self.read)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(24)
        self._row.addLayout(right, 1)
        self._row.addWidget(self._left)

    def _measure(self) -> None:
        one_pane = self._kit.theme.one_pane
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if one_pane else QBoxLayout.Direction.LeftToRight)
        self._left.setFixedWidth(16_777_215 if one_pane else self._kit.theme.px(READ_WIDTH))
        self.table.setMinimumHeight(self._kit.theme.px(200))
        self.role.widget.setMinimumWidth(self._kit.theme.px(190))


class Totals(QWidget):
    """How many rows meet which fate, each a button that lists only those."""

    def __init__(self, kit: Kit, changed: Callable[[], object]) -> None:
        super().__init__()
        self._kit, self._changed = kit, changed
        self._counts: dict[Fate, int] = {}
        self.only: Fate | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        flow = Flow(self)
        self.buttons: dict[Fate, QPushButton] = {}
        for fate in Fate:
            made = QPushButton()
            made.setCheckable(True)
            made.setIcon(kit.icons.beside_word(*LOOKS[fate]))
            made.clicked.connect(lambda on, fate=fate: self._press(fate, on))
            flow.addWidget(made)
            self.buttons[fate] = made

    def show_counts(self, counts: dict[Fate, int]) -> None:
        self._counts = dict(counts)
        if self.only is not None and not self._counts.get(self.only):
            self.only = None
        self.say(self._kit.voice.words)

    def say(self, words: Words) -> None:
        for fate, made in self.buttons.items():
            made.setVisible(bool(self._counts.get(fate)))
            made.setChecked(fate is self.only)
            made.setText(total_said(fate, self._counts.get(fate, 0), words))

    def _press(self, fate: Fate, on: bool) -> None:
        self.only = fate if on else None
        self._changed()
