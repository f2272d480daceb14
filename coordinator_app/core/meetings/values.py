"""What the book says of a meeting, as a value that crosses layers."""

import datetime as dt

from msgspec import Struct

from coordinator_app.core.kinds import Content, MeetingState, Mode, NamesKept


class MeetingRow(Struct, frozen=True):
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
