"""The values of a receipt: what the central office says of a summary it has taken in."""

import datetime as dt
from collections.abc import Iterable, Mapping
from uuid import UUID

from msgspec import Struct

from coordinator_app.core.kinds import ReporterType
from coordinator_app.core.periods import Period


class Question(Struct, frozen=True):
    """A question about one figure of the summary; the book opens the records behind it."""

    indicator: str
    of: str
    text: str


class Receipt(Struct, frozen=True):
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


class Asked(Struct, frozen=True):
    """What the office asks about a period; the revision it asks about is the newest that was sent."""

    period: Period
    revision: int
    questions: tuple[Question, ...]


def open_questions(receipts: Iterable[Receipt], newest: Mapping[Period, int]) -> tuple[Asked, ...]:
    """The questions of the latest receipt of each period that no later revision has answered, newest period first.

    `receipts` in the order in which they came, `newest` the newest revision sent of each period.
    """
    latest = {receipt.period: receipt for receipt in receipts}
    waiting = [each for each in latest.values() if each.questions and each.revision >= newest.get(each.period, 0)]
    return tuple(Asked(each.period, each.revision, each.questions) for each in sorted(waiting, key=lambda each: each.period, reverse=True))
