"""The window of the first start on a small screen in large text: what is to be chosen or typed is seen without scrolling."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.gui.first_start.window import FirstStartWindow
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import Language
from tests.gui.keys import press


@pytest.fixture
def window(kit: Kit, qtbot: QtBot, tmp_path: Path) -> FirstStartWindow:
    window = FirstStartWindow(kit, tmp_path)
    qtbot.addWidget(window)
    kit.theme.set_percent(200)
    window.resize(1366, 768)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def until_seen(qtbot: QtBot, part: QWidget) -> None:
    qtbot.waitUntil(lambda: part.isVisible() and part.visibleRegion().boundingRect().size() == part.size())


@pytest.mark.parametrize("language", list(Language))
def test_every_language_can_be_seen(window: FirstStartWindow, kit: Kit, qtbot: QtBot, language: Language) -> None:
    kit.voice.speak(language)
    for button in (*window.language.languages.buttons.values(), window.existing, window.take_over):
        until_seen(qtbot, button)


@pytest.mark.parametrize("language", list(Language))
def test_the_field_that_is_to_be_typed_in_is_seen(window: FirstStartWindow, kit: Kit, qtbot: QtBot, language: Language) -> None:
    kit.voice.speak(language)
    window.made("AB2C D3EF 4GHJ K5LM N6PQ R7ST U8VW X9YZ")
    assert window.sheet.typed[0].hasFocus()
    until_seen(qtbot, window.sheet.typed[0])


def test_enter_goes_on_except_on_a_button_that_leads_another_way(window: FirstStartWindow, qtbot: QtBot) -> None:
    press(window.language.languages.buttons[Language.FI], Qt.Key.Key_Return)
    qtbot.waitUntil(window.locality.isVisible)
    window.back.setFocus()
    press(window.back, Qt.Key.Key_Return)
    qtbot.waitUntil(window.language.isVisible)
    wanted: list[bool] = []
    window.back_wanted.connect(lambda: wanted.append(True))
    window.existing.setFocus()
    press(window.existing, Qt.Key.Key_Return)
    assert wanted == [True] and window.language.isVisible()


def test_enter_on_help_opens_the_help(window: FirstStartWindow) -> None:
    asked: list[bool] = []
    window.help_wanted.connect(lambda: asked.append(True))
    window.help.setFocus()
    press(window.help, Qt.Key.Key_Return)
    assert asked == [True] and window.language.isVisible()


def test_enter_saves_the_sheet_where_that_button_is_meant(window: FirstStartWindow) -> None:
    window.made("AB2C D3EF 4GHJ K5LM N6PQ R7ST U8VW X9YZ")
    asked: list[bool] = []
    window.sheet.save_wanted.connect(lambda: asked.append(True))
    window.sheet.save.setFocus()
    press(window.sheet.save, Qt.Key.Key_Return)
    assert asked == [True] and not window.sheet.fault.text()
