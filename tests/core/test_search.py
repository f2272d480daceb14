"""Anything is found by the beginnings of its words, and nothing that is gone is found."""

import datetime as dt

import pytest

from coordinator_app.core import enquiries, groups, organisations, people, places, search
from coordinator_app.core.kinds import ContactKind, OrganisationKind
from coordinator_app.core.people import GivenContact
from coordinator_app.storage.database import Database


@pytest.fixture
def town(book: Database, today: dt.date) -> Database:
    phone, mail = GivenContact(ContactKind.PHONE, "040 123 4567"), GivenContact(ContactKind.EMAIL, "matti@esimerkki.fi")
    book.write(people.add, name="Matti Mäkinen", today=today, contacts=[phone, mail], note="soittaa kitaraa")
    book.write(people.add, name="Åke Öhman", today=today)
    book.write(groups.add, name="Tiistairyhmä", name_sv="Tisdagsgruppen", today=today)
    book.write(places.add, name="Mäkelän kirjasto", address="Kirjastokatu 1")
    book.write(
        organisations.add, name="Turun Sanomat", kind=OrganisationKind.MEDIA, contacts=[GivenContact(ContactKind.PHONE, "+358 2 269 3311")]
    )
    return book


def titles(book: Database, typed: str) -> list[str]:
    return [hit.title for hit in book.read(search.find, typed=typed)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("makinen", ["Matti Mäkinen"]),
        ("MÄKI", ["Matti Mäkinen"]),
        ("mak", ["Matti Mäkinen", "Mäkelän kirjasto"]),
        ("matti mak", ["Matti Mäkinen"]),
        ("mak matti", ["Matti Mäkinen"]),
        ("ohman", ["Åke Öhman"]),
        ("ake", ["Åke Öhman"]),
        ("kitara", ["Matti Mäkinen"]),
        ("tisdag", ["Tiistairyhmä"]),
        ("kirjastokatu", ["Mäkelän kirjasto"]),
        ("matti@", ["Matti Mäkinen"]),
        ("esimerkki", ["Matti Mäkinen"]),
        ("0401234567", ["Matti Mäkinen"]),
        ("040 123", ["Matti Mäkinen"]),
        ("+358401234567", ["Matti Mäkinen"]),
        ("+358 40 1234567", ["Matti Mäkinen"]),
        ("02 2693311", ["Turun Sanomat"]),
        ("akinen", []),
        ("matti virtanen", []),
        ("", []),
        ("  ", []),
    ],
)
def test_found_by_what_is_typed(town: Database, typed: str, found: list[str]) -> None:
    assert sorted(titles(town, typed)) == sorted(found)


@pytest.mark.parametrize("typed", ['"', "*", "a OR b", "NEAR(", "title:x", "-", "'); DROP TABLE person; --", "ä" * 500, "\0", "^a"])
def test_nothing_typed_is_a_command(town: Database, typed: str) -> None:
    titles(town, typed)
    assert titles(town, "makinen") == ["Matti Mäkinen"]


def test_a_name_comes_before_a_note(town: Database, today: dt.date) -> None:
    town.write(people.add, name="Aatu Aho", today=today, note="Mäkisen naapuri")
    assert titles(town, "maki") == ["Matti Mäkinen", "Aatu Aho"]


def test_only_the_kinds_asked_for(town: Database) -> None:
    assert [hit.kind for hit in town.read(search.find, typed="mak", kinds=("place",))] == ["place"]


def test_a_note_without_a_name_is_found(town: Database, today: dt.date) -> None:
    town.write(enquiries.log, on=today, today=today, channel="phone", service="peer", note="kysyi isäryhmästä")
    hits = town.read(search.find, typed="isaryhma")
    assert [(hit.kind, hit.title) for hit in hits] == [("enquiry", "kysyi isäryhmästä")]


def test_changes_removals_and_undo_are_followed(town: Database) -> None:
    person = town.read(search.find, typed="makinen")[0].row
    town.write(people.change, person=person, name="Matti Virtanen")
    assert titles(town, "makinen") == []
    assert titles(town, "virtanen") == ["Matti Virtanen"]
    town.undo()
    assert titles(town, "makinen") == ["Matti Mäkinen"]
    town.write(people.remove, person=person)
    assert titles(town, "0401234567") == titles(town, "makinen") == []
    town.undo()
    assert titles(town, "0401234567") == titles(town, "makinen") == ["Matti Mäkinen"]
