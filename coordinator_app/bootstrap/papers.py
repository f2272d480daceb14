"""Documents of the book: a query makes the manuscript from what the book says, and a `Typesetter` sets it, in another thread if wanted."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from coordinator_app.bootstrap import OpenBook, outgoing, sending
from coordinator_app.bootstrap.office_files import catalogue_in_force, smallest_count
from coordinator_app.core import disclosure, indicators, schedule, settings
from coordinator_app.core.errors import CannotWrite
from coordinator_app.core.figures import Figure
from coordinator_app.core.periods import Period, Span
from coordinator_app.core.schedule import Schedule
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.poster import PosterOptions, poster
from coordinator_app.printing.quarter_summary import QUARTERS_SHOWN, TRENDS, QuarterPage, quarter_summary
from coordinator_app.printing.recovery_sheet import RecoverySheet, recovery_sheet
from coordinator_app.printing.schedule_text import ScheduleText, schedule_text
from coordinator_app.printing.selection import Choice
from coordinator_app.printing.term_calendar import CalendarOptions, term_calendar
from coordinator_app.printing.typst import Manuscript, Typesetter

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def term_to_print(session: "Session", *, today: dt.date, next_term: bool) -> Span:
    """The days a schedule speaks of: what is left of this term, or the whole next one."""
    rule = settings.read(session).term_rule
    term = rule.term_of(today)
    return rule.after(term) if next_term else Span(today, term.last)


def schedule_manuscript(
    session: "Session", *, options: PosterOptions | CalendarOptions, today: dt.date, next_term: bool = False
) -> Manuscript:
    """The poster or the term calendar, by the kind of its options."""
    said = _schedule(session, today, next_term)
    return poster(said, options) if isinstance(options, PosterOptions) else term_calendar(said, options)


def text_of_schedule(session: "Session", *, choice: Choice, today: dt.date, next_term: bool = False) -> ScheduleText:
    """The schedule as plain text."""
    return schedule_text(_schedule(session, today, next_term), choice)


def summary_manuscript(session: "Session", *, period: Period, now: dt.datetime, language: Language, public: bool) -> Manuscript:
    """The pages of a quarter; for the public without sensitive services and small counts."""
    names, today = catalogue_in_force(session), now.date()
    drafted = sending.draft(session, period=period, now=now, words=Words(language))
    if public:
        threshold = smallest_count(session)
        drafted = disclosure.public_summary(session, drafted, today=today, catalogue=names, threshold=threshold)

        def figures(earlier: Period) -> tuple[Figure, ...]:
            return disclosure.public_figures(session, earlier, today=today, catalogue=names, threshold=threshold)
    else:
        begin = settings.read(session).records_begin

        def figures(earlier: Period) -> tuple[Figure, ...]:
            return indicators.compute(session, earlier, today=today, records_begin=begin, catalogue=names, only=TRENDS)

    past = tuple((earlier, figures(earlier)) for earlier in _before(session, period))
    return quarter_summary(QuarterPage(settings.read(session).office_name, drafted, past, public), names, language)


def put_recovery_sheet(book: OpenBook, place: Path, language: Language) -> Path:
    """Makes a new recovery code, which replaces the one before, once its sheet is written to `place`.

    Raises `CannotWrite`, and leaves no sheet behind whose code opens nothing.
    """
    said, made = book.settings(), book.clock.now()

    def put(code: str) -> None:
        sheet = RecoverySheet(said.office_name, said.locality_name, made.date(), code)
        outgoing.put(Typesetter().document(recovery_sheet(sheet, language), made=made).pdf, place)

    try:
        book.new_recovery_code(put)
    except CannotWrite:
        place.unlink(missing_ok=True)
        raise
    return place


def _schedule(session: "Session", today: dt.date, next_term: bool) -> Schedule:
    span = term_to_print(session, today=today, next_term=next_term)
    return schedule.term(session, span=span, today=today, catalogue=catalogue_in_force(session))


def _before(session: "Session", period: Period) -> list[Period]:
    """The quarters before that the page shows, oldest first, since the book's records begin."""
    begin = settings.read(session).records_begin
    before: list[Period] = []
    each = period.previous
    while len(before) < QUARTERS_SHOWN - 1 and each.last >= begin:
        before.append(each)
        each = each.previous
    return before[::-1]
