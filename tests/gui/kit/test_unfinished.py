"""What is typed into a new record of any kind is there when it is gone on with, and goes when it is made or thrown away."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.core import drafts
from coordinator_app.gui.activities.screen import ActivitiesScreen
from coordinator_app.gui.groups.screen import GroupsScreen
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import Language
from tests.gui.keys import press, type_text
from tests.gui.new_records import NEW, NewRecord, fill
from tests.gui.room import PATIENCE, Room, opened_room

SCREENS: dict[str, Callable[[Kit], Any]] = {"groups": GroupsScreen, "activities": ActivitiesScreen}
TYPED = "äb 1"


@pytest.fixture
def path(empty_book: Path, tmp_path: Path) -> Path:
    path = tmp_path / "book.db"
    path.write_bytes(empty_book.read_bytes())
    return path


def text_of(widget: QWidget) -> str:
    return widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()  # type: ignore[attr-defined]


def kept(room: Room, new: NewRecord) -> Any:
    found = room.ask(drafts.find, screen=new.key)
    return None if found is None else found.fields


def begun(room: Room, screen: Any, new: NewRecord) -> QWidget:
    new.begin(screen)
    room.settle()
    new.begin(screen)
    room.settle()
    return new.editor(screen)


def typed(room: Room, screen: Any, new: NewRecord) -> None:
    editor = begun(room, screen, new)
    assert kept(room, new) is None
    editor.setFocus()
    type_text(editor, TYPED)
    room.qtbot.waitUntil(lambda: kept(room, new) is not None, timeout=PATIENCE)
    assert kept(room, new)[new.field] == text_of(editor)


def afresh(screen: Any, new: NewRecord) -> QPushButton:
    (button,) = new.line(screen).findChildren(QPushButton)
    return button


@pytest.mark.parametrize("screen_name", SCREENS)
def test_it_is_there_in_the_next_run_until_it_is_thrown_away(kit: Kit, qtbot: QtBot, path: Path, screen_name: str) -> None:
    kinds = [new for new in NEW.values() if new.screen == screen_name]
    entered: dict[str, str] = {}
    with opened_room(kit, qtbot, path, SCREENS[screen_name]) as (room, screen):
        room.write(fill, today=kit.clock.today())
        room.settle()
        for new in kinds:
            typed(room, screen, new)
            entered[new.key] = text_of(new.editor(screen))
    kit.tasks.close()
    with opened_room(kit, qtbot, path, SCREENS[screen_name]) as (room, screen):
        for new in kinds:
            editor = begun(room, screen, new)
            assert text_of(editor) == entered[new.key]
            assert new.line(screen).isVisible()
            afresh(screen, new).click()
            room.settle()
            assert text_of(editor) != entered[new.key]
            assert not new.line(screen).isVisible()
            assert kept(room, new) is None


@pytest.mark.parametrize("kind", ["group", "break", "talk", "hours"])
def test_escape_throws_it_away(kit: Kit, qtbot: QtBot, path: Path, kind: str) -> None:
    new = NEW[kind]
    with opened_room(kit, qtbot, path, SCREENS[new.screen]) as (room, screen):
        room.write(fill, today=kit.clock.today())
        room.settle()
        typed(room, screen, new)
        press(new.editor(screen), Qt.Key.Key_Escape)
        room.settle()
        assert kept(room, new) is None


def test_it_says_since_when_in_every_language(kit: Kit, qtbot: QtBot, path: Path) -> None:
    new = NEW["break"]
    with opened_room(kit, qtbot, path, GroupsScreen) as (room, screen):
        room.write(fill, today=kit.clock.today())
        fields = {"first": "24.12.", "last": "", "why": "joulu", "everyone": True}
        yesterday = kit.clock.now().replace(day=5)
        room.write(drafts.keep, screen=new.key, fields=fields, now=yesterday)
        room.settle()
        begun(room, screen, new)
        (label,) = [each for each in new.line(screen).findChildren(QLabel) if each.text()]
        assert label.text() == "Left unfinished on 5\u00a0October 2026 at 18:05."
        assert (new.form(screen).value("why"), new.form(screen).value("everyone")) == ("joulu", True)
        kit.voice.speak(Language.FI)
        assert (label.text(), afresh(screen, new).text()) == ("Jäi kesken 5.10.2026 klo 18.05.", "Aloita alusta")


def test_who_types_before_it_is_found_begins_something_new(kit: Kit, qtbot: QtBot, path: Path) -> None:
    new = NEW["break"]
    with opened_room(kit, qtbot, path, GroupsScreen) as (room, screen):
        room.write(fill, today=kit.clock.today())
        room.write(drafts.keep, screen=new.key, fields={"first": "24.12.", "why": "joulu"}, now=kit.clock.now())
        room.settle()
        new.begin(screen)
        type_text(new.editor(screen), "k")
        room.settle()
        assert (new.form(screen).row("first").editor.read(), text_of(new.editor(screen))) == (None, "k")
        assert not new.line(screen).isVisible()


def test_a_field_set_by_the_program_is_no_draft(kit: Kit, qtbot: QtBot, path: Path) -> None:
    new = NEW["break"]
    with opened_room(kit, qtbot, path, GroupsScreen) as (room, screen):
        room.write(fill, today=kit.clock.today())
        room.settle()
        begun(room, screen, new)
        new.form(screen).row("why").editor.show("joulu")
        kit.tasks.closing.emit()
        room.settle()
        assert kept(room, new) is None


def test_what_is_taken_is_kept_no_more_also_when_the_next_is_begun(kit: Kit, qtbot: QtBot, path: Path) -> None:
    new = NEW["member"]
    with opened_room(kit, qtbot, path, GroupsScreen) as (room, screen):
        room.write(fill, today=kit.clock.today())
        room.settle()
        typed(room, screen, new)
        press(new.editor(screen), Qt.Key.Key_Return)
        room.settle()
        assert text_of(new.editor(screen)) == ""
        assert kept(room, new) is None
        assert not new.line(screen).isVisible()


def test_what_a_service_does_not_ask_for_is_not_kept(kit: Kit, qtbot: QtBot, path: Path) -> None:
    """A name typed before the service was chosen that keeps headcounts and nothing else."""
    new = NEW["enquiry"]
    with opened_room(kit, qtbot, path, ActivitiesScreen) as (room, screen):
        begun(room, screen, new)
        form = new.form(screen)
        type_text(form.row("person").editor.focus, "Matti Mäkinen")
        room.qtbot.waitUntil(lambda: "person" in (kept(room, new) or {}), timeout=PATIENCE)
        form.row("service").editor.show("violence_used")
        form.row("service").editor.edited()
        room.qtbot.waitUntil(lambda: "person" not in kept(room, new), timeout=PATIENCE)
