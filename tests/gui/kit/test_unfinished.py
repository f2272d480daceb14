"""What is typed into a new record of any kind is there when it is gone on with, and goes when it is made or thrown away."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from coordinator_app.core import drafts
from coordinator_app.core.model import SigningKey
from coordinator_app.gui.activities.screen import ActivitiesScreen
from coordinator_app.gui.calendar.screen import CalendarScreen
from coordinator_app.gui.groups.screen import GroupsScreen
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.people.screen import PeopleScreen
from coordinator_app.gui.printing.screen import PrintingScreen
from coordinator_app.gui.quarter.screen import QuarterScreen
from coordinator_app.i18n import Language
from coordinator_app.storage.database import Database
from tests.book import FAST, KEY, StoppedClock
from tests.gui.cards import CARDS, Card, fill
from tests.gui.keys import press, type_text
from tests.gui.room import Room, opened_room

SCREENS: dict[str, Callable[[Kit], Any]] = {
    screen.name: screen for screen in (GroupsScreen, ActivitiesScreen, CalendarScreen, PeopleScreen, PrintingScreen, QuarterScreen)
}
# They are made as soon as their name is left, so that they need a test of their own.
MADE_BY_NAME = ("person", "organisation")
TYPED = "äb 1"


@pytest.fixture
def path(own_book: Path) -> Path:
    """A book that can seal its summary, which is one of the papers."""
    database = Database.open(own_book, KEY, clock=StoppedClock(), settings=FAST)
    database.write(lambda session: session.execute(insert(SigningKey).values(epoch=1, private=KEY, created=StoppedClock().now())))
    database.close()
    return own_book


def text_of(widget: QWidget) -> str:
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()  # type: ignore[attr-defined]


def typed(room: Room, screen: Any, card: Card) -> None:
    editor: Any = card.open(screen, room.settle)
    assert room.draft(card.key) is None
    editor.setFocus()
    editor.selectAll()
    type_text(editor, TYPED)
    room.qtbot.waitUntil(lambda: room.draft(card.key) is not None)
    assert room.draft(card.key)[card.field] == text_of(editor)


def afresh(screen: Any, card: Card) -> QPushButton:
    (button,) = card.line(screen).findChildren(QPushButton)
    return button


@pytest.mark.parametrize("screen_name", SCREENS)
def test_it_is_there_in_the_next_run_until_it_is_thrown_away(kit: Kit, qtbot: QtBot, path: Path, screen_name: str) -> None:
    kinds = [card for name, card in CARDS.items() if card.screen == screen_name and name not in MADE_BY_NAME]
    entered: dict[str, str] = {}
    with opened_room(kit, qtbot, path, SCREENS[screen_name]) as (room, screen):
        room.write(fill, today=kit.clock.today())
        room.settle()
        for card in kinds:
            typed(room, screen, card)
            entered[card.key] = text_of(card.editor(screen))
    kit.tasks.close()
    with opened_room(kit, qtbot, path, SCREENS[screen_name]) as (room, screen):
        for card in kinds:
            editor = card.open(screen, room.settle)
            assert text_of(editor) == entered[card.key]
            assert card.line(screen).isVisible()
            afresh(screen, card).click()
            room.settle()
            assert text_of(editor) != entered[card.key]
            assert not card.line(screen).isVisible()
            assert room.draft(card.key) is None


@pytest.mark.parametrize("kind", ["group", "break", "talk", "hours"])
def test_escape_throws_it_away(kit: Kit, qtbot: QtBot, path: Path, kind: str) -> None:
    card = CARDS[kind]
    with opened_room(kit, qtbot, path, SCREENS[card.screen]) as (room, screen):
        room.write(fill, today=kit.clock.today())
        room.settle()
        typed(room, screen, card)
        press(card.editor(screen), Qt.Key.Key_Escape)
        room.settle()
        assert room.draft(card.key) is None


def test_it_says_since_when_in_every_language(kit: Kit, qtbot: QtBot, path: Path) -> None:
    card = CARDS["break"]
    with opened_room(kit, qtbot, path, GroupsScreen) as (room, screen):
        room.write(fill, today=kit.clock.today())
        fields = {"first": "24.12.", "last": "", "why": "joulu", "everyone": True}
        yesterday = kit.clock.now().replace(day=5)
        room.write(drafts.keep, screen=card.key, fields=fields, now=yesterday)
        room.settle()
        card.open(screen, room.settle)
        (label,) = [each for each in card.line(screen).findChildren(QLabel) if each.text()]
        assert label.text() == "Left unfinished on 5\u00a0October 2026 at 18:05."
        assert (card.form(screen).value("why"), card.form(screen).value("everyone")) == ("joulu", True)
        kit.voice.speak(Language.FI)
        assert (label.text(), afresh(screen, card).text()) == ("Jäi kesken 5.10.2026 klo\u00a018.05.", "Aloita alusta")


def test_who_types_before_it_is_found_begins_something_new(kit: Kit, qtbot: QtBot, path: Path) -> None:
    card = CARDS["break"]
    with opened_room(kit, qtbot, path, GroupsScreen) as (room, screen):
        room.write(fill, today=kit.clock.today())
        room.write(drafts.keep, screen=card.key, fields={"first": "24.12.", "why": "joulu"}, now=kit.clock.now())
        room.settle()
        card.begin(screen)
        type_text(card.editor(screen), "k")
        room.settle()
        assert (card.form(screen).row("first").editor.read(), text_of(card.editor(screen))) == (None, "k")
        assert not card.line(screen).isVisible()


def test_a_field_set_by_the_program_is_no_draft(kit: Kit, qtbot: QtBot, path: Path) -> None:
    card = CARDS["break"]
    with opened_room(kit, qtbot, path, GroupsScreen) as (room, screen):
        room.write(fill, today=kit.clock.today())
        room.settle()
        card.open(screen, room.settle)
        card.form(screen).row("why").editor.show("joulu")
        kit.tasks.closing.emit()
        room.settle()
        assert room.draft(card.key) is None


def test_what_is_taken_is_kept_no_more_also_when_the_next_is_begun(kit: Kit, qtbot: QtBot, path: Path) -> None:
    card = CARDS["member"]
    with opened_room(kit, qtbot, path, GroupsScreen) as (room, screen):
        room.write(fill, today=kit.clock.today())
        room.settle()
        typed(room, screen, card)
        press(card.editor(screen), Qt.Key.Key_Return)
        room.settle()
        assert text_of(card.editor(screen)) == ""
        assert room.draft(card.key) is None
        assert not card.line(screen).isVisible()


def test_what_a_service_does_not_ask_for_is_not_kept(kit: Kit, qtbot: QtBot, path: Path) -> None:
    """A name typed before the service was chosen that keeps headcounts and nothing else."""
    card = CARDS["enquiry"]
    with opened_room(kit, qtbot, path, ActivitiesScreen) as (room, screen):
        card.open(screen, room.settle)
        form = card.form(screen)
        type_text(form.row("person").editor.focus, "Matti Mäkinen")
        room.qtbot.waitUntil(lambda: "person" in (room.draft(card.key) or {}))
        form.row("service").editor.show("violence_used")
        form.row("service").editor.edited()
        room.qtbot.waitUntil(lambda: "person" not in room.draft(card.key))
