"""Feedback of a quarter: how many were asked, answered and agreed, for each of the office's questions."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from coordinator_app.core import feedback
from coordinator_app.core.catalogue import DEFAULT_SERVICE, Listing
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.feedback import TallyRow
from coordinator_app.core.periods import Period
from coordinator_app.core.sorting import sort_key
from coordinator_app.gui.activities import reading, said
from coordinator_app.gui.activities.occasion_fields import OCCASION, OccasionFields
from coordinator_app.gui.activities.quarter_rows import QuarterRows, page
from coordinator_app.gui.activities.reading import Feedback
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.fields import ChoiceField, DateField, NumberField, Side
from coordinator_app.gui.kit.form import Part
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.gui.kit.tab_order import begin_at
from coordinator_app.gui.kit.table import Column, Table
from coordinator_app.i18n import N_, Words

_TALLY: tuple[Part, ...] = (
    Side(
        (
            NumberField(name="asked", label=N_("Asked"), required=True),
            NumberField(name="answers", label=N_("Answered"), required=True),
            NumberField(name="agree", label=N_("Agreed"), required=True),
        )
    ),
    DateField(name="on", label=N_("Day"), required=True),
)
_FIELDS: tuple[Part, ...] = (ChoiceField(name="question", label=N_("Question"), required=True), OCCASION, *_TALLY)

# Of which number too great a part is refused, and where the part is typed.
_PARTS = {"asked": "answers", "answers": "agree"}
_DAY, _QUESTION = 0, 2  # The columns that say when, and what was asked.


class FeedbackTab(QWidget):
    """Enter stores a tally, and the card is ready for the next question."""

    title = N_("Feedback")

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._feedback: Feedback | None = None
        self.primary = Action(N_("Enter feedback"), self.begin, Icon.ADD, "Ctrl+N")
        self.panel = Panel(kit, N_("Enter feedback"), _FIELDS, Action(N_("Store"), self._store, Icon.CHECK), leave=N_("Do not record"))
        self._occasion = OccasionFields(self.panel)
        self.table: Table[TallyRow] = Table(kit, "activities/feedback", _columns(self._name), key=lambda row: row.id)
        # Where there is little room the day is left out: the numbers are what the table is for.
        self.table.set_widths((150, 200, 320, 90, 90, 90), spare=(_DAY,), growing=_QUESTION)
        correct = Action(N_("Correct"), self._correct, Icon.EDIT)
        self.correction = Panel(kit, N_("Correct the feedback"), _TALLY, correct, back=self.table.setFocus)
        self._corrected = 0
        nothing = EmptyState(kit, Icon.FEEDBACK, N_("The men’s feedback of the quarter will be here, as numbers."), self.primary)
        self.rows = QuarterRows(kit, N_("Feedback"), self.table, nothing, self.reload, self._begin_correction, self._remove)
        begin_at(self, self.rows.list)
        page(self, (self.rows.periods, self.panel, self.correction, self.rows))

    def reload(self) -> None:
        """Asks for the quarter again."""
        self._kit.tasks.read(reading.tallies, self._fill, period=self.rows.period, today=self._kit.clock.today())

    def begin(self) -> None:
        """Opens the card, today's unless another day is given."""
        self.correction.put_away()
        blank = {"question": None, "occasion": "", "service": DEFAULT_SERVICE, "asked": None, "answers": None, "agree": None}
        self.panel.begin(blank | {"on": self._kit.clock.today()}, "question", "activities/feedback")
        self._occasion.follow()

    def leave(self) -> None:
        """Nothing waits: a tally is stored or not."""

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.panel.say(words)
        self.correction.say(words)
        self._offer(words)
        self.rows.say(words)

    def _store(self) -> None:
        values: dict[str, Any] = {name: value for name, value in self.panel.values.items() if name != "occasion"}
        tasks, today = self._kit.tasks.catching(_refusing(self.panel)), self._kit.clock.today()
        tasks.write(feedback.tally, self._stored, today=today, **(values | self._occasion.taken()))

    def _stored(self, row: TallyRow) -> None:
        """The same men were most likely asked the next question too, so how many they were stays."""
        self.rows.period = Period.of(row.on)
        self.panel.begin_next({"service": row.service, "question": None, "answers": None, "agree": None}, "question")
        self._occasion.follow()

    def _fill(self, got: Feedback) -> None:
        self._feedback = got
        self._offer(self._kit.voice.words)
        self.rows.show_rows(got.rows)

    def _begin_correction(self, row: TallyRow) -> None:
        self.panel.put_away()
        self._corrected = row.id
        tally = {"asked": row.asked, "answers": row.answers, "agree": row.agree, "on": row.on}
        self.correction.begin(tally, "asked", f"activities/feedback/{row.id}/correction")

    def _correct(self) -> None:
        tasks, today = self._kit.tasks.catching(_refusing(self.correction)), self._kit.clock.today()
        tasks.write(feedback.change, self._mended, tally=self._corrected, today=today, **self.correction.values)

    def _mended(self, _row: TallyRow) -> None:
        self.correction.done()
        self.table.setFocus()

    def _remove(self, row: TallyRow) -> None:
        self._kit.tasks.write(feedback.remove, lambda _: None, tally=row.id)

    def _offer(self, words: Words) -> None:
        if self._feedback is not None:
            catalogue = self._feedback.catalogue
            self.panel.form.offer("question", said.options(catalogue.feedback_questions, words))
            self._occasion.offer(self._feedback.occasions, catalogue, words)

    def _name(self, listing: Listing, code: str, words: Words) -> str:
        return code if self._feedback is None else self._feedback.catalogue.name(listing, code, words.language)


def _refusing(panel: Panel) -> Callable[[CoordinatorError], None]:
    """A refusal stands at the number that does not fit; every other one is of the day."""

    def refused(error: CoordinatorError) -> None:
        panel.refuse(next((part for whole, part in _PARTS.items() if whole in error.values), "on"))(error)

    return refused


def _columns(name: Any) -> list[Column[TallyRow]]:
    def of_what(row: TallyRow, words: Words) -> str:
        return row.group_name or row.activity_name or str(name(Listing.SERVICE, row.service, words))

    return [
        Column(N_("Day"), lambda row, words: words.date_with_weekday(row.on, year=False), lambda row: row.on),
        Column(N_("Group or activity"), of_what, lambda row: sort_key(row.group_name or row.activity_name or row.service)),
        Column(N_("Question"), lambda row, words: name(Listing.QUESTION, row.question, words), lambda row: row.question),
        Column(N_("Asked"), lambda row, words: words.number(row.asked), lambda row: row.asked, number=True),
        Column(N_("Answered"), lambda row, words: words.number(row.answers), lambda row: row.answers, number=True),
        Column(N_("Agreed"), lambda row, words: words.number(row.agree), lambda row: row.agree, number=True),
    ]
