"""The hand-over box, packed in the real window."""

from pathlib import Path

from PySide6.QtWidgets import QLabel

from coordinator_app.core import history
from coordinator_app.gui.settings.hand_over_page import HandOverPage
from coordinator_app.gui.settings.screen import SettingsScreen, number_of
from tests.gui.conftest import Script
from tests.gui.keys import type_text
from tests.gui.room import Room

BOX_PASSPHRASE = "sininen vene odottaa rannassa"


def test_nothing_is_said_twice(at: tuple[Room, SettingsScreen]) -> None:
    _, screen = at
    screen.open(number_of(HandOverPage))
    said = [each.text() for each in screen.pages.hand_over.findChildren(QLabel) if each.isVisible() and each.text()]
    assert len(said) == len(set(said))


def test_a_box_and_its_letter_are_packed(at: tuple[Room, SettingsScreen], ask: Script, tmp_path: Path) -> None:
    room, screen = at
    screen.open(number_of(HandOverPage))
    page = screen.pages.hand_over
    page.packer.click()
    assert page.fault.text() == "Type a passphrase for the box."
    type_text(page.secret.line, BOX_PASSPHRASE)
    page.packer.click()
    assert page.fault.text().startswith("The two are not the same")
    type_text(page.again.line, BOX_PASSPHRASE)
    (tmp_path / "stick").mkdir()
    ask.paths += [None, tmp_path / "missing", tmp_path / "stick"]
    page.packer.click()
    assert page.busy.isHidden()
    page.packer.click()
    room.qtbot.waitUntil(lambda: page.busy.isHidden() and page.fault.isVisible())
    page.packer.click()
    room.qtbot.waitUntil(page.done.isVisible)
    room.settle()
    assert sorted(path.suffix for path in (tmp_path / "stick").iterdir()) == [".age", ".pdf"]
    assert page.secret.text() == page.again.text() == ""
    assert room.ask(history.lines)[0].command == "hand_over.pack"
