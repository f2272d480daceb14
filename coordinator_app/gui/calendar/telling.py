"""What the card says of a thing, or of a day on which nothing is."""

import datetime as dt
from dataclasses import dataclass

from coordinator_app.core.calendar import CalendarDay, Event
from coordinator_app.gui.calendar import said
from coordinator_app.gui.calendar.reading import Shown
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.meeting_looks import MOVED
from coordinator_app.i18n import N_, Words


@dataclass(frozen=True, slots=True)
class Telling:
    """Ready words, and the icon before them; `clash` is empty where nothing clashes."""

    icon: Icon
    role: str
    title: str
    about: str
    clash: str = ""

    def __str__(self) -> str:
        """All of it, as it is read out."""
        return ". ".join(text for text in (self.title, self.about, self.clash) if text)


def of(event: Event | None, day: CalendarDay | None, shown: Shown, carried_to: dt.date | None, words: Words) -> Telling:
    """Of a thing: when and where it is and what clashes with it, or where it is being carried to. Of a day: what stands on it."""
    if event is None:
        return _of_day(day, shown, words)
    look, title = said.look(event, shown), said.title(event, shown, words)
    if carried_to is not None:
        to = words.date_with_weekday(carried_to)
        return Telling(Icon.MOVED, "primary", title, words(N_("To {day}. Enter moves it there, Escape leaves it where it was."), day=to))
    when = " ".join(part for part in (words.date_with_weekday(event.on), said.times(event, words)) if part)
    moved = words(N_("Moved from {day}"), day=words.date_with_weekday(event.moved_from)) if event.moved_from else ""
    told = said.state(event, shown, words) if event.kind in said.HELD else words(look.word)
    if look is MOVED:
        told = ""  # The day it was moved from says so already.
    about = " · ".join(part for part in (when, event.place_name, told, moved) if part)
    return Telling(look.icon, look.role, title, about, " ".join(said.clashes(event, day.clashes if day else (), words)))


def _of_day(day: CalendarDay | None, shown: Shown, words: Words) -> Telling:
    if day is None:
        return Telling(Icon.CALENDAR, "quiet", words(N_("Nothing is chosen.")), "")
    head, *rest = said.day(day, shown, words)
    return Telling(Icon.CALENDAR, "quiet", head, " · ".join(rest))
