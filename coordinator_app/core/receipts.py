"""The values of a receipt: what the central office says of a summary it has taken in."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from coordinator_app.core.kinds import ReporterType
from coordinator_app.core.periods import Period


@dataclass(frozen=True, slots=True)
class Question:
    """A question about one figure of the summary; the book opens the records behind it."""

    indicator: str
    of: str
    text: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """The office has the summary `file_id`, whose payload has that SHA-256. `received` is local time with its offset, to the second."""

    office_id: str
    reporter_type: ReporterType
    reporter_code: str
    period: Period
    revision: int
    file_id: UUID
    sha256: str
    received: dt.datetime
    message: str = ""
    questions: tuple[Question, ...] = ()
