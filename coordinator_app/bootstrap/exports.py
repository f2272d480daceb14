"""Files for other programs: what of the book goes into each, ready to be written."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from coordinator_app.bootstrap.office_files import catalogue_in_force
from coordinator_app.core import activities, meetings, people, schedule, settings
from coordinator_app.core.calendar.series import series
from coordinator_app.core.periods import Span
from coordinator_app.i18n import N_, Language, Words

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from coordinator_app.exchange.spreadsheet import Sheet


class Export(StrEnum):
    """The files, by the name they are asked for."""

    CALENDAR = "calendar.ics"
    PEOPLE = "people.vcf"
    GROUPS = "groups.json"
    ATTENDANCE = "attendance.xlsx"
    ATTENDANCE_CSV = "attendance.csv"


class Choice(Struct, frozen=True):
    """In which language a file speaks, and of which groups; of all, and of the activities too, if none are named.

    People are of no group: an address book holds all who help.
    """

    language: Language
    groups: Collection[int] | None = None


def made(session: "Session", *, what: Export, choice: Choice, now: dt.datetime) -> bytes:
    """A query: the file."""
    return _MAKERS[what](session, choice, now)


def _calendar(session: "Session", choice: Choice, now: dt.datetime) -> bytes:
    from coordinator_app.exchange import icalendar

    kept = settings.read(session)
    occasions = series(session, today=now.date(), catalogue=catalogue_in_force(session), only=choice.groups)
    words = Words(choice.language)
    name = settings.locality_said(kept.locality_name, words, practice=kept.practice)
    return icalendar.write(occasions, book_id=kept.book_id, name=name, now=now, words=words)


def _people(session: "Session", choice: Choice, now: dt.datetime) -> bytes:
    from coordinator_app.exchange import contacts_file

    return contacts_file.write(people.cards(session, today=now.date()), note=_practice(session, choice))


def _groups(session: "Session", choice: Choice, now: dt.datetime) -> bytes:
    from coordinator_app.exchange import groups_file

    kept, today = settings.read(session), now.date()
    said = schedule.term(session, span=Span(today, kept.term_rule.term_of(today).last), today=today, catalogue=catalogue_in_force(session))
    if choice.groups is not None:
        said = replace(said, groups=tuple(group for group in said.groups if group.id in choice.groups))
    return groups_file.write(said, code=kept.locality_code, now=now, language=choice.language, note=_practice(session, choice))


def _practice(session: "Session", choice: Choice) -> str:
    """What each entry of a practice book says of itself; nothing for a real book."""
    kept = settings.read(session)
    return settings.locality_said(kept.locality_name, Words(choice.language), practice=True) if kept.practice else ""


def _attendance(session: "Session", choice: Choice, now: dt.datetime) -> bytes:
    from coordinator_app.exchange import spreadsheet

    return spreadsheet.xlsx(_sheet(session, choice, now), made=now)


def _attendance_csv(session: "Session", choice: Choice, now: dt.datetime) -> bytes:
    from coordinator_app.exchange import spreadsheet

    return spreadsheet.finnish_csv(_sheet(session, choice, now))


def _sheet(session: "Session", choice: Choice, now: dt.datetime) -> "Sheet":
    """All that was due since the records begin, up to today."""
    from coordinator_app.exchange.attendance_sheet import attendance_sheet

    span = Span(settings.read(session).records_begin, now.date())
    met = meetings.within(session, span=span, groups=None if choice.groups is None else tuple(choice.groups))
    held = activities.within(session, span=span) if choice.groups is None else ()
    return attendance_sheet(met, held, names=catalogue_in_force(session), words=Words(choice.language))


_MAKERS: Mapping[Export, Callable[["Session", Choice, dt.datetime], bytes]] = {
    Export.CALENDAR: _calendar,
    Export.PEOPLE: _people,
    Export.GROUPS: _groups,
    Export.ATTENDANCE: _attendance,
    Export.ATTENDANCE_CSV: _attendance_csv,
}
# What is not in a file, which whoever asked for it should know.
LEFT_OUT: Mapping[Export, str] = {
    Export.CALENDAR: N_("Groups of sensitive services are in it without their names and places."),
    Export.PEOPLE: N_("It holds those who help with the work, and organisations. Men who only come to a group are not in it."),
    Export.GROUPS: N_("It holds the public groups that meet every week, without hidden places and without anybody’s name."),
    Export.ATTENDANCE: N_("It holds numbers and nobody’s name."),
    Export.ATTENDANCE_CSV: N_("It holds numbers and nobody’s name."),
}
