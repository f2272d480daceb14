"""What the printing screen asks the book, each answer in one read."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from coordinator_app.bootstrap import hanging
from coordinator_app.bootstrap.documents import Draft, Wanted, term_to_print, trainings
from coordinator_app.bootstrap.office_files import catalogue_in_force
from coordinator_app.core import activities, groups, posters, settings
from coordinator_app.core.periods import Period, Span
from coordinator_app.core.posters import Age, Posted, PrintedRow
from coordinator_app.i18n import Language

_FURTHEST = dt.date(9998, 12, 31)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group that can be chosen. One that is not `public` is named when chosen, but never printed."""

    id: int
    name: str
    sensitive: bool
    public: bool


@dataclass(frozen=True, slots=True)
class Offered:
    """What there is to choose from: the groups, the two terms, the quarters and the trainings, both newest first.

    `nothing` tells an empty book.
    """

    book_id: str
    locality: str
    language: Language
    groups: tuple[GroupRow, ...]
    this_term: Span
    next_term: Span
    periods: tuple[Period, ...]
    usual_period: Period
    trainings: tuple[activities.ActivityRow, ...]
    nothing: bool


def offered(session: Any, *, today: dt.date) -> Offered:
    """What the options of all documents offer."""
    kept, catalogue = settings.read(session), catalogue_in_force(session)
    cards = groups.listing(session, today=today, records_begin=kept.records_begin)
    periods = _periods(kept.records_begin, today)
    empty = not groups.listing(session, today=today, records_begin=kept.records_begin, ended=True)
    return Offered(
        book_id=kept.book_id,
        locality=kept.locality_name,
        language=kept.language,
        groups=tuple(GroupRow(card.id, card.name, catalogue.is_sensitive(card.service), card.public) for card in cards),
        this_term=term_to_print(session, today=today, next_term=False),
        next_term=term_to_print(session, today=today, next_term=True),
        periods=periods,
        usual_period=periods[min(1, len(periods) - 1)],
        trainings=trainings(session, today=today),
        nothing=empty and not activities.within(session, span=Span(kept.records_begin, _FURTHEST)),
    )


@dataclass(frozen=True, slots=True)
class Hung:
    """The posters that hang, by place, and the sheets that were printed last, of which others may hang."""

    posted: tuple[Posted, ...]
    printed: tuple[PrintedRow, ...]


def hung(session: Any, *, now: dt.datetime) -> Hung:
    """Where the posters hang."""
    return Hung(hanging.all_posted(session, now=now), hanging.printed_last(session))


@dataclass(frozen=True, slots=True)
class Found:
    """What a code stands for: the sheet printed last with it, if any, and whether that is out of date."""

    code: str
    row: PrintedRow | None = None
    age: Age = Age.FRESH


def found(session: Any, *, code: str, now: dt.datetime) -> Found:
    """The sheet with a code as it was typed off the paper. Raises `Refused` for what cannot be a code."""
    rows = posters.by_code(session, code=code)
    if not rows:
        return Found(posters.written_code(code))
    return Found(rows[0].sheet.code, rows[0], hanging.age(session, printed=rows[0].sheet, now=now))


def drafts(session: Any, *, wanted: Sequence[Wanted], now: dt.datetime) -> tuple[Draft, ...]:
    """What the documents say, in the order they are asked for."""
    return tuple(draft(session, wanted=each, now=now) for each in wanted)


def draft(session: Any, *, wanted: Wanted, now: dt.datetime) -> Draft:
    """What one document says."""
    return wanted.drafted(session, now)


def _periods(begin: dt.date, today: dt.date) -> tuple[Period, ...]:
    """The quarters since the records begin, this one first."""
    periods = [Period.of(today)]
    while periods[-1].first > begin:
        periods.append(periods[-1].previous)
    return tuple(periods)
