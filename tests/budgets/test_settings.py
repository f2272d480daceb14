"""Settings: language, size of the text and colours, each changed by keyboard and seen at once in the open window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from coordinator_app.gui.settings.screen import SettingsScreen
from coordinator_app.i18n import Language
from tests.budgets.hand import Hand

TO_LANGUAGE, TO_SIZE, TO_COLOURS, ONE_STEP = 1, 1, 1, 1


def test_the_language_changes_at_once(hand: Hand) -> None:
    hand.open(8)
    look = hand.screen("settings", SettingsScreen).pages.look
    assert "Groups" in texts(hand)
    with hand.at_most(keys=TO_LANGUAGE):
        hand.key(Qt.Key.Key_Tab)
    assert look.languages.buttons[Language.EN].hasFocus()
    with hand.at_most(keys=ONE_STEP):
        hand.key(Qt.Key.Key_Left)
    assert look.languages.buttons[Language.SV].hasFocus()
    assert {"Grupper", "Inställningar"} <= texts(hand)
    with hand.at_most(keys=ONE_STEP):
        hand.key(Qt.Key.Key_Left)
    assert {"Ryhmät", "Asetukset"} <= texts(hand)


def test_size_and_colours_change_at_once(hand: Hand) -> None:
    hand.open(8)
    look, theme = hand.screen("settings", SettingsScreen).pages.look, hand.program.kit.theme
    hand.key(Qt.Key.Key_Tab)
    with hand.at_most(keys=TO_SIZE + ONE_STEP):
        hand.key(Qt.Key.Key_Tab)
        small = look.sizes[100].height()
        hand.key(Qt.Key.Key_Right)
    assert look.sizes[125].hasFocus() and theme.percent == 125
    hand.wait_for(lambda: look.sizes[100].height() > small)
    light = ground(hand)
    with hand.at_most(keys=TO_COLOURS + ONE_STEP):
        hand.key(Qt.Key.Key_Tab)
        hand.key(Qt.Key.Key_Right)
    assert theme.dark
    assert ground(hand).lightness() < 128 < light.lightness()
    hand.key(Qt.Key.Key_Left)
    assert ground(hand) == light


def texts(hand: Hand) -> set[str]:
    """What can be read on buttons and in labels."""
    shown: list[QPushButton | QLabel] = [*hand.window.findChildren(QPushButton), *hand.window.findChildren(QLabel)]
    return {each.text() for each in shown if each.isVisible()}


def ground(hand: Hand) -> QColor:
    """The colour of the window, as it is painted in its lower left corner."""
    QApplication.processEvents()
    picture = hand.window.grab().toImage()
    return picture.pixelColor(4, picture.height() - 4)
