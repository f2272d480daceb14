"""How each thing to do is said: its title, what it is about, and the verb that does it."""

import datetime as dt
from dataclasses import dataclass

from coordinator_app.core.home import Need, NeedKind
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.i18n import N_, Words


@dataclass(frozen=True, slots=True)
class Look:
    """The icon and its colour, and the verb on the button (`N_`)."""

    icon: Icon
    role: str
    verb: str


_PLACES_SHOWN = 3
LOOKS = {
    NeedKind.START: Look(Icon.GROUPS, "primary", N_("Add the first group")),
    NeedKind.RECORD: Look(Icon.NOT_RECORDED, "amber", N_("Record")),
    NeedKind.SEND: Look(Icon.QUARTER, "amber", N_("Look and send")),
    NeedKind.REVISE: Look(Icon.QUARTER, "amber", N_("Look at the changes")),
    NeedKind.ASKED: Look(Icon.HELP, "amber", N_("Look at the questions")),
    NeedKind.POSTERS: Look(Icon.PRINT, "amber", N_("Print again")),
    NeedKind.CONSENT: Look(Icon.PEOPLE, "primary", N_("Look at them")),
    NeedKind.REVIEW: Look(Icon.PEOPLE, "primary", N_("Go through them")),
    NeedKind.BACK_UP: Look(Icon.BACKUP, "primary", N_("Back up now")),
}


def title(need: Need, words: Words) -> str:
    """What is to be done, in a few words."""
    quarter = "" if need.period is None else need.period.said(words)
    match need.kind:
        case NeedKind.START:
            return words(N_("Your groups will be here"))
        case NeedKind.RECORD:
            return words.count("{n} meeting is not recorded", "{n} meetings are not recorded", need.number)
        case NeedKind.SEND:
            return words(N_("The summary of {quarter} has not been sent"), quarter=quarter)
        case NeedKind.REVISE:
            return words(N_("The summary of {quarter} has changed since it was sent"), quarter=quarter)
        case NeedKind.ASKED:
            return words.count("The central office has {n} question", "The central office has {n} questions", need.number)
        case NeedKind.POSTERS:
            return words.count("{n} poster is out of date", "{n} posters are out of date", need.number)
        case NeedKind.CONSENT:
            return words.count("The consent of {n} person is missing", "The consent of {n} people is missing", need.number)
        case NeedKind.REVIEW:
            return words.count("{n} privacy decision is waiting", "{n} privacy decisions are waiting", need.number)
        case NeedKind.BACK_UP:
            return words(N_("Back up to a memory stick"))


def about(need: Need, today: dt.date, words: Words) -> str:
    """What it is about, and when."""
    match need.kind:
        case NeedKind.START:
            return words(N_("Write down when and where each group meets, or bring in the groups and people you have in files."))
        case NeedKind.RECORD:
            return "" if need.meeting is None else _meeting(need.meeting, today, words)
        case NeedKind.SEND:
            return _deadline(need, today, words)
        case NeedKind.REVISE:
            return words.count("{n} figure differs from what the office has.", "{n} figures differ from what the office has.", need.number)
        case NeedKind.ASKED:
            quarter = "" if need.period is None else need.period.said(words)
            return words(
                N_("It asks about the summary of {quarter}. Look at the records, and send the next revision if they were wrong."),
                quarter=quarter,
            )
        case NeedKind.POSTERS:
            return _posters(need, words)
        case NeedKind.CONSENT:
            return words(N_("A group keeps a name without a consent. Ask for it, or take the name away."))
        case NeedKind.REVIEW:
            return words(N_("People who have not been seen for long, or names that are no longer needed. You decide on each."))
        case NeedKind.BACK_UP:
            return _backup(need, words)


def _meeting(meeting: MeetingRow, today: dt.date, words: Words) -> str:
    times = words.times(meeting.starts, meeting.minutes)
    if meeting.held_on == today:
        return words(N_("Next: {group}, today at {times}"), group=meeting.group_name, times=times)
    day = words.date_with_weekday(meeting.held_on)
    return words(N_("Next: {group}, {day} at {times}"), group=meeting.group_name, day=day, times=times)


def _deadline(need: Need, today: dt.date, words: Words) -> str:
    if need.day is None:
        said = words(N_("The quarter is over. Look at its figures and send them to the central office."))
    elif need.day < today:
        said = words(N_("The central office expected it by {day}."), day=need.day)
    else:
        said = words(N_("The central office expects it by {day}."), day=need.day)
    if need.number == 1:
        return said
    more = words.count("{n} earlier quarter has not been sent either.", "{n} earlier quarters have not been sent either.", need.number - 1)
    return f"{said} {more}"


def _posters(need: Need, words: Words) -> str:
    """Where they hang: the first places by name, the others by number."""
    places = "; ".join(each.row.place for each in need.posters[:_PLACES_SHOWN])
    more = need.number - _PLACES_SHOWN
    return words(N_("{places}; and {n} more"), places=places, n=more) if more > 0 else places


def _backup(need: Need, words: Words) -> str:
    if need.day is None:
        return words(N_("The book is on this computer only. A copy elsewhere saves it if the computer breaks or is lost."))
    return words(N_("The last copy outside this computer is from {day}."), day=need.day)
