"""What a user does all day, as a walk through the tour: every screen, scrolling, searching, another language."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget

from coordinator_app.gui.kit.search_line import SearchLine
from coordinator_app.i18n import Language
from tests.gui.keys import type_text
from tests.screens.tour import Tour

W = TypeVar("W", bound=QWidget)
SEARCHED = "mäk"


def steps(tour: Tour) -> Iterator[tuple[str, Callable[[], object]]]:
    """Everything to do, by name; each step may be taken once the one before it has settled."""
    voice = tour.program.kit.voice
    for stop in tour.stops():
        yield stop.name, stop.come
        for area in _shown(tour.window, QScrollArea):
            yield f"{stop.name}, scrolled", lambda area=area: _to_the_end(area)  # type: ignore[misc]
        for view in _shown(tour.window, QAbstractItemView):
            yield f"{stop.name}, list to its end", lambda view=view: QTest.keyClick(view, Qt.Key.Key_End)  # type: ignore[misc]
        for line in _shown(tour.window, SearchLine):
            for letter in SEARCHED:
                yield f"{stop.name}, “{letter}” in search", lambda line=line, letter=letter: type_text(line, letter)  # type: ignore[misc]
            yield f"{stop.name}, search emptied", line.clear
        other = Language.SV if voice.words.language is Language.EN else Language.EN
        yield f"{stop.name} in {other}", lambda other=other: voice.speak(other)  # type: ignore[misc]


def _shown(window: QWidget, kind: type[W]) -> list[W]:
    return [each for each in window.findChildren(kind) if each.isVisible()]


def _to_the_end(area: QScrollArea) -> None:
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
