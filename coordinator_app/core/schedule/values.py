"""The groups' schedule as values: what is printed, posted and read out, whatever the layout."""

import datetime as dt

from msgspec import Struct

from coordinator_app.core.kinds import Mode, Rule
from coordinator_app.core.periods import Span
from coordinator_app.i18n import Language


class Localised(Struct, frozen=True):
    """A name as a user first wrote it, in his own language, and as he translated it."""

    own: str
    sv: str = ""
    en: str = ""

    def said(self, language: Language) -> str:
        """The name in that language, or as it was first written."""
        return self.translation(language) or self.own

    def translation(self, language: Language) -> str:
        return {Language.FI: self.own, Language.SV: self.sv, Language.EN: self.en}[language]


class SchedulePlace(Struct, frozen=True):
    """Where a group meets. A `hidden` place is never printed; "call for the place" stands in its stead."""

    name: str
    address: str = ""
    directions: str = ""
    hidden: bool = False


class ScheduleContact(Struct, frozen=True):
    """Whom to call or write to: a public role, or a volunteer who agreed to be named; never a participant."""

    name: str
    phone: str = ""
    email: str = ""

    def __bool__(self) -> bool:
        return bool(self.phone or self.email)


class ScheduleSlot(Struct, frozen=True):
    """One rule by which a group meets; local time.

    `weekday` is 0 = Monday, or None where only the listed `dates` count. `interval` is in weeks; `nth` is the weekday's
    number within the month, 1 to 5 or -1 for the last. `dates` are the days it falls on within the schedule's validity,
    breaks and cancelled days left out. `since` is set where the rule begins only after the schedule does, `until` where it
    ends before the schedule does.
    """

    rule: Rule
    weekday: int | None
    starts: dt.time
    minutes: int
    interval: int = 1
    nth: int | None = None
    dates: tuple[dt.date, ...] = ()
    place: SchedulePlace | None = None
    mode: Mode = Mode.IN_PERSON
    since: dt.date | None = None
    until: dt.date | None = None

    @property
    def weekly(self) -> bool:
        return self.rule is Rule.WEEKLY or (self.rule is Rule.EVERY_N_WEEKS and self.interval == 1)

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The weekdays it falls on, 0 = Monday: one, or those of its listed dates."""
        if self.weekday is not None:
            return (self.weekday,)
        return tuple(sorted({day.weekday() for day in self.dates}))


class ScheduleGroup(Struct, frozen=True):
    """A group as the public may see it. `service` is a catalogue code."""

    id: int
    name: Localised
    sort_key: str
    service: str
    slots: tuple[ScheduleSlot, ...]
    sensitive: bool = False
    public: bool = True
    contact: ScheduleContact | None = None
    web: str = ""
    started: dt.date | None = None
    ended: dt.date | None = None
    pauses: tuple[Span, ...] = ()


class DatedMeeting(Struct, frozen=True):
    """One meeting of a group, or one activity (`group` is None). `planned` is the day it was moved from, if it was.

    Of an activity that lasts several days `days` are all of them; `day` is the first one that lies within the schedule.
    """

    day: dt.date
    starts: dt.time | None
    minutes: int | None
    title: Localised
    group: int | None = None
    place: SchedulePlace | None = None
    mode: Mode = Mode.IN_PERSON
    planned: dt.date | None = None
    cancelled: bool = False
    sensitive: bool = False
    public: bool = True
    days: Span | None = None


class TermDay(Struct, frozen=True):
    """Days that stand out in a term: a public holiday with its name, or a break of one group (`group`) or of all (None)."""

    span: Span
    name: Localised = Localised("")
    holiday: bool = False
    group: int | None = None


class Schedule(Struct, frozen=True):
    """Everything the printed schedules draw from: all groups, also those that will be left out.

    `updated` is the day it was made, `valid` the days it speaks of, `web` the address its QR code opens ("" for none).
    `groups` and `meetings` come in the book's order. `practice` marks the schedule of a practice book.
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
    practice: bool = False
