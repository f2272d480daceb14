"""What the main window needs to know of a screen, made or still to be made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.i18n import Words

PRIVACY_PAGE = 4
"""The subject by which others go to the privacy review among the settings."""


class Screen(Protocol):
    """A place in the window. Screens do not know each other; `kit.go` leads from one to another by name."""

    @property
    def name(self) -> str:
        """The code by which others go here, as `groups`."""
        ...

    @property
    def title(self) -> str:
        """An English message marked with `N_`: the title, and the word in the side bar."""
        ...

    @property
    def icon(self) -> Icon: ...

    @property
    def widget(self) -> QWidget: ...

    @property
    def kinds(self) -> frozenset[str]:
        """What it shows: a write that touches one of these makes it `reload` when it is next seen."""
        ...

    @property
    def primary(self) -> Action | None:
        """The one filled button, at the right of the title."""
        ...

    def reload(self) -> None:
        """Asks the book again and shows the answer; also called the first time it is seen."""
        ...

    def show_subject(self, subject: int) -> None:
        """Shows one record, by its id; the others stay within reach."""
        ...

    def leave(self) -> None:
        """Another screen is about to be shown, or the book to be locked: store what is being typed."""
        ...

    def say(self, words: Words) -> None:
        """Speaks this language from now on."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """A screen by what the side bar and the menu say of it; `make` makes it when it is first seen, so that no one waits for the others."""

    name: str
    title: str
    icon: Icon
    make: Callable[[], Screen]


def place_of(screen: Screen) -> Place:
    """A screen that is made already, as a place."""
    return Place(screen.name, screen.title, screen.icon, lambda: screen)
