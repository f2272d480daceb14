"""What is said of a figure once its records are added up: a value, or why there is none."""

from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct

from coordinator_app.core.figures import Figure, Number
from coordinator_app.core.kinds import Basis, FigureStatus

_CENT = Decimal("0.01")
_STRENGTH = list(Basis)


class Tally(Struct, frozen=True):
    """Records added up.

    `records` is how many there are, `asked` how many of them could have said the amount, `said` how many did,
    and `amount` the sum of what they said.
    """

    records: int = 0
    asked: int = 0
    said: int = 0
    amount: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.records + other.records, self.asked + other.asked, self.said + other.said, self.amount + other.amount)


class Verdict(Struct, frozen=True):
    """A figure without its name."""

    value: Number | None
    numerator: int | None = None
    denominator: int | None = None
    status: FigureStatus = FigureStatus.OK
    basis: Basis | None = Basis.COLLECTED

    def figure(self, indicator: str, of: str) -> Figure:
        return Figure(indicator, of, self.value, self.numerator, self.denominator, self.status, self.basis)


NODATA = Verdict(None, status=FigureStatus.NODATA, basis=None)
NA = Verdict(None, status=FigureStatus.NA, basis=None)

Judge = Callable[[Tally], Verdict]


def quotient(numerator: int, denominator: int, basis: Basis = Basis.COLLECTED) -> Verdict:
    """A ratio, its value rounded half up to hundredths; the exact parts go beside it."""
    value = (Decimal(numerator) / denominator).quantize(_CENT, ROUND_HALF_UP)
    return Verdict(value, numerator, denominator, basis=basis)


def weakest(parts: Iterable[Basis]) -> Basis:
    """The basis of a figure made of parts."""
    return max(parts, key=_STRENGTH.index, default=Basis.COLLECTED)


def number(tally: Tally) -> Verdict:
    """How many records; none is 0."""
    return Verdict(tally.records)


def total(tally: Tally) -> Verdict:
    """The sum as far as it was said. No records: 0. Records of which none says it: no data. Only some of those asked: a sample."""
    if tally.records and not tally.said:
        return NODATA
    return Verdict(tally.amount, basis=Basis.SAMPLE if tally.said < tally.asked else Basis.COLLECTED)


def hours(tally: Tally) -> Verdict:
    """Minutes as hours."""
    return quotient(tally.amount, 60)


def mean(tally: Tally) -> Verdict:
    """The sum over those that say it. Without records there is nothing to divide: not applicable."""
    if not tally.records:
        return NA
    return quotient(tally.amount, tally.said) if tally.said else NODATA


def share(tally: Tally) -> Verdict:
    """The sum over those asked; here `asked` is itself a sum, such as all answers."""
    if not tally.records:
        return NA
    return quotient(tally.amount, tally.asked) if tally.asked else NODATA
