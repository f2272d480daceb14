"""What the book says of activities, as values that cross layers."""

import datetime as dt
from typing import TypedDict

from msgspec import Struct

from coordinator_app.core.kinds import MeetingState, Mode, Organiser


class SeriesRow(Struct, frozen=True):
    """Activities that belong together."""

    id: int
    name: str
    kind: str


class ActivityRow(Struct, frozen=True):
    """One activity. Counts are of participants, leaders excluded; blank is not asked. `minutes` is how long, `until` its last day."""

    id: int
    name: str
    kind: str
    service: str
    series: int | None
    series_name: str | None
    organiser: Organiser
    held_on: dt.date
    until: dt.date | None
    starts: dt.time | None
    minutes: int | None
    place: int | None
    place_name: str | None
    mode: Mode
    public: bool
    state: MeetingState
    reason: str | None
    headcount: int | None
    newcomers: int | None
    remote: int | None
    children: int | None
    women: int | None
    leaders: int | None
    enrolled: int | None
    completed: int | None
    completed_on: dt.date | None
    reach: int | None
    theme: str | None
    sector: str | None
    client: int | None
    client_name: str | None
    note: str | None


class ActivityMore(TypedDict, total=False):
    """What may be said of an activity besides what it is and when. `series`, `place` and `client` are ids."""

    series: int | None
    until: dt.date | None
    starts: dt.time | None
    minutes: int | None
    place: int | None
    theme: str | None
    sector: str | None
    client: int | None
    note: str | None


class ActivityFields(ActivityMore, total=False):
    """What of an activity can be changed; what is not named stays."""

    name: str
    kind: str
    service: str
    organiser: Organiser
    held_on: dt.date
    mode: Mode
    public: bool


class Counts(TypedDict, total=False):
    """How many; blank is not asked. `reach` is of outreach; `enrolled` and `completed` of programmes and training."""

    headcount: int | None
    newcomers: int | None
    remote: int | None
    children: int | None
    women: int | None
    leaders: int | None
    enrolled: int | None
    completed: int | None
    completed_on: dt.date | None
    reach: int | None
