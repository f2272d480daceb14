"""`make screens`: every screen of the practice town as a picture, to be looked at."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.theme import Mode
from coordinator_app.i18n import Language
from tests.screens.tour import touring

PICTURES = Path(__file__).parents[2] / "screens"


@pytest.mark.pictures
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("main", [False, True], ids=["first", "main"])
def test_every_screen_is_drawn(qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path, percent: int, mode: Mode, main: bool) -> None:
    PICTURES.mkdir(exist_ok=True)
    with touring(qapp, qtbot, town, tmp_path, main=main) as tour:
        kit = tour.program.kit
        kit.theme.set_percent(percent)
        kit.theme.set_mode(mode)
        for stop in tour.stops() if main else tour.first_steps():
            stop.come()
            for language in Language:
                kit.voice.speak(language)
                tour.settle()
                assert tour.window.grab().save(str(PICTURES / f"{stop.name}-{language}-{mode}-{percent}.png"))
