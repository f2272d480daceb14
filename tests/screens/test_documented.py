"""`make pictures`: the pictures that `docs/screens.md` shows, drawn anew."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.theme import Mode
from coordinator_app.i18n import Language
from tests.screens.tour import touring

DOCS = Path(__file__).parents[2] / "docs"
SHOWN = ("home", "groups", "attendance-one", "people", "activities", "calendar", "quarter", "printing", "printing-whereabouts", "search")


@pytest.mark.pictures
def test_the_documented_screens_are_drawn(qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path) -> None:
    drawn = []
    with touring(qapp, qtbot, town, tmp_path) as tour:
        tour.program.kit.theme.set_mode(Mode.LIGHT)
        tour.program.kit.voice.speak(Language.FI)
        for stop in tour.stops():
            stop.come()
            tour.settle()
            if stop.name in SHOWN:
                assert _small(tour.window.grab().toImage()).save(str(DOCS / "screens" / f"{stop.name}.png"), quality=0)
                drawn.append(stop.name)
    assert sorted(drawn) == sorted(SHOWN)


def _small(picture: QImage) -> QImage:
    """With the commonest 256 of its colours: the others are shades at the edges of letters."""
    pixels = Counter(memoryview(picture.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I"))
    common = [colour for colour, _ in pixels.most_common(256)]
    return picture.convertToFormat(QImage.Format.Format_Indexed8, common, Qt.ImageConversionFlag.AvoidDither)


def test_the_page_shows_each_of_them_and_they_are_small() -> None:
    page = (DOCS / "screens.md").read_text(encoding="utf-8")
    pictures = {each.stem: each.stat().st_size for each in (DOCS / "screens").glob("*.png")}
    assert sorted(pictures) == sorted(SHOWN)
    assert [name for name in SHOWN if f"(screens/{name}.png)" not in page] == []
    assert sum(pictures.values()) <= 1_000_000
