"""What is said and known of a period's summary, as values that cross layers."""

import datetime as dt
from enum import StrEnum
from uuid import UUID

from msgspec import Struct

from coordinator_app.core.figures import Figure, Narrative
from coordinator_app.core.kinds import SummaryKind
from coordinator_app.core.periods import Period

_SILENT = Narrative()


class Said(Struct, frozen=True):
    """What the contact man says of a period besides its figures."""

    nothing_to_report: bool = False
    narrative: Narrative = _SILENT


class SentRow(Struct, frozen=True):
    """A revision that left; `created` is local time with its offset, `sha256` that of its payload."""

    period: Period
    revision: int
    kind: SummaryKind
    file_id: UUID
    sha256: str
    sealed: bool
    created: dt.datetime
    file_name: str


class Change(Struct, frozen=True):
    """A figure that differs from the one that was sent; missing on the side that does not have it."""

    indicator: str
    of: str
    before: Figure | None
    now: Figure | None


class Standing(StrEnum):
    """Where a period is on its way to the office."""

    NOT_STARTED = "not_started"
    OPEN = "open"
    READY = "ready"
    SENT = "sent"
    CHANGED = "changed"


class QuarterRow(Struct, frozen=True):
    """A period in the list. Open: it goes on, or something stands in the way.

    `revision` is the newest that was sent, `changes` how many figures differ from it, `errors` and `unanswered` how many checks
    stand in the way of the next.
    """

    period: Period
    standing: Standing
    revision: int | None
    kind: SummaryKind | None
    sent: dt.datetime | None
    changes: int
    errors: int
    unanswered: int
