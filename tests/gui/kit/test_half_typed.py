"""Half a number, typed over a record, is there again with the record, unless the book has another by then; it goes with the record."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coordinator_app.core import activities, drafts, enquiries, people
from coordinator_app.core.kinds import ContactKind
from coordinator_app.core.people import GivenContact
from coordinator_app.gui.activities.screen import ActivitiesScreen
from coordinator_app.gui.groups.screen import GroupsScreen
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.people.screen import PeopleScreen
from coordinator_app.gui.settings.screen import SettingsScreen
from tests.gui.conftest import Script
from tests.gui.keys import press, type_text
from tests.gui.program import new_book
from tests.gui.records import FIELDS, Field, fill
from tests.gui.room import Room, opened_room

SCREENS: dict[str, Callable[[Kit], Any]] = {
    screen.name: screen for screen in (GroupsScreen, ActivitiesScreen, PeopleScreen, SettingsScreen)
}
HALF = "x1"
PHONE = FIELDS["phone"]


@pytest.fixture
def path(own_book: Path) -> Path:
    return own_book


def typed(room: Room, screen: Any, field: Field, text: str = HALF) -> None:
    line = shown(room, screen, field)
    line.setFocus()
    line.selectAll()
    press(line, Qt.Key.Key_Delete)
    type_text(line, text)


def half_typed(room: Room, screen: Any, field: Field, text: str = HALF) -> None:
    """Typed, and kept in the book while the cursor is still there."""
    typed(room, screen, field, text)
    room.qtbot.waitUntil(lambda: room.draft(field.key) is not None)


def shown(room: Room, screen: Any, field: Field) -> Any:
    screen.show_subject(field.subject)
    room.settle()
    return field.line(screen)


def filled(room: Room) -> None:
    room.write(fill, today=room.kit.clock.today())
    room.settle()


@pytest.mark.parametrize("screen_name", SCREENS)
def test_it_is_there_in_the_next_run_with_what_is_wrong_about_it(kit: Kit, qtbot: QtBot, path: Path, screen_name: str) -> None:
    fields = [field for field in FIELDS.values() if field.screen == screen_name]
    with opened_room(kit, qtbot, path, SCREENS[screen_name]) as (room, screen):
        filled(room)
    for field in fields:
        kit.tasks.close()
        with opened_room(kit, qtbot, path, SCREENS[screen_name]) as (room, screen):
            before = shown(room, screen, field).text()
            half_typed(room, screen, field)
        kit.tasks.close()
        with opened_room(kit, qtbot, path, SCREENS[screen_name]) as (room, screen):
            line = shown(room, screen, field)
            assert line.text() == HALF
            # It stays until it is whole; then the book has it, and nothing is kept beside it.
            typed(room, screen, field, before)
            screen.leave()
            room.qtbot.waitUntil(lambda room=room, field=field: room.draft(field.key) is None)  # type: ignore[misc]


def test_a_whole_one_that_was_not_stored_yet_is_stored(kit: Kit, qtbot: QtBot, path: Path) -> None:
    with opened_room(kit, qtbot, path, PeopleScreen) as (room, screen):
        filled(room)
        over = str([(ContactKind.PHONE, "040 123 4567", "työ")])
        lines = {ContactKind.PHONE: [("050 765 4321", "työ")], ContactKind.EMAIL: [("", None)]}
        room.write(drafts.keep, screen=PHONE.key, fields={"contacts": (lines, over)}, now=kit.clock.now())
        assert shown(room, screen, PHONE).text() == "050 765 4321"
        (kept,) = room.ask(people.detail, person=1).contacts
        assert (kept.value, kept.label) == ("050 765 4321", "työ")
        room.qtbot.waitUntil(lambda: room.draft(PHONE.key) is None)


def test_what_the_book_has_got_meanwhile_has_the_last_word(kit: Kit, qtbot: QtBot, path: Path) -> None:
    with opened_room(kit, qtbot, path, PeopleScreen) as (room, screen):
        filled(room)
        half_typed(room, screen, PHONE)
    kit.tasks.close()
    with opened_room(kit, qtbot, path, PeopleScreen) as (room, screen):
        room.write(people.set_contacts, person=1, contacts=(GivenContact(ContactKind.PHONE, "09 1234"),))
        assert shown(room, screen, PHONE).text() == "09 1234"
        room.qtbot.waitUntil(lambda: room.draft(PHONE.key) is None)


def test_it_waits_for_him_who_looks_at_another_record_meanwhile(kit: Kit, qtbot: QtBot, path: Path) -> None:
    field = FIELDS["length of an activity"]
    with opened_room(kit, qtbot, path, ActivitiesScreen) as (room, screen):
        filled(room)
        other = room.write(activities.add, name="Retki", kind="social", held_on=kit.clock.today()).id
        typed(room, screen, field)
        screen.show_subject(other)
        room.settle()
        assert field.line(screen).text() == ""
        assert shown(room, screen, field).text() == HALF
        assert screen.activities.one.facts.form.row("minutes").fault()


def test_one_that_the_book_refuses_is_kept_too(kit: Kit, qtbot: QtBot, path: Path) -> None:
    field = FIELDS["day of an enquiry"]
    with opened_room(kit, qtbot, path, ActivitiesScreen) as (room, screen):
        filled(room)
        half_typed(room, screen, field, "1.1.2030")
        room.qtbot.waitUntil(lambda: bool(screen.enquiries.one.enquiry.form.row("on").fault()))
    kit.tasks.close()
    with opened_room(kit, qtbot, path, ActivitiesScreen) as (room, screen):
        assert shown(room, screen, field).text() == "1.1.2030"
        room.qtbot.waitUntil(lambda: bool(screen.enquiries.one.enquiry.form.row("on").fault()))


def test_a_name_that_may_not_be_kept_is_not_kept(kit: Kit, qtbot: QtBot, path: Path) -> None:
    field = FIELDS["day of an enquiry"]
    with opened_room(kit, qtbot, path, ActivitiesScreen) as (room, screen):
        filled(room)
        shown(room, screen, field)
        form = screen.enquiries.one.enquiry.form
        form.row("person").focus()
        type_text(form.row("person").editor.focus, "Tuntematon Mies")
        form.row("on").focus()
        room.qtbot.waitUntil(lambda: "person" in (room.draft(field.key) or {}))
        room.write(enquiries.change, enquiry=1, today=kit.clock.today(), service="violence_used")
        half_typed(room, screen, field)
        room.qtbot.waitUntil(lambda: list(room.draft(field.key)) == ["on"])


def test_it_goes_with_a_man_who_is_forgotten(kit: Kit, qtbot: QtBot, tmp_path: Path, ask: Script) -> None:
    with opened_room(kit, qtbot, tmp_path, PeopleScreen, lambda: new_book(tmp_path / "turku")) as (room, screen):
        filled(room)
        half_typed(room, screen, PHONE, "040 98x")
        ask.answers.append("forget")
        screen.right.person.parts.rights.forgetter.click()
        room.qtbot.waitUntil(lambda: room.ask(people.listing, today=kit.clock.today()) == ())
        room.qtbot.waitUntil(lambda: room.draft(PHONE.key) is None)


def test_it_goes_with_an_organisation_that_is_removed(kit: Kit, qtbot: QtBot, path: Path) -> None:
    field = FIELDS["e-mail of an organisation"]
    with opened_room(kit, qtbot, path, PeopleScreen) as (room, screen):
        filled(room)
        half_typed(room, screen, field)
        screen.right.organisation._remove()
        room.settle()
        room.qtbot.waitUntil(lambda: room.draft(field.key) is None)


def test_it_is_no_change_of_the_record(kit: Kit, qtbot: QtBot, path: Path) -> None:
    field = FIELDS["beginning of a group"]
    with opened_room(kit, qtbot, path, GroupsScreen) as (room, screen):
        filled(room)
        assert room.window is not None
        undone = room.window.undo.undo_action.text()
        half_typed(room, screen, field)
        room.settle()
        assert room.window.undo.undo_action.text() == undone
