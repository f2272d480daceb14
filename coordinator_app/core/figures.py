"""The values of a summary: the figures of one reporter and one period, and what is said beside them."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

from msgspec import Struct

from coordinator_app.core.kinds import Basis, FigureStatus, ReporterType, SummaryKind
from coordinator_app.core.periods import Period

ALL = "all"
NARRATIVE_LIMIT = 2_000

Number = int | Decimal


class Figure(Struct, frozen=True):
    """One figure: an indicator, of one code of its breakdown or of `all`.

    `value` is missing unless the status is `ok`. `numerator` and `denominator` go with a figure that is a ratio.
    """

    indicator: str
    of: str
    value: Number | None
    numerator: Number | None = None
    denominator: Number | None = None
    status: FigureStatus = FigureStatus.OK
    basis: Basis | None = None


class Ledger(Struct, frozen=True):
    """What became of the meetings that were due; extras, which no rule planned, are counted apart."""

    due: int
    counted: int
    uncounted: int
    cancelled: int
    unrecorded: int
    extra: int

    @property
    def balances(self) -> bool:
        """Whether every due meeting has exactly one end."""
        return self.due == self.counted + self.uncounted + self.cancelled + self.unrecorded

    @property
    def completeness(self) -> int | None:
        """The share of due meetings that were counted or cancelled, in whole per cents; missing if nothing was due.

        It is rounded down, so that 100 is said only of what is complete.
        """
        return 100 * (self.counted + self.cancelled) // self.due if self.due else None


class CheckAnswer(Struct, frozen=True):
    """The choice that answers a warning, and a line of text outside sensitive services."""

    rule: str
    of: str
    choice: str
    text: str | None = None


class DirectoryEntry(Struct, frozen=True):
    """A public group as anyone may know it. `weekday` 0 = Monday; `place` is missing when the group hides it."""

    id: str
    name: str
    service: str
    rule: str
    weekday: int | None
    time: dt.time | None
    place: str | None
    contact: str | None
    status: str


class Narrative(Struct, frozen=True):
    """The contact man's own words, without names, each at most 2,000 characters."""

    went_well: str = ""
    hard: str = ""
    wishes: str = ""


class Reporter(Struct, frozen=True):
    """Who reports; `code` is the same from year to year and in file names: a to z, 0 to 9, `_` and `-`."""

    type: ReporterType
    code: str
    name: str


class Replaces(Struct, frozen=True):
    """The revision before: its `file_id`, and the SHA-256 of its payload in hexadecimal."""

    file_id: UUID
    sha256: str


class Summary(Struct, frozen=True):
    """Everything a summary says. `created` is local time with its offset, to the second.

    `office_id` is missing until an update file was taken in. `key_epoch` numbers the reporter's signing keys from 1.
    `escrow` is the book's key, sealed to the office, and is missing unless the book's owner turned it on.
    """

    office_id: str | None
    reporter: Reporter
    period: Period
    revision: int
    file_id: UUID
    replaces: Replaces | None
    key_epoch: int
    catalogue: str
    created: dt.datetime
    app_version: str
    kind: SummaryKind
    practice: bool
    ledger: Ledger
    figures: tuple[Figure, ...]
    checks: tuple[CheckAnswer, ...] = ()
    directory: tuple[DirectoryEntry, ...] = ()
    narrative: Narrative = Narrative()
    escrow: bytes | None = None

    def figure(self, indicator: str, of: str = ALL) -> Figure | None:
        """The figure of an indicator, if the summary has it."""
        return next((each for each in self.figures if (each.indicator, each.of) == (indicator, of)), None)
