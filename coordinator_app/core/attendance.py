"""Who was there: the sheet of one meeting, the grid of a month, and the line a counsellor sends in a text message."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from coordinator_app.core.kinds import Content
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.periods import Span


@dataclass(frozen=True, slots=True)
class RosterLine:
    """A man on a sheet; `row` is his number on it, from 1. `name` is as the group keeps names."""

    row: int
    person: int
    name: str
    last_there: dt.date | None
    present: bool
    newcomer: bool
    remote: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The attendance of one meeting. `names` is False where only headcounts are kept; then the roster is empty."""

    meeting: MeetingRow
    names: bool
    roster: tuple[RosterLine, ...]
    visitors: int


@dataclass(frozen=True, slots=True)
class Line:
    """What a typed line says: a headcount alone (`rows` missing), or rows of the sheet and visitors beside them."""

    headcount: int
    rows: tuple[int, ...] | None = None
    visitors: int = 0


@dataclass(frozen=True, slots=True)
class GridRow:
    """A group and its meetings of the month."""

    group: int
    name: str
    names: bool
    meetings: tuple[MeetingRow, ...]


@dataclass(frozen=True, slots=True)
class GridEntry:
    """What was typed for one meeting of the grid."""

    meeting: int
    typed: str


def sheet(session: Session, *, meeting: int) -> Sheet:
    """The sheet of a meeting: the group's members, who came last first. Raises `NotFound`."""
    raise NotImplementedError


def record(
    session: Session,
    *,
    meeting: int,
    present: Sequence[int],
    today: dt.date,
    visitors: int = 0,
    newcomers: int | None = None,
    remote: int | None = None,
    children: int | None = None,
    counsellors: int | None = None,
    new_people: Collection[int] = (),
    remote_people: Collection[int] = (),
    content: Content | None = None,
    note: str | None = None,
) -> MeetingRow:
    """Names who was there; the headcount is the named and the visitors. Who was not a member yet becomes one.

    `new_people` and `remote_people` are those of the present who were new or took part remotely; `newcomers` and `remote`
    are the totals, visitors included, and are taken from the names when not given.
    Raises `Refused` where only headcounts are kept, and as `meetings.count` does.
    """
    raise NotImplementedError


def record_many(session: Session, *, entries: Sequence[GridEntry], today: dt.date) -> tuple[MeetingRow, ...]:
    """Records typed lines of a grid, all or none; an empty line is passed over."""
    raise NotImplementedError


def drop_names(session: Session, *, meetings: Collection[int]) -> int:
    """Takes the names off meetings; the headcounts stay. How many names went."""
    raise NotImplementedError


def grid(session: Session, *, span: Span) -> tuple[GridRow, ...]:
    """The groups that meet within a span, usually a month, with their meetings; groups in Finnish order."""
    raise NotImplementedError


def parse_line(typed: str, *, rows: int | None) -> Line:
    """Reads a line: a lone number is a headcount, several are rows of the sheet, `+n` are visitors: `1 3 4 7 +2`.

    `rows` is how many rows the sheet has, missing where only headcounts are kept. Raises `Refused` with what is wrong.
    """
    raise NotImplementedError
