"""The term calendar: every dated meeting and public activity of a term, month by month, breaks and holidays shown."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from coordinator_app.core.schedule import DatedMeeting, Schedule, TermDay
from coordinator_app.i18n import N_, Language, Words
from coordinator_app.printing.marks import document_code
from coordinator_app.printing.omissions import Omission
from coordinator_app.printing.selection import Choice, locality_said, place_said, select
from coordinator_app.printing.typst import Manuscript, Paper


@dataclass(frozen=True, slots=True)
class CalendarOptions(Choice):
    """The switches of a term calendar. `activities` are the public ones that are not group meetings."""

    paper: Paper = Paper.A4
    places: bool = True
    activities: bool = True
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a day: its sign, what it says, and whether it stands for a day that shows no meeting."""

    day: dt.date
    order: tuple[object, ...]
    said: dict[str, Any]


def term_calendar(schedule: Schedule, options: CalendarOptions) -> Manuscript:
    """The calendar's manuscript. A moved meeting stands on both its days, a cancelled one on its day, each with sign and word."""
    words = Words(options.language)
    chosen = select(schedule, options, words)
    shown = {group.id for group in chosen.groups} | _only_dated(schedule, options)
    meetings = [each for each in schedule.meetings if _is_shown(each, shown, options)]
    inside = [each for each in meetings if each.day in schedule.valid]
    names = {group.id: group.name.said(options.language) for group in schedule.groups}
    usual = _usual_places(inside, options, words)
    rows = [row for each in inside for row in _meeting_rows(each, usual, schedule, options, words)]
    rows += [_term_day(day, names, schedule, words) for day in schedule.term_days if day.group is None or day.group in shown]
    rows.sort(key=lambda row: (row.day, row.order))
    facts = {
        "association": schedule.association,
        "title": options.title or words("Term calendar"),
        "locality": locality_said(schedule, words),
        "span": f"{words.date(schedule.valid.first)}–{words.date(schedule.valid.last)}",
        "months": _months(rows, words),
        "places": [{"group": names[group], "place": place} for group, place in usual.items()] if options.places else [],
        "contact": _contact_line(schedule),
        "nothing": "" if rows else words("Nothing is planned in this term."),
    }
    code = document_code("C", facts)
    values = facts | {
        "paper": options.paper,
        "columns": [words("Day"), words("Time"), words("What")],
        "where": words("Where the groups meet"),
        "updated": words("Updated {day}", day=words.date(schedule.updated)),
        "page": words("Page"),
        "code": code,
    }
    omissions = [each for each in chosen.omissions if each.group not in shown or not each.left_out]
    return Manuscript("term_calendar", options.language, values, (*omissions, *_without_meetings(schedule, chosen.groups, meetings)), code)


def _only_dated(schedule: Schedule, options: CalendarOptions) -> set[int]:
    """Public groups that ended during the term or lost their rule, but have meetings in it: their days are told too."""
    wanted = {group.id for group in schedule.groups if group.public and (options.groups is None or group.id in options.groups)}
    return wanted & {each.group for each in schedule.meetings if each.group is not None and each.day in schedule.valid}


def _is_shown(each: DatedMeeting, groups: set[int], options: CalendarOptions) -> bool:
    if each.group is not None:
        return each.group in groups and each.public
    return options.activities and each.public


def _without_meetings(schedule: Schedule, groups: tuple[Any, ...], meetings: list[DatedMeeting]) -> list[Omission]:
    counted = Counter(each.group for each in meetings if each.day in schedule.valid)
    message = N_("{group} is left out: it has no meetings in this term.")
    return [Omission(message, {"group": group.name.own}, group.id, left_out=True) for group in groups if not counted[group.id]]


def _usual_places(meetings: list[DatedMeeting], options: CalendarOptions, words: Words) -> dict[int, str]:
    """Where each group most often meets, which is then said once for all its days; in the order of the groups' first days."""
    met: dict[int, Counter[str]] = {}
    for each in meetings:
        if each.group is not None:
            met.setdefault(each.group, Counter())[_where(each, options, words)] += 1
    return {group: places.most_common(1)[0][0] for group, places in met.items()}


def _where(each: DatedMeeting, options: CalendarOptions, words: Words) -> str:
    hidden = each.sensitive and not options.sensitive_addresses
    return ", ".join(place_said(each.place, each.mode, words, hidden=hidden))


def _meeting_rows(each: DatedMeeting, usual: dict[int, str], schedule: Schedule, options: CalendarOptions, words: Words) -> list[_Row]:
    title = each.title.said(options.language)
    time = "" if each.starts is None else words.times(each.starts, each.minutes) if each.minutes else words.time(each.starts)
    where = _where(each, options, words) if options.places else ""
    place = "" if each.group is not None and where == usual[each.group] else where
    sign, remark = ("", "")
    if each.cancelled:
        sign, remark = "×", words("Cancelled")
    elif each.planned is not None:
        sign, remark = "→", words("Moved from {day}", day=words.day_and_month(each.planned))
    order = (1, each.starts or dt.time.min, title)
    said = {"time": time, "what": title, "where": "" if each.cancelled else place, "sign": sign, "remark": remark, "off": each.cancelled}
    rows = [_Row(each.day, order, said)]
    if each.planned is not None and each.planned in schedule.valid and not each.cancelled:
        moved = words("Moved to {day}", day=words.day_and_month(each.day))
        rows.append(_Row(each.planned, order, {"time": "", "what": title, "where": "", "sign": "→", "remark": moved, "off": True}))
    return rows


def _term_day(day: TermDay, names: dict[int, str], schedule: Schedule, words: Words) -> _Row:
    """A holiday or a break, on its first day within the term."""
    first, last = max(day.span.first, schedule.valid.first), day.span.last
    name = day.name.said(words.language) or words("Break")
    if day.group is not None:
        name = words("{group}: {what}", group=names[day.group], what=name)
    until = "" if last == first else f"{words.day_and_month(first)}–{words.day_and_month(last)}"
    sign = words("Public holiday") if day.holiday else words("No meetings")
    return _Row(first, (0, dt.time.min, name), {"special": True, "what": name, "until": until, "remark": sign})


def _months(rows: list[_Row], words: Words) -> list[dict[str, Any]]:
    months = []
    for (year, month), of_month in groupby(rows, key=lambda row: (row.day.year, row.day.month)):
        days = [
            {"day": f"{words.weekday_short(day.weekday())} {_day_within(day, words)}", "rows": [row.said for row in of_day]}
            for day, of_day in groupby(of_month, key=lambda row: row.day)
        ]
        months.append({"name": f"{words.month(month).capitalize()} {year}", "days": days})
    return months


def _day_within(day: dt.date, words: Words) -> str:
    """A day under the heading of its month: English, which spells months out, needs only the number."""
    return str(day.day) if words.language is Language.EN else words.day_and_month(day)


def _contact_line(schedule: Schedule) -> str:
    contact = schedule.contact
    called = (contact.name, contact.phone, contact.email) if contact else ()
    return ", ".join(filter(None, (*called, schedule.web.split("://", 1)[-1])))
