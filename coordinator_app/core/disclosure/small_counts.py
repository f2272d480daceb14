"""Small counts withheld, and as many others as keep totals and ratios from giving them away. Source: domain.md, "Small counts"."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from coordinator_app.core.catalogue import Adding, Catalogue
from coordinator_app.core.figures import ALL, Figure
from coordinator_app.core.kinds import FigureStatus

Cell = tuple[str, str]


class Kin(Struct, frozen=True):
    """Indicators about the same men: where `lead` is withheld, all are, since each tells of the other.

    `men` says how many different men a cell stands for. Where it is missing or unknown the largest headcount decides, if `by_headcount`;
    else the number itself. `parts` are counts within `lead` that may be small where it is not.
    """

    lead: str
    men: str | None = None
    by_headcount: bool = False
    parts: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        each = (self.lead, self.men, *self.parts, *self.others)
        return tuple(indicator for indicator in each if indicator is not None)


KIN = (
    Kin(
        "visits.group",
        men="men.group",
        by_headcount=True,
        parts=("visits.group.new", "visits.group.remote", "visits.group.children", "men.group.year"),
        others=("size.mean",),
    ),
    Kin("visits.activity", by_headcount=True, parts=("visits.activity.new", "visits.activity.remote", "visits.activity.children")),
    Kin("professionals", by_headcount=True, parts=("professionals.women",)),
    Kin("support.talks", men="support.men", by_headcount=True),
    Kin("feedback.answers", others=("feedback.asked", "feedback.agree")),
    *(Kin(each) for each in ("enquiries", "referrals", "programme.enrolled", "programme.completed", "counsellors.trained")),
)


def withhold(figures: Iterable[Figure], *, largest: Mapping[Cell, int], catalogue: Catalogue, threshold: int) -> tuple[Figure, ...]:
    """The figures with every cell withheld that stands for fewer men than `threshold`, or that would give such a cell away.

    `largest` is the largest headcount behind a lead's cell; missing where nothing was counted. Where nothing happened, 0 stays 0.
    """
    figures = tuple(figures)
    table = _Table({(each.indicator, each.of): each for each in figures}, threshold)
    for kin in KIN:
        for of in table.codes(kin.lead):
            table.judge(kin, of, largest.get((kin.lead, of)))
    additive = {each.code for each in catalogue.indicators if each.breakdown is Adding.SUM}
    while any(table.close(kin, indicator) for kin in KIN for indicator in kin.all if indicator in additive):
        pass
    return tuple(_withheld(each) if (each.indicator, each.of) in table.hidden else each for each in figures)


class _Table:
    """The cells of a publication, and which of them are hidden so far."""

    def __init__(self, cells: Mapping[Cell, Figure], threshold: int) -> None:
        self.hidden: set[Cell] = set()
        self._cells = cells
        self._threshold = threshold

    def codes(self, indicator: str) -> list[str]:
        """The codes of an indicator, `all` among them."""
        return [of for name, of in self._cells if name == indicator]

    def judge(self, kin: Kin, of: str, largest: int | None) -> None:
        """Hides what itself stands for too few men."""
        lead = self._value(kin.lead, of)
        if lead is None or (lead == 0 and largest is None):
            return
        men = None if kin.men is None else self._value(kin.men, of)
        size = men if men is not None else ((largest or 0) if kin.by_headcount else lead)
        if size < self._threshold:
            self._hide(kin, kin.lead, of)
        for part in kin.parts:
            value = self._value(part, of)
            if value is not None and value < self._threshold:
                self._hide(kin, part, of)

    def close(self, kin: Kin, indicator: str) -> bool:
        """Hides one more cell if the total less the shown cells, or their sum, would tell a hidden one; whether it did."""
        codes = [of for of in self.codes(indicator) if of != ALL and self._value(indicator, of) is not None]
        hidden = [of for of in codes if (indicator, of) in self.hidden]
        shown = sorted((self._value(indicator, of) or 0, of) for of in codes if of not in hidden and self._value(indicator, of))
        if (indicator, ALL) in self.hidden:
            if hidden or not shown:
                return False
            self._hide(kin, indicator, shown[0][1])
            return True
        together = sum(self._value(indicator, of) or 0 for of in hidden)
        if not hidden or (len(hidden) > 1 and together >= self._threshold):
            return False
        self._hide(kin, indicator, shown[0][1] if shown else ALL)
        return True

    def _hide(self, kin: Kin, indicator: str, of: str) -> None:
        names = kin.all if indicator == kin.lead else (indicator,)
        self.hidden |= {(name, of) for name in names if (name, of) in self._cells and self._cells[name, of].status is not FigureStatus.NA}

    def _value(self, indicator: str, of: str) -> int | Decimal | None:
        figure = self._cells.get((indicator, of))
        return None if figure is None else figure.value


def _withheld(figure: Figure) -> Figure:
    return replace(figure, value=None, numerator=None, denominator=None, status=FigureStatus.WITHHELD, basis=None)
