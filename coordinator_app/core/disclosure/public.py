"""A locality's own prints for the public: sensitive services left out, totals included, and small counts withheld."""

import datetime as dt
from collections.abc import Collection

from msgspec.structs import replace
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator_app.core import indicators, settings
from coordinator_app.core.activities import OURS
from coordinator_app.core.catalogue import By, Catalogue, Family
from coordinator_app.core.disclosure.small_counts import Cell, withhold
from coordinator_app.core.figures import ALL, Figure, Summary
from coordinator_app.core.kinds import FigureStatus, MeetingState
from coordinator_app.core.model import Activity, Meeting
from coordinator_app.core.network import LOWEST_THRESHOLD
from coordinator_app.core.periods import Period

_LEADS = {Family.MEN: "visits.activity", Family.PROFESSIONAL: "professionals"}


def public_summary(
    session: Session, summary: Summary, *, today: dt.date, catalogue: Catalogue, threshold: int = LOWEST_THRESHOLD
) -> Summary:
    """The summary as partners and the archive may have it. Its figures are computed anew, as if the book had no sensitive service.

    `threshold` is how many men a cell must stand for; the office can raise it, and what is below 5 is taken for 5.
    """
    figures = public_figures(session, summary.period, today=today, catalogue=catalogue, threshold=threshold)
    groups = tuple(each for each in summary.directory if not catalogue.is_sensitive(each.service))
    return replace(summary, ledger=indicators.ledger_of(figures), figures=figures, checks=(), directory=groups, escrow=None)


def public_figures(
    session: Session, period: Period, *, today: dt.date, catalogue: Catalogue, threshold: int = LOWEST_THRESHOLD
) -> tuple[Figure, ...]:
    """The figures of a period for a print, without sensitive services and with small counts withheld."""
    begin = settings.read(session).records_begin
    offered = indicators.compute(session, period, today=today, records_begin=begin, catalogue=catalogue, only=("groups.open",))
    left_out = {each.of for each in offered if _guarded(each, catalogue)}
    figures = indicators.compute(session, period, today=today, records_begin=begin, catalogue=catalogue, left_out=left_out)
    figures = tuple(each for each in figures if not (_by_service(each, catalogue) and each.of != ALL and catalogue.is_sensitive(each.of)))
    largest = _largest(session, period.first, min(period.last, today), left_out, catalogue)
    return withhold(figures, largest=largest, catalogue=catalogue, threshold=max(threshold, LOWEST_THRESHOLD))


def _guarded(figure: Figure, catalogue: Catalogue) -> bool:
    return figure.of != ALL and figure.status is not FigureStatus.NA and catalogue.is_sensitive(figure.of)


def _by_service(figure: Figure, catalogue: Catalogue) -> bool:
    return any(each.code == figure.indicator and each.by is By.SERVICE for each in catalogue.indicators)


def _largest(session: Session, first: dt.date, last: dt.date, left_out: Collection[str], catalogue: Catalogue) -> dict[Cell, int]:
    """The largest headcount behind each cell of visits; a support talk is one man's."""
    met = select(Meeting.service, func.max(Meeting.headcount)).where(
        Meeting.state == MeetingState.COUNTED, Meeting.held_on.between(first, last), Meeting.service.not_in(left_out)
    )
    held = select(Activity.kind, func.max(Activity.headcount)).where(
        Activity.state == MeetingState.COUNTED,
        Activity.organiser.in_(OURS),
        Activity.headcount.is_not(None),
        Activity.held_on.between(first, last),
        Activity.service.not_in(left_out),
    )
    found: list[tuple[str, str, int | None]] = [("visits.group", of, n) for of, n in session.execute(met.group_by(Meeting.service))]
    for kind, n in session.execute(held.group_by(Activity.kind)):
        lead = _LEADS.get(catalogue.family(kind) or Family.NETWORK)
        found += [] if lead is None else [(lead, kind, n)]
    largest: dict[Cell, int] = {}
    for lead, of, n in found:
        for code in (of, ALL):
            largest[lead, code] = max(n or 0, largest.get((lead, code), 0))
    return largest
