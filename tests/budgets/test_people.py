"""People: one found, a group and a role written to, two entries of one man merged."""

import pytest
from PySide6.QtCore import Qt

from coordinator_app.core import consent, groups, people
from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, ContactKind, PersonRole
from coordinator_app.core.people import GivenContact
from coordinator_app.gui.groups.screen import GroupsScreen
from coordinator_app.gui.people.screen import PeopleScreen
from tests.budgets.hand import CTRL, ENTER, Dialogs, Hand
from tests.budgets.life import TODAY, tuesdays

FIND, MAIL_A_GROUP, MERGE = 1, 3, 3


def add(hand: Hand, name: str, *roles: PersonRole) -> int:
    """Somebody with an e-mail address."""
    address = GivenContact(ContactKind.EMAIL, f"{name.split(maxsplit=1)[0].lower()}@example.fi")
    person: int = hand.write(people.add, name=name, today=TODAY, roles=roles, contacts=[address])
    return person


def test_a_person_is_found_with_his_name_and_one_key(hand: Hand) -> None:
    for name in ("Ari Aho", "Matti Mäkinen", "Åke Öhman"):
        add(hand, name)
    hand.open(3)
    typed = "makin"
    with hand.at_most(keys=len(typed) + FIND):
        hand.type(typed)
        hand.key(ENTER)
    view = hand.screen("people", PeopleScreen).right.person
    assert view.isVisible()
    assert view.name.value("name") == "Matti Mäkinen"


@pytest.mark.parametrize(("digit", "address"), [("1", "olli@example.fi"), ("3", "aatu@example.fi")])
def test_everyone_of_a_role_is_written_to_with_three_keys(hand: Hand, ask: Dialogs, digit: str, address: str) -> None:
    add(hand, "Olli Ohjaaja", PersonRole.COUNSELLOR)
    add(hand, "Aatu Yhdysmies", PersonRole.CONTACT_MAN)
    hand.open(3)
    with hand.at_most(keys=MAIL_A_GROUP):
        hand.key(Qt.Key.Key_M, CTRL)
        hand.type(digit)
        hand.key(Qt.Key.Key_Space)
    assert ask.links == [f"mailto:?bcc={address}"]
    assert hand.screen("people", PeopleScreen).right.mail.isVisible()


def test_a_group_is_written_to_with_three_keys(hand: Hand, ask: Dialogs) -> None:
    group, man = tuesdays(hand, TODAY), add(hand, "Matti Mäkinen")
    hand.write(groups.add_member, group=group, person=man)
    hand.write(consent.give, person=man, purpose=ConsentPurpose.GROUP_MAIL, on=TODAY, way=ConsentWay.SPOKEN)
    hand.open(2)
    with hand.at_most(keys=MAIL_A_GROUP):
        hand.key(Qt.Key.Key_M, CTRL)
        hand.key(Qt.Key.Key_Space)
    assert ask.links == ["mailto:?bcc=matti@example.fi"]
    assert hand.screen("groups", GroupsScreen).one.mail.isVisible()


def test_two_entries_are_merged_with_three_keys(hand: Hand) -> None:
    add(hand, "Ari Aho")
    add(hand, "Ari Ahö")
    add(hand, "Åke Öhman")
    hand.open(3)
    with hand.at_most(keys=MERGE):
        hand.key(Qt.Key.Key_Down)
        hand.key(Qt.Key.Key_J, CTRL)
        hand.key(Qt.Key.Key_Space)
    assert [row.name for row in hand.ask(people.listing, today=TODAY)] == ["Ari Aho", "Åke Öhman"]
    screen = hand.screen("people", PeopleScreen)
    assert screen.right.person.isVisible() and screen.side.list.view.model().rowCount() == 2
