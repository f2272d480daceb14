"""Backups are whole, verified, made when something changed, and thinned out by the order they were made in."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from coordinator_app import bootstrap
from coordinator_app.core.errors import (
    CannotWrite,
)
from coordinator_app.storage import backup, checking
from coordinator_app.storage.backup import Backup
from tests.book import StoppedClock
from tests.storage.town import add, names, opened


def test_closing_backs_up_what_changed_and_only_then(turku: Path, clock: StoppedClock) -> None:
    before = len(bootstrap.backups_in(turku / "backups"))
    opened(turku, clock).close()
    assert len(bootstrap.backups_in(turku / "backups")) == before
    book = opened(turku, clock)
    book.database.write(add, name="Kahvila")
    book.close()
    assert len(bootstrap.backups_in(turku / "backups")) == before + 1


def test_a_backup_is_a_whole_book(turku: Path, clock: StoppedClock, tmp_path: Path) -> None:
    book = opened(turku, clock)
    made = book.back_up(tmp_path / "stick")
    assert sorted(path.name for path in made.folder.iterdir()) == ["book.db", "keys.a", "keys.b"]
    inside = book.backups(tmp_path / "stick")
    assert [(each.backup, each.readable, each.groups, each.people, each.meetings) for each in inside] == [(made, True, 0, 0, 0)]
    book.close()
    shutil.copytree(made.folder, tmp_path / "other")
    other = opened(tmp_path / "other")
    assert names(other) == ["Kirjasto"]
    other.close()


def test_the_second_place_is_remembered_and_served(turku: Path, clock: StoppedClock, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    book = opened(turku, clock)
    book.remember_second_place(usb)
    book.database.write(add, name="Kahvila")
    book.close()
    assert len(bootstrap.backups_in(usb)) == 1
    # Nothing has changed since; then something has, and was backed up here by hand while the stick was away.
    opened(turku, clock).close()
    assert len(bootstrap.backups_in(usb)) == 1
    usb.rename(tmp_path / "away")
    book = opened(turku, clock)
    assert book.second_place() == usb
    book.database.write(add, name="Uimahalli")
    book.back_up()
    book.close()
    assert not usb.exists()
    (tmp_path / "away").rename(usb)
    opened(turku, clock).close()
    assert len(bootstrap.backups_in(usb)) == 2


def test_a_copy_that_differs_is_no_backup(turku: Path, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    book = opened(turku, clock)
    real = checking.row_hash
    monkeypatch.setattr(checking, "row_hash", lambda raw: real(raw) + ("" if raw is book.database.raw else "x"))
    kept = bootstrap.backups_in(turku / "backups")
    with pytest.raises(CannotWrite):
        book.back_up()
    assert bootstrap.backups_in(turku / "backups") == kept
    book.close(back_up=False)


def _at(day: dt.date, number: int) -> Backup:
    return Backup(Path(f"{number:06}"), dt.datetime.combine(day, dt.time(18)), number)


def test_seven_days_four_weeks_twelve_months_are_kept() -> None:
    kept: list[Backup] = []
    for number in range(1, 800):
        kept.append(_at(dt.date(2024, 1, 1) + dt.timedelta(days=number), number))
        gone = backup.to_prune(kept)
        kept = [each for each in kept if each not in gone]
    assert len(kept) == len({*(each.at.date() for each in kept)})
    days = [each.at.date() for each in kept]
    newest = days[-1]
    assert days[-7:] == [newest - dt.timedelta(days=back) for back in range(6, -1, -1)]
    assert len({day.isocalendar()[:2] for day in days}) >= 4
    assert len({(day.year, day.month) for day in days}) == 12


@pytest.mark.parametrize("jump", [dt.timedelta(days=3650), dt.timedelta(days=-3650), dt.timedelta(days=-1)])
def test_a_jump_of_the_clock_prunes_nothing(jump: dt.timedelta) -> None:
    steady = [_at(dt.date(2026, 1, 1) + dt.timedelta(days=number), number) for number in range(1, 60)]
    assert backup.to_prune(steady)
    assert not backup.to_prune([*steady, _at(steady[-1].at.date() + jump, 60)])


def test_what_an_interrupted_backup_left_is_cleared(turku: Path, clock: StoppedClock) -> None:
    (turku / "backups" / ".part-1").mkdir()
    (turku / "backups" / ".part-1" / "book.db").write_bytes(b"half")
    book = opened(turku, clock)
    book.back_up()
    assert not list((turku / "backups").glob(".part*"))
    book.close()
