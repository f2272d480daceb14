"""Feedback of a quarter: how many were asked, answered and agreed, for each of the office's questions."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coordinator_app.core import feedback
from coordinator_app.core.catalogue import DEFAULT_SERVICE, Listing
from coordinator_app.core.feedback import TallyRow
from coordinator_app.core.periods import Period
from coordinator_app.core.sorting import sort_key
from coordinator_app.gui.activities import reading, said
from coordinator_app.gui.activities.reading import Feedback
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.editors import ChoiceEditor
from coordinator_app.gui.kit.fields import ChoiceField, DateField, NumberField, Side
from coordinator_app.gui.kit.form import Part
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, Switch, scrolled
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.gui.kit.period_row import PeriodRow
from coordinator_app.gui.kit.table import Column, Table
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_FIELDS: tuple[Part, ...] = (
    ChoiceField(name="question", label=N_("Question"), required=True),
    Side((ChoiceField(name="occasion", label=N_("Group or activity")), ChoiceField(name="service", label=N_("Service"), required=True))),
    Side(
        (
            NumberField(name="asked", label=N_("Asked"), required=True),
            NumberField(name="answers", label=N_("Answered"), required=True),
            NumberField(name="agree", label=N_("Agreed"), required=True),
        )
    ),
    DateField(name="on", label=N_("Day"), required=True),
)


class FeedbackTab(QWidget):
    """Enter stores a tally, and the card is ready for the next question."""

    title = N_("Feedback")

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._period = Period.of(kit.clock.today())
        self._feedback: Feedback | None = None
        self.primary = Action(N_("Enter feedback"), self.begin, Icon.ADD, "Ctrl+N")
        self._labels = Labels(kit.voice.words)
        self.periods = PeriodRow(kit, N_("The quarter before"), N_("The next quarter"), self._step)
        self.panel = Panel(kit, N_("Enter feedback"), _FIELDS, Action(N_("Store"), self._store, Icon.CHECK))
        self._occasion = self.panel.form.row("occasion").editor
        assert isinstance(self._occasion, ChoiceEditor)
        self._occasion.focus.activated.connect(lambda _: self._follow_occasion())  # type: ignore[attr-defined]
        self.table: Table[TallyRow] = Table(kit, "activities/feedback", _columns(self._name), key=lambda row: row.id)
        self.table.set_widths((180, 240, 360, 100, 100, 90))
        self.table.chosen.connect(lambda _: self.remover.setEnabled(True))
        self._labels.put(self.table.setAccessibleName, N_("Feedback"))
        self.remover: QPushButton = button(kit.icons, Action(N_("Remove"), self._remove, Icon.DELETE))
        self._labels.put(self.remover.setText, N_("Remove"))
        self._nothing = EmptyState(
            kit, Icon.FEEDBACK, N_("What men said of the groups and activities of the quarter will be here, as numbers."), self.primary
        )
        self._list = Switch()
        for view in (self._nothing, self.table):
            self._list.addWidget(view)
        self._lay_out()

    def reload(self) -> None:
        """Asks for the quarter again."""
        self._kit.tasks.read(reading.tallies, self._fill, period=self._period, today=self._kit.clock.today())

    def begin(self) -> None:
        """Opens the card, today's unless another day is given."""
        blank = {"question": None, "occasion": "", "service": DEFAULT_SERVICE, "asked": None, "answers": None, "agree": None}
        self.panel.begin(blank | {"on": self._kit.clock.today()}, "question")
        self._follow_occasion()

    def leave(self) -> None:
        """Nothing waits: a tally is stored or not."""

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.periods, self.panel, self.table, self._nothing):
            part.say(words)
        self._offer(words)
        self.periods.show_said(self._period.said(words))

    def _store(self) -> None:
        values: dict[str, Any] = dict(self.panel.values)
        occasion, code = self._chosen_occasion(), values.pop("occasion")
        if occasion is not None:
            values["service"] = occasion.service
        tasks, today = self._kit.tasks.catching(self.panel.refuse("agree")), self._kit.clock.today()
        tasks.write(feedback.tally, self._stored, today=today, **(values | said.ids_of(code)))

    def _stored(self, row: TallyRow) -> None:
        """The same men were most likely asked the next question too, so how many they were stays."""
        self._period = Period.of(row.on)
        kept = self.panel.values | {"service": row.service, "question": None, "answers": None, "agree": None}
        self.panel.begin(kept, "question")
        self._follow_occasion()

    def _step(self, quarters: int) -> None:
        self._period = self._period.next if quarters > 0 else self._period.previous
        self.reload()

    def _fill(self, got: Feedback) -> None:
        self._feedback = got
        words = self._kit.voice.words
        self._offer(words)
        self.table.show_rows(got.rows)
        self.remover.setEnabled(self.table.current() is not None)
        self.remover.setVisible(bool(got.rows))
        self._list.show_view(self.table if got.rows else self._nothing)
        self.periods.show_said(self._period.said(words))

    def _remove(self) -> None:
        row = self.table.current()
        if row is not None:
            self._kit.tasks.write(feedback.remove, lambda _: None, tally=row.id)

    def _chosen_occasion(self) -> reading.Occasion | None:
        code = self._occasion.read()
        return next((each for each in self._feedback.occasions if each.code == code), None) if self._feedback is not None else None

    def _follow_occasion(self) -> None:
        """A group or activity knows its service; only what belongs to none is asked for one."""
        occasion = self._chosen_occasion()
        self.panel.form.row("service").editor.focus.setEnabled(occasion is None)
        if occasion is not None:
            self.panel.form.row("service").show_value(occasion.service)

    def _offer(self, words: Words) -> None:
        if self._feedback is not None:
            catalogue = self._feedback.catalogue
            self.panel.form.offer("question", said.options(catalogue.feedback_questions, words))
            self.panel.form.offer("occasion", said.occasion_options(self._feedback.occasions, words))
            self.panel.form.offer("service", said.options(catalogue.services, words))

    def _name(self, listing: Listing, code: str, words: Words) -> str:
        return code if self._feedback is None else self._feedback.catalogue.name(listing, code, words.language)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.remover)
        foot.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 16, 8, 8)
        column.setSpacing(12)
        column.addWidget(self.periods)
        column.addWidget(self.panel)
        column.addWidget(self._list, 1)
        column.addLayout(foot)
        self._list.setMinimumHeight(220)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))


def _columns(name: Any) -> list[Column[TallyRow]]:
    def of_what(row: TallyRow, words: Words) -> str:
        return row.group_name or row.activity_name or str(name(Listing.SERVICE, row.service, words))

    return [
        Column(N_("Day"), lambda row, words: words.date_with_weekday(row.on), lambda row: row.on),
        Column(N_("Group or activity"), of_what, lambda row: sort_key(row.group_name or row.activity_name or row.service)),
        Column(N_("Question"), lambda row, words: name(Listing.QUESTION, row.question, words), lambda row: row.question),
        Column(N_("Asked"), lambda row, words: words.number(row.asked), lambda row: row.asked, number=True),
        Column(N_("Answered"), lambda row, words: words.number(row.answers), lambda row: row.answers, number=True),
        Column(N_("Agreed"), lambda row, words: words.number(row.agree), lambda row: row.agree, number=True),
    ]
