"""One person on the people screen: his roles, groups, consent and phones, and his removal."""

import datetime as dt

from PySide6.QtCore import Qt

from coordinator_app.core import consent, groups, people
from coordinator_app.core.kinds import ConsentPurpose, ContactKind, MemberRole, PersonRole
from coordinator_app.gui.people.screen import PeopleScreen
from tests.gui.keys import type_text
from tests.gui.people.steps import PHONE, TODAY, add, everyone, keys, named, pressed, show
from tests.gui.room import Room


def test_consent_is_given_with_a_day_and_a_way_and_withdrawn(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    person = add(room, "Matti")
    show(room, screen, person)
    lines = screen.right.person.parts.consents
    lines.lines[ConsentPurpose.GROUP_MAIL].button.click()
    assert lines.panel.isVisible()
    pressed(Qt.Key.Key_Return)
    room.settle()
    assert room.ask(consent.holds, person=person, purpose=ConsentPurpose.GROUP_MAIL)
    line = lines.lines[ConsentPurpose.GROUP_MAIL]
    assert line.state.text() == "agreed 6\u00a0October 2026, in writing"
    line.button.click()
    room.settle()
    assert not room.ask(consent.holds, person=person, purpose=ConsentPurpose.GROUP_MAIL)
    assert line.state.text() == "withdrawn 6\u00a0October 2026"


def test_a_role_is_ticked_dated_and_unticked(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    person = add(room, "Matti")
    show(room, screen, person)
    line = screen.right.person.parts.roles.lines[PersonRole.COUNSELLOR]
    assert not screen.right.person.parts.checked.isVisible()
    line.box.click()
    room.settle()
    assert screen.right.person.parts.checked.isVisible()
    line.day.focus.setFocus()
    line.day.show(None)
    type_text(line.day.focus, "1.2.2026")
    screen.right.person._line.setFocus()
    room.settle()
    assert room.ask(people.roles_of, person=person)[0].since == dt.date(2026, 2, 1)
    line.box.click()
    room.settle()
    assert room.ask(people.roles_of, person=person)[0].until == dt.date(2026, 10, 5)
    assert line.about.text() == "until 5\u00a0October 2026"


def test_the_criminal_record_extract_is_asked_of_counsellors_only(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    for role in PersonRole:
        show(room, screen, add(room, f"Matti {role}", roles=[role]))
        assert screen.right.person.parts.checked.isVisible() is (role is PersonRole.COUNSELLOR)


def test_he_joins_a_group_opens_it_and_leaves(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    group = room.write(groups.add, name="Tiistairyhmä", today=TODAY)
    person = add(room, "Matti")
    show(room, screen, person)
    lines = screen.right.person.parts.groups
    assert not lines.adder.isEnabled()
    lines.group.show(group)
    lines.group.edited()
    lines.role.show(MemberRole.COUNSELLOR)
    lines.adder.click()
    room.settle()
    (place,) = room.ask(people.detail, person=person).groups
    assert (place.name, place.role, place.since) == ("Tiistairyhmä", MemberRole.COUNSELLOR, TODAY)
    named(lines, "Open the group Tiistairyhmä").click()
    assert room.gone == [("groups", group)]
    named(lines, "Leaves the group Tiistairyhmä").click()
    room.settle()
    assert room.ask(people.detail, person=person).groups == ()


def test_phones_are_added_and_taken_away_and_a_wrong_one_says_so(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    person = add(room, "Matti", contacts=[PHONE])
    show(room, screen, person)
    phones = screen.right.person.contacts.ways[ContactKind.PHONE]
    phones.adder.click()
    keys("050 765 4321")
    pressed(Qt.Key.Key_Tab)
    room.settle()
    assert [each.value for each in room.ask(people.detail, person=person).contacts] == ["040 123 4567", "050 765 4321"]
    phones.lines[0].remover.click()
    room.settle()
    assert [each.value for each in room.ask(people.detail, person=person).contacts] == ["050 765 4321"]
    email = screen.right.person.contacts.ways[ContactKind.EMAIL].lines[0].edit
    email.setFocus()
    type_text(email, "matti")
    pressed(Qt.Key.Key_Tab)
    room.settle()
    assert screen.right.person.contacts._fault.text() == "An e-mail address looks like name@example.fi."
    assert [each.value for each in room.ask(people.detail, person=person).contacts] == ["050 765 4321"]


def test_only_somebody_nothing_hangs_on_is_removed(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    group = room.write(groups.add, name="Tiistairyhmä", today=TODAY)
    person = add(room, "Matti")
    place = room.write(groups.add_member, group=group, person=person)
    show(room, screen, person)
    remover = screen.right.person.parts.remover
    remover.button.click()
    room.settle()
    assert remover.fault.text().startswith("Matti is named in groups, meetings or other records")
    room.write(groups.remove_member, member=place)
    remover.button.click()
    room.settle()
    assert everyone(room) == []


def test_a_reload_does_not_touch_what_is_being_typed(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    person = add(room, "Matti", contacts=[PHONE])
    show(room, screen, person)
    note = screen.right.person.parts.note.row("note").editor.focus
    note.setFocus()
    type_text(note, "half a sent")
    phones = screen.right.person.contacts.ways[ContactKind.PHONE].lines[0].edit
    phones.end(False)
    type_text(phones, "9")
    room.write(people.change, person=person, title="Sihteeri")
    room.settle()
    assert screen.right.person.parts.note.value("note") == "half a sent"
    assert phones.text() == "040 123 45679"
    assert screen.right.person.parts.more.value("title") == "Sihteeri"
    assert note.hasFocus()
