"""Consent: per purpose, withdrawn at will, and missed where names are kept without it."""

import datetime as dt

import pytest

from coordinator_app.core import attendance, consent, groups, meetings, people
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, ContactKind, MemberRole, NamesKept
from coordinator_app.core.people import GivenContact
from coordinator_app.storage.database import Database

NAME, MAIL = ConsentPurpose.NAME_IN_GROUP, ConsentPurpose.GROUP_MAIL


@pytest.fixture
def group(book: Database, today: dt.date) -> int:
    return book.write(groups.add, name="Tiistai", today=today, names_kept=NamesKept.NAMED).result


def person(book: Database, today: dt.date, name: str) -> int:
    contacts = (GivenContact(ContactKind.EMAIL, f"{name.lower()}@example.fi"),) if name != "Ilman" else ()
    return book.write(people.add, name=name, today=today, contacts=contacts).result


def test_consent_is_given_withdrawn_and_given_again(book: Database, today: dt.date) -> None:
    matti = person(book, today, "Matti")
    with pytest.raises(NotFound):
        book.write(consent.withdraw, person=matti, purpose=NAME, on=today)
    book.write(consent.give, person=matti, purpose=NAME, on=today, way=ConsentWay.SIGNED)
    assert book.read(consent.holds, person=matti, purpose=NAME)
    assert not book.read(consent.holds, person=matti, purpose=MAIL)
    with pytest.raises(Refused):
        book.write(consent.withdraw, person=matti, purpose=NAME, on=today - dt.timedelta(days=1))
    book.write(consent.withdraw, person=matti, purpose=NAME, on=today)
    assert not book.read(consent.holds, person=matti, purpose=NAME)
    book.write(consent.give, person=matti, purpose=NAME, on=today, way=ConsentWay.MESSAGE)
    (row,) = book.read(people.detail, person=matti).consents
    assert (row.way, row.withdrawn_on) == (ConsentWay.MESSAGE, None)


def test_names_kept_without_consent_are_listed(book: Database, today: dt.date, group: int) -> None:
    agreed, member, visitor, runs, withdrew = (person(book, today, name) for name in ("Aatu", "Matti", "Teppo", "Veikko", "Ville"))
    for each, role in (
        (agreed, MemberRole.MEMBER),
        (member, MemberRole.MEMBER),
        (runs, MemberRole.COUNSELLOR),
        (withdrew, MemberRole.WAITING),
    ):
        book.write(groups.add_member, group=group, person=each, role=role)
    for each in (agreed, withdrew):
        book.write(consent.give, person=each, purpose=NAME, on=today, way=ConsentWay.SPOKEN)
    book.write(consent.withdraw, person=withdrew, purpose=NAME, on=today)
    meeting = book.write(meetings.add_extra, group=group, on=today).result.id
    book.write(attendance.record, meeting=meeting, present=(visitor, agreed), visitors=0, today=today)
    missing = book.read(consent.missing, today=today)
    assert [(each.name, each.group_name, each.withdrawn) for each in missing] == [
        ("Matti", "Tiistai", False),
        ("Teppo", "Tiistai", False),
        ("Ville", "Tiistai", True),
    ]
    book.write(groups.change, group=group, today=today, names_kept=NamesKept.HEADCOUNT)
    assert book.read(consent.missing, today=today) == ()
