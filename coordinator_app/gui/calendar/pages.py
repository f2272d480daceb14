"""Which days a view shows, what they are called, and which come before and after."""

import calendar
import datetime as dt

from coordinator_app.core.periods import Span
from coordinator_app.core.texts import beginning
from coordinator_app.gui.calendar.bar import View
from coordinator_app.i18n import N_, Words, days_between

_DAY = dt.timedelta(days=1)


def span_of(view: View, at: dt.date) -> Span:
    """The days shown around a day; a month fills its first and last week up."""
    if view is View.WEEK:
        return _weeks(at, at)
    month = Span(at.replace(day=1), at.replace(day=calendar.monthrange(at.year, at.month)[1]))
    return month if view is View.LIST else _weeks(month.first, month.last)


def turned(view: View, at: dt.date, by: int) -> dt.date:
    """The day a page on or back: a week, or the same day of another month, its last if it is shorter."""
    if view is View.WEEK:
        return at + 7 * by * _DAY
    months = 12 * at.year + at.month - 1 + by
    year, month = months // 12, months % 12 + 1
    return dt.date(year, month, min(at.day, calendar.monthrange(year, month)[1]))


def said(view: View, at: dt.date, words: Words) -> str:
    """What the page is called: `Lokakuu 2026`, or `Viikko 43, 19.–25.10.2026`."""
    if view is View.WEEK:
        week = span_of(view, at)
        days = days_between(week.first, week.last, words, year=True)
        return words(N_("Week {n}, {days}"), n=at.isocalendar().week, days=days)
    name = words.month(at.month)
    return words(N_("{month} {year}"), month=beginning(name), year=at.year)


def _weeks(first: dt.date, last: dt.date) -> Span:
    return Span(first - first.weekday() * _DAY, last + (6 - last.weekday()) * _DAY)
