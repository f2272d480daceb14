"""Meetings and activities as an iCalendar file (RFC 5545), for the calendar of a telephone or an office.

The time zone is one fixed definition with a yearly rule: what the library writes by itself is read an hour off by others.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from coordinator_app import __version__
from coordinator_app.core.calendar import EventKind
from coordinator_app.core.calendar.series import Occasion, Series
from coordinator_app.core.clock import HELSINKI
from coordinator_app.core.kinds import Rule
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.i18n import N_, Words

if TYPE_CHECKING:
    from icalendar import Calendar, Component, Event

_NEUTRAL = {EventKind.MEETING: N_("Group meeting"), EventKind.ACTIVITY: N_("Event")}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_COUNTED_FROM = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
_DAY = dt.timedelta(days=1)


def write(series: Iterable[Series], *, book_id: str, name: str, now: dt.datetime, words: Words) -> bytes:
    """The file; `name` is what a program calls the calendar, `now` has an offset.

    An event keeps its UID for good. SEQUENCE is the minute of the file, so that a later file replaces an earlier one always,
    also when a backup was restored in between.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//coordinator_app//{__version__}//{words.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add_component(_time_zone())
    for each in series:
        title = each.title.said(words.language) if each.title else words(_NEUTRAL[each.kind])
        for event in _events(each):
            event.add("uid", f"{each.key}@{book_id}")
            event.add("summary", title)
            event.add("dtstamp", now.astimezone(dt.UTC))
            event.add("sequence", (now - _COUNTED_FROM) // dt.timedelta(minutes=1))
            calendar.add_component(event)
    return _bytes(calendar)


def _bytes(calendar: "Calendar") -> bytes:
    written: bytes = calendar.to_ical()
    return written


def _events(each: Series) -> Iterator["Event"]:
    """The event of a series, and one for each occasion that is not as its rule says."""
    main = _event(each.first)
    yield main
    if each.rule is None or each.last is None:
        return
    starts = each.rule.starts
    main.add("rrule", _rule(each.rule, _moment(each.last, starts)))
    if each.left_out:
        main.add("exdate", [_moment(day, starts) for day in each.left_out])
    for day, occasion in each.apart:
        other = _event(occasion)
        other.add("recurrence-id", _moment(day, starts))
        yield other


def _event(occasion: Occasion) -> "Event":
    from icalendar import Event

    event = Event()
    if occasion.starts is None:
        event.add("dtstart", occasion.on)
        event.add("dtend", (occasion.until or occasion.on) + _DAY)
    else:
        event.add("dtstart", _moment(occasion.on, occasion.starts))
        if occasion.minutes is not None:
            event.add("dtend", _moment(occasion.on, occasion.starts, occasion.minutes))
    if occasion.place:
        event.add("location", occasion.place)
    event.add("status", "CANCELLED" if occasion.cancelled else "CONFIRMED")
    return event


def _rule(rule: SlotRule, last: dt.datetime) -> dict[str, Any]:
    assert rule.weekday is not None, "listed dates have no rule of this kind"
    weekday = _WEEKDAYS[rule.weekday]
    until = last.astimezone(dt.UTC)
    if rule.rule is Rule.MONTHLY:
        return {"freq": "MONTHLY", "byday": f"{rule.nth}{weekday}", "until": until}
    return {"freq": "WEEKLY", "interval": rule.interval, "byday": weekday, "until": until}


def _moment(day: dt.date, at: dt.time, minutes: int = 0) -> dt.datetime:
    """A local time in Helsinki, so many minutes of the clock later."""
    return (dt.datetime.combine(day, at) + dt.timedelta(minutes=minutes)).replace(tzinfo=HELSINKI)


def _time_zone() -> "Component":
    """Europe/Helsinki by the rule that holds in the European Union since 1996."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", "Europe/Helsinki")
    two, three = dt.timedelta(hours=2), dt.timedelta(hours=3)
    for part, name, begins, month, before, after in (
        (TimezoneDaylight(), "EEST", dt.datetime(1996, 3, 31, 3), 3, two, three),
        (TimezoneStandard(), "EET", dt.datetime(1996, 10, 27, 4), 10, three, two),
    ):
        part.add("dtstart", begins)
        part.add("rrule", {"freq": "YEARLY", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        zone.add_component(part)
    return zone
