"""The rules groups meet by: on which days a rule falls, and how it is said."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from msgspec import Struct

from coordinator_app.core.errors import Refused
from coordinator_app.core.kinds import Rule
from coordinator_app.core.periods import Span
from coordinator_app.core.public_holidays import of_year
from coordinator_app.i18n import N_, Language, Words

_LAST_DAY = dt.date(9998, 12, 31)


class SlotRule(Struct, frozen=True):
    """A rule, as it was written down; local civil days and times.

    `weekday` 0 = Monday (missing for listed dates). `interval` in weeks, counted from the first such weekday on or after
    `valid_from`. `nth` 1 to 5, or -1 for the last of the month. `dates` only for the rule `dates`. `minutes` how long.
    Both `valid_from` and `valid_until` are included; no `valid_until` is no end. Raises `Refused` for a rule that cannot be.
    """

    rule: Rule
    weekday: int | None
    starts: dt.time
    minutes: int
    valid_from: dt.date
    valid_until: dt.date | None = None
    interval: int = 1
    nth: int | None = None
    dates: tuple[dt.date, ...] = ()
    skip_holidays: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.minutes <= 1440:
            raise Refused(N_("A meeting lasts from 1 to 1440 minutes. Correct its length."))
        if self.rule is Rule.DATES:
            if not self.dates:
                raise Refused(N_("No date is listed. Write at least one date."))
            if self.weekday is not None:
                raise ValueError("listed dates have no weekday")
        elif self.weekday is None or not 0 <= self.weekday <= 6:
            raise Refused(N_("Choose the weekday of the meetings."))
        if not 1 <= self.interval <= 52:
            raise Refused(N_("Meetings can be at most 52 weeks apart. Correct the number of weeks."))
        if self.rule is Rule.MONTHLY and self.nth not in (-1, 1, 2, 3, 4, 5):
            raise Refused(N_("Choose which weekday of the month it is: the first to the fifth, or the last."))


class Recurring(Protocol):
    """What of a rule is said in words."""

    @property
    def rule(self) -> Rule: ...
    @property
    def weekday(self) -> int | None: ...
    @property
    def interval(self) -> int: ...
    @property
    def nth(self) -> int | None: ...
    @property
    def dates(self) -> tuple[dt.date, ...]: ...
    @property
    def starts(self) -> dt.time: ...
    @property
    def minutes(self) -> int: ...


def days(rule: SlotRule, span: Span, *, holidays: Collection[dt.date] = (), breaks: Iterable[Span] = ()) -> tuple[dt.date, ...]:
    """The days of `span` the rule falls on, in order; `holidays` are left out if the rule says so, `breaks` always."""
    first = max(rule.valid_from, span.first)
    last = min(rule.valid_until or _LAST_DAY, span.last)
    if last < first:
        return ()
    out = tuple(breaks)
    return tuple(
        day
        for day in _falls_on(rule, first, last)
        if not (rule.skip_holidays and day in holidays) and not any(day in pause for pause in out)
    )


def public_holidays(span: Span, language: Language = Language.FI) -> Mapping[dt.date, str]:
    """Finland's public holidays within `span`, by name; Christmas Eve and Midsummer Eve among them."""
    return {day: name for year in range(span.first.year, span.last.year + 1) for day, name in of_year(year, language) if day in span}


def days_in_words(rule: Recurring, words: Words) -> str:
    """On which days, in running text: `joka toinen tiistai`, `kuukauden viimeinen torstai`, `3.11. ja 1.12.`."""
    if rule.weekday is None:
        return words.listing([words.day_and_month(day) for day in rule.dates])
    if rule.rule is Rule.MONTHLY:
        return words(_OF_THE_MONTH[rule.nth or -1], weekday=words.weekday_in_text(rule.weekday, definite=True))
    interval = 1 if rule.rule is Rule.WEEKLY else rule.interval
    if interval == 1:
        return words.on_weekday(rule.weekday)
    if interval in _EVERY:
        return words(_EVERY[interval], weekday=words.weekday_in_text(rule.weekday))
    return words("{weekdays} every {n} weeks", weekdays=words.on_weekday(rule.weekday), n=interval)


def in_words(rule: Recurring, words: Words) -> str:
    """The whole rule in running text: `joka toinen tiistai klo 18.00–20.00`."""
    return words("{days} at {times}", days=days_in_words(rule, words), times=words.times(rule.starts, rule.minutes))


_EVERY = {2: N_("every second {weekday}"), 3: N_("every third {weekday}"), 4: N_("every fourth {weekday}")}
_OF_THE_MONTH = {
    1: N_("the first {weekday} of the month"),
    2: N_("the second {weekday} of the month"),
    3: N_("the third {weekday} of the month"),
    4: N_("the fourth {weekday} of the month"),
    5: N_("the fifth {weekday} of the month"),
    -1: N_("the last {weekday} of the month"),
}


def _falls_on(rule: SlotRule, first: dt.date, last: dt.date) -> Iterable[dt.date]:
    if rule.weekday is None:
        return sorted({day for day in rule.dates if first <= day <= last})
    # The rule library takes time to load, and the unlock window has no rules to show.
    from dateutil import rrule

    if rule.rule is Rule.MONTHLY:
        nth = rrule.weekday(rule.weekday, rule.nth)
        found = rrule.rrule(rrule.MONTHLY, _midnight(first), byweekday=nth, until=_midnight(last))
    else:
        weeks = 1 if rule.rule is Rule.WEEKLY else rule.interval
        begins = _midnight(_first_day(rule.valid_from, rule.weekday, weeks, first))
        found = rrule.rrule(rrule.WEEKLY, begins, interval=weeks, until=_midnight(last))
    return [moment.date() for moment in found]


def _first_day(valid_from: dt.date, weekday: int, weeks: int, first: dt.date) -> dt.date:
    """The first day on or after `first` of a rule whose weeks count from the first such weekday on or after `valid_from`."""
    anchor = valid_from + dt.timedelta(days=(weekday - valid_from.weekday()) % 7)
    step = 7 * weeks
    return anchor + dt.timedelta(days=max(0, -((anchor - first).days // step)) * step)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time())
