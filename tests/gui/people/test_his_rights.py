"""What a person may ask: everything about himself as a file, and to be forgotten for good."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coordinator_app.core import enquiries, people
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.people.screen import PeopleScreen
from tests.gui.conftest import Script
from tests.gui.people.steps import TODAY, add, show
from tests.gui.program import new_book
from tests.gui.room import Room, opened_room


@pytest.fixture
def whole(kit: Kit, qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[Room, PeopleScreen]]:
    """The screen over a whole book, with its folder."""
    with opened_room(kit, qtbot, tmp_path, PeopleScreen, lambda: new_book(tmp_path / "turku")) as opened:
        yield opened


def rest(room: Room, screen: PeopleScreen) -> None:
    room.qtbot.waitUntil(screen.right.person.parts.rights.forgetter.isEnabled)
    room.settle()


def test_he_is_forgotten_only_when_the_dialog_says_so(whole: tuple[Room, PeopleScreen], ask: Script, tmp_path: Path) -> None:
    room, screen = whole
    person = add(room, "Matti Virtanen")
    room.write(enquiries.log, on=TODAY, today=TODAY, channel="phone", person=person, note="huoli")
    show(room, screen, person)
    rights = screen.right.person.parts.rights
    ask.answers += ["keep", "receipt", "forget"]
    rights.forgetter.click()
    rest(room, screen)
    (question,) = ask.asked
    assert question.title == "Forget Matti Virtanen for good?"
    assert "the notes of 1 enquiry or talk" in question.explanation and "cannot be undone" in question.explanation
    assert question.answers[0].code == "keep"
    ask.paths.append(tmp_path / "missing" / "receipt.pdf")
    rights.forgetter.click()
    rest(room, screen)
    assert "receipt.pdf" in rights.fault.text()
    assert [row.name for row in room.ask(people.listing, today=TODAY)] == ["Matti Virtanen"]
    rights.forgetter.click()
    rest(room, screen)
    assert room.ask(people.listing, today=TODAY) == ()
    assert not screen.right.person.isVisible()
    assert room.window is not None
    assert not room.window.undo.undo_action.isEnabled()


def test_everything_about_him_is_saved(whole: tuple[Room, PeopleScreen], ask: Script, tmp_path: Path) -> None:
    room, screen = whole
    show(room, screen, add(room, "Matti Virtanen"))
    ask.paths += [None, tmp_path / "all.txt"]
    rights = screen.right.person.parts.rights
    rights.reader.click()
    rest(room, screen)
    rights.reader.click()
    rest(room, screen)
    assert "Matti Virtanen" in (tmp_path / "all.txt").read_text(encoding="utf-8")
