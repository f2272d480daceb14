"""The groups' schedule as values: what is printed, posted and read out, whatever the layout."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from coordinator_app.core.periods import Span
from coordinator_app.i18n import Language, Words


@dataclass(frozen=True, slots=True)
class Localised:
    """A name a user gave: as he wrote it first, and in the languages he has translated it to."""

    own: str
    fi: str = ""
    sv: str = ""
    en: str = ""

    def said(self, language: Language) -> str:
        """The name in that language, or as it was first written."""
        return self.translation(language) or self.own

    def translation(self, language: Language) -> str:
        return {Language.FI: self.fi, Language.SV: self.sv, Language.EN: self.en}[language]

    def lacks(self, language: Language) -> bool:
        """Whether it was translated, but not to that language."""
        return bool(self.fi or self.sv or self.en) and not self.translation(language)


class Attending(StrEnum):
    """How one takes part."""

    IN_PERSON = "in_person"
    REMOTE = "remote"
    HYBRID = "hybrid"


@dataclass(frozen=True, slots=True)
class SchedulePlace:
    """Where a group meets. `hidden` places are never printed; "call for the place" stands in their stead."""

    name: Localised
    address: str = ""
    directions: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ScheduleContact:
    """Whom to call or write to: a public role or a volunteer who agreed to it, never a participant."""

    name: str
    phone: str = ""
    email: str = ""

    def __bool__(self) -> bool:
        return bool(self.phone or self.email)


@dataclass(frozen=True, slots=True)
class ScheduleSlot:
    """One rule by which a group meets, in minutes and local time.

    `weekday` is 0 = Monday, or None where only the listed `dates` count. `every` is the number of weeks between, and
    `nth` the weekday's number within the month (1 to 5, -1 for the last), which overrides `every`. `dates` are the
    coming days within the schedule's validity. `since` is set where the rule begins only later than the schedule does.
    """

    weekday: int | None
    start: dt.time
    minutes: int
    every: int = 1
    nth: int | None = None
    dates: tuple[dt.date, ...] = ()
    place: SchedulePlace | None = None
    attending: Attending = Attending.IN_PERSON
    since: dt.date | None = None

    @property
    def weekly(self) -> bool:
        return self.weekday is not None and self.every == 1 and self.nth is None

    @property
    def days(self) -> tuple[int, ...]:
        """The weekdays it falls on, 0 = Monday: one, or those of its listed dates."""
        if self.weekday is not None:
            return (self.weekday,)
        return tuple(sorted({day.weekday() for day in self.dates}))


@dataclass(frozen=True, slots=True)
class ScheduleGroup:
    """A group as the public may see it. `service` is a catalogue code; `sensitive` follows from it."""

    id: int
    name: Localised
    service: str
    slots: tuple[ScheduleSlot, ...]
    sort_key: str
    service_name: Localised = Localised("")
    description: Localised = Localised("")
    sensitive: bool = False
    public: bool = True
    contact: ScheduleContact | None = None
    started: dt.date | None = None
    ended: dt.date | None = None
    pauses: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedMeeting:
    """One meeting of a group, or one activity (`group` is None). `planned` is the day it was moved from, if it was."""

    day: dt.date
    start: dt.time | None
    minutes: int
    title: Localised
    group: int | None = None
    place: SchedulePlace | None = None
    attending: Attending = Attending.IN_PERSON
    planned: dt.date | None = None
    cancelled: bool = False
    sensitive: bool = False
    public: bool = True


@dataclass(frozen=True, slots=True)
class TermDay:
    """Days that stand out in a term: a public holiday, or a break of one group (`group`) or of all (None)."""

    span: Span
    name: Localised
    holiday: bool = False
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """Everything the printed schedules draw from, all groups included, also those that will be left out.

    `updated` is the day it was made, `valid` the days it speaks of, `web` the address its QR code opens ("" for none).
    """

    association: str
    locality: Localised
    updated: dt.date
    valid: Span
    groups: tuple[ScheduleGroup, ...]
    contact: ScheduleContact | None = None
    web: str = ""
    meetings: tuple[DatedMeeting, ...] = ()
    term_days: tuple[TermDay, ...] = ()


def days_said(slot: ScheduleSlot, words: Words) -> str:
    """On which days, in running text: "Tuesdays", "every second Tuesday", "first Tuesday of the month", "3.11., 1.12."."""
    if slot.weekday is None:
        return ", ".join(words.day_and_month(day) for day in slot.dates)
    weekday = _weekday_name(slot.weekday, words)
    if slot.nth is not None:
        return _NTH[slot.nth](words, weekday)
    if slot.every == 1:
        return words.on_weekday(slot.weekday)
    if slot.every == 2:
        return words("every second {weekday}", weekday=weekday)
    if slot.every == 3:
        return words("every third {weekday}", weekday=weekday)
    return words("{weekdays}, every {n} weeks", weekdays=words.on_weekday(slot.weekday), n=slot.every)


def slot_said(slot: ScheduleSlot, words: Words) -> str:
    """The whole rule in running text, as "every second Tuesday 18:00–19:30"."""
    return words("{days} at {times}", days=days_said(slot, words), times=words.times(slot.start, slot.minutes))


def _weekday_name(weekday: int, words: Words) -> str:
    name = words.weekday(weekday)
    return name if words.language is Language.EN else name.lower()


_NTH = {
    1: lambda words, weekday: words("first {weekday} of the month", weekday=weekday),
    2: lambda words, weekday: words("second {weekday} of the month", weekday=weekday),
    3: lambda words, weekday: words("third {weekday} of the month", weekday=weekday),
    4: lambda words, weekday: words("fourth {weekday} of the month", weekday=weekday),
    5: lambda words, weekday: words("fifth {weekday} of the month", weekday=weekday),
    -1: lambda words, weekday: words("last {weekday} of the month", weekday=weekday),
}
