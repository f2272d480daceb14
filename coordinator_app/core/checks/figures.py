"""The checks that look at the figures alone."""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal

from coordinator_app.core.catalogue import By, Catalogue
from coordinator_app.core.checks import rules
from coordinator_app.core.checks.rules import Finding
from coordinator_app.core.figures import ALL, Figure
from coordinator_app.core.kinds import Basis, FigureStatus
from coordinator_app.core.periods import Period

# A part and its whole, by indicator.
_PARTS = (
    ("visits.group.new", "visits.group"),
    ("visits.group.remote", "visits.group"),
    ("visits.group.children", "visits.group"),
    ("visits.activity.new", "visits.activity"),
    ("visits.activity.remote", "visits.activity"),
    ("visits.activity.children", "visits.activity"),
    ("professionals.women", "professionals"),
    ("men.group", "men.group.year"),
    ("counsellors.active", "volunteers.active"),
    ("feedback.answers", "feedback.asked"),
)
_HELD_OR_RECEIVED = (
    "meetings.counted",
    "meetings.uncounted",
    "meetings.extra",
    "activities.held",
    "outreach.actions",
    "advocacy.actions",
    "enquiries",
    "support.talks",
    "referrals",
)
# The sums that are compared with the same period last year.
HEADLINES = ("visits.group", "visits.activity", "professionals", "enquiries", "support.talks", "activities.held", "volunteers.hours")
_LARGEST_STEP = 2

Figures = Mapping[tuple[str, str], Figure]


def by_name(figures: tuple[Figure, ...]) -> Figures:
    """The figures by indicator and code."""
    return {(each.indicator, each.of): each for each in figures}


def ledger(figures: Figures) -> Iterator[Finding]:
    """Every due meeting has exactly one end."""
    for of in [of for indicator, of in figures if indicator == "meetings.due"]:
        due = _value(figures, "meetings.due", of) or 0
        ends = sum(_value(figures, f"meetings.{end}", of) or 0 for end in ("counted", "uncounted", "cancelled", "unrecorded"))
        if due != ends:
            yield Finding(rules.LEDGER, of, n=due, limit=ends, behind=(("meetings.due", of),))


def subsets(figures: Figures) -> Iterator[Finding]:
    """No part is above its whole."""
    for part, whole in _PARTS:
        for of in [of for indicator, of in figures if indicator == part]:
            n, limit = _value(figures, part, of), _value(figures, whole, of)
            if n is not None and limit is not None and n > limit:
                yield Finding(rules.SUBSET, of, n=n, limit=limit, part=part, whole=whole, behind=((part, of), (whole, of)))


def negatives(figures: Figures) -> Iterator[Finding]:
    """Nothing is below 0."""
    for (indicator, of), figure in figures.items():
        if figure.value is not None and figure.value < 0:
            yield Finding(rules.NEGATIVE, of, n=figure.value, part=indicator, behind=((indicator, of),))


def men_above_visits(figures: Figures) -> Iterator[Finding]:
    """A man who was there made a visit, so there are no fewer visits than men, once everything is counted and both are collected."""
    for part, whole in (("men.group", "visits.group"), ("support.men", "support.talks")):
        for of in [of for indicator, of in figures if indicator == part]:
            men, visits = figures[part, of], figures.get((whole, of))
            collected = visits is not None and men.basis is Basis.COLLECTED and visits.basis is Basis.COLLECTED
            if not collected or (part == "men.group" and not _all_counted(figures, of)):
                continue
            n, limit = men.value or 0, _value(figures, whole, of) or 0
            if n > limit:
                yield Finding(rules.MEN_ABOVE, of, n=n, limit=limit, part=part, whole=whole, behind=((part, of), (whole, of)))


def nothing_but_held(figures: Figures, nothing_to_report: bool) -> Iterator[Finding]:
    """Nothing to report is said only where nothing was held or received."""
    behind = _held_or_received(figures)
    if nothing_to_report and behind:
        yield Finding(rules.NOT_NOTHING, ALL, behind=behind)


def empty_before_records(figures: Figures, nothing_to_report: bool, period: Period, begin: dt.date) -> Iterator[Finding]:
    """Zeros from before the book's records begin are not known; that nothing happened then must be said."""
    if period.last < begin and not nothing_to_report and not _held_or_received(figures):
        yield Finding(rules.NOT_BEGUN, ALL, day=begin)


def jumps(figures: Figures, last_year: Figures) -> Iterator[Finding]:
    """Headline sums far from those of the same period last year: |√now − √then| > 2."""
    for indicator in HEADLINES:
        now, then = _value(figures, indicator, ALL), _value(last_year, indicator, ALL)
        if now is not None and then is not None and abs(_root(now) - _root(then)) > _LARGEST_STEP:
            yield Finding(rules.JUMP, indicator, n=now, limit=then, part=indicator, behind=((indicator, ALL),))


def volunteers(figures: Figures, catalogue: Catalogue) -> Iterator[Finding]:
    """Volunteer figures that nothing is known of, though something was held: one finding for each service."""
    axis = [each.code for each in catalogue.indicators if each.by is By.SERVICE and each.code in ("volunteers.hours", "volunteers.active")]
    found: dict[str, str] = {}
    for (indicator, of), figure in figures.items():
        if indicator in axis and of != ALL and figure.status is FigureStatus.NODATA:
            found[of] = max(found.get(of, ""), indicator)
    for of, indicator in found.items():
        behind = (("visits.group", of), ("outreach.actions", of))
        yield Finding(rules.VOLUNTEERS, of, service=of, part=indicator, behind=behind, text_allowed=not catalogue.is_sensitive(of))


def _held_or_received(figures: Figures) -> tuple[tuple[str, str], ...]:
    return tuple((each, ALL) for each in _HELD_OR_RECEIVED if _value(figures, each, ALL))


def _all_counted(figures: Figures, of: str) -> bool:
    """Whether every meeting that was held was counted, extras too; the mean size is over those that were."""
    mean = figures.get(("size.mean", of))
    held = sum(_value(figures, f"meetings.{each}", of) or 0 for each in ("counted", "uncounted", "extra"))
    return mean is not None and mean.denominator == held and not _value(figures, "meetings.uncounted", of)


def _value(figures: Figures, indicator: str, of: str) -> int | Decimal | None:
    figure = figures.get((indicator, of))
    return None if figure is None else figure.value


def _root(value: int | Decimal) -> Decimal:
    return Decimal(value).sqrt()
