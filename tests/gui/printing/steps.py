"""What tests do at the printing screen, and what they read off it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton

from coordinator_app.bootstrap.documents import Kind
from coordinator_app.gui.printing.screen import PrintingScreen
from tests.gui.room import Room


class Desk:
    """The screen as a user sees it: his choices, and what they lead to."""

    def __init__(self, room: Room, screen: PrintingScreen) -> None:
        self.room, self.screen, self.one = room, screen, screen.one

    def wait(self, condition: Callable[[], bool]) -> None:
        self.room.qtbot.waitUntil(condition)

    def drawn(self) -> None:
        """Waits until all that was asked of the book and of the typesetter is shown."""
        self.room.settle()
        done: list[None] = []
        self.room.kit.tasks.run(lambda _: None, done.append)
        self.wait(lambda: bool(done))

    def choose(self, kind: Kind) -> None:
        self.screen.gallery.buttons[kind].click()
        self.drawn()

    def set(self, name: str, value: Any) -> None:
        """Chooses a value as the user would from the list."""
        editor = self.one.options.rows[name].editor
        editor.show(value)
        editor.edited()
        self.drawn()

    def only(self, count: int) -> list[str]:
        """Ticks the first groups alone; their names."""
        choice = self.one.options.groups
        choice.which.editor.show(True)
        choice.which.editor.edited()
        choice.none.click()
        for at in range(count):
            choice.list.toggle(choice.list.item(at))
        self.drawn()
        return [choice.list.item(at).text() for at in range(count)]

    def page(self) -> bytes:
        """The page that is shown, pixel by pixel."""
        image = self.one.preview.sheet.image
        return bytes(image.constBits())

    def described(self) -> str:
        return self.one.preview.area.accessibleDescription()

    def remarks(self) -> str:
        return self.one.remarks.text()

    def told(self) -> list[str]:
        """The sentences of the toast."""
        assert self.room.window is not None
        return [label.text() for label in self.room.window.findChildren(QLabel) if label.isVisible()]

    def shown_buttons(self) -> list[str]:
        return [each.text() for each in self.one.output.findChildren(QPushButton) if each.isVisible()]
