"""Different ones whose names are gone: counted before they go, and added ever after to those who are still named."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from coordinator_app.core.figures import ALL
from coordinator_app.core.indicators.answers import Answers, RecordRef
from coordinator_app.core.indicators.scopes import Different
from coordinator_app.core.indicators.window import PERIOD, Window
from coordinator_app.core.model import KeptCount
from coordinator_app.core.periods import Period

_OF_PERIOD = (
    select(KeptCount.id, KeptCount.indicator, KeptCount.services, KeptCount.whole, KeptCount.number)
    .where(KeptCount.period == PERIOD)
    .order_by(KeptCount.id)
)

# The services each person counts under, by period and indicator.
_Named = Mapping[tuple[Period, str], Mapping[int, frozenset[str]]]


def kept(answers: Answers, indicator: str, of: str) -> int:
    """How many a figure counts whose names are gone."""
    return sum(row.number for row in _rows(answers, indicator, of))


def kept_records(answers: Answers, indicator: str, of: str) -> tuple[RecordRef, ...]:
    """The same as records behind the figure."""
    return tuple(RecordRef("kept_count", row.id, None, indicator, row.number) for row in _rows(answers, indicator, of))


@contextmanager
def keeping(
    session: Session, names: Mapping[str, Different], windows: Collection[Window], people: Collection[int], **put: Any
) -> Iterator[None]:
    """What is done inside may take the names of `people` away: the figures of the windows' periods stay as they were.

    `names` are the different ones of each indicator; `put` is the catalogue.
    """
    before = _named(session, names, windows, people, **put)
    yield
    _add(session, before, _named(session, names, windows, people, **put))


def _rows(answers: Answers, indicator: str, of: str) -> list[Any]:
    def counts(row: Any) -> bool:
        services = set(row.services.split()) - answers.window.left_out
        return bool(services) and (row.whole if of == ALL else of in services)

    rows = answers.once(_OF_PERIOD, lambda: answers.rows(_OF_PERIOD))
    return [row for row in rows if row.indicator == indicator and counts(row)]


def _named(session: Session, names: Mapping[str, Different], windows: Collection[Window], people: Collection[int], **put: Any) -> _Named:
    found: dict[tuple[Period, str], dict[int, frozenset[str]]] = {}
    for window in windows:
        answers = Answers(session, window, **put)
        for indicator, what in names.items():
            under = found[window.period, indicator] = {}
            for service, person in answers.rows(what.pairs_of(people)):
                under[person] = under.get(person, frozenset()) | {service}
    return found


def _add(session: Session, before: _Named, after: _Named) -> None:
    gone: Counter[tuple[str, str, str, bool]] = Counter()
    for (period, indicator), people in before.items():
        for person, services in people.items():
            left = after[period, indicator].get(person, frozenset())
            if services - left:
                gone[str(period), indicator, " ".join(sorted(services - left)), not left] += 1
    rows = [
        {"period": period, "indicator": indicator, "services": services, "whole": whole, "number": number}
        for (period, indicator, services, whole), number in gone.items()
    ]
    if rows:
        statement = insert(KeptCount)
        more = {"number": KeptCount.number + statement.excluded.number}
        session.execute(statement.on_conflict_do_update(index_elements=["period", "indicator", "services", "whole"], set_=more), rows)
