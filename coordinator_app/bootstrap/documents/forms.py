"""The documents that are written on, handed out or kept by the contact man: no schedule, no figures."""

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import structs

from coordinator_app.bootstrap.documents.kinds import Kind, Part, Switch, Wanted
from coordinator_app.bootstrap.office_files import catalogue_in_force, locality_in_force
from coordinator_app.core import activities, attendance, contact_list, groups, paper_rows, settings
from coordinator_app.core.attendance import Sheet
from coordinator_app.core.catalogue import Family
from coordinator_app.core.groups import GroupCard
from coordinator_app.core.kinds import NamesKept
from coordinator_app.core.periods import Span
from coordinator_app.core.schedule import Localised, ScheduleContact
from coordinator_app.i18n import N_
from coordinator_app.printing.attendance_sheet import TableSheet, attendance_sheets
from coordinator_app.printing.certificate import Training, certificate
from coordinator_app.printing.consent_form import consent_form
from coordinator_app.printing.contact_list import contact_list as contact_pages
from coordinator_app.printing.feedback_form import feedback_form
from coordinator_app.printing.issuer import Issuer
from coordinator_app.printing.omissions import Omission
from coordinator_app.printing.privacy_notice import PrivateGroup, privacy_notice
from coordinator_app.printing.typst import Manuscript

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# How many of a group's next meetings get a sheet, and how many more days are told on it.
MEETINGS = (1, 2, 4, 8)
_DAYS_TOLD = 4
_OF_COUNSELLORS = ("counsellor_training", "counsellor_support")
_TRAININGS_SINCE = dt.timedelta(days=366)


def trainings(session: "Session", *, today: dt.date) -> tuple[activities.ActivityRow, ...]:
    """The trainings of a year back and of those to come, newest first: what a certificate may be for."""
    kinds = {*_OF_COUNSELLORS, *catalogue_in_force(session).kinds_of(Family.PROFESSIONAL)}
    found = activities.within(session, span=Span(today - _TRAININGS_SINCE, dt.date.max))
    return tuple(each for each in reversed(found) if each.kind in kinds)


def keep_rows(session: "Session", *, manuscript: Manuscript, today: dt.date) -> None:
    """A command: remembers the rows of attendance sheets that were printed, so that a typed row means the man on the paper."""
    paper_rows.keep(session, rows=manuscript.paper_rows, today=today)


def _attendance(session: "Session", wanted: Wanted, now: dt.datetime) -> Manuscript:
    today, catalogue = now.date(), catalogue_in_force(session)
    sheets: list[TableSheet] = []
    without = []
    chosen = _groups(session, wanted, today)
    coming = attendance.coming(session, today=today, groups=[group.id for group in chosen], count=wanted.meetings + _DAYS_TOLD)
    for group in chosen:
        days = [day for _, day in coming[group.id]]
        for at, (meeting, _) in enumerate(coming[group.id][: wanted.meetings], 1):
            sheet = attendance.sheet(session, meeting=meeting)
            sheets.append(_sheet(group, sheet, tuple(days[at : at + _DAYS_TOLD]), catalogue.is_sensitive(group.service)))
        if not days:
            without.append(Omission(N_("{group} is left out: it has no meetings to come."), {"group": group.name}, group.id, left_out=True))
    made = attendance_sheets(tuple(sheets), _issuer(session, today), wanted.languages)
    return structs.replace(made, omissions=(*without, *made.omissions))


def _sheet(group: GroupCard, sheet: Sheet, following: tuple[dt.date, ...], sensitive: bool) -> TableSheet:
    meeting = sheet.meeting
    return TableSheet(
        meeting=meeting.id,
        group=_named(group),
        day=meeting.held_on,
        starts=meeting.starts,
        minutes=meeting.minutes,
        men=tuple((man.row, man.called) for man in sheet.roster) if sheet.names else None,
        people=tuple(man.person for man in sheet.roster),
        mode=meeting.mode,
        following=following,
        sensitive=sensitive,
    )


def _contacts(session: "Session", wanted: Wanted, now: dt.datetime) -> Manuscript:
    today = now.date()
    listed = contact_list.read(session, today=today, catalogue=catalogue_in_force(session))
    return contact_pages(listed, _issuer(session, today), wanted.languages)


def _feedback(session: "Session", wanted: Wanted, now: dt.datetime) -> Manuscript:
    today, catalogue = now.date(), catalogue_in_force(session)
    chosen = _chosen(session, wanted, today)
    named = [_named(group) for group in chosen if not catalogue.is_sensitive(group.service)]
    unnamed = len(named) < len(chosen)
    questions = catalogue.feedback_questions
    return feedback_form(questions, named, _issuer(session, today), wanted.languages, unnamed=unnamed)


def _notice(session: "Session", wanted: Wanted, now: dt.datetime) -> Manuscript:
    today = now.date()
    return privacy_notice(_private(session, wanted, today), _issuer(session, today), wanted.languages)


def _consent(session: "Session", wanted: Wanted, now: dt.datetime) -> Manuscript:
    today = now.date()
    return consent_form(_private(session, wanted, today), _issuer(session, today), wanted.languages)


def _certificate(session: "Session", wanted: Wanted, now: dt.datetime) -> Manuscript:
    row = None if wanted.activity is None else activities.one(session, activity=wanted.activity)
    training = None
    if row is not None:
        training = Training(
            name=row.name,
            days=Span(row.held_on, row.until or row.held_on),
            theme=row.theme or "",
            place=row.place_name or "",
            minutes=row.minutes,
            of_counsellors=row.kind in _OF_COUNSELLORS,
        )
    return certificate(training, wanted.names, _issuer(session, now.date()), wanted.languages)


def _issuer(session: "Session", today: dt.date) -> Issuer:
    kept = settings.read(session)
    contact = ScheduleContact(kept.contact_name, kept.contact_phone, kept.contact_email)
    return Issuer(kept.issuer, locality_in_force(session), today, contact or None, kept.practice)


def _groups(session: "Session", wanted: Wanted, today: dt.date) -> list[GroupCard]:
    """The running groups that are wanted, in the order of the week."""
    cards = groups.listing(session, today=today, records_begin=settings.read(session).records_begin)
    return [card for card in cards if wanted.groups is None or card.id in wanted.groups]


def _chosen(session: "Session", wanted: Wanted, today: dt.date) -> list[GroupCard]:
    """The groups a paper is made for; none where it speaks of all."""
    return [] if wanted.groups is None else _groups(session, wanted, today)


def _private(session: "Session", wanted: Wanted, today: dt.date) -> list[PrivateGroup]:
    catalogue = catalogue_in_force(session)
    return [
        PrivateGroup(
            _named(group),
            group.names_kept if groups.names_allowed(group.service) else NamesKept.HEADCOUNT,
            catalogue.is_sensitive(group.service),
        )
        for group in _chosen(session, wanted, today)
    ]


def _named(group: GroupCard) -> Localised:
    return Localised(group.name, group.name_sv or "", group.name_en or "")


ATTENDANCE = Kind("attendance", N_("Attendance sheet"), (Switch.LANGUAGES, Switch.MEETINGS, Switch.GROUPS), _attendance, part=Part.GROUP)
CONTACTS = Kind("contacts", N_("Contact list"), (Switch.LANGUAGES,), _contacts)
FEEDBACK = Kind("feedback", N_("Feedback form"), (Switch.LANGUAGES, Switch.GROUPS), _feedback, part=Part.GROUP)
NOTICE = Kind("privacy", N_("Privacy notice"), (Switch.LANGUAGES, Switch.GROUPS), _notice, backed=True, part=Part.GROUP)
CONSENT = Kind("consent", N_("Consent form"), (Switch.LANGUAGES, Switch.GROUPS), _consent, part=Part.GROUP)
CERTIFICATE = Kind("certificate", N_("Certificate"), (Switch.LANGUAGES, Switch.ACTIVITY, Switch.NAMES), _certificate, backed=True)
