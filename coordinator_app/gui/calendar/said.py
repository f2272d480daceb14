"""What stands on a day, in words, and the icon it wears."""

from collections.abc import Sequence

from coordinator_app.core.calendar import CalendarDay, Clash, Event, EventKind
from coordinator_app.core.catalogue import Listing
from coordinator_app.core.kinds import MeetingState
from coordinator_app.core.periods import Period
from coordinator_app.gui.calendar.reading import Shown
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.meeting_looks import Look, look_of
from coordinator_app.i18n import N_, Words

Key = tuple[EventKind, int | None, str]
HELD = (EventKind.MEETING, EventKind.ACTIVITY)
_ALL_DAY = {
    EventKind.HOLIDAY: Look(Icon.HOLIDAY, "quiet", N_("public holiday")),
    EventKind.BREAK: Look(Icon.BREAK, "quiet", N_("break")),
    EventKind.DEADLINE: Look(Icon.DEADLINE, "amber", N_("deadline")),
}


def look(event: Event, shown: Shown) -> Look:
    """The icon, colour and word of its state."""
    if event.kind in _ALL_DAY:
        return _ALL_DAY[event.kind]
    return look_of(event, shown.today, shown.records_begin, ours=event.ours)


def title(event: Event, shown: Shown, words: Words) -> str:
    """What it is called."""
    if event.kind is EventKind.DEADLINE:
        return words(N_("Summary due: {period}"), period=Period.parse(event.title).said(words))
    if event.kind is not EventKind.BREAK:
        return event.title
    if event.group is not None:
        return words(N_("{group}: break"), group=shown.name_of(event.group))
    return words(N_("Break: {why}"), why=event.title) if event.title else words(N_("Break"))


def times(event: Event, words: Words) -> str:
    """From when to when, as far as it is known."""
    if event.starts is None:
        return ""
    return words.time(event.starts) if event.minutes is None else words.times(event.starts, event.minutes)


def state(event: Event, shown: Shown, words: Words) -> str:
    """The state in a word or two; of a meeting that was counted how many men there were, of a cancelled one the reason."""
    if event.kind is EventKind.MEETING and event.state is MeetingState.COUNTED and event.headcount is not None:
        return words.count("{n} man", "{n} men", event.headcount)
    word = words(look(event, shown).word)
    if not event.reason:
        return word
    reason = shown.catalogue.name(Listing.CANCEL_REASON, event.reason, words.language)
    return words(N_("{state}: {reason}"), state=word, reason=reason)


def sentence(event: Event, shown: Shown, words: Words) -> str:
    """All of it in one line, as it is read out."""
    clash = words(N_("two at the same time")) if event.clashes else ""
    told = state(event, shown, words) if event.kind in HELD else ""
    name = " ".join(part for part in (times(event, words), title(event, shown, words)) if part)
    return ", ".join(part for part in (name, told, event.place_name or "", clash) if part)


def day(on: CalendarDay, shown: Shown, words: Words) -> list[str]:
    """A day as it is read out: its date, then each thing on it."""
    date = words.date_with_weekday(on.on)
    head = words(N_("{day}, today"), day=date) if on.on == shown.today else date
    return [head, *(sentence(event, shown, words) for event in on.events)] if on.events else [head, words(N_("nothing planned"))]


def clashes(event: Event, among: Sequence[Clash], words: Words) -> list[str]:
    """Each clash of a thing in a sentence: with what, and over what."""
    found = []
    for clash in among:
        for one, other in ((clash.first, clash.second), (clash.second, clash.first)):
            if (one.kind, one.id, one.on) != (event.kind, event.id, event.on):
                continue
            day = "" if other.on == event.on else words.date_with_weekday(other.on, year=False)
            named = {"other": other.title, "times": f"{day} {times(other, words)}".lstrip()}
            if clash.person is not None:
                found.append(words(N_("{person} is also at {other}, {times}."), person=clash.person, **named))
            else:
                found.append(words(N_("{place} is also taken by {other}, {times}."), place=clash.place or "", **named))
    return found


def key_of(event: Event) -> Key:
    """What tells a thing from the others of its day, whatever day that is."""
    return event.kind, event.id, "" if event.id is not None else event.title
