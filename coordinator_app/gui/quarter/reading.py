"""What the quarter's screen asks the book, each answer in one read."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coordinator_app.bootstrap.office_files import network_in_force, receipts
from coordinator_app.core import catalogue, checks, indicators, settings, summary
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.checks import Finding, Findings
from coordinator_app.core.figures import ALL, Figure, Ledger
from coordinator_app.core.indicators import Reckoning, RecordRef, Stated
from coordinator_app.core.periods import Period
from coordinator_app.core.receipts import Receipt, open_questions
from coordinator_app.core.summary import Change, QuarterRow, Said, SentRow, Standing

QUARTERS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Shown:
    """One quarter with all that is known of it, and the last eight by their standing, newest first.

    `trends` has, for each indicator, its figure for all in eight quarters, the shown one last; missing before the records begin.
    `asked` counts the open questions of the office by period. `office` is the name of the office whose keys the book has; empty
    before an update file was taken in.
    """

    period: Period
    today: dt.date
    records_begin: dt.date
    row: QuarterRow
    quarters: tuple[QuarterRow, ...]
    figures: tuple[Figure, ...]
    findings: Findings
    said: Said
    stated: tuple[Stated, ...]
    sent: tuple[SentRow, ...]
    changes: tuple[Change, ...]
    receipts: tuple[Receipt, ...]
    asked: Mapping[Period, int]
    trends: Mapping[str, tuple[Figure | None, ...]]
    catalogue: Catalogue
    office: str
    deadline: dt.date | None

    @property
    def ledger(self) -> Ledger:
        return indicators.ledger_of(self.figures)


def shown(session: Any, *, period: Period | None, today: dt.date) -> Shown:
    """A quarter; without a period the one that waits to be sent, else the present one."""
    network = network_in_force(session)
    names = catalogue.shipped() if network is None else network.catalogue
    begin = settings.read(session).records_begin
    reckoning = Reckoning(session, today=today, records_begin=begin, catalogue=names)
    quarters = summary.quarters(session, reckoning=reckoning, count=QUARTERS_SHOWN)
    period = _waiting(quarters, today) if period is None else period
    row = next((each for each in quarters if each.period == period), None)
    figures = reckoning.figures(period)
    came = receipts(session)
    asked = open_questions(came, summary.newest_revisions(session))
    return Shown(
        period=period,
        today=today,
        records_begin=begin,
        row=row or summary.standing(session, period, reckoning=reckoning),
        quarters=quarters,
        figures=figures,
        findings=checks.check_reckoned(session, period, reckoning),
        said=summary.said(session, period=period),
        stated=indicators.stated(session, period=period),
        sent=summary.sent(session, period=period),
        changes=summary.changes_since_sent(session, period=period, figures=figures),
        receipts=tuple(each for each in came if each.period == period),
        asked={each.period: len(each.questions) for each in asked},
        trends=_trends(period, reckoning),
        catalogue=names,
        office="" if network is None else network.office_name,
        deadline=None if network is None else network.deadline(period),
    )


def records_of(session: Any, *, period: Period, indicator: str, of: str, today: dt.date) -> tuple[RecordRef, ...]:
    """The records behind a figure: "Why this number?"."""
    begin = settings.read(session).records_begin
    names = _catalogue(session)
    return indicators.records(session, period, indicator=indicator, of=of, today=today, records_begin=begin, catalogue=names)


def records_behind(session: Any, *, period: Period, finding: Finding, today: dt.date) -> tuple[RecordRef, ...]:
    """The records behind what a check found."""
    return checks.records(session, period, finding=finding, today=today, catalogue=_catalogue(session))


def _catalogue(session: Any) -> Catalogue:
    network = network_in_force(session)
    return catalogue.shipped() if network is None else network.catalogue


def _waiting(quarters: Sequence[QuarterRow], today: dt.date) -> Period:
    for row in quarters:
        if row.period.last < today and row.standing is not Standing.SENT:
            return row.period
    return quarters[0].period


def _trends(period: Period, reckoning: Reckoning) -> Mapping[str, tuple[Figure | None, ...]]:
    periods = [period]
    while len(periods) < QUARTERS_SHOWN:
        periods.insert(0, periods[0].previous)
    told = [reckoning.figures(each) if each.last >= reckoning.records_begin else () for each in periods]
    by_quarter = [{figure.indicator: figure for figure in figures if figure.of == ALL} for figures in told]
    return {code: tuple(quarter.get(code) for quarter in by_quarter) for code in by_quarter[-1]}
