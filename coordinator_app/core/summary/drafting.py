"""A period's summary as it would leave now, and where each period stands."""

import datetime as dt
from collections.abc import Iterator
from uuid import UUID

from sqlalchemy.orm import Session

from coordinator_app.core import checks, indicators, settings, signing
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.figures import Reporter, Summary
from coordinator_app.core.indicators import Reckoning
from coordinator_app.core.kinds import SummaryKind
from coordinator_app.core.periods import Period
from coordinator_app.core.summary.directory import public_groups
from coordinator_app.core.summary.saying import said
from coordinator_app.core.summary.sent import changes_since_sent, next_revision, sent
from coordinator_app.core.summary.values import Change, QuarterRow, SentRow, Standing
from coordinator_app.i18n import Words


def draft(
    session: Session, period: Period, *, now: dt.datetime, catalogue: Catalogue, words: Words, app_version: str, file_id: UUID
) -> Summary:
    """The summary of a period as the office would see it, with the next revision's number; whether it may leave, `checks.check` tells.

    `now` is local time with its offset. The directory's rules are said in the language of `words`.
    """
    book = settings.read(session)
    reckoning = Reckoning(session, today=now.date(), records_begin=book.records_begin, catalogue=catalogue)
    figures = reckoning.figures(period)
    found = checks.check_reckoned(session, period, reckoning)
    spoken = said(session, period=period)
    replaces, revision = next_revision(session, period=period)
    return Summary(
        office_id=book.office_id or None,
        reporter=Reporter(book.reporter_type, book.locality_code, book.locality_name),
        period=period,
        revision=revision,
        file_id=file_id,
        replaces=replaces,
        key_epoch=signing.newest(session).epoch,
        catalogue=catalogue.version,
        created=now.replace(microsecond=0),
        app_version=app_version,
        kind=SummaryKind.NOTHING if spoken.nothing_to_report else SummaryKind.FINAL,
        practice=book.practice,
        ledger=indicators.ledger_of(figures),
        figures=figures,
        checks=found.answers,
        directory=public_groups(session, period, catalogue=catalogue, words=words),
        narrative=spoken.narrative,
    )


def quarters(session: Session, *, reckoning: Reckoning, count: int = 8) -> tuple[QuarterRow, ...]:
    """The newest periods up to the present one, at most `count`, newest first; none from before the book's records begin."""
    return tuple(_row(session, each, newest, reckoning) for each, newest in _newest(session, reckoning, count))


def changes(session: Session, period: Period, *, today: dt.date, catalogue: Catalogue) -> tuple[Change, ...]:
    """How the figures of a period differ by now from what was sent of it; nothing is checked."""
    begin = settings.read(session).records_begin
    figures = indicators.compute(session, period, today=today, records_begin=begin, catalogue=catalogue)
    return changes_since_sent(session, period=period, figures=figures)


def standing(session: Session, period: Period, *, reckoning: Reckoning) -> QuarterRow:
    """Where one period stands."""
    return _row(session, period, next(iter(sent(session, period=period)), None), reckoning)


def _newest(session: Session, reckoning: Reckoning, count: int) -> Iterator[tuple[Period, SentRow | None]]:
    """The newest periods, newest first, each with the newest revision that was sent."""
    rows = {each.period: each for each in reversed(sent(session))}
    return ((period, rows.get(period)) for period in Period.of(reckoning.today).back_to(reckoning.records_begin, count))


def _row(session: Session, period: Period, newest: SentRow | None, reckoning: Reckoning) -> QuarterRow:
    if reckoning.today < period.first:
        return QuarterRow(period, Standing.NOT_STARTED, None, None, None, 0, 0, 0)
    found = checks.check_reckoned(session, period, reckoning)
    errors, unanswered = len(found.errors), len(found.unanswered)
    if newest is None:
        return QuarterRow(period, Standing.READY if found.may_send else Standing.OPEN, None, None, None, 0, errors, unanswered)
    changes = len(changes_since_sent(session, period=period, figures=reckoning.figures(period)))
    state = Standing.CHANGED if changes else Standing.SENT
    return QuarterRow(period, state, newest.revision, newest.kind, newest.created, changes, errors, unanswered)
