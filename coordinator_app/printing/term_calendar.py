"""The term calendar: every dated meeting and public activity of a term, month by month, breaks and holidays shown."""

import datetime as dt
from collections import Counter
from itertools import groupby
from typing import Any

from msgspec import Struct

from coordinator_app.core.kinds import Mode
from coordinator_app.core.periods import Span
from coordinator_app.core.schedule import DatedMeeting, Schedule, ScheduleContact, ScheduleGroup, TermDay
from coordinator_app.core.sorting import sort_key
from coordinator_app.i18n import N_, Language, days_between
from coordinator_app.printing import sheet
from coordinator_app.printing.marks import document_code
from coordinator_app.printing.omissions import Omission
from coordinator_app.printing.selection import Choice, locality_said, place_said, select
from coordinator_app.printing.tongues import Said, Tongues, plain
from coordinator_app.printing.typst import Manuscript, Paper


class CalendarOptions(Choice, frozen=True):
    """The switches of a term calendar."""

    paper: Paper = Paper.A4


class _Row(Struct, frozen=True):
    """One line of a day: its sign, what it says, and whether it stands for a day that shows no meeting."""

    day: dt.date
    order: tuple[object, ...]
    said: dict[str, Any]


def term_calendar(schedule: Schedule, options: CalendarOptions) -> Manuscript:
    """The calendar's manuscript. A moved meeting stands on both its days, a cancelled one on its day, each with sign and word."""
    tongues = Tongues(options.languages)
    chosen = select(schedule, options)
    shown = {group.id for group in chosen.groups} | _only_dated(schedule, options)
    meetings = [each for each in schedule.meetings if each.public and (each.group is None or each.group in shown)]
    inside = [each for each in meetings if each.day in schedule.valid]
    names = {group.id: tongues.name(group.name) for group in schedule.groups}
    usual = _usual_places(inside)
    only = next(iter(usual)) if len(usual) == 1 and all(each.group for each in inside) else None
    rows = [row for each in inside for row in _meeting_rows(each, usual, schedule, options, tongues)]
    rows += [_term_day(day, names, schedule, tongues) for day in schedule.term_days if day.group is None or day.group in shown]
    rows.sort(key=lambda row: (row.day, row.order))
    contact = sheet.called(schedule, chosen)
    own_contacts = {group.id: sheet.own_contact(group, contact) for group in schedule.groups}
    facts = {
        "association": schedule.association,
        "title": tongues(N_("Term calendar")),
        # All days are of this one group, so that it is named over them and not on each.
        "only": [] if only is None else names[only],
        "locality": tongues.each(lambda words: locality_said(schedule, words)),
        "span": tongues.each(lambda words: days_between(schedule.valid.first, schedule.valid.last, words, year=True)),
        "months": _months(rows, tongues),
        "places": [
            {
                "group": names[group],
                "place": _where(usual[group], options, tongues),
                **_named("contact", own_contacts[group]),
            }
            for group in sorted(usual, key=lambda group: sort_key(plain(names[group][:1])))
        ],
        "contact": _contact_line(contact, sheet.web(schedule, chosen)),
        "nothing": [] if rows else tongues(N_("Nothing is planned in this term.")),
    }
    code = document_code("C", facts)
    values = facts | {
        "paper": options.paper,
        "columns": [tongues(N_("Day")), tongues(N_("Time")), tongues(N_("What"))],
        "where": tongues(N_("Where the groups meet") if only is None else N_("Where the group meets")),
        "updated": tongues(N_("Updated {day}"), day=schedule.updated),
        "page": tongues(N_("Page")),
        "code": code,
    }
    omissions = [each for each in chosen.omissions if each.group not in shown or not each.left_out]
    return Manuscript(
        "term_calendar",
        options.languages[0],
        values,
        (
            *omissions,
            *_without_meetings(schedule, chosen.groups, meetings),
            *_of_activities(schedule, options),
            *_untranslated(schedule, options),
        ),
        code,
    )


def _only_dated(schedule: Schedule, options: CalendarOptions) -> set[int]:
    """Public groups that ended during the term or lost their rule, but have meetings in it: their days are told too."""
    wanted = {group.id for group in schedule.groups if group.public and (options.groups is None or group.id in options.groups)}
    return wanted & {each.group for each in schedule.meetings if each.group is not None and each.day in schedule.valid}


def _without_meetings(schedule: Schedule, groups: tuple[ScheduleGroup, ...], meetings: list[DatedMeeting]) -> list[Omission]:
    counted = Counter(each.group for each in meetings if each.day in schedule.valid)
    message = N_("{group} is left out: it has no meetings in this term.")
    return [Omission(message, {"group": group.name.own}, group.id, left_out=True) for group in groups if not counted[group.id]]


def _of_activities(schedule: Schedule, options: CalendarOptions) -> list[Omission]:
    """The activities that are not printed, and those whose place is not."""
    activities = [each for each in schedule.meetings if each.group is None and each.day in schedule.valid]
    omissions = [Omission(N_("Left out, because not public: {name}."), {"name": each.title.own}) for each in activities if not each.public]
    hidden = [each for each in activities if each.public and _hides(each, options) and each.place and each.mode is not Mode.REMOTE]
    message = N_("{name}: the place is not printed, “call for the place” is.")
    return [*omissions, *(Omission(message, {"name": each.title.own}) for each in hidden)]


def _untranslated(schedule: Schedule, options: CalendarOptions) -> list[Omission]:
    """The activities and the reasons of breaks that a paper of another language says as they were written."""
    if options.languages == (Language.FI,):
        return []
    activities = [each.title.own for each in schedule.meetings if each.group is None and each.public and each.day in schedule.valid]
    breaks = [each.name.own for each in schedule.term_days if not (each.holiday or each.name.sv) and each.name.own]
    message = N_("{name}: printed as written, for activities and breaks have no translation in the book.")
    return [Omission(message, {"name": name}) for name in dict.fromkeys((*activities, *breaks))]


def _usual_places(meetings: list[DatedMeeting]) -> dict[int, DatedMeeting]:
    """For each group a meeting where it most often meets, which is then said once for all its days."""
    met: dict[int, Counter[object]] = {}
    examples: dict[object, DatedMeeting] = {}
    for each in meetings:
        if each.group is not None:
            met.setdefault(each.group, Counter())[each.group, each.place, each.mode] += 1
            examples.setdefault((each.group, each.place, each.mode), each)
    return {group: examples[places.most_common(1)[0][0]] for group, places in met.items()}


def _where(each: DatedMeeting, options: CalendarOptions, tongues: Tongues) -> tuple[Said, ...]:
    return place_said(each.place, each.mode, tongues, hidden=_hides(each, options))


def _hides(each: DatedMeeting, options: CalendarOptions) -> bool:
    return each.sensitive and not options.sensitive_addresses


def _meeting_rows(
    each: DatedMeeting, usual: dict[int, DatedMeeting], schedule: Schedule, options: CalendarOptions, tongues: Tongues
) -> list[_Row]:
    title, words = tongues.name(each.title), tongues.main
    time = "" if each.starts is None else words.times(each.starts, each.minutes) if each.minutes else words.time(each.starts)
    as_usual = each.group is not None and (usual[each.group].place, usual[each.group].mode) == (each.place, each.mode)
    place = () if as_usual or each.cancelled else _where(each, options, tongues)
    sign, remark = "", list[dict[str, str]]()
    if each.cancelled:
        sign, remark = "×", tongues(N_("Cancelled"))
    elif each.planned is not None:
        sign, remark = "→", _on_a_day(N_("Moved from {day}"), each.planned, tongues)
    order = (1, each.starts or dt.time.min, plain(title))
    said = {"time": time, "what": title, "where": place, "sign": sign, "remark": remark, "off": each.cancelled}
    said |= _named("until", [] if each.days is None else _days_said(each.days, tongues))
    rows = [_Row(each.day, order, said)]
    if each.planned is not None and each.planned in schedule.valid and not each.cancelled:
        moved = _on_a_day(N_("Moved to {day}"), each.day, tongues)
        rows.append(_Row(each.planned, order, said | {"time": "", "where": (), "sign": "→", "remark": moved, "off": True}))
    return rows


def _on_a_day(message: str, day: dt.date, tongues: Tongues) -> Said:
    return tongues.each(lambda words: words(message, day=words.day_and_month(day)))


def _term_day(day: TermDay, names: dict[int, Said], schedule: Schedule, tongues: Tongues) -> _Row:
    """A holiday or a break, on its first day within the term."""
    first, last = max(day.span.first, schedule.valid.first), day.span.last
    name = tongues.name(day.name) if day.name.own else tongues(N_("Break"))
    group = names[day.group] if day.group is not None else []
    until = [] if last == first else _days_said(Span(first, last), tongues)
    remark = tongues(N_("Public holiday")) if day.holiday else tongues(N_("No meetings"))
    return _Row(first, (0, dt.time.min, plain(group), plain(name)), {"group": group, "what": name, "until": until, "remark": remark})


def _days_said(days: Span, tongues: Tongues) -> Said:
    return tongues.each(lambda words: days_between(days.first, days.last, words))


def _named(name: str, said: Any) -> dict[str, Any]:
    """What is only there where it says something, so that a sheet without it keeps its code."""
    return {name: said} if said else {}


def _months(rows: list[_Row], tongues: Tongues) -> list[dict[str, Any]]:
    months = []
    for (year, month), of_month in groupby(rows, key=lambda row: (row.day.year, row.day.month)):
        days = [{"day": _day_said(day, tongues), "rows": [row.said for row in of_day]} for day, of_day in groupby(of_month, key=_day)]
        months.append({"name": _month_said(month, tongues), "year": str(year), "days": days})
    return months


def _day(row: _Row) -> dt.date:
    return row.day


def _month_said(month: int, tongues: Tongues) -> Said:
    return tongues.each(lambda words: words.month(month).capitalize())


def _day_said(day: dt.date, tongues: Tongues) -> str:
    """A day under the heading of its month: English, which spells months out, needs only the number."""
    weekday = tongues.each(lambda words: words.weekday_short(day.weekday()))
    number = str(day.day) if tongues.main.language is Language.EN else tongues.main.day_and_month(day)
    return f"{plain(weekday, '/')}\u00a0{number}"


def _contact_line(contact: ScheduleContact | None, web: str) -> str:
    called = (contact.name, contact.phone, contact.email) if contact else ()
    return ", ".join(filter(None, (*called, sheet.bare(web))))
