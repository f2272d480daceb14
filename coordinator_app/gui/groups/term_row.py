"""The term whose meetings are shown, with a step to the one before and the next."""

import datetime as dt
from collections.abc import Callable

from coordinator_app.core.periods import Span
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.period_row import PeriodRow
from coordinator_app.i18n import N_, Words

_DAY = dt.timedelta(days=1)


class TermRow(PeriodRow):
    """`look_at(day)` is asked for when another term is wanted."""

    def __init__(self, kit: Kit, look_at: Callable[[dt.date], None]) -> None:
        super().__init__(kit, N_("The term before"), N_("The next term"), self._step)
        self._look_at = look_at
        self._term: Span | None = None

    def show_term(self, term: Span, words: Words) -> None:
        """Shows its first and last day."""
        self._term = term
        self.show_said(words(N_("{first}–{last}"), first=words.day_and_month(term.first), last=words.date(term.last)))

    def say(self, words: Words) -> None:
        super().say(words)
        if self._term is not None:
            self.show_term(self._term, words)

    def _step(self, way: int) -> None:
        if self._term is not None:
            self._look_at(self._term.last + _DAY if way > 0 else self._term.first - _DAY)
