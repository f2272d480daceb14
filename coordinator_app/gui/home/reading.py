"""What Home asks the book, in two reads."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coordinator_app.bootstrap.office_files import asked, catalogue_in_force, network_in_force
from coordinator_app.core import calendar, home, meetings, posters, rota, settings
from coordinator_app.core.calendar import CalendarDay, EventKind
from coordinator_app.core.home import Need
from coordinator_app.core.periods import Span
from coordinator_app.core.posters import Posted
from coordinator_app.i18n import Language

DAYS_AHEAD = 14


@dataclass(frozen=True, slots=True)
class Overview:
    """What presses, and the days of the next two weeks on which something is.

    `runs` tells who runs which meeting, ids and names by the meeting's id; `gaps` the meetings that lack a counsellor.
    """

    today: dt.date
    records_begin: dt.date
    needs: tuple[Need, ...]
    days: tuple[CalendarDay, ...]
    runs: Mapping[int, tuple[tuple[int, str], ...]]
    gaps: frozenset[int]


def overview(session: Any, *, now: dt.datetime, language: Language) -> Overview:
    """The whole screen, but for the `others`."""
    today = now.date()
    network = network_in_force(session)
    needs = home.needs(
        session,
        today=today,
        deadline=(lambda _: None) if network is None else network.deadline,
        posters=_posted(session, now),
        asked=asked(session),
    )
    ahead = Span(today, today + dt.timedelta(days=DAYS_AHEAD))
    days = tuple(day for day in calendar.days(session, span=ahead, language=language) if day.events)
    held = [event.id for day in days for event in day.events if event.kind is EventKind.MEETING and event.id is not None]
    runs = meetings.counsellors_of(session, meetings=held)
    return Overview(today, settings.read(session).records_begin, needs, days, runs, rota.gaps(session, span=ahead))


def _posted(session: Any, now: dt.datetime) -> tuple[Posted, ...]:
    """The posters that hang. What makes documents is loaded only where there are any, so that Home need not wait for it."""
    if not posters.listing(session):
        return ()
    from coordinator_app.bootstrap import hanging

    return hanging.all_posted(session, now=now)


def others(session: Any, *, today: dt.date) -> tuple[Need, ...]:
    """What else needs doing; asked for once the rest is shown, because it takes longer."""
    return home.others(session, today=today, catalogue=lambda: catalogue_in_force(session))
