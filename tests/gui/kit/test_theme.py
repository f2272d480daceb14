"""The look: readable in light and dark, at every size, and changed while the window is open."""

import gc
from itertools import product

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QStyle, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.completer import Completer
from coordinator_app.gui.kit.icons import Icon, program_icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.theme import Colours, Mode

READ = [
    ("text", "ground"),
    ("text", "surface"),
    ("text", "raised"),
    ("text", "tint"),
    ("text", "hover"),
    ("quiet", "ground"),
    ("quiet", "surface"),
]
READ += [
    ("quiet", "raised"),
    ("quiet", "tint"),
    ("primary", "surface"),
    ("primary", "ground"),
    ("primary", "tint"),
    ("on_primary", "primary"),
]
READ += [("on_primary", "primary_strong"), ("amber", "surface"), ("amber", "ground"), ("amber", "amber_tint"), ("danger", "surface")]
READ += [
    ("danger", "ground"),
    ("danger", "danger_tint"),
    ("good", "surface"),
    ("good", "ground"),
    ("good", "good_tint"),
    ("text", "danger_tint"),
]
SEEN = [("edge", "surface"), ("edge", "ground"), ("focus", "ground"), ("focus", "surface"), ("primary", "tint")]


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, contrast ratio of relative luminances."""

    def luminance(colour: QColor) -> float:
        parts = [colour.redF(), colour.greenF(), colour.blueF()]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("mode", "pair"), list(product((Mode.LIGHT, Mode.DARK), READ)), ids=str)
def test_text_stands_off_what_is_behind_it(mode: Mode, pair: tuple[str, str]) -> None:
    colours = Colours.of(mode)
    assert contrast(colours.colour(pair[0]), colours.colour(pair[1])) >= 4.5


@pytest.mark.parametrize(("mode", "pair"), list(product((Mode.LIGHT, Mode.DARK), SEEN)), ids=str)
def test_controls_and_the_focus_stand_off_too(mode: Mode, pair: tuple[str, str]) -> None:
    colours = Colours.of(mode)
    assert contrast(colours.colour(pair[0]), colours.colour(pair[1])) >= 3


def test_theme_and_size_change_in_the_open_window(kit: Kit, qtbot: QtBot) -> None:
    window = QWidget()
    window.setProperty("role", "ground")
    button, line = QPushButton("Next"), QLineEdit()
    button.setProperty("role", "primary")
    row = QHBoxLayout(window)
    row.addWidget(button)
    row.addWidget(line)
    qtbot.addWidget(window)
    kit.theme.dress(window)
    window.show()
    small = button.sizeHint()
    assert min(small.height(), line.sizeHint().height()) >= 32
    kit.theme.set_percent(200)
    large = button.sizeHint()
    assert large.height() > 1.8 * small.height()
    light = button.palette().button().color().name()
    kit.theme.set_mode(Mode.DARK)
    assert button.palette().button().color().name() != light
    kit.theme.set_percent(900)
    assert kit.theme.percent == 200


def test_the_names_that_a_line_offers_look_as_its_window_does(kit: Kit, qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    Completer(line, kit.theme).offer(["Matti"])
    gc.collect()
    offered = line.completer().popup()
    assert offered is not None
    before = offered.sizeHintForRow(0)
    kit.theme.set_percent(200)
    assert before >= 32
    assert offered.sizeHintForRow(0) > 1.5 * before


def test_the_icons_of_a_menu_grow_with_its_words(kit: Kit, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    kit.theme.dress(window)
    menu = QMenu(window)
    sizes = []
    for percent in (100, 200):
        kit.theme.set_percent(percent)
        menu.ensurePolished()
        sizes.append(menu.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize, None, menu))
    assert sizes[1] == 2 * sizes[0]


def test_an_icon_takes_the_colour_of_the_theme_each_time_it_is_painted(kit: Kit) -> None:
    icon = kit.icons.icon(Icon.HELD, "good")
    for mode in (Mode.LIGHT, Mode.DARK):
        kit.theme.set_mode(mode)
        assert Colours.of(mode).good.lower() in _colours(icon.pixmap(QSize(64, 64)).toImage())


def test_every_glyph_is_in_the_font(kit: Kit) -> None:
    for icon in Icon:
        assert _colours(kit.icons.icon(icon).pixmap(QSize(32, 32)).toImage()), icon.name


def test_the_icon_of_what_is_chosen_has_the_colour_of_its_word(kit: Kit) -> None:
    colours, size = Colours.of(Mode.LIGHT), QSize(64, 64)
    for state, colour in ((QIcon.State.Off, colours.text), (QIcon.State.On, colours.primary)):
        assert colour.lower() in _colours(kit.icons.icon(Icon.GROUPS).pixmap(size, QIcon.Mode.Normal, state).toImage())


def test_the_programs_icon_is_drawn_at_16_pixels(kit: Kit) -> None:
    assert len(_colours(program_icon().pixmap(QSize(16, 16)).toImage())) > 2


def _colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).alpha() == 255
    }
