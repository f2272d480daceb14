"""`make screens`: every screen, dialog and page of the help as a picture, to be looked at."""

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.theme import Mode
from coordinator_app.gui.main_window import MainWindow
from coordinator_app.i18n import Language
from tests.gui import one_of_each
from tests.gui.program import running, settle, unlock
from tests.screens.answered import answered
from tests.screens.asking import NEW_YEAR, Asking, Seeing, back_up
from tests.screens.cards import Stop
from tests.screens.moments import Moments, picture
from tests.screens.tour import Tour, touring

PICTURES = Path(__file__).parents[2] / "screens"
one_of_each_town = one_of_each.town
pytestmark = [
    pytest.mark.pictures,
    pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK]),
    pytest.mark.parametrize("percent", [100, 200]),
]


def draw(window: QWidget, name: str, language: Language, mode: Mode, percent: int) -> None:
    keep(window.grab(), name, language, mode, percent)


def keep(drawn: QPixmap, name: str, language: Language, mode: Mode, percent: int) -> None:
    PICTURES.mkdir(exist_ok=True)
    assert drawn.save(str(PICTURES / f"{name}-{language}-{mode}-{percent}.png"))


def draw_all(tour: Tour, stops: Iterator[Stop], mode: Mode, percent: int, prefix: str = "") -> None:
    kit = tour.program.kit
    kit.theme.set_percent(percent)
    kit.theme.set_mode(mode)
    for stop in stops:
        stop.come()
        for language in Language:
            kit.voice.speak(language)
            tour.settle()
            draw(tour.window, prefix + stop.name, language, mode, percent)


def test_the_first_steps_are_drawn(qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path, percent: int, mode: Mode) -> None:
    with touring(qapp, qtbot, town, tmp_path, main=False) as tour:
        draw_all(tour, tour.first_steps(), mode, percent)


def test_every_screen_is_drawn(qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path, percent: int, mode: Mode) -> None:
    with touring(qapp, qtbot, town, tmp_path) as tour:
        draw_all(tour, tour.stops(), mode, percent)


def test_what_the_office_answers_is_drawn(qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path, percent: int, mode: Mode) -> None:
    with touring(qapp, qtbot, town, tmp_path) as tour:
        draw_all(tour, answered(tour, tmp_path), mode, percent)


def test_every_moment_is_drawn(qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path, percent: int, mode: Mode) -> None:
    with touring(qapp, qtbot, town, tmp_path) as tour:
        kit = tour.program.kit
        kit.theme.set_percent(percent)
        kit.theme.set_mode(mode)
        for moment in Moments(tour, tmp_path).all():
            for language in Language:
                kit.voice.speak(language)
                with moment.shown() as over:
                    keep(picture(tour.window, over), moment.name, language, mode, percent)


def test_an_empty_book_is_drawn(qapp: QApplication, qtbot: QtBot, bare: Path, tmp_path: Path, percent: int, mode: Mode) -> None:
    with touring(qapp, qtbot, bare, tmp_path) as tour:
        draw_all(tour, tour.empty_stops(), mode, percent, "empty-")


def test_the_help_is_drawn(qapp: QApplication, qtbot: QtBot, bare: Path, tmp_path: Path, percent: int, mode: Mode) -> None:
    with touring(qapp, qtbot, bare, tmp_path) as tour:
        kit, window = tour.program.kit, tour.window
        assert isinstance(window, MainWindow)
        kit.theme.set_percent(percent)
        kit.theme.set_mode(mode)
        for page in ("begin", "attendance", "shortcuts"):
            window.help.show(page)
            assert window.help.window is not None
            for language in Language:
                kit.voice.speak(language)
                tour.lay_out()
                draw(window.help.window, f"help-{page}", language, mode, percent)


class Drawing(Seeing):
    """Draws each dialog that comes."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, mode: Mode, percent: int) -> None:
        super().__init__(monkeypatch)
        self.about, self.language = "", Language.EN
        self._mode, self._percent = mode, percent

    def see(self, dialog: QDialog) -> None:
        draw(dialog, f"dialog-{self.about}", self.language, self._mode, self._percent)


def test_every_dialog_is_drawn(
    qapp: QApplication,
    qtbot: QtBot,
    one_of_each_town: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    percent: int,
    mode: Mode,
) -> None:
    folder, ask = tmp_path / "books" / "turku", Drawing(monkeypatch, mode, percent)
    shutil.copytree(one_of_each_town, folder)
    with running(qapp, tmp_path, ask, NEW_YEAR) as program:
        window, wait = unlock(program, folder, qtbot), partial(settle, program, qtbot)
        program.kit.theme.set_percent(percent)
        program.kit.theme.set_mode(mode)
        program.kit.tasks.with_book(back_up, lambda _: None)
        wait()
        for language in Language:
            ask.language = language
            program.kit.voice.speak(language)
            place = tmp_path / str(language)
            place.mkdir()
            for about, come in Asking(program, window, ask, place, wait).ways():
                ask.about = about
                come()
                wait()
