"""The search over everything: some of each kind, told apart, and no note of a guarded service shown."""

import datetime as dt

import pytest

from coordinator_app.core import activities, anywhere, enquiries, groups, organisations, people, places
from coordinator_app.core.anywhere import SHOWN, Found, Sort
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.kinds import ContactKind, OrganisationKind, PersonRole, Rule
from coordinator_app.core.people import GivenContact
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.storage.database import Database
from tests.core.statements import counted_statements

OPEN = frozenset({"peer"})


@pytest.fixture
def town(book: Database, today: dt.date) -> Database:
    phone = GivenContact(ContactKind.PHONE, "040 123 4567")
    book.write(people.add, name="Matti Mäkinen", today=today, contacts=[phone], roles=(PersonRole.COUNSELLOR,), note="kitara")
    hall = book.write(places.add, name="Mäkelän kirjasto", address="Kirjastokatu 1").result
    book.write(places.add, name="Mäntylä")
    slot = SlotForm(SlotRule(Rule.WEEKLY, 1, dt.time(18), 120, today), place=hall.id)
    group = book.write(groups.add, name="Mäen miehet", today=today, slots=(slot,)).result
    assert group == 1
    book.write(organisations.add, name="Mäen kirkko", kind=OrganisationKind.PARTNER)
    book.write(activities.add, name="Mäkipäivä", kind="social", held_on=dt.date(2026, 5, 2))
    book.write(enquiries.log, on=today, today=today, channel="phone", service="peer", note="mäkihyppääjä")
    book.write(enquiries.log, on=today, today=today, channel="phone", service="violence_suffered", note="mäellä asuva")
    return book


def find(book: Database, typed: str, today: dt.date) -> tuple[Found, ...]:
    return book.read(anywhere.find, typed=typed, today=today, shown_notes=OPEN)


def test_something_of_each_kind_is_found_and_told_apart(town: Database, today: dt.date) -> None:
    assert find(town, "mak", today) == (
        Found(Sort.PERSON, 1, "Matti Mäkinen", roles=(PersonRole.COUNSELLOR,)),
        Found(Sort.PLACE, 1, "Mäkelän kirjasto", "Kirjastokatu 1", group=1),
        Found(Sort.ACTIVITY, 1, "Mäkipäivä", on=dt.date(2026, 5, 2)),
        Found(Sort.ENQUIRY, 1, text="mäkihyppääjä", on=today, service="peer"),
    )
    assert [(each.sort, each.name) for each in find(town, "maen", today)] == [
        (Sort.GROUP, "Mäen miehet"),
        (Sort.ORGANISATION, "Mäen kirkko"),
    ]


def test_a_note_of_a_guarded_service_is_found_and_not_shown(town: Database, today: dt.date) -> None:
    assert find(town, "maella", today) == (Found(Sort.ENQUIRY, 2, on=today, service="violence_suffered"),)


def test_a_place_where_no_group_meets_opens_nothing(town: Database, today: dt.date) -> None:
    assert find(town, "mantyla", today) == ()


@pytest.mark.parametrize(("typed", "text"), [("0401234567", "040 123 4567"), ("kitara", "")])
def test_a_person_is_found_by_phone_and_note_and_only_the_phone_is_told(town: Database, today: dt.date, typed: str, text: str) -> None:
    (found,) = find(town, typed, today)
    assert (found.name, found.text) == ("Matti Mäkinen", text)


def test_many_of_one_kind_hide_no_other(town: Database, today: dt.date) -> None:
    for n in range(200):
        town.write(people.add, name=f"Aatu Mäki {n}", today=today)
    found = find(town, "mäk", today)
    assert len([each for each in found if each.sort is Sort.PERSON]) == SHOWN
    assert {Sort.PLACE, Sort.ACTIVITY, Sort.ENQUIRY} <= {each.sort for each in found}


def test_names_that_begin_so_come_first_in_finnish_order(book: Database, today: dt.date) -> None:
    for name in ("Äijä Aho", "Aatu Äijälä", "Aija Öhman", "Aijä Aho"):
        book.write(people.add, name=name, today=today)
    assert [each.name for each in find(book, "aij", today)] == ["Aija Öhman", "Aijä Aho", "Äijä Aho", "Aatu Äijälä"]


def test_as_many_statements_whatever_is_found(town: Database, today: dt.date) -> None:
    with counted_statements() as few:
        find(town, "mä", today)
    for n in range(80):
        town.write(people.add, name=f"Aatu Mäki {n}", today=today)
    with counted_statements() as many:
        find(town, "mä", today)
    assert len(many) == len(few)


@pytest.mark.parametrize("typed", ["", "  ", '"', "*", "kind:x", "\ue013"])
def test_what_is_no_word_finds_nothing(town: Database, today: dt.date, typed: str) -> None:
    assert find(town, typed, today) == ()
