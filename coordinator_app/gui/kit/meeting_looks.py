"""How a meeting looks and is said: the icon, colour and word of its state, its day and place."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from coordinator_app.core.kinds import MeetingState
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.i18n import N_, Words


@dataclass(frozen=True, slots=True)
class Look:
    """`role` names the colour of the icon, `word` is an English message marked with `N_`."""

    icon: Icon
    role: str
    word: str


class Held(Protocol):
    """What the look of a meeting or an activity depends on."""

    @property
    def state(self) -> MeetingState | None: ...
    @property
    def held_on(self) -> dt.date: ...
    @property
    def moved(self) -> bool: ...


_HELD = Look(Icon.HELD, "good", N_("held"))
_NOT_COUNTED = Look(Icon.NOT_COUNTED, "primary", N_("not counted"))
_CANCELLED = Look(Icon.CANCELLED, "danger", N_("cancelled"))
MOVED = Look(Icon.MOVED, "primary", N_("moved"))
_NOT_RECORDED = Look(Icon.NOT_RECORDED, "amber", N_("not recorded"))
_PLANNED = Look(Icon.PLANNED, "quiet", N_("planned"))
_OF_OTHERS = Look(Icon.PLANNED, "quiet", N_("organised by another"))
_SAID = {MeetingState.COUNTED: _HELD, MeetingState.NOT_COUNTED: _NOT_COUNTED, MeetingState.CANCELLED: _CANCELLED}


def look_of(meeting: Held, today: dt.date, records_begin: dt.date, *, ours: bool = True) -> Look:
    """The state of a meeting or an activity as it is seen on a day."""
    return look_of_state(meeting.state, meeting.held_on, today, records_begin, moved=meeting.moved, ours=ours)


def look_of_state(
    state: MeetingState | None, held_on: dt.date, today: dt.date, records_begin: dt.date, *, moved: bool = False, ours: bool = True
) -> Look:
    """The same; nothing is missing from before the records begin, and what others organise is not ours to record."""
    said = _SAID.get(state or MeetingState.PLANNED)
    if said is not None:
        return said
    if held_on <= today and not ours:
        return _OF_OTHERS
    if records_begin <= held_on <= today:
        return _NOT_RECORDED
    return MOVED if moved else _PLANNED


def state_said(meeting: MeetingRow, look: Look, words: Words) -> str:
    """The state in a word or two, with the headcount where there is one."""
    if meeting.state is MeetingState.COUNTED and meeting.headcount is not None:
        return words.count("{n} man", "{n} men", meeting.headcount)
    return words(look.word)


def when_said(meeting: MeetingRow, words: Words, *, in_text: bool = False) -> str:
    """The day and the times: `Tiistai 20.10.2026 klo 18.00–20.00`; after other words the weekday is written as there."""
    times, weekday = words.times(meeting.starts, meeting.minutes), meeting.held_on.weekday()
    day = words.weekday_in_text(weekday) if in_text else words.weekday(weekday)
    return words(N_("{weekday} {day} at {times}"), weekday=day, day=words.date(meeting.held_on), times=times)


def apart_said(meeting: MeetingRow, words: Words) -> str:
    """What sets it apart from the rule: that it was moved, or that no rule planned it; nothing for an ordinary one."""
    if meeting.planned_on is None:
        return words(N_("An extra meeting that no rule planned"))
    return words(N_("Moved from {day}"), day=words.date_with_weekday(meeting.planned_on)) if meeting.moved else ""


def all_said(meeting: MeetingRow, look: Look, reason: str, words: Words) -> str:
    """Its state, why, what sets it apart from the rule, and its place; that it is moved is said by the day it is moved from."""
    state = "" if look is MOVED else state_said(meeting, look, words)
    return " · ".join(part for part in (state, reason, apart_said(meeting, words), meeting.place_name or "") if part)
