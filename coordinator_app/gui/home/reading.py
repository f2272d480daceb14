"""What Home asks the book, in one read."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from coordinator_app.bootstrap.office_files import network_in_force
from coordinator_app.core import calendar, catalogue, home, posters
from coordinator_app.core.calendar import CalendarDay
from coordinator_app.core.home import Need
from coordinator_app.core.periods import Span
from coordinator_app.core.posters import Posted
from coordinator_app.i18n import Language

DAYS_AHEAD = 14


@dataclass(frozen=True, slots=True)
class Overview:
    """What needs doing, and the days of the next two weeks on which something is."""

    today: dt.date
    needs: tuple[Need, ...]
    days: tuple[CalendarDay, ...]


def overview(session: Any, *, now: dt.datetime, language: Language) -> Overview:
    """The whole screen."""
    today = now.date()
    network = network_in_force(session)
    needs = home.needs(
        session,
        today=today,
        catalogue=catalogue.shipped() if network is None else network.catalogue,
        deadline=(lambda _: None) if network is None else network.deadline,
        posters=_posted(session, now),
    )
    ahead = Span(today, today + dt.timedelta(days=DAYS_AHEAD))
    days = calendar.days(session, span=ahead, language=language)
    return Overview(today, needs, tuple(day for day in days if day.events))


def _posted(session: Any, now: dt.datetime) -> tuple[Posted, ...]:
    """The posters that hang. What makes documents is loaded only where there are any, so that Home need not wait for it."""
    if not posters.listing(session):
        return ()
    from coordinator_app.bootstrap import hanging

    return hanging.all_posted(session, now=now)
