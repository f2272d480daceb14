"""What attendance is read and written as."""

import datetime as dt

from msgspec import Struct

from coordinator_app.core.meetings import MeetingRow


class RosterLine(Struct, frozen=True):
    """A man on a sheet; `row` is his number on it. `name` is as the group keeps names, `called` the first name that paper shows."""

    row: int
    person: int
    name: str
    called: str
    last_there: dt.date | None
    present: bool
    newcomer: bool
    remote: bool


class Sheet(Struct, frozen=True):
    """The attendance of one meeting. `names` is False where only headcounts are kept; then the roster is empty."""

    meeting: MeetingRow
    names: bool
    roster: tuple[RosterLine, ...]
    visitors: int


class Line(Struct, frozen=True):
    """What a typed line says: a headcount alone (`rows` missing), or rows of the sheet and visitors beside them."""

    headcount: int
    rows: tuple[int, ...] | None = None
    visitors: int = 0


class GridRow(Struct, frozen=True):
    """A group and its meetings of the month."""

    group: int
    name: str
    names: bool
    meetings: tuple[MeetingRow, ...]
