"""A message to several people: who gets it, who is left out and why, and the links it goes by."""

import datetime as dt
from itertools import pairwise
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator_app.core import catalogue, consent, groups, mailing, people
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, ContactKind, MemberRole, NamesKept, PersonRole
from coordinator_app.core.mailing import LONGEST, Mailing, Why
from coordinator_app.core.people import GivenContact
from coordinator_app.storage.database import Database

MAIL = ConsentPurpose.GROUP_MAIL
TODAY = dt.date(2026, 10, 20)
YESTERDAY = TODAY - dt.timedelta(days=1)


class Town:
    """A group and the people of it."""

    def __init__(self, book: Database) -> None:
        self.book = book
        self.group = book.write(groups.add, name="Tiistai", today=TODAY, names_kept=NamesKept.NAMED).result

    def man(self, name: str, address: str | None = "", role: MemberRole | None = MemberRole.MEMBER, agrees: bool = True) -> int:
        """`address` is made of the name when it is empty; None is nobody's address."""
        contacts = () if address is None else (GivenContact(ContactKind.EMAIL, address or f"{name.lower()}@example.fi"),)
        person = self.book.write(people.add, name=name, today=TODAY, contacts=contacts).result
        if role is not None:
            self.book.write(groups.add_member, group=self.group, person=person, role=role)
        if agrees:
            self.book.write(consent.give, person=person, purpose=MAIL, on=YESTERDAY, way=ConsentWay.SPOKEN)
        return person

    def to_group(self) -> Mailing:
        return self.book.read(mailing.to_group, group=self.group, today=TODAY, catalogue=catalogue.shipped())

    def to_counsellors(self) -> Mailing:
        return self.book.read(mailing.to_role, role=PersonRole.COUNSELLOR, today=TODAY)


@pytest.fixture
def town(book: Database) -> Town:
    return Town(book)


def reasons(found: Mailing) -> list[tuple[str, Why]]:
    return [(each.name, each.why) for each in found.left_out]


def test_it_reaches_the_counsellors_and_the_members_who_agreed(town: Town) -> None:
    town.man("Aatu")
    town.man("Matti", agrees=False)
    town.man("Ilman", address=None)
    town.man("Väärä", address="vaara at example.fi")
    town.man("Veikko", role=MemberRole.COUNSELLOR, agrees=False)
    town.man("Jono", role=MemberRole.WAITING)
    town.man("Muu", role=None)
    found = town.to_group()
    assert found.addresses == ("aatu@example.fi", "veikko@example.fi")
    assert reasons(found) == [("Ilman", Why.NO_ADDRESS), ("Matti", Why.NOT_AGREED), ("Väärä", Why.BAD_ADDRESS)]


def test_consent_taken_back_is_heeded_of_counsellors_too(town: Town) -> None:
    for name, role in (("Aatu", MemberRole.MEMBER), ("Veikko", MemberRole.COUNSELLOR)):
        person = town.man(name, role=role)
        town.book.write(consent.withdraw, person=person, purpose=MAIL, on=TODAY)
    assert reasons(town.to_group()) == [("Aatu", Why.WITHDRAWN), ("Veikko", Why.WITHDRAWN)]


def test_one_who_runs_and_comes_is_written_to_once_and_an_address_of_two_men_too(town: Town) -> None:
    both = town.man("Veikko", role=MemberRole.COUNSELLOR, agrees=False)
    town.book.write(groups.add_member, group=town.group, person=both)
    town.man("Aatu", address="Yhteinen@example.fi")
    town.man("Eetu", address="yhteinen@example.fi")
    assert town.to_group() == Mailing(("yhteinen@example.fi", "veikko@example.fi"), ())


def test_who_has_left_is_not_written_to(town: Town) -> None:
    town.man("Aatu")
    (place,) = town.book.read(groups.detail, group=town.group).members
    town.book.write(groups.remove_member, member=place.id, on=YESTERDAY)
    assert town.to_group() == Mailing((), ())


@pytest.mark.parametrize("service", ["divorce", "violence_used", "unheard_of"])
def test_a_sensitive_group_is_never_written_to_as_a_group(town: Town, service: str) -> None:
    town.man("Aatu", role=MemberRole.COUNSELLOR)
    town.book.write(groups.change, group=town.group, today=TODAY, service=service, names_kept=NamesKept.HEADCOUNT)
    with pytest.raises(Refused, match="never written to together"):
        town.to_group()
    with pytest.raises(NotFound):
        town.book.read(mailing.to_group, group=99, today=TODAY, catalogue=catalogue.shipped())


def test_everyone_of_a_role_is_written_to_but_participants_are_not(town: Town) -> None:
    for name in ("Veikko", "Aatu", "Ilman"):
        person = town.man(name, address=None if name == "Ilman" else "", role=None, agrees=name == "Aatu")
        town.book.write(people.set_role, person=person, role=PersonRole.COUNSELLOR, since=YESTERDAY)
    past = town.man("Entinen", role=None, agrees=False)
    town.book.write(people.set_role, person=past, role=PersonRole.COUNSELLOR, since=YESTERDAY, until=YESTERDAY)
    found = town.to_counsellors()
    assert found.addresses == ("aatu@example.fi", "veikko@example.fi")
    assert reasons(found) == [("Ilman", Why.NO_ADDRESS)]
    with pytest.raises(Refused, match="group by group"):
        town.book.read(mailing.to_role, role=PersonRole.PARTICIPANT, today=TODAY)


local_parts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Z"), exclude_characters="@"), min_size=1, max_size=60)


@given(st.lists(st.builds("{}@{}.fi".format, local_parts, local_parts), max_size=120, unique=True))
def test_the_links_read_back_give_every_address_once_and_in_order(addresses: list[str]) -> None:
    made = mailing.portions(addresses)
    read: list[str] = []
    for portion in made:
        head, _, rest = portion.link.partition("=")
        assert head == "mailto:?bcc"
        assert portion.link.isascii()
        assert not set(rest) & set("&?# ;")
        back = [unquote(each) for each in rest.split(",")]
        assert tuple(back) == portion.addresses
        assert len(portion.link) <= LONGEST or len(portion.addresses) == 1
        read += back
    assert read == addresses
    for one, after in pairwise(made):
        following = after.link.removeprefix("mailto:?bcc=").split(",")[0]
        assert len(one.link) + 1 + len(following) > LONGEST


def test_an_ordinary_group_goes_in_one_portion() -> None:
    assert len(mailing.portions([f"matti.meikalainen.{at}@esimerkki.fi" for at in range(40)])) == 1
    assert mailing.portions([]) == ()
