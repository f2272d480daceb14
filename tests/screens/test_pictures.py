"""`make screens`: every screen of the practice town as a picture, to be looked at."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.theme import Mode
from coordinator_app.i18n import Language
from tests.screens.tour import Stop, Tour, touring

PICTURES = Path(__file__).parents[2] / "screens"
MODES = (Mode.LIGHT, Mode.DARK)


@pytest.mark.pictures
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("main", [False, True], ids=["first", "main"])
def test_every_screen_is_drawn(qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path, percent: int, main: bool) -> None:
    with touring(qapp, qtbot, town, tmp_path, main=main) as tour:
        tour.program.kit.theme.set_percent(percent)
        for stop in tour.stops() if main else tour.first_steps():
            stop.come()
            tour.settle()
            for language in Language:
                for mode in MODES:
                    draw(tour, stop, language, mode, percent)


def draw(tour: Tour, stop: Stop, language: Language, mode: Mode, percent: int) -> None:
    kit = tour.program.kit
    kit.voice.speak(language)
    kit.theme.set_mode(mode)
    tour.settle()
    PICTURES.mkdir(exist_ok=True)
    file = PICTURES / f"{stop.name}-{language}-{mode}-{percent}.png"
    assert tour.window.grab().save(str(file))
