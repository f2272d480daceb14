"""Quarters and terms: every day lies in exactly one of each, and what is written is read back."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.core.errors import Refused
from coordinator_app.core.periods import Period, TermRule
from coordinator_app.i18n import Language, Words

days = st.dates(dt.date(1950, 1, 1), dt.date(2100, 12, 31))


@given(days)
def test_a_day_lies_in_its_own_period_and_no_neighbour(day: dt.date) -> None:
    period = Period.of(day)
    assert day in period
    assert day not in period.previous
    assert day not in period.next


@given(days)
def test_periods_follow_each_other_without_a_gap(day: dt.date) -> None:
    period = Period.of(day)
    assert period.next.first - period.last == dt.timedelta(days=1)
    assert period.next.previous == period
    assert period.year_before.next.next.next.next == period
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize("written", ["2026", "2026Q5", "2026Q0", "Q3 2026", "2026-Q3", "", "0026Q1", "٢٠٢٦Q3"])
def test_what_is_not_a_quarter_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(Refused) as refused:
        Period.parse(written)
    assert "2026Q3" in str(refused.value)


@pytest.mark.parametrize(
    ("language", "said"),
    [(Language.FI, "heinä–syyskuu 2026"), (Language.SV, "juli–september 2026"), (Language.EN, "July–September 2026")],
)
def test_a_period_is_named_by_its_months(language: Language, said: str) -> None:
    assert Period(2026, 3).said(Words(language)) == said


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (dt.date(2026, 1, 1), dt.date(2026, 1, 1), dt.date(2026, 7, 31)),
        (dt.date(2026, 7, 31), dt.date(2026, 1, 1), dt.date(2026, 7, 31)),
        (dt.date(2026, 8, 1), dt.date(2026, 8, 1), dt.date(2026, 12, 31)),
        (dt.date(2026, 12, 31), dt.date(2026, 8, 1), dt.date(2026, 12, 31)),
    ],
)
def test_a_term_ends_the_day_before_the_next(day: dt.date, first: dt.date, last: dt.date) -> None:
    term = TermRule().term_of(day)
    assert (term.first, term.last) == (first, last)


@given(days, st.integers(1, 6), st.integers(7, 12))
def test_terms_cover_every_day_once_whatever_their_start(day: dt.date, spring: int, autumn: int) -> None:
    rule = TermRule((spring, 1), (autumn, 1))
    term = rule.term_of(day)
    assert day in term
    assert rule.after(term).first == term.last + dt.timedelta(days=1)
    assert rule.term_of(term.first) == rule.term_of(term.last) == term
