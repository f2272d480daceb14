"""Reporting periods and terms: stretches of local civil days, computed from dates and never stored beside them."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Self

from msgspec import Struct

from coordinator_app.core.errors import Refused
from coordinator_app.i18n import N_, Words, quarter_said

_WRITTEN = re.compile(r"(\d{4})Q([1-4])", re.ASCII)


class Span(Struct, frozen=True, order=True):
    """Local civil days from `first` to `last`, both included."""

    first: dt.date
    last: dt.date

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


class Period(Struct, frozen=True, order=True):
    """One reporting period, a calendar quarter; written `2026Q3` in code and files."""

    year: int
    quarter: int

    def __post_init__(self) -> None:
        if not (1900 <= self.year <= 9998 and 1 <= self.quarter <= 4):
            raise ValueError(f"no such quarter: {self.year}Q{self.quarter}")

    @classmethod
    def parse(cls, written: str) -> Self:
        """Reads `2026Q3`. Raises `Refused` for anything else."""
        match = _WRITTEN.fullmatch(written.strip().upper())
        if match is None or not 1900 <= int(match[1]) <= 9998:
            raise Refused(N_("“{written}” is not a quarter. Write it as 2026Q3."), written=written)
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: dt.date) -> Self:
        """The period a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def first(self) -> dt.date:
        return dt.date(self.year, 3 * self.quarter - 2, 1)

    @property
    def last(self) -> dt.date:
        return self.next.first - dt.timedelta(days=1)

    @property
    def span(self) -> Span:
        return Span(self.first, self.last)

    @property
    def next(self) -> Self:
        return type(self)(self.year + self.quarter // 4, self.quarter % 4 + 1)

    @property
    def previous(self) -> Self:
        return type(self).of(self.first - dt.timedelta(days=1))

    def back_to(self, begin: dt.date, most: int) -> Iterator[Self]:
        """This period and those before it, at most so many, as far as the one in which `begin` lies."""
        period = self
        for _ in range(most):
            yield period
            if period.first <= begin:
                return
            period = period.previous

    @property
    def year_before(self) -> Self:
        """The same quarter of the year before."""
        return type(self)(self.year - 1, self.quarter)

    def said(self, words: Words) -> str:
        return quarter_said(words.language, self.year, self.quarter)

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.year}Q{self.quarter}"


class TermRule(Struct, frozen=True):
    """When a year's terms begin, as (month, day): by default 1 January and 1 August."""

    spring: tuple[int, int] = (1, 1)
    autumn: tuple[int, int] = (8, 1)

    def term_of(self, day: dt.date) -> Span:
        """The term that `day` lies in; a term lasts until the day before the next one begins."""
        starts = sorted(dt.date(year, *at) for year in (day.year - 1, day.year, day.year + 1) for at in (self.spring, self.autumn))
        begins = max(start for start in starts if start <= day)
        return Span(begins, min(start for start in starts if start > day) - dt.timedelta(days=1))

    def after(self, term: Span) -> Span:
        """The term that follows `term`."""
        return self.term_of(term.last + dt.timedelta(days=1))
