"""What the attendance screen asks the book, each answer in one read."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from coordinator_app.bootstrap.office_files import catalogue_in_force
from coordinator_app.core import attendance, meetings, settings
from coordinator_app.core.attendance import GridRow, Sheet
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.periods import Span


@dataclass(frozen=True, slots=True)
class Opened:
    """The sheet of one meeting, and how many meetings are not recorded yet."""

    sheet: Sheet
    missing: int
    records_begin: dt.date
    today: dt.date
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class Month:
    """The meetings of a month, group by group."""

    first: dt.date
    rows: tuple[GridRow, ...]
    records_begin: dt.date
    today: dt.date


def opened(session: Any, *, meeting: int, today: dt.date) -> Opened:
    """The sheet of a meeting. Raises `NotFound`."""
    kept = settings.read(session)
    missing = len(meetings.unrecorded(session, today=today, records_begin=kept.records_begin))
    return Opened(attendance.sheet(session, meeting=meeting), missing, kept.records_begin, today, catalogue_in_force(session))


def next_missing(session: Any, *, today: dt.date, after: int | None = None) -> int | None:
    """The meeting to record next: the first not recorded one that was held after the one named, else the oldest of all."""
    rows = [row for row in meetings.unrecorded(session, today=today, records_begin=settings.read(session).records_begin) if row.id != after]
    if after is not None:
        before = _place(meetings.one(session, meeting=after))
        rows.sort(key=lambda row: (_place(row) < before, _place(row)))
    return rows[0].id if rows else None


def month(session: Any, *, on: dt.date, today: dt.date) -> Month:
    """The month that a day lies in."""
    first = on.replace(day=1)
    last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    return Month(first, attendance.grid(session, span=Span(first, last)), settings.read(session).records_begin, today)


def _place(row: MeetingRow) -> tuple[dt.date, dt.time, int]:
    return row.held_on, row.starts, row.id
