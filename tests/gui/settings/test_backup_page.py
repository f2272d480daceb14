"""Backups in the real window: made, restored, kept in a second place; a damaged one is told."""

from pathlib import Path

import pytest

from coordinator_app import bootstrap
from coordinator_app.core import people
from coordinator_app.gui.settings.backup_page import BackupPage
from coordinator_app.gui.settings.screen import SettingsScreen, number_of
from coordinator_app.i18n import Language
from tests.gui.conftest import Script
from tests.gui.room import Room
from tests.gui.settings.conftest import TODAY, names, read_whole, rest

NEW = "viisi uutta sanaa tässä"


def test_a_backup_is_made_listed_and_restored(at: tuple[Room, SettingsScreen], ask: Script) -> None:
    room, screen = at
    room.write(people.add, name="Matti", today=TODAY)
    screen.open(number_of(BackupPage))
    rest(room, screen)
    assert room.window is not None
    assert room.window.title.primary is not None
    room.window.title.primary.click()
    rest(room, screen)
    (row,) = screen.pages.backup.table.rows.rows()
    assert (row.people, row.readable) == (1, True)
    room.write(people.add, name="Pekka", today=TODAY)
    screen.pages.backup.table.choose(row.backup.folder)
    ask.answers += ["keep", "restore"]
    screen.pages.backup.restorer.click()
    room.settle()
    assert names(room) == ["Matti", "Pekka"]
    assert [answer.code for answer in ask.asked[0].answers] == ["keep", "restore"]
    screen.pages.backup.restorer.click()
    rest(room, screen)
    assert names(room) == ["Matti"]
    # The book as it was is there too, and everything in the window was asked again.
    assert [each.people for each in screen.pages.backup.table.rows.rows()] == [2, 1]
    assert "Matti" in room.window.undo.undo_action.text()


def test_a_second_press_makes_no_second_backup(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    screen.open(number_of(BackupPage))
    rest(room, screen)
    assert room.window is not None
    assert room.window.title.primary is not None
    room.window.title.primary.click()
    room.window.title.primary.click()
    rest(room, screen)
    assert len(screen.pages.backup.table.rows.rows()) == 1


@pytest.mark.parametrize("language", Language)
def test_in_large_text_the_time_and_the_state_are_read_whole(at: tuple[Room, SettingsScreen], language: Language) -> None:
    room, screen = at
    room.kit.voice.speak(language)
    room.kit.theme.set_percent(200)
    screen.open(number_of(BackupPage))
    assert screen.pages.backup.primary is not None
    screen.pages.backup.primary.run()
    rest(room, screen)
    assert room.window is not None
    room.window.resize(1366, 768)
    room.qtbot.waitUntil(lambda: read_whole(screen.pages.backup.table))
    assert not screen.pages.backup.table.isColumnHidden(4)


def test_a_damaged_backup_is_shown_and_cannot_be_restored(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    screen.open(number_of(BackupPage))
    assert screen.pages.backup.primary is not None
    screen.pages.backup.primary.run()
    rest(room, screen)
    (row,) = screen.pages.backup.table.rows.rows()
    row.backup.database.write_bytes(b"\0" * 4096)
    screen.pages.backup.checker.click()
    rest(room, screen)
    assert screen.pages.backup.result.text() == "The book is sound. 1 backup is damaged."
    screen.reload()
    rest(room, screen)
    screen.pages.backup.table.choose(row.backup.folder)
    assert not screen.pages.backup.restorer.isEnabled()


def test_backups_go_to_a_second_place_until_it_is_forgotten(at: tuple[Room, SettingsScreen], ask: Script, tmp_path: Path) -> None:
    room, screen = at
    stick = tmp_path / "stick"
    stick.mkdir()
    screen.open(number_of(BackupPage))
    rest(room, screen)
    ask.paths.append(stick)
    screen.pages.backup.chooser.click()
    rest(room, screen)
    assert len(bootstrap.backups_in(stick)) == 1
    screen.pages.backup.other.click()
    rest(room, screen)
    assert len(screen.pages.backup.table.rows.rows()) == 1
    screen.pages.backup.filler.click()
    rest(room, screen)
    assert len(bootstrap.backups_in(stick)) == 2
    screen.pages.backup.forgetter.click()
    rest(room, screen)
    assert not screen.pages.backup.filler.isVisible()
    assert screen.pages.backup.table.rows.rows() == []


def test_a_book_with_nothing_wrong_is_said_to_be_sound(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    screen.open(number_of(BackupPage))
    screen.pages.backup.checker.click()
    rest(room, screen)
    assert screen.pages.backup.result.text() == "The book is sound, and so are its backups."
