"""The documents that show figures."""

import datetime as dt
from typing import TYPE_CHECKING

from coordinator_app.bootstrap import sending
from coordinator_app.bootstrap.documents.kinds import Kind, Switch, Wanted
from coordinator_app.bootstrap.office_files import catalogue_in_force, smallest_count
from coordinator_app.core import disclosure, indicators, settings
from coordinator_app.core.figures import Figure
from coordinator_app.core.periods import Period
from coordinator_app.i18n import N_, Words
from coordinator_app.printing.quarter_summary import QUARTERS_SHOWN, TRENDS, QuarterPage, quarter_summary
from coordinator_app.printing.typst import Manuscript

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def _summary(session: "Session", wanted: Wanted, now: dt.datetime) -> Manuscript:
    """The pages of a quarter; for the public without sensitive services and small counts."""
    names, today = catalogue_in_force(session), now.date()
    drafted = sending.draft(session, period=wanted.period, now=now, words=Words(wanted.language))
    if wanted.public:
        threshold = smallest_count(session)
        drafted = disclosure.public_summary(session, drafted, today=today, catalogue=names, threshold=threshold)

        def figures(earlier: Period) -> tuple[Figure, ...]:
            return disclosure.public_figures(session, earlier, today=today, catalogue=names, threshold=threshold)
    else:
        begin = settings.read(session).records_begin

        def figures(earlier: Period) -> tuple[Figure, ...]:
            return indicators.compute(session, earlier, today=today, records_begin=begin, catalogue=names, only=TRENDS)

    past = tuple((earlier, figures(earlier)) for earlier in _before(session, wanted.period))
    page = QuarterPage(settings.read(session).issuer, drafted, past, wanted.public)
    return quarter_summary(page, names, wanted.languages)


def _before(session: "Session", period: Period) -> list[Period]:
    """The quarters before that the page shows, oldest first, since the book's records begin."""
    begin = settings.read(session).records_begin
    before: list[Period] = []
    each = period.previous
    while len(before) < QUARTERS_SHOWN - 1 and each.last >= begin:
        before.append(each)
        each = each.previous
    return before[::-1]


SUMMARY = Kind("summary", N_("Quarter summary"), (Switch.PERIOD, Switch.PUBLIC, Switch.LANGUAGES), _summary)
