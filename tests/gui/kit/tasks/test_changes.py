"""A book that answers late, as on a slow disk: an answer that is older than what was typed since does not take its place."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.core.kinds import ContactKind, PersonRole
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.people.screen import PeopleScreen
from tests.gui.keys import type_text
from tests.gui.patient import PATIENCE
from tests.gui.people.steps import add, show
from tests.gui.room import Room, opened_room

At = tuple[Room, PeopleScreen]


def note(screen: PeopleScreen) -> QWidget:
    return screen.right.person.parts.note.row("note").editor.focus


def title(screen: PeopleScreen) -> QWidget:
    return screen.right.person.parts.more.row("title").editor.focus


def phone(screen: PeopleScreen) -> QWidget:
    return screen.right.person.contacts.ways[ContactKind.PHONE].lines[0].edit


def since(screen: PeopleScreen) -> QWidget:
    return screen.right.person.parts.roles.lines[PersonRole.COUNSELLOR].day.focus


FIELDS: dict[str, tuple[Callable[[PeopleScreen], QWidget], tuple[str, str, str]]] = {
    "note": (note, ("eka", " toka", " kolmas")),
    "title": (title, ("eka", " toka", " kolmas")),
    "phone": (phone, ("040 123 4567", "8", "9")),
    "since": (since, ("1.9.", "2025", "")),
}


def text_of(field: QWidget) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()  # type: ignore[attr-defined]


@contextmanager
def stalled(room: Room) -> Iterator[None]:
    """What is asked of the book meanwhile is answered afterwards."""
    gone_on = threading.Event()
    room.kit.tasks.read(lambda _session: gone_on.wait(PATIENCE / 1000), lambda _: None)
    try:
        yield
    finally:
        gone_on.set()


def wait_until_stored(room: Room, before: int) -> None:
    """Until the field has asked the book to store it, a second after the last key."""
    room.qtbot.waitUntil(lambda: room.kit.tasks.changes.asked > before)


@pytest.fixture
def at(kit: Kit, qtbot: QtBot, own_book: Path) -> Iterator[At]:
    with opened_room(kit, qtbot, own_book, PeopleScreen) as opened:
        yield opened


@pytest.mark.parametrize("name", FIELDS)
def test_an_older_answer_does_not_replace_what_was_typed_since(at: At, name: str) -> None:
    room, screen = at
    person = add(room, "Matti Mäkinen", roles=[PersonRole.COUNSELLOR])
    show(room, screen, person)
    (find, (first, second, third)) = FIELDS[name]
    field: Any = find(screen)
    field.setFocus()
    field.selectAll()
    before = room.kit.tasks.changes.asked
    type_text(field, first)
    wait_until_stored(room, before)
    room.settle()
    answered: list[None] = []
    with stalled(room):
        screen.reload()
        room.kit.tasks.read(lambda _session: None, answered.append)
        second_stall = stalled(room)
        second_stall.__enter__()
        before = room.kit.tasks.changes.asked
        type_text(field, second)
        wait_until_stored(room, before)
    room.qtbot.waitUntil(lambda: bool(answered))
    assert text_of(field) == first + second
    type_text(field, third)
    second_stall.__exit__(None, None, None)
    room.settle()
    assert text_of(field) == first + second + third
