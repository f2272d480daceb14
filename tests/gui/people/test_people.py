"""The people screen in the real window over a real book: listed, found, added, warned of and merged."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from coordinator_app.core import groups, organisations, people
from coordinator_app.core.kinds import ContactKind, OrganisationKind, PersonRole
from coordinator_app.core.people import GivenContact
from coordinator_app.gui.people.screen import PeopleScreen
from coordinator_app.i18n import Language
from tests.gui.conftest import Script
from tests.gui.keys import press
from tests.gui.people.steps import PHONE, TODAY, add, everyone, keys, named, names, pressed, show
from tests.gui.room import Room
from tests.screens.shown import tipped

HOSTILE = ("<img src=x onerror=alert(1)>", "<b>Veli</b> & pojat", "עברית", "Ä" * 300)


def test_an_empty_book_says_what_will_be_here_and_leads_to_files(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    named(screen.widget, "Bring in from a file").click()
    assert room.gone == [("importing", None)]


def test_a_book_that_is_empty_again_begins_a_person_where_it_says_so(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    named(screen.widget, "New person").click()
    screen.side.organisations.click()
    screen.begin()
    keys("Aamulehti")
    pressed(Qt.Key.Key_Tab)
    room.settle()
    room.kit.tasks.undo(lambda: None)
    room.settle()
    named(screen.widget, "New person").click()
    keys("Matti")
    pressed(Qt.Key.Key_Tab)
    room.settle()
    assert [row.name for row in everyone(room)] == ["Matti"]


def test_a_person_is_added_with_the_keyboard_alone(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    assert room.window is not None
    press(room.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    keys("Matti Mäkinen")
    pressed(Qt.Key.Key_Tab)
    keys("040 123 4567")
    pressed(Qt.Key.Key_Tab)
    room.settle()
    (row,) = everyone(room)
    assert (row.name, row.phone) == ("Matti Mäkinen", "040 123 4567")
    assert names(screen) == ["Matti Mäkinen"]
    assert screen.side.list.current() == screen.side.list._items.rows[0]
    assert screen.right.person.parts.more.isVisible()


def test_a_new_counsellor_has_the_role_that_is_listed(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    add(room, "Pekka", roles=[PersonRole.COUNSELLOR])
    screen.side.filter.show(PersonRole.COUNSELLOR)
    named(room.window, "New person").click()  # type: ignore[arg-type]
    keys("Ville Virtanen")
    pressed(Qt.Key.Key_Tab)
    room.settle()
    assert [row.roles for row in everyone(room) if row.name == "Ville Virtanen"] == [(PersonRole.COUNSELLOR,)]


def test_half_a_name_is_kept_when_the_screen_is_left(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    screen.begin()
    keys("Matti")
    screen.leave()
    room.settle()
    assert [row.name for row in everyone(room)] == ["Matti"]


def test_people_are_added_one_after_another_without_leaving_the_field(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    screen.begin()
    for name in ("Matti", "Pekka", "Ville"):
        keys(name)
        assert room.window is not None
        press(room.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        room.settle()
    assert [row.name for row in everyone(room)] == ["Matti", "Pekka", "Ville"]


def test_whoever_is_chosen_while_a_new_one_is_made_stays_chosen(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    matti = add(room, "Matti")
    screen.begin()
    keys("Ville")
    screen.show_subject(matti)
    room.settle()
    note = screen.right.person.parts.note.row("note").editor.focus
    note.setFocus()
    keys("kitara")
    screen.leave()
    room.settle()
    assert room.ask(people.detail, person=matti).note == "kitara"


def test_typing_makinen_finds_makinen_and_one_press_opens_him(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    for name in ("Åke Öhman", "Matti Mäkinen", "Ari Aho"):
        add(room, name)
    assert names(screen) == ["Ari Aho", "Matti Mäkinen", "Åke Öhman"]
    assert room.window is not None
    press(room.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    keys("makinen")
    room.settle()
    assert names(screen) == ["Matti Mäkinen"]
    pressed(Qt.Key.Key_Return)
    room.settle()
    assert screen.right.person._line.text() == "Matti Mäkinen"


def test_the_list_is_of_a_role_or_of_a_kind(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    add(room, "Pekka", roles=[PersonRole.COUNSELLOR])
    add(room, "Matti", roles=[PersonRole.PARTICIPANT])
    room.write(organisations.add, name="Radio", kind=OrganisationKind.MEDIA)
    room.write(organisations.add, name="Kriisikeskus", kind=OrganisationKind.SERVICE)
    screen.side.filter.show(PersonRole.COUNSELLOR)
    screen.side.filter.edited()
    room.settle()
    assert names(screen) == ["Pekka"]
    screen.side.organisations.click()
    room.settle()
    assert names(screen) == ["Kriisikeskus", "Radio"]
    assert screen.primary is not None and screen.primary.text == "New organisation"
    screen.side.filter.show(OrganisationKind.MEDIA)
    screen.side.filter.edited()
    room.settle()
    assert names(screen) == ["Radio"]


def test_a_name_that_is_known_warns_while_it_is_typed_and_opens_the_known_one(at: tuple[Room, PeopleScreen], qtbot: QtBot) -> None:
    room, screen = at
    known = add(room, "Matti Mäkinen")
    screen.begin()
    keys("Matti Makinen")
    qtbot.waitUntil(screen.right.person.alike.isVisible)
    opener = named(screen.right.person.alike, "Open Matti Mäkinen")
    opener.setFocus()
    opener.click()
    room.settle()
    assert screen.right.person.person == known
    assert [row.id for row in everyone(room)] == [known]


def test_the_warning_tells_who_the_other_is(at: tuple[Room, PeopleScreen], qtbot: QtBot) -> None:
    room, screen = at
    add(room, "Matti Mäkinen")
    known = add(room, "Matti Mäkinen", title="Sihteeri", contacts=[PHONE], roles=[PersonRole.COUNSELLOR])
    for name in ("Tiistain miehet", "Isät"):
        room.write(groups.add_member, group=room.write(groups.add, name=name, today=TODAY), person=known)
    screen.begin()
    keys("Matti Mäkinen")
    qtbot.waitUntil(screen.right.person.alike.isVisible)
    texts = [label.text().replace("\u00a0", " ") for label in screen.right.person.alike.findChildren(QLabel)]
    assert "In the book since 6 October 2026" in texts
    assert "Counsellor · Sihteeri · 040 123 4567\nGroups: Isät and Tiistain miehet · In the book since 6 October 2026" in texts


def test_a_phone_that_is_known_warns_too_and_not_the_same_is_remembered(at: tuple[Room, PeopleScreen], qtbot: QtBot) -> None:
    room, screen = at
    add(room, "Matti Mäkinen", contacts=[PHONE])
    screen.begin()
    keys("Ville")
    pressed(Qt.Key.Key_Tab)
    room.settle()
    keys("+358401234567")
    qtbot.waitUntil(screen.right.person.alike.isVisible)
    screen.leave()
    room.settle()
    named(screen.right.person.alike, "Not the same man as Matti Mäkinen").click()
    room.settle()
    assert not screen.right.person.alike.isVisible()
    assert len(everyone(room)) == 2


def test_one_said_to_be_another_before_he_is_made_stays_another(at: tuple[Room, PeopleScreen], qtbot: QtBot) -> None:
    room, screen = at
    add(room, "Matti Mäkinen")
    screen.begin()
    keys("Matti Mäkinen")
    qtbot.waitUntil(screen.right.person.alike.isVisible)
    other = named(screen.right.person.alike, "Not the same man as Matti Mäkinen")
    other.setFocus()
    assert len(everyone(room)) == 1
    other.click()
    room.settle()
    assert len(everyone(room)) == 2
    assert not screen.right.person.alike.isVisible()


def test_two_entries_are_merged_and_one_undo_parts_them(at: tuple[Room, PeopleScreen], qtbot: QtBot) -> None:
    room, screen = at
    kept = add(room, "Matti Mäkinen", title="Ohjaaja", contacts=[PHONE])
    add(room, "Matti Makinen", title="Sihteeri", address="Kotikatu 1")
    other = next(at for at, name in enumerate(names(screen)) if name == "Matti Makinen")
    view = screen.side.list.view
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, view.visualRect(view.model().index(other, 0)).center()
    )
    room.settle()
    named(screen.right.person.alike, "Merge with Matti Mäkinen").click()
    room.settle()
    chosen = screen.right.merge._choices["title"]
    assert not chosen.isChecked()
    words = next(label for label in screen.right.merge.findChildren(QLabel) if label.text() == "Sihteeri")
    QTest.mouseClick(words, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, words.rect().center())
    assert chosen.isChecked()
    named(screen.right.merge, "Merge into one").click()
    room.settle()
    (row,) = everyone(room)
    detail = room.ask(people.detail, person=row.id)
    assert (detail.id, detail.name, detail.title, detail.address) == (kept, "Matti Mäkinen", "Sihteeri", "Kotikatu 1")
    assert [each.value for each in detail.contacts] == ["040 123 4567"]
    assert room.window is not None
    room.window.undo.undo()
    room.settle()
    assert sorted(row.name for row in everyone(room)) == ["Matti Makinen", "Matti Mäkinen"]


def test_all_counsellors_are_written_to_and_a_new_one_too(at: tuple[Room, PeopleScreen], ask: Script) -> None:
    room, screen = at
    for name in ("Pekka", "Ville"):
        add(room, name, roles=[PersonRole.COUNSELLOR], contacts=[GivenContact(ContactKind.EMAIL, f"{name.lower()}@example.fi")])
    add(room, "Osma", roles=[PersonRole.PARTICIPANT])
    room.write(organisations.add, name="Radio", kind=OrganisationKind.MEDIA)
    screen.side.writer.click()
    room.settle()
    screen.right.mail.openers[0].click()
    assert ask.links == ["mailto:?bcc=pekka@example.fi,ville@example.fi"]
    room.write(people.add, name="Uusi", today=TODAY, roles=[PersonRole.COUNSELLOR])
    room.settle()
    assert [row.name for row in screen.right.mail.table.rows.rows()] == ["Uusi"]
    screen.right.mail.roles[PersonRole.PARTNER].click()
    room.settle()
    assert screen.right.mail.openers == []
    press(screen.right.mail.copier, Qt.Key.Key_Escape)
    assert not screen.right.writing
    screen.side.organisations.click()
    room.settle()
    assert not screen.side.writer.isVisible()


def test_the_role_that_is_listed_is_written_to_first(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    add(room, "Matti", roles=[PersonRole.JOURNALIST])
    screen.side.filter.show(PersonRole.JOURNALIST)
    screen.side.writer.click()
    room.settle()
    assert [role for role, made in screen.right.mail.roles.items() if made.isChecked()] == [PersonRole.JOURNALIST]
    assert [row.name for row in screen.right.mail.table.rows.rows()] == ["Matti"]


def test_those_that_are_perhaps_here_twice_can_be_listed(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    for name in ("Matti Mäkinen", "Matti Makinen", "Ari Aho"):
        add(room, name)
    screen.side.filter.show("alike")
    screen.side.filter.edited()
    room.settle()
    assert names(screen) == ["Matti Makinen", "Matti Mäkinen"]


def test_an_organisation_is_added_changed_ended_and_reached_from_its_people(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    add(room, "Matti")
    screen.side.organisations.click()
    screen.begin()
    keys("Radio Malli")
    pressed(Qt.Key.Key_Tab)
    room.settle()
    (row,) = room.ask(organisations.listing, today=TODAY)
    person = add(room, "Kaj Toimittaja", organisation=row.id)
    show(room, screen, -row.id)
    view = screen.right.organisation
    view.more.row("ended").focus()
    keys("6.10.2026")
    screen.leave()
    room.settle()
    assert room.ask(organisations.detail, organisation=row.id).ended == TODAY
    named(view.people, "Kaj Toimittaja").click()
    room.settle()
    assert screen.right.person.person == person


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_shown_as_they_are(at: tuple[Room, PeopleScreen], name: str) -> None:
    room, screen = at
    organisation = room.write(organisations.add, name=name)
    group = room.write(groups.add, name=name, today=TODAY)
    add(room, name)
    person = add(room, name, organisation=organisation, title=name, address=name, note=name)
    room.write(groups.add_member, group=group, person=person)
    show(room, screen, person)
    screen._begin_merge(person, person - 1)
    room.settle()
    assert name in names(screen)
    for label in screen.widget.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or label.text() == "", label.text()
        assert not label.toolTip() or tipped(label.toolTip()) == label.text()


def test_every_control_has_a_name_in_every_language(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    person = add(room, "Matti", roles=[PersonRole.COUNSELLOR], contacts=[PHONE])
    group = room.write(groups.add, name="Tiistairyhmä", today=TODAY)
    room.write(groups.add_member, group=group, person=person)
    organisation = room.write(organisations.add, name="Radio")
    for language in Language:
        room.kit.voice.speak(language)
        for subject in (person, -organisation):
            show(room, screen, subject)
            for control in screen.widget.findChildren(QWidget):
                if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                    assert control.accessibleName() or getattr(control, "text", str)(), control


def test_a_reload_asks_a_fixed_number_of_statements(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    counted: list[str] = []
    engine = room.whole.database._engine
    event.listen(engine, "before_cursor_execute", lambda *args: counted.append(args[2]))
    first = add(room, "Matti", contacts=[PHONE], roles=[PersonRole.COUNSELLOR])
    group = room.write(groups.add, name="Tiistairyhmä", today=TODAY)
    room.write(groups.add_member, group=group, person=first)

    def asked() -> int:
        show(room, screen, first)
        counted.clear()
        screen.reload()
        room.settle()
        return len(counted)

    few = asked()
    for number in range(20):
        person = add(room, f"Ville {number}", contacts=[PHONE], roles=[PersonRole.PARTICIPANT])
        room.write(groups.add_member, group=group, person=person)
        room.write(organisations.add, name=f"Kumppani {number}")
    assert asked() == few


def test_a_name_from_right_to_left_turns_no_sentence_around_and_is_kept_as_it_is(at: tuple[Room, PeopleScreen]) -> None:
    room, _screen = at
    add(room, "יוסי כהן")
    assert room.window is not None
    assert room.window.undo.undo_action.text() == "Undo: \u2068add \u2068יוסי כהן\u2069\u2069"
    assert [row.name for row in everyone(room)] == ["יוסי כהן"]
