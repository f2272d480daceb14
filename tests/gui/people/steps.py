"""What the tests of the people screen do again and again, as a user does it."""

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from coordinator_app.core import people
from coordinator_app.core.kinds import ContactKind
from coordinator_app.core.people import GivenContact, PersonRow
from coordinator_app.gui.people.screen import PeopleScreen
from tests.gui.keys import press, type_text
from tests.gui.room import Room

TODAY = dt.date(2026, 10, 6)
PHONE = GivenContact(ContactKind.PHONE, "040 123 4567")


def add(room: Room, name: str, **fields: Any) -> int:
    person: int = room.write(people.add, name=name, today=TODAY, **fields)
    room.settle()
    return person


def names(screen: PeopleScreen) -> list[str]:
    return [row.name for row in screen.side.list._items.rows]


def everyone(room: Room) -> list[PersonRow]:
    return list(room.ask(people.listing, today=TODAY))


def show(room: Room, screen: PeopleScreen, person: int) -> None:
    screen.show_subject(person)
    room.settle()


def keys(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, text)


def pressed(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    press(focused, key, modifiers)


def named(within: QWidget, text: str) -> QPushButton:
    """The button that is seen with this text or name."""
    return next(each for each in within.findChildren(QPushButton) if each.isVisible() and text in (each.text(), each.accessibleName()))
