"""Keys and backups through the real window: a passphrase changed, a sheet made and tried, a backup made and restored."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt

from coordinator_app import bootstrap
from coordinator_app.core import people
from coordinator_app.core.errors import WrongPassphrase
from coordinator_app.gui.settings.screen import BACKUP, KEYS, SettingsScreen
from tests.gui.conftest import Script
from tests.gui.keys import press
from tests.gui.room import PATIENCE, Room
from tests.gui.settings.conftest import PASSPHRASE

TODAY = dt.date(2026, 10, 6)
NEW = "viisi uutta sanaa tässä"


def names(room: Room) -> list[str]:
    return [row.name for row in room.ask(people.listing, today=TODAY)]


def rest(room: Room, screen: SettingsScreen) -> None:
    """Waits until the work on the whole book is done."""
    room.qtbot.waitUntil(lambda: screen.keys.busy.isHidden() and screen.backup.busy.isHidden(), timeout=PATIENCE)
    room.settle()


def change(screen: SettingsScreen, now: str, new: str, again: str) -> None:
    for line, text in ((screen.keys.now, now), (screen.keys.new, new), (screen.keys.again, again)):
        line.line.setText(text)
    press(screen.keys.again.line, Qt.Key.Key_Return)


def test_a_changed_passphrase_opens_the_book_and_the_old_one_no_longer(at: tuple[Room, SettingsScreen], folder: Path) -> None:
    room, screen = at
    screen.open(KEYS)
    change(screen, PASSPHRASE, NEW, NEW)
    rest(room, screen)
    assert screen.keys.now.text() == screen.keys.new.text() == ""
    tried = room.kit.tasks.with_book
    refused: list[Exception] = []
    opened: list[None] = []
    tried(lambda book: book.opens_with(passphrase=PASSPHRASE), opened.append, refused.append)
    tried(lambda book: book.opens_with(passphrase=NEW), opened.append, refused.append)
    room.qtbot.waitUntil(lambda: len(opened) + len(refused) == 2, timeout=PATIENCE)
    assert len(opened) == 1
    assert isinstance(refused[0], WrongPassphrase)


def test_the_passphrase_is_not_changed_for_who_does_not_know_it_or_mistypes(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    screen.open(KEYS)
    change(screen, PASSPHRASE, NEW, NEW + "x")
    assert screen.keys.fault.text().startswith("The two are not the same")
    change(screen, "", NEW, NEW)
    assert screen.keys.fault.text().startswith("Type the passphrase that opens the book now")
    change(screen, "something else", NEW, NEW)
    rest(room, screen)
    assert screen.keys.fault.text()
    assert screen.keys.changer.isEnabled()
    change(screen, PASSPHRASE, "short", "short")
    rest(room, screen)
    assert "8" in screen.keys.fault.text()
    screen.leave()
    assert screen.keys.now.text() == ""


def test_a_sheet_is_tried_and_a_new_one_replaces_it(
    at: tuple[Room, SettingsScreen], whole_book: tuple[Path, str], ask: Script, tmp_path: Path
) -> None:
    room, screen = at
    screen.open(KEYS)
    screen.keys.sheet.line.setText(whole_book[1].lower())
    screen.keys.trier.click()
    rest(room, screen)
    assert screen.keys.tried.text().startswith("The sheet opens the book")
    ask.answers += ["keep", "make"]
    ask.paths.append(tmp_path / "sheet.pdf")
    screen.keys.saver.click()
    assert ask.asked[0].answers[0].code == "keep"
    screen.keys.saver.click()
    rest(room, screen)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    screen.keys.sheet.line.setText(whole_book[1])
    screen.keys.trier.click()
    rest(room, screen)
    assert screen.keys.sheet_fault.text()
    assert screen.keys.tried.text() == ""


def test_a_backup_is_made_listed_and_restored(at: tuple[Room, SettingsScreen], ask: Script) -> None:
    room, screen = at
    room.write(people.add, name="Matti", today=TODAY)
    screen.open(BACKUP)
    rest(room, screen)
    assert room.window is not None
    room.window._primary.click()  # type: ignore[union-attr]
    rest(room, screen)
    (row,) = screen.backup.table.rows.rows()
    assert (row.people, row.readable) == (1, True)
    room.write(people.add, name="Pekka", today=TODAY)
    screen.backup.table.choose(row.backup.folder)
    ask.answers += ["keep", "restore"]
    screen.backup.restorer.click()
    room.settle()
    assert names(room) == ["Matti", "Pekka"]
    assert [answer.code for answer in ask.asked[0].answers] == ["keep", "restore"]
    screen.backup.restorer.click()
    rest(room, screen)
    assert names(room) == ["Matti"]
    # The book as it was is there too, and everything in the window was asked again.
    assert [each.people for each in screen.backup.table.rows.rows()] == [2, 1]
    assert "Matti" in room.window.undo.undo_action.text()


def test_a_damaged_backup_is_shown_and_cannot_be_restored(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    screen.open(BACKUP)
    screen.backup._back_up()
    rest(room, screen)
    (row,) = screen.backup.table.rows.rows()
    row.backup.database.write_bytes(b"\0" * 4096)
    screen.backup.checker.click()
    rest(room, screen)
    assert screen.backup.result.text() == "The book is sound. 1 backup is damaged."
    screen.reload()
    rest(room, screen)
    screen.backup.table.choose(row.backup.folder)
    assert not screen.backup.restorer.isEnabled()


def test_backups_go_to_a_second_place_until_it_is_forgotten(at: tuple[Room, SettingsScreen], ask: Script, tmp_path: Path) -> None:
    room, screen = at
    stick = tmp_path / "stick"
    stick.mkdir()
    screen.open(BACKUP)
    rest(room, screen)
    ask.paths.append(stick)
    screen.backup.chooser.click()
    rest(room, screen)
    assert len(bootstrap.backups_in(stick)) == 1
    screen.backup.other.click()
    rest(room, screen)
    assert len(screen.backup.table.rows.rows()) == 1
    screen.backup.filler.click()
    rest(room, screen)
    assert len(bootstrap.backups_in(stick)) == 2
    screen.backup.forgetter.click()
    rest(room, screen)
    assert not screen.backup.filler.isVisible()
    assert screen.backup.table.rows.rows() == []


def test_a_book_with_nothing_wrong_is_said_to_be_sound(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    screen.open(BACKUP)
    screen.backup.checker.click()
    rest(room, screen)
    assert screen.backup.result.text() == "The book is sound, and so are its backups."
