"""Every screen, list, tip, dialog and menu of a book of hostile texts: each text is seen as it was typed, and nothing goes wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coordinator_app.gui.first_start.window import FirstStartWindow
from coordinator_app.i18n import Language
from tests.gui.program import unlock_window
from tests.hostile import MARKED, mangled
from tests.hostile_town import book_of
from tests.screens.cards import Stop
from tests.screens.hostile_files import NAMES, SEEN, answered, imported
from tests.screens.hostile_steps import Reading, file_of, steps
from tests.screens.shown import Line, shown
from tests.screens.tour import SIZE, touring

# Papers that take long to set, and are read elsewhere.
SLOW = ("printing-pocket", "printing-attendance")
# It shows what the walk itself has typed to find something.
TYPED_HERE = "SearchLine"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return book_of(tmp_path_factory.mktemp("hostile") / "turku")


def faults(lines: Iterator[Line]) -> Iterator[str]:
    for where, text in lines:
        for mark in mangled(text) if where != TYPED_HERE else ():
            yield f"{where}: {MARKED[int(mark)].kept!r} is seen as {text!r}"


def test_every_screen_shows_it_as_it_was_typed(qapp: QApplication, qtbot: QtBot, hostile: Path, tmp_path: Path, full: bool) -> None:
    found: dict[str, None] = {}
    read: list[str] = []
    ask = Reading()
    with touring(qapp, qtbot, hostile, tmp_path, ask=ask, people=file_of(tmp_path)) as tour:
        tour.program.kit.voice.speak(Language.FI)

        def look(stop: Stop) -> None:
            stop.come()
            tour.settle()
            lines = tuple(shown(tour.window))
            read.extend(text for _, text in lines)
            found.update(dict.fromkeys(f"{stop.name}: {fault}" for fault in faults(iter(lines))))
            if tour.window.width() > SIZE[0]:
                found.setdefault(f"{stop.name}: the window is {tour.window.width()} wide")
            tour.window.grab()

        for stop in tour.stops():
            if full or stop.name not in SLOW:
                look(stop)
        for step in (steps(tour, 1 if full else 16), imported(tour, tmp_path), answered(tour, tmp_path)):
            for stop in step:
                look(stop)
        found.update(dict.fromkeys(faults(iter(ask.seen))))
        read.extend(text for _, text in ask.seen)
    assert [text for text in SEEN if not any(text in line for line in read)] == []
    assert not found, "\n".join(found)


def test_the_windows_before_a_book_is_open(qapp: QApplication, qtbot: QtBot, hostile: Path, tmp_path: Path) -> None:
    """The folder of a book can be called anything, and so can a locality."""
    found: dict[str, None] = {}
    with touring(qapp, qtbot, hostile, tmp_path, main=False) as tour:

        def look(where: str) -> None:
            tour.settle()
            found.update(dict.fromkeys(f"{where}: {fault}" for fault in faults(shown(tour.window))))

        for name in NAMES:
            tour.program.show_unlock(tmp_path / name)
            window = unlock_window(tour.program)
            window.passphrase.line.setText("neljä sanaa")
            window.open.click()
            look("unlock")
        for stop in tour.first_steps():
            stop.come()
            if isinstance(tour.window, FirstStartWindow):
                tour.window.locality.name.setText(MARKED[1].typed)
            look(stop.name)
    assert not found, "\n".join(found)
