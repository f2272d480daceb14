"""The days a computation looks at, as values and as the bind parameters of every statement."""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any, Self

from msgspec import Struct
from sqlalchemy import Text, bindparam

from coordinator_app.core.catalogue import Catalogue, Family
from coordinator_app.core.meetings import due_span
from coordinator_app.core.model.table import CivilDate
from coordinator_app.core.periods import Period, Span

# The first and last day that count, both included.
SINCE = bindparam("since", type_=CivilDate())
UNTIL = bindparam("until", type_=CivilDate())
# The same for what is due, which begins with the book's records.
DUE_SINCE = bindparam("due_since", type_=CivilDate())
DUE_UNTIL = bindparam("due_until", type_=CivilDate())
YEAR_SINCE = bindparam("year_since", type_=CivilDate())
# The period itself, whatever day it is today.
LAST = bindparam("last", type_=CivilDate())
PERIOD = bindparam("period", type_=Text())
# The code of a breakdown whose records are listed.
OF = bindparam("of", type_=Text())
# Services whose records are left out, totals included.
LEFT_OUT = bindparam("left_out", expanding=True, type_=Text())
# The kinds of activity in the catalogue's families.
MEN_KINDS = bindparam("men_kinds", expanding=True, type_=Text())
PROFESSIONAL_KINDS = bindparam("professional_kinds", expanding=True, type_=Text())
OUTREACH_KINDS = bindparam("outreach_kinds", expanding=True, type_=Text())
ADVOCACY_KINDS = bindparam("advocacy_kinds", expanding=True, type_=Text())
APART_KINDS = bindparam("apart_kinds", expanding=True, type_=Text())


class Window(Struct, frozen=True):
    """A period as it stands today: what lies ahead does not count yet, and nothing is due before the book's records begin.

    `left_out` are services that are treated as if the book had none of them.
    """

    period: Period
    until: dt.date
    due: Span
    left_out: frozenset[str] = frozenset()

    @classmethod
    def of(cls, period: Period, *, today: dt.date, records_begin: dt.date, left_out: Collection[str] = ()) -> Self:
        due = due_span(Span(period.first, period.last), today=today, records_begin=records_begin)
        return cls(period, min(period.last, today), due, frozenset(left_out))

    def values(self, catalogue: Catalogue) -> Mapping[str, Any]:
        """What the bind parameters stand for."""
        return {
            "since": self.period.first,
            "until": self.until,
            "due_since": self.due.first,
            "due_until": self.due.last,
            "year_since": dt.date(self.period.year, 1, 1),
            "last": self.period.last,
            "period": str(self.period),
            # A list that is never empty keeps the statement simple; no code is empty.
            "left_out": ["", *sorted(self.left_out)],
            "men_kinds": catalogue.kinds_of(Family.MEN),
            "professional_kinds": catalogue.kinds_of(Family.PROFESSIONAL),
            "outreach_kinds": catalogue.kinds_of(Family.OUTREACH),
            "advocacy_kinds": catalogue.kinds_of(Family.ADVOCACY),
            "apart_kinds": catalogue.kinds_of(Family.OUTREACH, Family.ADVOCACY),
        }
