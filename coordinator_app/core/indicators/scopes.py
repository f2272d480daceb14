"""Sets of records, the statement that adds them up, and beside it the statement that lists them: one WHERE for both."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Executable, FromClause, Integer, SQLColumnExpression, func, literal, select

from coordinator_app.core.indicators.verdict import Tally
from coordinator_app.core.indicators.window import LEFT_OUT, OF
from coordinator_app.core.model.table import CivilDate

Column = SQLColumnExpression[Any]


@dataclass(frozen=True, slots=True)
class Measure:
    """What an indicator takes from a scope.

    `only` narrows the scope. `amount` is what each record says (missing: each is simply one; null: it was not asked).
    `asked` is what each record adds to those that could have said it (missing: only those that did).
    """

    only: ColumnElement[bool] | None = None
    amount: Column | None = None
    asked: Column | None = None


@dataclass(frozen=True, eq=False)
class Scope:
    """Records of one kind within the days that count; `of` is the code they count under, `title` what a list calls them.

    `service` is whose they are, where that is not `of`. `listed` are the rows with what the title needs, where that is more.
    """

    kind: str
    rows: FromClause
    id: Column
    on: Column
    title: Column
    of: Column
    where: ColumnElement[bool]
    measures: Mapping[str, Measure]
    service: Column | None = None
    listed: FromClause | None = None
    totals: Executable = field(init=False)

    def __post_init__(self) -> None:
        service = self.of if self.service is None else self.service
        object.__setattr__(self, "where", self.where & service.not_in(LEFT_OUT))
        columns = [column for measure in self.measures.values() for column in _sums(measure)]
        totals = select(self.of, *columns).select_from(self.rows).where(self.where).group_by(self.of)
        object.__setattr__(self, "totals", totals)

    def tallies(self, row: Sequence[Any]) -> Iterator[tuple[str, Tally]]:
        """Each measure's tally out of one row of `totals`."""
        place = 1
        for name, measure in self.measures.items():
            if measure.amount is None:
                yield name, Tally(*[row[place]] * 4)
                place += 1
            else:
                yield name, Tally(*row[place : place + 4])
                place += 4

    def listing(self, name: str, *, all_codes: bool) -> Executable:
        """The records behind a measure: id, day, title, and what each adds."""
        measure = self.measures[name]
        value = literal(1, Integer) if measure.amount is None else measure.amount
        listed = self.rows if self.listed is None else self.listed
        rows = select(self.id, self.on, self.title, value).select_from(listed).where(self.where).order_by(self.on, self.id)
        if measure.only is not None:
            rows = rows.where(measure.only)
        return rows if all_codes else rows.where(self.of == OF)


@dataclass(frozen=True, eq=False)
class Different:
    """Different ones, each counted once, however many records name it; `pairs` has each with every code it counts under.

    `listed` are the rows with what the title needs.
    """

    kind: str
    rows: FromClause
    id: Column
    on: Column
    title: Column
    of: Column
    where: ColumnElement[bool]
    listed: FromClause
    pairs: Executable = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "where", self.where & self.of.not_in(LEFT_OUT) & self.id.is_not(None))
        object.__setattr__(self, "pairs", select(self.of, self.id).distinct().select_from(self.rows).where(self.where))

    def pairs_of(self, ones: Collection[int]) -> Executable:
        """The same as `pairs`, of those ones alone."""
        return select(self.of, self.id).distinct().select_from(self.rows).where(self.where, self.id.in_(ones))

    def listing(self, *, all_codes: bool) -> Executable:
        """The different ones: id, the last day, title, and how many records name it."""
        columns = (self.id, func.max(self.on, type_=CivilDate()), self.title, func.count())
        rows = select(*columns).select_from(self.listed).where(self.where).group_by(self.id, self.title).order_by(self.title, self.id)
        return rows if all_codes else rows.where(self.of == OF)


def _sums(measure: Measure) -> list[ColumnElement[int]]:
    """How many records; with an amount also how many could have said it, how many did, and the sum: the parts of a `Tally`."""

    def narrowed(counted: Any) -> ColumnElement[int]:
        summed: ColumnElement[int] = counted if measure.only is None else counted.filter(measure.only)
        return summed

    records = narrowed(func.count())
    if measure.amount is None:
        return [records]
    said = narrowed(func.count(measure.amount))
    asked = said if measure.asked is None else func.coalesce(narrowed(func.sum(measure.asked)), 0)
    return [records, asked, said, func.coalesce(narrowed(func.sum(measure.amount)), 0)]
