"""Which groups a schedule shows, how each of its lines is said, and why a group is not among them."""

import datetime as dt
import re
from collections.abc import Set

from msgspec import Struct

from coordinator_app.core import settings
from coordinator_app.core.kinds import Mode
from coordinator_app.core.schedule import Schedule, ScheduleContact, ScheduleGroup, SchedulePlace, ScheduleSlot
from coordinator_app.i18n import N_, Language, Words
from coordinator_app.printing.omissions import Omission
from coordinator_app.printing.rhythm import DATES_SHOWN, notes
from coordinator_app.printing.tongues import Said, Tongues, plain

_FEW_LINES = 3
_NO_WEEKDAY = 7
# A number stays with its word: "Aurakatu 12", "2. krs".
_NUMBER = re.compile(r" (?=\d)|(?<=\d\.) ")


class Choice(Struct, frozen=True):
    """What a schedule is asked to show, in one language or two. `groups` are ids, None for all.

    The places of sensitive groups are shown only when asked for.
    """

    languages: tuple[Language, ...] = (Language.FI,)
    groups: Set[int] | None = None
    sensitive_addresses: bool = False


class Line(Struct, frozen=True):
    """One line of a schedule, in the words of the paper. `weekday` is 0 = Monday, 7 where dates of several weekdays are listed.

    `heading` names the weekday, `days` says it of every such day ("Mondays"); `time` is in the main language.
    """

    weekday: int
    starts: dt.time
    heading: Said
    days: Said
    time: str
    name: Said
    group: ScheduleGroup
    place: tuple[Said, ...]
    notes: tuple[Said, ...]


class Selection(Struct, frozen=True):
    """The groups that are shown, their lines in the order of the week, and what is left out."""

    groups: tuple[ScheduleGroup, ...]
    lines: tuple[Line, ...]
    omissions: tuple[Omission, ...]

    @property
    def contact(self) -> ScheduleContact | None:
        """Whom to call, if all groups name the same."""
        named = {group.contact for group in self.groups}
        return named.pop() if len(named) == 1 else None


def locality_said(schedule: Schedule, words: Words) -> str:
    """The locality's name as a heading writes it."""
    return settings.locality_said(schedule.locality.said(words.language), words, practice=schedule.practice)


def select(schedule: Schedule, choice: Choice) -> Selection:
    """The groups of a schedule that were chosen and may be shown, and for every other chosen one the reason why not."""
    tongues = Tongues(choice.languages)
    wanted = [group for group in schedule.groups if choice.groups is None or group.id in choice.groups]
    reasons = {group.id: _left_out(group, schedule) for group in wanted}
    shown = tuple(group for group in wanted if reasons[group.id] is None)
    slots = [(group, slot) for group in shown for slot in group.slots if _meets(slot, schedule)]
    few = len(slots) <= _FEW_LINES
    lines = [_line(group, slot, _coming(slot, schedule) if few or slot.weekday is None else (), choice, tongues) for group, slot in slots]
    lines.sort(key=lambda line: (line.weekday, line.starts, line.group.sort_key, plain(line.days)))
    left_out = tuple(reason for reason in reasons.values() if reason is not None)
    return Selection(shown, tuple(lines), (*left_out, *_remarks(shown, schedule, choice)))


def place_said(place: SchedulePlace | None, mode: Mode, tongues: Tongues, *, hidden: bool) -> tuple[Said, ...]:
    """Where, part by part; of a place that is hidden, how to learn it."""
    if mode is Mode.REMOTE:
        return (tongues(N_("online, ask for the link")),)
    if place is not None and (place.hidden or hidden):
        where = [tongues(N_("call for the place"))]
    elif place is None:
        where = [tongues(N_("ask for the place"))]
    else:
        parts = dict.fromkeys(filter(None, (place.name, place.address, place.directions)))
        where = [tongues.own(_NUMBER.sub("\u00a0", part)) for part in parts]
    return (*where, tongues(N_("also online"))) if mode is Mode.HYBRID else tuple(where)


def hides_place(group: ScheduleGroup, slot: ScheduleSlot, choice: Choice) -> bool:
    """Whether the place of a slot is kept off the paper."""
    if slot.place is None or slot.mode is Mode.REMOTE:
        return False
    return slot.place.hidden or (group.sensitive and not choice.sensitive_addresses)


def _line(group: ScheduleGroup, slot: ScheduleSlot, dates: tuple[dt.date, ...], choice: Choice, tongues: Tongues) -> Line:
    weekdays = slot.weekdays
    heading = tongues.each(lambda words: _weekday(weekdays, words))
    return Line(
        weekday=weekdays[0] if len(weekdays) == 1 else _NO_WEEKDAY,
        starts=slot.starts,
        heading=heading,
        days=tongues.each(lambda words: words.on_weekday(weekdays[0]).capitalize()) if slot.weekly else heading,
        time=tongues.main.times(slot.starts, slot.minutes),
        name=tongues.name(group.name),
        group=group,
        place=place_said(slot.place, slot.mode, tongues, hidden=hides_place(group, slot, choice)),
        notes=tuple(notes(group, slot, dates, tongues)),
    )


def _weekday(weekdays: tuple[int, ...], words: Words) -> str:
    return words.weekday(weekdays[0]) if len(weekdays) == 1 else words("On these dates")


def _coming(slot: ScheduleSlot, schedule: Schedule) -> tuple[dt.date, ...]:
    return tuple(day for day in slot.dates if day >= schedule.updated)


def _meets(slot: ScheduleSlot, schedule: Schedule) -> bool:
    """Whether there is still something to come: of a rule that goes on there is, of one that ends only if it has days left."""
    return (slot.weekday is not None and slot.until is None) or bool(_coming(slot, schedule))


def _called_off(group: ScheduleGroup, schedule: Schedule) -> bool:
    """Whether it has meetings to come in this schedule and every one of them is cancelled; what falls into a break is not among them."""
    coming = [each.cancelled for each in schedule.meetings if each.group == group.id and each.day >= schedule.updated]
    return bool(coming) and all(coming)


def _left_out(group: ScheduleGroup, schedule: Schedule) -> Omission | None:
    """Why a group is not shown, if it is not."""
    said: dict[str, object] = {"group": group.name.own}
    if not group.public:
        message = N_("{group} is left out: it is not public.")
    elif group.ended is not None and group.ended < max(schedule.updated, schedule.valid.first):
        message = N_("{group} is left out: it ended on {day}.")
        said["day"] = group.ended
    elif group.started is not None and group.started > schedule.valid.last:
        message = N_("{group} is left out: it begins on {day}, after this schedule.")
        said["day"] = group.started
    elif not group.slots:
        message = N_("{group} is left out: it has no meeting times. Add one to print it.")
    elif not any(_meets(slot, schedule) for slot in group.slots):
        message = N_("{group} is left out: none of its dates is still to come in this schedule.")
    elif _called_off(group, schedule):
        message = N_("{group} is left out: all its meetings to come in this schedule are cancelled.")
    else:
        return None
    return Omission(message, said, group.id, left_out=True)


def _remarks(shown: tuple[ScheduleGroup, ...], schedule: Schedule, choice: Choice) -> list[Omission]:
    """What is shown only in part, group by group."""
    remarks = []
    for group in shown:
        said: dict[str, object] = {"group": group.name.own}
        if any(hides_place(group, slot, choice) for slot in group.slots):
            remarks.append(Omission(N_("{group}: the place is not printed, “call for the place” is."), said, group.id))
        if not (group.contact or schedule.contact):
            remarks.append(Omission(N_("{group}: nobody to call is named. Give the group a telephone number."), said, group.id))
        if not all(group.name.translation(language) for language in choice.languages):
            remarks.append(Omission(N_("{group}: the name is not translated."), said, group.id))
        if choice.languages != (Language.FI,):
            printed = (
                slot.place for slot in group.slots if slot.place and slot.mode is not Mode.REMOTE and not hides_place(group, slot, choice)
            )
            message = N_("{place}: printed as written, for places have no translation in the book.")
            remarks += [Omission(message, {"place": place.name}, group.id) for place in printed]
        if any(slot.weekday is None and len(_coming(slot, schedule)) > DATES_SHOWN for slot in group.slots):
            remarks.append(Omission(N_("{group}: only its first dates are printed."), said, group.id))
    return remarks
