"""A new person or organisation that was not finished: there again when a new one is begun, also after the program was killed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.core import organisations
from coordinator_app.core.kinds import ContactKind, OrganisationKind, PersonRole
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.people.screen import PeopleScreen
from tests.gui.people.steps import add, everyone, keys, named, pressed, show
from tests.gui.room import Room, Whole, opened_room

PERSON, ORGANISATION = "people/person", "people/organisation"
Do = Callable[[Room, PeopleScreen], None]


def wait_for(room: Room, screen: str) -> None:
    room.qtbot.waitUntil(lambda: room.draft(screen) is not None)


def texts(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def runs(kit: Kit, qtbot: QtBot, path: Path, *steps: Do) -> None:
    """Each step is a run of the program, which ends without a word, as when it is killed."""
    for step in steps:
        with opened_room(kit, qtbot, path, PeopleScreen) as (room, screen):
            step(room, screen)
        kit.tasks.close()


def half_a_person(room: Room, screen: PeopleScreen) -> None:
    """A phone alone: a name would be made a person as soon as the window goes."""
    screen.begin()
    screen.right.person.contacts.ways[ContactKind.PHONE].lines[0].edit.setFocus()
    keys("040 12")
    wait_for(room, PERSON)


def test_half_a_person_is_there_after_a_kill_and_is_gone_on_with(kit: Kit, qtbot: QtBot, own_book: Path) -> None:

    def goes_on(room: Room, screen: PeopleScreen) -> None:
        screen.begin()
        room.settle()
        assert "Left unfinished at 18:05." in texts(screen.right.person)
        assert screen.right.person.contacts.ways[ContactKind.PHONE].lines[0].edit.text() == "040 12"
        keys("Matti Mäkinen")
        pressed(Qt.Key.Key_Tab)
        room.settle()
        assert [(row.name, row.phone) for row in everyone(room)] == [("Matti Mäkinen", "040 12")]
        assert room.draft(PERSON) is None
        assert not screen.right.person.unfinished.isVisible()
        screen.begin()
        room.settle()
        assert not screen.right.person.unfinished.isVisible()
        assert screen.right.person.contacts.read() == ()

    runs(kit, qtbot, own_book, half_a_person, goes_on)


def test_whoever_starts_afresh_makes_nobody_and_keeps_nothing(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    pekka = add(room, "Pekka Virtanen")
    half_a_person(room, screen)
    show(room, screen, pekka)
    screen.begin()
    room.settle()
    keys("Ville")
    again = named(screen.right.person.unfinished, "Start afresh")
    again.setFocus()
    again.click()
    room.settle()
    assert screen.right.person.name.value("name") == ""
    assert screen.right.person.contacts.read() == ()
    assert not screen.right.person.unfinished.isVisible()
    assert screen.right.person.name.row("name").editor.focus.hasFocus()
    assert [row.name for row in everyone(room)] == ["Pekka Virtanen"]
    assert room.draft(PERSON) is None


def test_the_roles_he_was_begun_with_are_his(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    add(room, "Pekka", roles=[PersonRole.COUNSELLOR])
    screen.side.filter.show(PersonRole.COUNSELLOR)
    screen.begin()
    screen.right.person.contacts.ways[ContactKind.PHONE].lines[0].edit.setFocus()
    keys("040 1234567")
    wait_for(room, PERSON)
    show(room, screen, everyone(room)[0].id)
    screen.side.filter.show(None)
    screen.begin()
    room.settle()
    keys("Ville Virtanen")
    pressed(Qt.Key.Key_Tab)
    room.settle()
    assert [row.roles for row in everyone(room) if row.name == "Ville Virtanen"] == [(PersonRole.COUNSELLOR,)]


def test_what_is_typed_back_to_nothing_is_kept_no_more(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    screen.begin()
    keys("M")
    wait_for(room, PERSON)
    pressed(Qt.Key.Key_Backspace)
    room.qtbot.waitUntil(lambda: room.draft(PERSON) is None)


def test_the_last_second_is_kept_when_the_book_is_locked(kit: Kit, qtbot: QtBot, own_book: Path) -> None:

    def types(room: Room, screen: PeopleScreen) -> None:
        screen.begin()
        screen.right.person.contacts.ways[ContactKind.PHONE].lines[0].edit.setFocus()
        keys("040 123 4567")
        kit.tasks.close()
        kit.tasks.open(lambda: Whole(own_book), lambda _: None, room.faults.append)

    def looks(room: Room, screen: PeopleScreen) -> None:
        assert room.draft(PERSON)["contacts"]["phone"] == ["040 123 4567"]

    runs(kit, qtbot, own_book, types, looks)


def test_a_person_known_already_is_opened_and_the_new_one_thrown_away(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    add(room, "Matti Mäkinen")
    screen.begin()
    keys("Matti Mäkinen")
    wait_for(room, PERSON)
    room.qtbot.waitUntil(screen.right.person.alike.isVisible)
    screen.right.person._open(everyone(room)[0].id)
    room.settle()
    assert room.draft(PERSON) is None


def test_half_an_organisation_is_there_again_and_made(kit: Kit, qtbot: QtBot, own_book: Path) -> None:

    def half(room: Room, screen: PeopleScreen) -> None:
        screen.side.show_segment(organisations=True)
        screen.begin()
        screen.right.organisation.contacts.ways[ContactKind.EMAIL].lines[0].edit.setFocus()
        keys("toimitus@ts")
        wait_for(room, ORGANISATION)

    def goes_on(room: Room, screen: PeopleScreen) -> None:
        screen.side.show_segment(organisations=True)
        screen.begin()
        room.settle()
        assert "Left unfinished at 18:05." in texts(screen.right.organisation)
        keys("Turun Sanomat")
        pressed(Qt.Key.Key_Tab)
        room.settle()
        found = room.ask(organisations.listing, today=kit.clock.today())
        assert [(row.name, row.kind) for row in found] == [("Turun Sanomat", OrganisationKind.SERVICE)]
        assert room.draft(ORGANISATION) is None

    runs(kit, qtbot, own_book, half, goes_on)


def test_escape_adds_nobody_and_keeps_nothing(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    add(room, "Pekka Virtanen")
    screen.begin()
    room.settle()
    keys("Matti")
    wait_for(room, PERSON)
    pressed(Qt.Key.Key_Escape)
    room.settle()
    assert [row.name for row in everyone(room)] == ["Pekka Virtanen"]
    assert room.draft(PERSON) is None
    assert not screen.right.person.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None and screen.side.isAncestorOf(focused)
    screen.begin()
    room.settle()
    assert screen.right.person.name.value("name") == ""
    assert not screen.right.person.unfinished.isVisible()


def test_escape_from_a_telephone_number_throws_it_away_too(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    add(room, "Pekka Virtanen")
    half_a_person(room, screen)
    pressed(Qt.Key.Key_Escape)
    room.settle()
    assert room.draft(PERSON) is None
    assert not screen.right.person.isVisible()


def test_after_escape_an_empty_book_shows_again_what_will_be_here(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    screen.begin()
    room.settle()
    keys("Matti")
    pressed(Qt.Key.Key_Escape)
    room.settle()
    assert everyone(room) == []
    assert screen.widget.currentWidget() is screen._empty


def test_escape_takes_nothing_from_one_who_is_in_the_book(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    screen.begin()
    room.settle()
    keys("Matti")
    pressed(Qt.Key.Key_Tab)
    room.settle()
    keys("040 1234567")
    pressed(Qt.Key.Key_Escape)
    room.settle()
    assert [(row.name, row.phone) for row in everyone(room)] == [("Matti", "040 1234567")]


def test_escape_adds_no_organisation_either(at: tuple[Room, PeopleScreen]) -> None:
    room, screen = at
    add(room, "Pekka Virtanen")
    screen.side.show_segment(organisations=True)
    screen.begin()
    room.settle()
    keys("Radio")
    wait_for(room, ORGANISATION)
    pressed(Qt.Key.Key_Escape)
    room.settle()
    assert room.ask(organisations.listing, today=room.kit.clock.today()) == ()
    assert room.draft(ORGANISATION) is None
    assert not screen.right.organisation.isVisible()
