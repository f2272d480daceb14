"""What the calendar asks the book, in one read."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from coordinator_app.bootstrap.office_files import network_in_force
from coordinator_app.core import activities, calendar, catalogue, groups, settings
from coordinator_app.core.calendar import CalendarDay, EventKind
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.groups import NamedGroup
from coordinator_app.core.periods import Span
from coordinator_app.i18n import Language

_FURTHEST = dt.date(9998, 12, 31)


@dataclass(frozen=True, slots=True)
class Shown:
    """The days of a span, and what is needed to say what stands on them. `nothing` tells a book without groups and activities."""

    span: Span
    today: dt.date
    language: Language
    days: tuple[CalendarDay, ...]
    groups: tuple[NamedGroup, ...]
    nothing: bool
    catalogue: Catalogue
    records_begin: dt.date

    def name_of(self, group: int) -> str:
        """What a group is called."""
        return next((each.name for each in self.groups if each.id == group), "")

    @property
    def has_sensitive(self) -> bool:
        """Whether any group's name is not for other programs."""
        return any(self.catalogue.is_sensitive(each.service) for each in self.groups)


def shown(session: Any, *, span: Span, today: dt.date, language: Language) -> Shown:
    """The calendar of these days. A deadline's title is its quarter, as `2026Q3`."""
    network, begin = network_in_force(session), settings.read(session).records_begin
    named = groups.names(session)
    deadlines = () if network is None else tuple((each.day, str(each.period)) for each in network.deadlines)
    return Shown(
        span=span,
        today=today,
        language=language,
        days=calendar.days(session, span=span, language=language, deadlines=deadlines),
        groups=named,
        nothing=not named and not activities.within(session, span=Span(begin, _FURTHEST)),
        catalogue=catalogue.shipped() if network is None else network.catalogue,
        records_begin=begin,
    )


def of_group(days: tuple[CalendarDay, ...], group: int | None) -> tuple[CalendarDay, ...]:
    """Only what concerns one group: its own, and what holds for all; everything without one."""
    if group is None:
        return days
    return tuple(
        CalendarDay(
            day.on,
            tuple(each for each in day.events if each.group == group or (each.group is None and each.kind is not EventKind.ACTIVITY)),
            tuple(clash for clash in day.clashes if group in (clash.first.group, clash.second.group)),
        )
        for day in days
    )
