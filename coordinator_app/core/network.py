"""The values of the update file: what the central office tells every book."""

import datetime as dt
import re
from typing import Self

from msgspec import Struct

from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.errors import Refused
from coordinator_app.core.kinds import ReporterType
from coordinator_app.core.periods import Period
from coordinator_app.i18n import N_, Language

LOWEST_THRESHOLD = 5

_WRITTEN = re.compile(r"([1-9]\d{3})\.([1-9]\d{0,3})", re.ASCII)


class Version(Struct, frozen=True, order=True):
    """The number of an update file, which rises: the year, and the how manieth in it; written `2026.1`."""

    year: int
    number: int

    @classmethod
    def parse(cls, written: str) -> Self:
        """Reads `2026.1`. Raises `Refused` for anything else."""
        match = _WRITTEN.fullmatch(written)
        if match is None:
            raise Refused(N_("“{written}” is not the version of an update file. Write it as 2026.1."), written=written)
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.year}.{self.number}"


class Open(Struct, frozen=True):
    """Days a reporter works, from `first` on; `last` is missing while it goes on."""

    first: dt.date
    last: dt.date | None = None


class KnownReporter(Struct, frozen=True):
    """A locality or unit of the network, and when it reports."""

    type: ReporterType
    code: str
    fi: str
    sv: str
    open: tuple[Open, ...] = ()

    def name(self, language: Language) -> str:
        """Its name in Swedish for Swedish readers, else in Finnish."""
        return (self.sv or self.fi) if language is Language.SV else self.fi

    def reports(self, period: Period) -> bool:
        """Whether it works on any day of the period."""
        return any(each.first <= period.last and (each.last is None or each.last >= period.first) for each in self.open)


class Deadline(Struct, frozen=True):
    """The last day to send the summary of a period."""

    period: Period
    day: dt.date


class Network(Struct, frozen=True):
    """An update file. `signing_keys` are Ed25519 public keys, 32 bytes each; `recipients` age X25519 recipients (`age1…`).

    `small_count_threshold` is never below 5: a book may not be told to publish smaller counts.
    """

    office_id: str
    office_name: str
    signing_keys: tuple[bytes, ...]
    recipients: tuple[str, ...]
    version: Version
    catalogue: Catalogue
    reporters: tuple[KnownReporter, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    small_count_threshold: int = LOWEST_THRESHOLD
    message: str = ""

    def reporter(self, code: str) -> KnownReporter | None:
        """The reporter with that code, if the network has it."""
        return next((each for each in self.reporters if each.code == code), None)

    def deadline(self, period: Period) -> dt.date | None:
        """The last day to send, if the office has said one."""
        return next((each.day for each in self.deadlines if each.period == period), None)
