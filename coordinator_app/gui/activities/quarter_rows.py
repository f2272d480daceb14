"""The rows of one quarter in a table: a step to the quarter before and the next, and the verbs that correct a row or take it away."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.core.periods import Period
from coordinator_app.gui.kit.actions import Action, verb_button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, Switch, scrolled
from coordinator_app.gui.kit.period_row import PeriodRow
from coordinator_app.gui.kit.table import Table
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

Row = TypeVar("Row")
# A few rows are seen whole, without a second scroll bar beside that of the page; of many, as many as leave the buttons below in sight.
_LOWEST, _ROW, _MOST_ROWS = 220, 40, 9


class QuarterRows(QWidget, Generic[Row]):
    """`turned()` when another quarter is wanted, `correct(row)` and `remove(row)` for the one chosen.

    `periods` is laid out by the owner, above.
    """

    def __init__(
        self,
        kit: Kit,
        name: str,
        table: Table[Row],
        nothing: EmptyState,
        turned: Callable[[], object],
        correct: Callable[[Row], object],
        remove: Callable[[Row], object],
    ) -> None:
        """`name` is what the table is called (`N_`), `nothing` is shown instead of an empty one."""
        super().__init__()
        self._kit, self._turned, self._correct, self._remove = kit, turned, correct, remove
        self.period = Period.of(kit.clock.today())
        self.periods = PeriodRow(kit, N_("The quarter before"), N_("The next quarter"), self._step)
        self._labels = Labels(kit.voice.words)
        self.table, self._nothing = table, nothing
        self._labels.put(table.setAccessibleName, name)
        self.corrector = verb_button(kit.icons, self._labels, Action(N_("Correct"), self._begin_correction, Icon.EDIT))
        self.remover = verb_button(kit.icons, self._labels, Action(N_("Remove"), self._take_away, Icon.DELETE))
        self._verbs = (self.corrector, self.remover)
        table.chosen.connect(lambda _: self._allow(chosen=True))
        table.opened.connect(correct)
        self.list = Switch(nothing, table)
        kit.theme.follow(table, self._measure)
        foot = QHBoxLayout()
        for verb in self._verbs:
            foot.addWidget(verb)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """The rows of the quarter."""
        self.table.show_rows(rows)
        self._measure()
        self._allow(chosen=self.table.current() is not None)
        for verb in self._verbs:
            verb.setVisible(bool(rows))
        self.list.show_view(self.table if rows else self._nothing)
        self.periods.show_said(self.period.said(self._kit.voice.words))

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.periods, self.table, self._nothing):
            part.say(words)
        self.periods.show_said(self.period.said(words))

    def _measure(self) -> None:
        """Rows have room to be read in; what is shown without any needs less."""
        rows = min(self.table.rows.rowCount(), _MOST_ROWS)
        self.table.setMinimumHeight(self._kit.theme.px(max(_LOWEST, _ROW * (rows + 1) + 4)))

    def _step(self, quarters: int) -> None:
        self.period = self.period.next if quarters > 0 else self.period.previous
        self._turned()

    def _allow(self, *, chosen: bool) -> None:
        for verb in self._verbs:
            verb.setEnabled(chosen)

    def _begin_correction(self) -> None:
        row = self.table.current()
        if row is not None:
            self._correct(row)

    def _take_away(self) -> None:
        row = self.table.current()
        if row is not None:
            self._remove(row)


def page(within: QWidget, parts: Sequence[QWidget | QHBoxLayout]) -> None:
    """Lays out a tab: its parts under each other, the rows as high as there is room, all of it scrolling."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 16, 8, 8)
    column.setSpacing(12)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part, 1 if isinstance(part, QuarterRows) else 0)
        else:
            column.addLayout(part)
    whole = QVBoxLayout(within)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(scrolled(inside))
