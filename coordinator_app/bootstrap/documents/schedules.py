"""The documents that show the groups' schedule."""

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import structs

from coordinator_app.bootstrap.documents.kinds import Kind, Part, Switch, Wanted
from coordinator_app.bootstrap.office_files import catalogue_in_force, locality_in_force
from coordinator_app.core import schedule, settings
from coordinator_app.core.periods import Span
from coordinator_app.core.schedule import Schedule
from coordinator_app.i18n import N_
from coordinator_app.printing.group_card import group_card
from coordinator_app.printing.handouts import PocketOptions, flyer, pocket_list
from coordinator_app.printing.leaflet import leaflet
from coordinator_app.printing.poster import PosterOptions, poster
from coordinator_app.printing.schedule_text import ScheduleText, schedule_text
from coordinator_app.printing.term_calendar import CalendarOptions, term_calendar
from coordinator_app.printing.trial_sheet import trial_sheet
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
    span = wanted.printed or term_to_print(session, today=today, next_term=wanted.next_term)
    made = None if wanted.printed is None else wanted.printed.first
    read = schedule.term(session, span=span, today=today, catalogue=names, made=made)
    return structs.replace(read, locality=locality_in_force(session))


def _flyer(session: "Session", wanted: Wanted, now: dt.datetime) -> Manuscript:
    return flyer(_schedule(session, wanted, now), wanted.choice())


def _pocket_list(session: "Session", wanted: Wanted, now: dt.datetime) -> Manuscript:
    options = PocketOptions(wanted.languages, wanted.groups, wanted.sensitive_addresses, cards=wanted.cards)
    return pocket_list(_schedule(session, wanted, now), options)


def _group_card(session: "Session", wanted: Wanted, now: dt.datetime) -> Manuscript:
    return group_card(_schedule(session, wanted, now), wanted.choice())


def _leaflet(session: "Session", wanted: Wanted, now: dt.datetime) -> Manuscript:
    services = {each.code: each.name for each in catalogue_in_force(session).services if each.code not in _ORDINARY}
    return leaflet(_schedule(session, wanted, now), wanted.choice(), services)


def _trial_sheet(_: "Session", wanted: Wanted, now: dt.datetime) -> Manuscript:
    return trial_sheet(wanted.languages, now.date())


# Services that a leaflet need not name: they are what every group is.
_ORDINARY = ("peer", "training", "other")
_USUAL = (Switch.LANGUAGES, Switch.NEXT_TERM, Switch.GROUPS, Switch.SENSITIVE_ADDRESSES)
POSTER = Kind("poster", N_("Poster"), (*_USUAL, Switch.PAPER, Switch.STRIPS), _poster, schedule=True, part=Part.WALL)
CALENDAR = Kind("calendar", N_("Term calendar"), (*_USUAL, Switch.PAPER), _calendar, schedule=True, part=Part.WALL)
FLYER = Kind("flyer", N_("Strip flyer"), _USUAL, _flyer, schedule=True, part=Part.HAND)
LEAFLET = Kind("leaflet", N_("Leaflet"), _USUAL, _leaflet, schedule=True, duplex=True, part=Part.HAND)
POCKET_LIST = Kind("pocket", N_("Pocket list"), (*_USUAL, Switch.CARDS), _pocket_list, schedule=True, duplex=True, part=Part.HAND)
GROUP_CARD = Kind("card", N_("Group card"), _USUAL, _group_card, schedule=True, part=Part.HAND)
TRIAL_SHEET = Kind("test", N_("Test sheet"), (Switch.LANGUAGES,), _trial_sheet, duplex=True)
TEXT = Kind("text", N_("Schedule as text"), _USUAL, _text, schedule=True, text=True, part=Part.HAND)
