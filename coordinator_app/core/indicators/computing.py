"""The figures of a period, and the records behind each of them."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy.orm import Session

from coordinator_app.core.catalogue import By, Catalogue, Indicator
from coordinator_app.core.errors import Refused
from coordinator_app.core.figures import ALL, Figure, Ledger
from coordinator_app.core.indicators import activities, contacts, feedback, groups, meetings, men, volunteers
from coordinator_app.core.indicators.answers import Answers, RecordRef
from coordinator_app.core.indicators.computation import Computation, OfKind
from coordinator_app.core.indicators.verdict import NA, NODATA
from coordinator_app.core.indicators.window import Window
from coordinator_app.core.periods import Period
from coordinator_app.i18n import N_

# Every computation the program knows, by the indicator's code and the number of its definition.
KNOWN: Mapping[tuple[str, int], Computation] = {
    (code, 1): computation
    for room in (groups, meetings, men, contacts, activities, volunteers, feedback)
    for code, computation in room.COMPUTATIONS.items()
}


def compute(
    session: Session,
    period: Period,
    *,
    today: dt.date,
    records_begin: dt.date,
    catalogue: Catalogue,
    only: Collection[str] | None = None,
    left_out: Collection[str] = (),
) -> tuple[Figure, ...]:
    """The figures of a period by the rules of its time, in the catalogue's order: `all` first, then each code of the breakdown.

    `only` names the indicators wanted; `left_out` services that are treated as if the book had none of them. Days after today do
    not count yet. Three things are kept apart (source: domain.md, recording rule 5): 0 where it is offered and nothing happened;
    `nodata` where something happened and nobody said how much, and for a definition this program does not know; `na` where the code
    is not offered here, or a ratio has nothing to divide. The default service is offered everywhere; any other code, once the book
    has anything of it up to the period's last day. `all` is not applicable where no code is.
    """
    return Reckoning(session, today=today, records_begin=records_begin, catalogue=catalogue, left_out=left_out).figures(period, only=only)


class Reckoning:
    """The figures of several periods within one read: what more than one asks about a period, the book is asked once."""

    def __init__(
        self, session: Session, *, today: dt.date, records_begin: dt.date, catalogue: Catalogue, left_out: Collection[str] = ()
    ) -> None:
        self.today, self.records_begin, self.catalogue = today, records_begin, catalogue
        self._session, self._left_out = session, left_out
        self._answers: dict[Period, Answers] = {}
        self._figures: dict[tuple[Period, str], tuple[Figure, ...]] = {}

    def figures(self, period: Period, *, only: Collection[str] | None = None) -> tuple[Figure, ...]:
        """What `compute` gives."""
        wanted = [each for each in self.catalogue.indicators_of(period) if not each.office and (only is None or each.code in only)]
        return tuple(figure for indicator in wanted for figure in self._of(period, indicator))

    def _of(self, period: Period, indicator: Indicator) -> tuple[Figure, ...]:
        name = period, indicator.code
        if name not in self._figures:
            self._figures[name] = tuple(_figures(self._answers_of(period), indicator))
        return self._figures[name]

    def _answers_of(self, period: Period) -> Answers:
        if period not in self._answers:
            window = Window.of(period, today=self.today, records_begin=self.records_begin, left_out=self._left_out)
            self._answers[period] = Answers(self._session, window, self.catalogue)
        return self._answers[period]


def records(
    session: Session,
    period: Period,
    *,
    indicator: str,
    of: str,
    today: dt.date,
    records_begin: dt.date,
    catalogue: Catalogue,
    left_out: Collection[str] = (),
) -> tuple[RecordRef, ...]:
    """What a figure is made of: "Why this number?". Raises `Refused` for an indicator whose computation this program does not know."""
    row = next((each for each in catalogue.indicators_of(period) if each.code == indicator), None)
    computation = None if row is None else KNOWN.get((row.code, row.definition))
    if computation is None:
        raise Refused(
            N_("This program does not know how “{indicator}” is computed. Ask the central office for a newer one."), indicator=indicator
        )
    window = Window.of(period, today=today, records_begin=records_begin, left_out=left_out)
    return computation.records(Answers(session, window, catalogue), of)


def ledger_of(figures: Iterable[Figure]) -> Ledger:
    """The ledger of a period out of its figures."""
    values = {each.indicator: int(each.value or 0) for each in figures if each.of == ALL}
    return Ledger(
        due=values.get("meetings.due", 0),
        counted=values.get("meetings.counted", 0),
        uncounted=values.get("meetings.uncounted", 0),
        cancelled=values.get("meetings.cancelled", 0),
        unrecorded=values.get("meetings.unrecorded", 0),
        extra=values.get("meetings.extra", 0),
    )


def _figures(answers: Answers, indicator: Indicator) -> Iterator[Figure]:
    computation = KNOWN.get((indicator.code, indicator.definition))
    if computation is None:
        yield NODATA.figure(indicator.code, ALL)
        return
    axis = By.KIND if isinstance(computation, OfKind) else indicator.by
    codes = [code for code in answers.codes(axis) if computation.covers(code, answers.catalogue)]
    offered = answers.offered(axis)
    here = any(code in offered for code in codes)
    yield (computation.verdict(answers, ALL) if here else NA).figure(indicator.code, ALL)
    if indicator.by is not By.NOTHING:
        for code in codes:
            yield (computation.verdict(answers, code) if code in offered else NA).figure(indicator.code, code)
