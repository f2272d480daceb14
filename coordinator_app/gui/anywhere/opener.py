"""Opens the search over the window; what shows it is loaded only then."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coordinator_app.gui.anywhere.command import Command
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import Words

if TYPE_CHECKING:
    from coordinator_app.gui.anywhere.palette import Palette


class Search:
    """The search of one window; `commands` and `add_person` as the palette is given them."""

    def __init__(self, kit: Kit, window: QWidget, commands: Callable[[], Sequence[Command]], add_person: Callable[[str], object]) -> None:
        self._kit, self._window = kit, window
        self._commands, self._add_person = commands, add_person
        self._palette: Palette | None = None

    @property
    def palette(self) -> "Palette":
        """What is laid over the window, made when it is first asked for."""
        if self._palette is None:
            from coordinator_app.gui.anywhere.palette import Palette

            self._palette = Palette(self._kit, self._window, self._commands, self._add_person)
            self._palette.say(self._kit.voice.words)
        return self._palette

    def open(self) -> None:
        """Shows it, empty."""
        self.palette.open()

    def place(self) -> None:
        """Covers the window, whose size has changed."""
        if self._palette is not None:
            self._palette.place()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        if self._palette is not None:
            self._palette.say(words)
