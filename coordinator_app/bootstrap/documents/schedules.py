"""The documents that show the groups' schedule."""

import datetime as dt
from typing import TYPE_CHECKING

from coordinator_app.bootstrap.documents.kinds import Kind, Part, Switch, Wanted
from coordinator_app.bootstrap.office_files import catalogue_in_force
from coordinator_app.core import schedule, settings
from coordinator_app.core.periods import Span
from coordinator_app.core.schedule import Schedule
from coordinator_app.i18n import N_
from coordinator_app.printing.poster import PosterOptions, poster
from coordinator_app.printing.schedule_text import ScheduleText, schedule_text
from coordinator_app.printing.term_calendar import CalendarOptions, term_calendar
from coordinator_app.printing.typst import Manuscript

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def term_to_print(session: "Session", *, today: dt.date, next_term: bool) -> Span:
    """The days a schedule speaks of: what is left of this term, or the whole next one."""
    rule = settings.read(session).term_rule
    term = rule.term_of(today)
    return rule.after(term) if next_term else Span(today, term.last)


def _poster(session: "Session", wanted: Wanted, now: dt.datetime) -> Manuscript:
    options = PosterOptions(wanted.languages, wanted.groups, wanted.sensitive_addresses, paper=wanted.paper, strips=wanted.strips)
    return poster(_schedule(session, wanted, now), options)


def _calendar(session: "Session", wanted: Wanted, now: dt.datetime) -> Manuscript:
    options = CalendarOptions(wanted.languages, wanted.groups, wanted.sensitive_addresses, paper=wanted.paper)
    return term_calendar(_schedule(session, wanted, now), options)


def _text(session: "Session", wanted: Wanted, now: dt.datetime) -> ScheduleText:
    return schedule_text(_schedule(session, wanted, now), wanted.choice())


def _schedule(session: "Session", wanted: Wanted, now: dt.datetime) -> Schedule:
    today, names = now.date(), catalogue_in_force(session)
    if wanted.printed is not None:
        return schedule.term(session, span=wanted.printed, today=today, catalogue=names, made=wanted.printed.first)
    span = term_to_print(session, today=today, next_term=wanted.next_term)
    return schedule.term(session, span=span, today=today, catalogue=names)


_USUAL = (Switch.LANGUAGES, Switch.NEXT_TERM, Switch.GROUPS, Switch.SENSITIVE_ADDRESSES)
POSTER = Kind("poster", N_("Poster"), (*_USUAL, Switch.PAPER, Switch.STRIPS), _poster, schedule=True, bilingual=True, part=Part.WALL)
CALENDAR = Kind("calendar", N_("Term calendar"), (*_USUAL, Switch.PAPER), _calendar, schedule=True, bilingual=True, part=Part.WALL)
TEXT = Kind("text", N_("Schedule as text"), _USUAL, _text, schedule=True, bilingual=True, text=True, part=Part.HAND)
