"""Who runs which evening of a group: the grid of the coming evenings, and the verb that shares them out in turn."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.core import meetings, rota
from coordinator_app.gui.groups.reading import Shown
from coordinator_app.gui.groups.rota_grid import RotaGrid
from coordinator_app.gui.groups.term_row import TermRow
from coordinator_app.gui.kit.actions import Action, verb_button
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class RotaTab(QWidget):
    """`look_at(day)` asks for another term; `add_counsellor` leads to where one is added."""

    def __init__(self, kit: Kit, look_at: Callable[[dt.date], None], add_counsellor: Callable[[], object]) -> None:
        super().__init__()
        self._kit = kit
        self._shown: Shown | None = None
        self._labels = Labels(kit.voice.words)
        self.term = TermRow(kit, look_at)
        self.grid = RotaGrid(kit)
        self.grid.wanted.connect(self._run_by)
        self._sign, self._said, self._hint = IconLabel(kit, Icon.NOT_RECORDED, "amber", 22), text_label("label"), text_label("quiet")
        self._labels.put(
            self._hint.setText,
            N_("Space or a click puts a man in or out. Sharing out names someone only where nobody is named, longest ago first."),
        )
        self.alone = self._verb(Action(N_("Share out, one each evening"), lambda: self._share_out(1), Icon.PERSON))
        self.pairs = self._verb(Action(N_("Share out, two each evening"), lambda: self._share_out(2), Icon.PEOPLE))
        self.adder = self._verb(Action(N_("Add a counsellor"), add_counsellor, Icon.ADD))
        self._lay_out()

    def show_group(self, shown: Shown) -> None:
        """Shows the coming evenings of a term."""
        self._shown = shown
        self.grid.show_evenings(shown)
        self._describe(self._kit.voice.words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.term, self.grid):
            part.say(words)
        self._describe(words)

    def _describe(self, words: Words) -> None:
        if self._shown is None:
            return
        self.term.show_term(self._shown.term, words)
        evenings = self.grid.evenings
        counsellors = len(self._shown.counsellors(self._shown.today))
        gaps = sum(not running for running in evenings.runs.values())
        shares = bool(evenings.rows and counsellors)
        self.grid.setVisible(bool(evenings.rows and evenings.people))
        self._hint.setVisible(shares)
        self.alone.setVisible(shares and gaps > 0)
        self.pairs.setVisible(shares and gaps > 0 and counsellors > 1)
        self._sign.setVisible(shares)
        self._sign.show_icon(*((Icon.NOT_RECORDED, "amber") if gaps else (Icon.HELD, "good")))
        if not counsellors:
            said = words(N_("Add those who run the group, and their evenings can be shared out here."))
        elif not evenings.rows:
            said = words(N_("No meetings ahead in this term."))
        elif gaps:
            said = words.count("{n} evening has nobody to run it", "{n} evenings have nobody to run them", gaps)
        else:
            said = words(N_("Every meeting has someone to run it"))
        self._said.setText(said)

    def _share_out(self, together: int) -> None:
        if self._shown is not None:
            group, until = self._shown.group.id, self._shown.term.last
            today = self._kit.clock.today()
            self._kit.tasks.write(rota.share_out, self._shared_out, group=group, today=today, until=until, together=together)

    def _shared_out(self, _evenings: int) -> None:
        """The button goes when there is nothing left to share out; the keyboard stays with the evenings."""
        self.grid.setFocus()

    def _run_by(self, meeting: int, people: tuple[int, ...]) -> None:
        self._kit.tasks.write(meetings.run_by, lambda _: None, meeting=meeting, counsellors=people)

    def _verb(self, action: Action) -> QWidget:
        return verb_button(self._kit.icons, self._labels, action)

    def _lay_out(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(8)
        state.addWidget(self._sign)
        state.addWidget(self._said, 1)
        verbs = Flow()
        for verb in (self.alone, self.pairs, self.adder):
            verbs.addWidget(verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.term)
        column.addLayout(state)
        column.addLayout(verbs)
        column.addWidget(self._hint)
        column.addWidget(self.grid)
        column.addStretch(1)
