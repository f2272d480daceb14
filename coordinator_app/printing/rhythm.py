"""How a schedule says on which days a group meets beside its weekday and time: the rhythm, its beginning and its end, and the breaks."""

import datetime as dt
from functools import partial

from coordinator_app.core.periods import Span
from coordinator_app.core.schedule import ScheduleGroup, ScheduleSlot, days_said
from coordinator_app.i18n import Words, days_between
from coordinator_app.printing.tongues import Said, Tongues

# How many dates are listed at most.
DATES_SHOWN = 12


def notes(group: ScheduleGroup, slot: ScheduleSlot, dates: tuple[dt.date, ...], tongues: Tongues) -> list[Said]:
    """What is out of the ordinary: the rhythm, with its `dates` if they are to be listed; a later beginning or an earlier end; breaks."""
    said = [tongues.each(lambda words: _rhythm(slot, dates, words)), tongues.each(lambda words: _bounds(slot, dates, words))]
    said += [tongues.each(partial(_break, pause)) for pause in group.pauses]
    return [note for note in said if note]


def _rhythm(slot: ScheduleSlot, dates: tuple[dt.date, ...], words: Words) -> str:
    listed = ", ".join(words.day_and_month(day) for day in dates[:DATES_SHOWN])
    if slot.weekday is None:
        return listed if len(dates) <= DATES_SHOWN else f"{listed} …"
    if slot.weekly:
        return ""
    if _lists(slot, dates):
        return f"{days_said(slot, words)}: {listed}"
    if _says_first(slot):
        return words("{days} from {day} on", days=days_said(slot, words), day=words.day_and_month(slot.dates[0]))
    return days_said(slot, words)


def _lists(slot: ScheduleSlot, dates: tuple[dt.date, ...]) -> bool:
    """Whether all the days of a rule stand beside it, so that its beginning and its end need no words."""
    return slot.weekday is None or (not slot.weekly and 0 < len(dates) <= DATES_SHOWN)


def _says_first(slot: ScheduleSlot) -> bool:
    """Whether the rhythm is said with the day from which it counts."""
    return not slot.weekly and slot.nth is None and bool(slot.dates)


def _bounds(slot: ScheduleSlot, dates: tuple[dt.date, ...], words: Words) -> str:
    """When it begins and when it ends, where the schedule goes further and nothing else says so."""
    if _lists(slot, dates):
        return ""
    since = None if _says_first(slot) else slot.since
    if since and slot.until:
        return days_between(since, slot.until, words)
    if slot.until:
        return words("until {day}", day=words.day_and_month(slot.until))
    return words("from {day} on", day=words.day_and_month(since)) if since else ""


def _break(pause: Span, words: Words) -> str:
    return words("break {days}", days=days_between(pause.first, pause.last, words))
