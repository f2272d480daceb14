"""Meetings and their ends: counted, not counted, cancelled, moved; what is due and not recorded."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Session

from coordinator_app.core.kinds import Content, MeetingState, Mode, NamesKept
from coordinator_app.core.periods import Span

BREAK = "break"


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting. `planned_on` missing: an extra. Counts are of men, blank is not asked; `names` how many are named."""

    id: int
    group: int
    group_name: str
    service: str
    names_kept: NamesKept
    planned_on: dt.date | None
    held_on: dt.date
    starts: dt.time
    minutes: int
    place: int | None
    place_name: str | None
    mode: Mode
    state: MeetingState
    reason: str | None
    content: Content
    headcount: int | None
    newcomers: int | None
    remote: int | None
    children: int | None
    counsellors: int | None
    note: str | None
    names: int
    by_hand: bool

    @property
    def extra(self) -> bool:
        return self.planned_on is None

    @property
    def moved(self) -> bool:
        return self.planned_on is not None and self.planned_on != self.held_on


def is_due(first: dt.date, last: dt.date) -> ColumnElement[bool]:
    """The one condition for a due meeting: planned by a rule, and held within these days; give it the days of `due_span`."""
    raise NotImplementedError


def due_span(span: Span, *, today: dt.date, records_begin: dt.date) -> Span:
    """The days of `span` on which a planned meeting is due; empty (`last` before `first`) when there are none."""
    return Span(max(span.first, records_begin), min(span.last, today))


def count(
    session: Session,
    *,
    meeting: int,
    headcount: int,
    today: dt.date,
    newcomers: int | None = None,
    remote: int | None = None,
    children: int | None = None,
    counsellors: int | None = None,
    content: Content | None = None,
    note: str | None = None,
) -> MeetingRow:
    """Held, and so many men were there; 0 is a count. Blank counts are not asked; blank content and note stay as they are.

    Raises `Refused` for a meeting to come, a negative number, a part above the whole, or fewer than are named.
    """
    raise NotImplementedError


def not_counted(session: Session, *, meeting: int, today: dt.date, content: Content | None = None, note: str | None = None) -> MeetingRow:
    """Held, and nobody counted. Raises `Refused` for a meeting to come."""
    raise NotImplementedError


def cancel(session: Session, *, meeting: int, reason: str, note: str | None = None) -> MeetingRow:
    """Not held; `reason` is a code of the catalogue's cancel reasons. Raises `Refused` without one."""
    raise NotImplementedError


def clear(session: Session, *, meeting: int) -> MeetingRow:
    """Takes back what was said of a meeting: it is planned, and not recorded once its day has come."""
    raise NotImplementedError


def move(
    session: Session,
    *,
    meeting: int,
    on: dt.date,
    today: dt.date,
    starts: dt.time | None = None,
    minutes: int | None = None,
    place: int | None = None,
) -> MeetingRow:
    """Moves a meeting to a day, and to a time and place if given; the day it was planned on stays.

    Raises `Refused` for a cancelled meeting, and for a recorded one that would come to lie ahead.
    """
    raise NotImplementedError


def add_extra(
    session: Session,
    *,
    group: int,
    on: dt.date,
    starts: dt.time | None = None,
    minutes: int | None = None,
    place: int | None = None,
    mode: Mode | None = None,
) -> MeetingRow:
    """A meeting that no rule planned; what is not given is taken from the group's slot."""
    raise NotImplementedError


def remove_extra(session: Session, *, meeting: int) -> None:
    """Takes an extra away. Raises `Refused` for a planned meeting (cancel that) and for one with a record (clear it first)."""
    raise NotImplementedError


def record_on(
    session: Session,
    *,
    group: int,
    on: dt.date,
    state: MeetingState,
    today: dt.date,
    headcount: int | None = None,
    newcomers: int | None = None,
    remote: int | None = None,
    reason: str | None = None,
) -> MeetingRow:
    """Says how a group's meeting of a day ended; if none was planned that day, an extra is made.

    Raises `Refused` when the group met twice that day and it is not clear which is meant.
    """
    raise NotImplementedError


def run_by(session: Session, *, meeting: int, counsellors: Sequence[int]) -> None:
    """Who runs a meeting, or ran it: the ids of persons; replaces who was named before."""
    raise NotImplementedError


def one(session: Session, *, meeting: int) -> MeetingRow:
    """One meeting. Raises `NotFound`."""
    raise NotImplementedError


def unrecorded(session: Session, *, today: dt.date, records_begin: dt.date) -> tuple[MeetingRow, ...]:
    """The meetings whose day has come and nothing is said about, oldest first; extras too."""
    raise NotImplementedError


def strip(session: Session, *, group: int, span: Span) -> tuple[MeetingRow, ...]:
    """The meetings of one group within a span, by day: the strip of a term."""
    raise NotImplementedError


def within(session: Session, *, span: Span, groups: Sequence[int] | None = None) -> tuple[MeetingRow, ...]:
    """The meetings held within a span, by day and time."""
    raise NotImplementedError
