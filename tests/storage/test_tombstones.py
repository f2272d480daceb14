"""An older copy that comes back forgets again whom the book has forgotten."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from coordinator_app import bootstrap
from coordinator_app.bootstrap import forgetting
from coordinator_app.core import people
from coordinator_app.core.errors import CannotWrite
from coordinator_app.storage import tombstones
from coordinator_app.storage.database import Database
from tests.book import StoppedClock
from tests.storage import town


def named(book: bootstrap.OpenBook) -> list[str]:
    return [row.name for row in book.database.read(people.listing, today=book.clock.today())]


@pytest.fixture
def two(turku: Path, clock: StoppedClock) -> bootstrap.OpenBook:
    """An open book with two men in it, backed up."""
    book = town.opened(turku, clock)
    for name in ("Matti Virtanen", "Esko Lahti"):
        book.database.write(people.add, name=name, today=clock.today())
    book.back_up()
    return book


def forget_matti(book: bootstrap.OpenBook) -> None:
    (matti,) = (row.id for row in book.database.read(people.listing, today=book.clock.today()) if row.name == "Matti Virtanen")
    forgetting.forget(book, [matti])
    assert named(book) == ["Esko Lahti"]


def test_restoring_from_before_forgets_again(two: bootstrap.OpenBook, clock: StoppedClock) -> None:
    chosen = two.backups()[0].backup
    forget_matti(two)
    clock.pass_by(days=1)
    two.restore(chosen)
    assert named(two) == ["Esko Lahti"]
    two.close()
    again = town.opened(two.folder, clock)
    assert named(again) == ["Esko Lahti"]
    again.close()


def test_without_the_mark_outside_he_would_be_back(two: bootstrap.OpenBook, clock: StoppedClock) -> None:
    chosen = two.backups()[0].backup
    forget_matti(two)
    for place in (two.folder, two.folder / "backups"):
        (place / tombstones.NAME).unlink(missing_ok=True)
    two.restore(chosen)
    assert named(two) == ["Esko Lahti", "Matti Virtanen"]
    two.close()


def test_a_stick_restored_on_a_new_computer_forgets_again(two: bootstrap.OpenBook, clock: StoppedClock, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    old = two.back_up(stick)
    forget_matti(two)
    two.back_up(stick)
    two.close()
    with closing(bootstrap.restore_book(tmp_path / "new", old, passphrase=town.PASSPHRASE, clock=clock)) as book:
        assert named(book) == ["Esko Lahti"]


def test_an_old_database_laid_in_the_folder_forgets_again(two: bootstrap.OpenBook, clock: StoppedClock) -> None:
    old = two.backups()[0].backup.database
    forget_matti(two)
    two.close()
    shutil.copyfile(old, two.folder / "book.db")
    with closing(town.opened(two.folder, clock)) as book:
        assert named(book) == ["Esko Lahti"]


def test_the_marks_tell_no_name_and_come_back_when_deleted(two: bootstrap.OpenBook, clock: StoppedClock) -> None:
    forget_matti(two)
    two.close()
    beside = two.folder / tombstones.NAME
    (mark,) = beside.read_text().split()
    assert len(mark) == 64 and set(mark) <= set("0123456789abcdef")
    beside.unlink()
    town.opened(two.folder, clock).close()
    assert beside.read_text().split() == [mark]


def test_what_could_not_be_finished_is_finished_at_the_next_opening(
    two: bootstrap.OpenBook, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Database) -> None:
        raise CannotWrite("full")

    with monkeypatch.context() as patch:
        patch.setattr(Database, "vacuum", full)
        with pytest.raises(CannotWrite):
            forget_matti(two)
    two.close(back_up=False)
    written = []
    with monkeypatch.context() as patch:
        patch.setattr(Database, "vacuum", lambda _: written.append(1))
        for _ in range(2):
            with closing(town.opened(two.folder, clock)) as book:
                assert named(book) == ["Esko Lahti"]
    assert len(written) == 1
