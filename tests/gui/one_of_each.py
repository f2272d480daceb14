"""A book with one thing of each kind, for what looks at all of them."""

import datetime as dt
from pathlib import Path

import pytest

from coordinator_app.core import activities, enquiries, groups, organisations, people, places
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import ContactKind, OrganisationKind, PersonRole, Rule
from coordinator_app.core.people import GivenContact
from coordinator_app.core.recurrence import SlotRule
from tests.book import StoppedClock
from tests.gui.program import new_book


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book with one thing of each kind."""
    folder, today = tmp_path_factory.mktemp("books") / "turku", StoppedClock().today()
    book = new_book(folder)
    write = book.database.write
    phone = GivenContact(ContactKind.PHONE, "040 123 4567")
    write(people.add, name="Matti Mäkinen", today=today, contacts=[phone], roles=(PersonRole.COUNSELLOR,))
    write(people.add, name="Matti Virtanen", today=today, roles=(PersonRole.PARTICIPANT,))
    hall = write(places.add, name="Kirjasto").result
    for name, weekday in (("Maanantain miehet", 0), ("Tiistain miehet", 1)):
        slot = SlotForm(SlotRule(Rule.WEEKLY, weekday, dt.time(18), 120, today), place=hall.id if weekday else None)
        write(groups.add, name=name, today=today, slots=(slot,))
    write(organisations.add, name="Turun Sanomat", kind=OrganisationKind.MEDIA)
    write(activities.add, name="Saunailta", kind="social", held_on=dt.date(2025, 5, 2))
    write(activities.add, name="Syysretki", kind="social", held_on=dt.date(2026, 9, 12))
    write(enquiries.log, on=dt.date(2026, 3, 3), today=today, channel="phone", service="peer", note="kysyi isäryhmästä")
    write(enquiries.talk, on=dt.date(2026, 2, 2), today=today, minutes=30, service="peer", note="puhui hiljaisuudesta")
    write(enquiries.log, on=today, today=today, channel="phone", service="violence_suffered", note="pelkää kotona")
    book.close(back_up=False)
    return folder
