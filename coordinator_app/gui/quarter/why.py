"""Why this number: the records behind a figure or a finding, each opening its own place; and the figure entered by hand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.core import indicators
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.checks import Finding
from coordinator_app.core.indicators import STATABLE, RecordRef
from coordinator_app.core.kinds import Basis
from coordinator_app.core.periods import Period
from coordinator_app.gui.kit import subjects
from coordinator_app.gui.kit.actions import Action, verb_button
from coordinator_app.gui.kit.escape import OnEscape
from coordinator_app.gui.kit.fields import ChoiceField, NumberField, Option, Side
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.gui.kit.subjects import CaseSubject
from coordinator_app.gui.kit.table import Column, Table
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.quarter import said
from coordinator_app.gui.quarter.reading import Shown
from coordinator_app.i18n import N_, Words

# Where a record is opened, by its kind; those without a place of their own are among the activities.
_SCREENS = {"meeting": "attendance", "grp": "groups", "person": "people", "activity": "activities"}
_WITHOUT_SUBJECT = {
    "support_talk": "activities",
    "referral": "activities",
    "volunteer_hours": "activities",
    "feedback_tally": "activities",
}
_BY_HAND = (
    Side(
        (
            NumberField(name="value", label=N_("Amount"), required=True),
            ChoiceField(name="basis", label=N_("How it came about"), required=True, options=[Option(b, said.BASES[b][1]) for b in Basis]),
        )
    ),
)


class Why(QWidget):
    """`left()`: back to where it was asked from, also on Escape."""

    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        OnEscape(self, self.left.emit)
        self._kit = kit
        self._catalogue: Catalogue | None = None
        self._period: Period | None = None
        self.figure: tuple[str, str] | None = None
        self._finding: Finding | None = None
        self._shown: Shown | None = None
        self._labels = Labels(kit.voice.words)
        self._title, self._about = text_label("section"), text_label("quiet")
        self.back = verb_button(kit.icons, self._labels, Action(N_("Back to the quarter"), self.left.emit, Icon.BACK), "quiet")
        self.enter = verb_button(kit.icons, self._labels, Action(N_("Enter by hand"), self._begin, Icon.EDIT))
        take_away = Action(N_("Take away what was entered by hand"), self._unstate, Icon.TAKE_AWAY)
        self.take_away = verb_button(kit.icons, self._labels, take_away)
        self.panel = Panel(kit, N_("Enter the figure by hand"), _BY_HAND, Action(N_("Enter"), self._state), back=lambda: None)
        self.table: Table[RecordRef] = Table(kit, "quarter/why", self._columns(), key=lambda ref: (ref.kind, ref.id))
        self.table.set_widths((150, 90))
        self.table.opened.connect(self._open)
        self._lay_out()

    def show_figure(self, shown: Shown, figure: tuple[str, str], refs: Sequence[RecordRef]) -> None:
        """Shows the records behind a figure."""
        fresh = self.figure != figure or self._period != shown.period
        self.figure, self._finding = figure, None
        if fresh:
            self.panel.put_away()
        self._show(shown, refs)

    def show_finding(self, shown: Shown, finding: Finding, refs: Sequence[RecordRef]) -> None:
        """Shows the records behind what a check found."""
        self.figure, self._finding = None, finding
        self.panel.put_away()
        self._show(shown, refs)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self.panel.say(words)
        self.table.say(words)
        self.table.setAccessibleName(words(N_("The records behind it")))
        if self._shown is not None:
            self._say_title(self._shown, words)

    def _show(self, shown: Shown, refs: Sequence[RecordRef]) -> None:
        self._shown, self._catalogue, self._period = shown, shown.catalogue, shown.period
        self.table.show_rows(refs)
        self.table.setVisible(bool(refs))
        may_state = self.figure is not None and self.figure[0] in STATABLE
        self.enter.setVisible(may_state)
        self.take_away.setVisible(may_state and self._stated() is not None)
        self.say(self._kit.voice.words)

    def _say_title(self, shown: Shown, words: Words) -> None:
        rows = self.table.rows.rowCount()
        if self._finding is not None:
            self._title.setText(self._finding.said(words, shown.catalogue))
        elif self.figure is not None:
            figure = next((each for each in shown.figures if (each.indicator, each.of) == self.figure), None)
            name = said.figure_name(*self.figure, shown.catalogue, words)
            number = "" if figure is None else said.amount(figure, words)
            word = "" if figure is None else words(said.beside(figure))
            self._title.setText(words(N_("{figure}: {number}"), figure=name, number=f"{number} {word}".strip()))
        behind = words.count("{n} record is behind it.", "{n} records are behind it.", rows)
        told = [behind if rows else words(N_("No record of this quarter is behind it."))]
        if self.figure is not None and self.figure[0] in STATABLE:
            told.append(words(N_("Where the records cannot tell it, the figure can be entered by hand.")))
        self._about.setText(" ".join(told))

    def _stated(self) -> indicators.Stated | None:
        stated = () if self._shown is None else self._shown.stated
        return next((each for each in stated if (each.indicator, each.of) == self.figure), None)

    def _begin(self) -> None:
        before = self._stated()
        values = {"value": None, "basis": Basis.ESTIMATE} if before is None else {"value": before.value, "basis": before.basis}
        self.panel.begin(values, "value", "/".join(("quarter", str(self._period), *(self.figure or ()))))

    def _state(self) -> None:
        if self.figure is None or self._period is None:
            return
        tasks = self._kit.tasks.catching(self.panel.refuse("value"))
        indicator, of = self.figure
        tasks.write(indicators.state, self.panel.done, period=self._period, indicator=indicator, of=of, **self.panel.values)

    def _unstate(self) -> None:
        if self.figure is not None and self._period is not None:
            indicator, of = self.figure
            self._kit.tasks.write(indicators.unstate, lambda _: None, period=self._period, indicator=indicator, of=of)

    def _open(self, ref: RecordRef) -> None:
        if ref.kind in _SCREENS:
            self._kit.go(_SCREENS[ref.kind], ref.id)
        elif ref.kind == "organisation":
            self._kit.go("people", subjects.organisation(ref.id))
        elif ref.kind == "enquiry":
            self._kit.go("activities", CaseSubject("enquiry", ref.id).subject)
        elif ref.kind in _WITHOUT_SUBJECT:
            self._kit.go(_WITHOUT_SUBJECT[ref.kind], None)
        elif ref.kind == "stated_figure":
            self._begin()

    def _columns(self) -> list[Column[RecordRef]]:
        def title(ref: RecordRef, words: Words) -> str:
            return ref.title if self._catalogue is None else said.title_of(ref, self._catalogue, words)

        def value(ref: RecordRef, words: Words) -> str:
            return "–" if ref.value is None else said.number(ref.value, words)

        return [
            Column(N_("Day"), lambda ref, words: words.date_with_weekday(ref.on) if ref.on else "", sort=lambda ref: ref.on),
            Column(N_("Adds"), value, sort=lambda ref: ref.value, number=True),
            Column(N_("The record"), title, sort=lambda ref: ref.title),
        ]

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in (self.enter, self.take_away):
            row.addWidget(each)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addLayout(row)
        column.addWidget(self.panel)
        column.addWidget(self.table, 1)
        column.addStretch(0)
