"""A disk that is really full: the user is told, nothing acknowledged is lost, no backup is lost, no file is left empty."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator_app import bootstrap
from coordinator_app.bootstrap import papers
from coordinator_app.core import people
from coordinator_app.core.errors import CannotWrite
from coordinator_app.core.model import Person
from coordinator_app.i18n import Language
from coordinator_app.storage import checking

PASSPHRASE = "neljä sanaa riittää"
DAY = dt.date(2026, 10, 20)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Six megabytes that are a file system of their own."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)], check=False, capture_output=True, text=True)
    if mounted.returncode:
        # A container may forbid mounting even to root; anywhere else this must not pass unseen.
        pytest.skip(f"mounting is forbidden here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(place: Path, *, leave: int = 0) -> None:
    """Takes what room there is, but for so many bytes."""
    free = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize
    (place / "others").write_bytes(bytes(max(0, free - leave)))


def add(book: bootstrap.OpenBook, number: int) -> None:
    book.database.write(people.add, name=f"Mies {number}", today=DAY, note="x" * 2000)


def count(session: Session) -> int:
    return session.scalar(select(func.count(Person.id))) or 0


def new(folder: Path) -> bootstrap.OpenBook:
    return bootstrap.new_book(folder, locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE)[0]


def test_recording_stops_in_words_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    book = new(small_disk / "turku")
    fill(small_disk, leave=200_000)
    acknowledged = 0
    with pytest.raises(CannotWrite):
        while acknowledged < 2000:
            add(book, acknowledged)
            acknowledged += 1
    assert acknowledged
    assert book.database.read(count) == acknowledged
    (small_disk / "others").unlink()
    add(book, acknowledged)
    assert book.database.read(count) == acknowledged + 1
    assert not checking.faults(book.database.raw)
    book.close(back_up=False)
    again = bootstrap.open_book(small_disk / "turku", passphrase=PASSPHRASE)
    assert again.database.read(count) == acknowledged + 1
    again.close(back_up=False)


def test_a_book_left_on_a_full_disk_still_opens(small_disk: Path) -> None:
    book = new(small_disk / "turku")
    for number in range(20):
        add(book, number)
    fill(small_disk)
    with pytest.raises(CannotWrite):
        book.close()
    again = bootstrap.open_book(small_disk / "turku", passphrase=PASSPHRASE)
    assert again.database.read(count) == 20
    (small_disk / "others").unlink()
    again.close()


@pytest.mark.parametrize("leave", range(0, 500_000, 60_000))
def test_a_backup_that_does_not_fit_is_not_there(small_disk: Path, tmp_path: Path, leave: int) -> None:
    book = new(tmp_path / "turku")
    kept = book.back_up(small_disk / "backups")
    for number in range(20):
        add(book, number)
    fill(small_disk, leave=leave)
    try:
        made = [kept, book.back_up(small_disk / "backups")]
    except CannotWrite:
        made = [kept]
    assert [each.backup for each in reversed(book.backups(small_disk / "backups"))] == made
    assert all(each.readable for each in book.backups(small_disk / "backups"))
    assert all(path.stat().st_size for path in (small_disk / "backups").rglob("*") if path.is_file())
    book.close(back_up=False)


def test_a_new_passphrase_that_cannot_be_written_leaves_the_old_one(small_disk: Path) -> None:
    book = new(small_disk / "turku")
    fill(small_disk)
    with pytest.raises(CannotWrite):
        book.change_passphrase("aivan uusi salalause")
    book.database.raw.close()
    book._lock.release()
    bootstrap.open_book(small_disk / "turku", passphrase=PASSPHRASE).close(back_up=False)


def test_a_recovery_sheet_whose_code_opens_nothing_is_not_left_behind(small_disk: Path, tmp_path: Path) -> None:
    book = new(small_disk / "turku")
    fill(small_disk)
    with pytest.raises(CannotWrite):
        papers.put_recovery_sheet(book, tmp_path / "sheet.pdf", Language.FI)
    assert not (tmp_path / "sheet.pdf").exists()
    (small_disk / "others").unlink()
    book.close()


@pytest.mark.parametrize("leave", [0, 4_096, 20_000, 100_000, 400_000])
def test_a_book_that_does_not_fit_is_not_begun(small_disk: Path, leave: int) -> None:
    fill(small_disk, leave=leave)
    with pytest.raises(CannotWrite):
        new(small_disk / "turku")
    assert [path.name for path in small_disk.iterdir()] == ["others"]


def test_a_restore_that_does_not_fit_changes_nothing(small_disk: Path, tmp_path: Path) -> None:
    book = new(small_disk / "turku")
    old = book.back_up(tmp_path / "backups")
    for number in range(20):
        add(book, number)
    fill(small_disk, leave=150_000)
    with pytest.raises(CannotWrite):
        book.restore(old)
    assert book.database.read(count) == 20
    (small_disk / "others").unlink()
    book.close()
