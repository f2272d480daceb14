"""Organisations: services, media, partners."""

import datetime as dt

import pytest

from coordinator_app.core import organisations, people
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.kinds import ContactKind, OrganisationKind
from coordinator_app.core.people import GivenContact
from coordinator_app.storage.database import Database


def test_an_organisation_is_added_listed_changed_and_ended(book: Database, today: dt.date) -> None:
    contacts = (GivenContact(ContactKind.PHONE, "02 123 4567"), GivenContact(ContactKind.EMAIL, "TOIMITUS@lehti.fi"))
    paper = book.write(organisations.add, name="Åbo Underrättelser", kind=OrganisationKind.MEDIA, contacts=contacts).result
    crisis = book.write(organisations.add, name="Kriisikeskus", kind=OrganisationKind.SERVICE, web="https://example.fi").result
    book.write(people.add, name="Anna Lehti", today=today, organisation=paper)
    rows = book.read(organisations.listing, today=today)
    assert [(row.name, row.people) for row in rows] == [("Kriisikeskus", 0), ("Åbo Underrättelser", 1)]
    assert rows[1].email == "TOIMITUS@lehti.fi"
    assert [row.id for row in book.read(organisations.listing, today=today, search="abo")] == [paper]
    assert [row.id for row in book.read(organisations.listing, today=today, kind=OrganisationKind.SERVICE)] == [crisis]

    book.write(organisations.change, organisation=crisis, name="Turun kriisikeskus", note="avoinna öisin")
    one = book.read(organisations.detail, organisation=crisis)
    assert (one.name, one.kind, one.note, one.people) == ("Turun kriisikeskus", OrganisationKind.SERVICE, "avoinna öisin", ())

    book.write(organisations.end, organisation=crisis, on=today)
    assert crisis in {row.id for row in book.read(organisations.listing, today=today)}
    tomorrow = today + dt.timedelta(days=1)
    assert crisis not in {row.id for row in book.read(organisations.listing, today=tomorrow)}
    assert crisis in {row.id for row in book.read(organisations.listing, today=tomorrow, ended=True)}
    book.write(organisations.reopen, organisation=crisis)
    assert book.write(organisations.remove, organisation=crisis).result == "Turun kriisikeskus"
    with pytest.raises(Refused):
        book.write(organisations.remove, organisation=paper)
    with pytest.raises(Refused):
        book.write(organisations.add, name=" \t")
    with pytest.raises(NotFound):
        book.read(organisations.detail, organisation=crisis)
