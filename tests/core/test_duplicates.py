"""Likely duplicates: found by number, address and name, asked once, and fast."""

import datetime as dt
import random
import time

import pytest

from coordinator_app.core import duplicates, groups, importing, people
from coordinator_app.core.duplicates import Candidate, Why
from coordinator_app.core.importing import Found, FoundPerson
from coordinator_app.core.kinds import ContactKind, PersonRole
from coordinator_app.core.people import GivenContact
from coordinator_app.storage.database import Database
from tests.core.statements import counted_statements


@pytest.mark.parametrize(
    ("typed", "phones", "emails", "why"),
    [
        ("Matti Virtanen", (), (), (Why.SAME_NAME,)),
        ("virtanen matti", (), (), (Why.SAME_NAME,)),
        ("Matti Wirtanen", (), (), (Why.SAME_NAME,)),
        ("Matti Virtane", (), (), (Why.LIKE_NAME,)),
        ("Masa", ("+358 40 123 4567",), (), (Why.PHONE,)),
        ("Masa", (), ("MATTI@example.fi",), (Why.EMAIL,)),
        ("Matti Virtanen", ("0401234567",), ("matti@example.fi",), (Why.PHONE, Why.EMAIL, Why.SAME_NAME)),
        ("Martti Lehtinen", (), (), None),
        ("Matti", (), (), None),
        ("", ("",), (), None),
    ],
)
def test_who_looks_like_whom(
    book: Database, today: dt.date, typed: str, phones: tuple[str, ...], emails: tuple[str, ...], why: tuple[Why, ...] | None
) -> None:
    contacts = (GivenContact(ContactKind.PHONE, "040 1234567"), GivenContact(ContactKind.EMAIL, "matti@example.fi"))
    matti = book.write(people.add, name="Matti Virtanen", today=today, contacts=contacts).result
    found = book.read(duplicates.looks_like, today=today, name=typed, phones=phones, emails=emails)
    assert [(each.person, each.why) for each in found] == ([] if why is None else [(matti, why)])


def test_what_tells_them_apart_is_told_of_all_in_a_fixed_number_of_statements(book: Database, today: dt.date) -> None:
    gone, running = (book.write(groups.add, name=name, today=today).result for name in ("Entinen", "Tiistain miehet"))
    found: tuple[Candidate, ...] = ()
    said = []
    for number in range(20):
        contacts = (GivenContact(ContactKind.PHONE, f"040 100 00{number:02}"),)
        person = book.write(people.add, name="Matti Virtanen", today=today, contacts=contacts, roles=[PersonRole.PARTICIPANT]).result
        for group in (gone, running):
            book.write(groups.add_member, group=group, person=person, since=today - dt.timedelta(days=9))
        if number == 0:
            book.write(groups.end, group=gone, on=today - dt.timedelta(days=1), today=today)
        with counted_statements() as statements:
            found = book.read(duplicates.looks_like, today=today, name="Matti Virtanen")
        said.append(len(statements))
    assert len(set(said)) == 1
    assert [each.who.phone for each in found] == [f"040 100 00{number:02}" for number in range(20)]
    assert {(each.who.roles, each.groups, each.who.added_on) for each in found} == {
        ((PersonRole.PARTICIPANT,), ("Tiistain miehet",), today)
    }


def test_not_the_same_is_remembered(book: Database, today: dt.date) -> None:
    ids = [book.write(people.add, name=name, today=today).result for name in ("Matti Virtanen", "Matti Virtanen", "Matti", "Matti")]
    (pair,) = book.read(duplicates.pairs)
    assert (pair.person, pair.other, pair.why) == (ids[0], ids[1], (Why.SAME_NAME,))
    book.write(people.not_same, person=ids[1], other=ids[0])
    assert book.read(duplicates.pairs) == ()
    assert book.read(duplicates.looks_like, today=today, name="Matti Virtanen", leaving_out=ids[0]) == ()


def test_two_thousand_people_are_looked_through_while_typing(book: Database, today: dt.date) -> None:
    chance = random.Random(1)
    given, family = (["".join(chance.choices("aeioukltnmprsv", k=7)).capitalize() for _ in range(200)] for _ in range(2))
    crowd = tuple(
        FoundPerson(
            str(n),
            "table",
            str(n),
            f"{chance.choice(given)} {chance.choice(family)}",
            contacts=(GivenContact(ContactKind.PHONE, f"0401{n:06}"),),
        )
        for n in range(2000)
    )
    start = time.process_time()
    book.write(importing.apply, found=Found("many.csv", "Table", people=crowd), today=today)
    assert time.process_time() - start < 3
    name = crowd[7].name
    book.read(duplicates.looks_like, today=today, name=name)
    assert book.read(duplicates.looks_like, today=today, name=name, phones=("0401000007",))[0].name == name
    took = []
    for _ in range(5):
        start = time.process_time()
        book.read(duplicates.looks_like, today=today, name=name, phones=("0401000007",))
        took.append(time.process_time() - start)
    assert min(took) < 0.05
