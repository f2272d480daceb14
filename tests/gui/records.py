"""Every record with a field that waits to be whole, as a number or a day: how it is shown, and the field it is typed into."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QLineEdit
from sqlalchemy.orm import Session

from coordinator_app.core import activities, enquiries, groups, organisations, people
from coordinator_app.core.kinds import ContactKind, NamesKept, PersonRole
from coordinator_app.core.people import GivenContact
from coordinator_app.gui.kit import subjects
from coordinator_app.gui.settings.locality_page import LocalityPage
from coordinator_app.gui.settings.screen import number_of


@dataclass(frozen=True, slots=True)
class Field:
    """`subject` is shown on `screen`, where `line(screen)` is typed into; `key` names what is kept of it."""

    screen: str
    subject: int
    key: str
    line: Callable[[Any], QLineEdit]


def _group(screen: Any) -> QLineEdit:
    screen.one.tabs.setCurrentIndex(screen.one.tabs.count() - 1)
    line: QLineEdit = screen.one.details.form.row("started").editor.focus
    return line


def _in(form: Callable[[Any], Any], name: str) -> Callable[[Any], QLineEdit]:
    return lambda screen: form(screen).row(name).editor.focus


FIELDS: Mapping[str, Field] = {
    "phone": Field(
        "people", 1, "people/person/1/fields", lambda screen: screen.right.person.contacts.ways[ContactKind.PHONE].lines[0].edit
    ),
    "day of a role": Field(
        "people", 1, "people/person/1/fields", lambda screen: screen.right.person.parts.roles.lines[PersonRole.COUNSELLOR].day.focus
    ),
    "day of the extract": Field(
        "people", 1, "people/person/1/fields", _in(lambda screen: screen.right.person.parts.checked, "extract_checked_on")
    ),
    "e-mail of an organisation": Field(
        "people",
        subjects.organisation(1),
        "people/organisation/1/fields",
        lambda screen: screen.right.organisation.contacts.ways[ContactKind.EMAIL].lines[0].edit,
    ),
    "end of an organisation": Field(
        "people", subjects.organisation(1), "people/organisation/1/fields", _in(lambda screen: screen.right.organisation.more, "ended")
    ),
    "beginning of a group": Field("groups", 1, "groups/1/fields", _group),
    "length of an activity": Field("activities", 1, "activities/1/fields", _in(lambda screen: screen.activities.one.facts.form, "minutes")),
    "number of an activity": Field(
        "activities", 1, "activities/1/fields", _in(lambda screen: screen.activities.one.outcome.form, "newcomers")
    ),
    "day of an enquiry": Field(
        "activities",
        subjects.CaseSubject("enquiry", 1).subject,
        "activities/enquiry/1/fields",
        _in(lambda screen: screen.enquiries.one.enquiry.form, "on"),
    ),
    "length of a talk": Field(
        "activities",
        subjects.CaseSubject("talk", 1).subject,
        "activities/talk/1/fields",
        _in(lambda screen: screen.enquiries.one.talk.form, "minutes"),
    ),
    "e-mail of the locality": Field(
        "settings", number_of(LocalityPage), "settings/locality/fields", _in(lambda screen: screen.pages.locality.form, "contact_email")
    ),
}


def fill(session: Session, *, today: dt.date) -> None:
    """One of each: a counsellor with a phone for work, an organisation, a group, a counted activity, an enquiry, a talk by itself."""
    phone = GivenContact(ContactKind.PHONE, "040 123 4567", "työ")
    person = people.add(session, name="Matti Mäkinen", today=today, contacts=(phone,))
    people.set_role(session, person=person, role=PersonRole.COUNSELLOR, since=today)
    organisations.add(session, name="Turun Sanomat")
    groups.add(session, name="Tiistairyhmä", today=today, names_kept=NamesKept.NAMED)
    activity = activities.add(session, name="Saunailta", kind="social", held_on=today)
    activities.count(session, activity=activity.id, today=today, headcount=5)
    enquiries.log(session, on=today, today=today, channel="phone", service="peer")
    enquiries.talk(session, on=today, today=today, minutes=30)
