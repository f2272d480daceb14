"""A backup comes back whole; a book that opens is backed up first, a damaged one set aside; nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coordinator_app import bootstrap
from coordinator_app.core import history, settings
from coordinator_app.core.errors import (
    BookDamaged,
    CannotOpen,
    WrongPassphrase,
)
from tests.book import StoppedClock
from tests.storage.town import PASSPHRASE, add, flip, names, opened


def test_restoring_brings_back_and_loses_nothing(turku: Path, clock: StoppedClock) -> None:
    book = opened(turku, clock)
    old = book.back_up()
    book.database.write(add, name="Kahvila")
    generation, kept = book.database.generation, {each.folder for each in bootstrap.backups_in(turku / "backups")}
    book.restore(old)
    assert names(book) == ["Kirjasto"]
    assert book.database.generation > generation
    assert book.database.read(history.lines)[0].command == "restore"
    now = bootstrap.backups_in(turku / "backups")
    assert kept < {each.folder for each in now}
    book.restore(next(each for each in now if each.before_restore))
    assert names(book) == ["Kahvila", "Kirjasto"]
    assert book.settings() == opened_settings(book)
    book.close()


def opened_settings(book: bootstrap.OpenBook) -> settings.BookSettings:
    return book.database.read(settings.read)


def test_a_damaged_backup_is_not_restored(turku: Path, clock: StoppedClock) -> None:
    book = opened(turku, clock)
    bad = book.back_up()
    flip(bad.database, 20000)
    with pytest.raises(BookDamaged):
        book.restore(bad)
    assert names(book) == ["Kirjasto"]
    assert {each.backup: each.readable for each in book.check().backups}[bad] is False
    assert not book.check().faults
    book.close(back_up=False)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: flip(folder / "book.db", 100),
        lambda folder: (folder / "book.db").unlink(),
        lambda folder: [path.unlink() for path in folder.iterdir() if path.is_file()],
    ],
    ids=["damaged", "gone", "all but the backups gone"],
)
def test_a_damaged_or_lost_book_comes_back_from_its_backup(turku: Path, clock: StoppedClock, spoil: Callable[[Path], object]) -> None:
    spoil(turku)
    with pytest.raises(CannotOpen):
        opened(turku)
    newest = bootstrap.backups_in(turku / "backups")[0]
    book = bootstrap.restore_book(turku, newest, passphrase=PASSPHRASE, clock=clock)
    assert names(book) == ["Kirjasto"]
    book.close()
    opened(turku).close()


def test_a_damaged_book_is_set_aside_whole(turku: Path, clock: StoppedClock) -> None:
    flip(turku / "book.db", 100)
    damaged = (turku / "book.db").read_bytes()
    bootstrap.restore_book(turku, bootstrap.backups_in(turku / "backups")[0], passphrase=PASSPHRASE, clock=clock).close()
    assert next(turku.glob("set-aside_*/book.db")).read_bytes() == damaged


def test_a_book_damaged_in_the_middle_opens_and_can_still_be_replaced(turku: Path, clock: StoppedClock) -> None:
    book = opened(turku, clock)
    page = book.database.raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'place'").fetchone()[0]
    book.close()
    flip(turku / "book.db", 4096 * (page - 1) + 100)
    damaged = (turku / "book.db").read_bytes()
    book = opened(turku, clock)
    with pytest.raises(BookDamaged):
        book.back_up()
    book.restore(bootstrap.backups_in(turku / "backups")[0])
    assert names(book) == ["Kirjasto"]
    book.close()
    assert next(turku.glob("set-aside_*/book.db")).read_bytes() == damaged


def test_a_book_moves_to_a_new_computer_by_its_backup(turku: Path, clock: StoppedClock, tmp_path: Path) -> None:
    newest = bootstrap.backups_in(turku / "backups")[0]
    with pytest.raises(WrongPassphrase):
        bootstrap.restore_book(tmp_path / "laptop", newest, passphrase="väärä salalause", clock=clock)
    book = bootstrap.restore_book(tmp_path / "laptop", newest, passphrase=PASSPHRASE, clock=clock)
    assert names(book) == ["Kirjasto"]
    book.close()
