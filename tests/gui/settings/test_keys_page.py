"""The keys in the real window: a passphrase changed, a sheet made and tried."""

from pathlib import Path

from PySide6.QtCore import Qt

from coordinator_app.core.errors import WrongPassphrase
from coordinator_app.gui.settings.keys_page import KeysPage
from coordinator_app.gui.settings.screen import SettingsScreen, number_of
from tests.gui.conftest import Script
from tests.gui.keys import press
from tests.gui.room import Room
from tests.gui.settings.conftest import PASSPHRASE, rest

NEW = "viisi uutta sanaa tässä"


def change(screen: SettingsScreen, now: str, new: str, again: str) -> None:
    for line, text in ((screen.pages.keys.now, now), (screen.pages.keys.new, new), (screen.pages.keys.again, again)):
        line.line.setText(text)
    press(screen.pages.keys.again.line, Qt.Key.Key_Return)


def test_a_changed_passphrase_opens_the_book_and_the_old_one_no_longer(at: tuple[Room, SettingsScreen], folder: Path) -> None:
    room, screen = at
    screen.open(number_of(KeysPage))
    change(screen, PASSPHRASE, NEW, NEW)
    rest(room, screen)
    assert screen.pages.keys.now.text() == screen.pages.keys.new.text() == ""
    tried = room.kit.tasks.with_book
    refused: list[Exception] = []
    opened: list[None] = []
    tried(lambda book: book.opens_with(passphrase=PASSPHRASE), opened.append, refused.append)
    tried(lambda book: book.opens_with(passphrase=NEW), opened.append, refused.append)
    room.qtbot.waitUntil(lambda: len(opened) + len(refused) == 2)
    assert len(opened) == 1
    assert isinstance(refused[0], WrongPassphrase)


def test_the_passphrase_is_not_changed_for_who_does_not_know_it_or_mistypes(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    screen.open(number_of(KeysPage))
    change(screen, PASSPHRASE, NEW, NEW + "x")
    assert screen.pages.keys.fault.text().startswith("The two are not the same")
    change(screen, "", NEW, NEW)
    assert screen.pages.keys.fault.text().startswith("Type the passphrase that opens the book now")
    change(screen, "something else", NEW, NEW)
    rest(room, screen)
    assert screen.pages.keys.fault.text()
    assert screen.pages.keys.changer.isEnabled()
    change(screen, PASSPHRASE, "short", "short")
    rest(room, screen)
    assert "8" in screen.pages.keys.fault.text()
    screen.leave()
    assert screen.pages.keys.now.text() == ""


def test_a_sheet_is_tried_and_a_new_one_replaces_it(
    at: tuple[Room, SettingsScreen], whole_book: tuple[Path, str], ask: Script, tmp_path: Path
) -> None:
    room, screen = at
    screen.open(number_of(KeysPage))
    screen.pages.keys.sheet.line.setText(whole_book[1].lower())
    screen.pages.keys.trier.click()
    rest(room, screen)
    assert screen.pages.keys.tried.text().startswith("The sheet opens the book")
    ask.answers += ["keep", "make"]
    ask.paths.append(tmp_path / "sheet.pdf")
    screen.pages.keys.saver.click()
    assert ask.asked[0].answers[0].code == "keep"
    screen.pages.keys.saver.click()
    rest(room, screen)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    screen.pages.keys.sheet.line.setText(whole_book[1])
    screen.pages.keys.trier.click()
    rest(room, screen)
    assert screen.pages.keys.sheet_fault.text()
    assert screen.pages.keys.tried.text() == ""
