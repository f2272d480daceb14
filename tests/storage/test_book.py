"""A book as its owner meets it: made, opened, locked out of, forgotten, damaged, backed up, restored."""

import datetime as dt
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from coordinator_app import bootstrap
from coordinator_app.core import history, settings, signing
from coordinator_app.core.errors import (
    BookDamaged,
    BookInUse,
    BookMissing,
    BookTooNew,
    CannotOpen,
    CannotWrite,
    ForeignFile,
    Refused,
    SlotsDamaged,
    UnsuitableFolder,
    WrongPassphrase,
)
from coordinator_app.core.model import Place
from coordinator_app.i18n import Language, Words
from coordinator_app.storage import backup, checking
from coordinator_app.storage.backup import Backup
from tests.book import StoppedClock

PASSPHRASE = "neljä sanaa riittää"


def new(folder: Path, clock: StoppedClock) -> tuple[bootstrap.OpenBook, str]:
    return bootstrap.new_book(
        folder, locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE, clock=clock
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed book with one place in it and one backup, and its recovery code."""
    folder = tmp_path_factory.mktemp("made") / "turku"
    opened, code = new(folder, StoppedClock())
    opened.database.write(add, name="Kirjasto")
    opened.close()
    return folder, code


@pytest.fixture
def turku(made: tuple[Path, str], tmp_path: Path) -> Path:
    """A closed book of this test's own."""
    shutil.copytree(made[0], tmp_path / "turku")
    return tmp_path / "turku"


def add(session: Session, *, name: str) -> None:
    session.add(Place(name=name, sort_key=name))


def opened(folder: Path, clock: StoppedClock | None = None) -> bootstrap.OpenBook:
    return bootstrap.open_book(folder, passphrase=PASSPHRASE, clock=clock or StoppedClock())


def names(book: bootstrap.OpenBook) -> list[str]:
    return book.database.read(lambda session: sorted(place.name for place in session.query(Place)))


def test_a_new_book_knows_itself_and_can_sign(tmp_path: Path, clock: StoppedClock) -> None:
    book, code = new(tmp_path / "new" / "turku", clock)
    assert book.settings().locality_code == "turku"
    assert book.settings().records_begin == dt.date(2026, 10, 1)
    assert len(book.database.read(signing.newest).private) == 32
    assert len(code.split()) == 8
    with pytest.raises(Refused):
        book.database.undo()
    book.close()


def test_a_book_is_not_made_where_something_is(turku: Path, clock: StoppedClock) -> None:
    with pytest.raises(Refused):
        new(turku, clock)
    book = opened(turku)
    assert names(book) == ["Kirjasto"]
    book.close()


def test_a_book_that_cannot_be_made_leaves_nothing(tmp_path: Path, clock: StoppedClock) -> None:
    with pytest.raises(Refused):
        bootstrap.new_book(
            tmp_path / "turku", locality_code="turku", locality_name="Turku", language=Language.FI, passphrase="lyhyt", clock=clock
        )
    with pytest.raises(UnsuitableFolder):
        new(tmp_path / "Dropbox" / "turku", clock)
    assert not list(tmp_path.iterdir())


def test_what_was_written_is_there_after_closing(turku: Path) -> None:
    book = opened(turku)
    book.database.write(add, name="Kahvila")
    book.close()
    again = opened(turku)
    assert names(again) == ["Kahvila", "Kirjasto"]
    again.database.undo()
    assert names(again) == ["Kirjasto"]
    again.close()


def test_nothing_typed_can_be_read_in_the_files(turku: Path) -> None:
    book = opened(turku)
    book.database.write(add, name="Kanarialintu")
    while_open = [path.read_bytes() for path in turku.rglob("*") if path.is_file()]
    book.close()
    for content in while_open + [path.read_bytes() for path in turku.rglob("*") if path.is_file()]:
        assert b"Kanarialintu" not in content
        assert b"Kirjasto" not in content
        assert b"CREATE TABLE" not in content


def test_the_recovery_sheet_opens_the_book_and_a_new_passphrase_is_made(turku: Path, made: tuple[Path, str]) -> None:
    book = bootstrap.open_book(turku, recovery_code=made[1].lower(), clock=StoppedClock())
    assert names(book) == ["Kirjasto"]
    before = (turku / "book.db").stat().st_mtime_ns
    book.change_passphrase("aivan uusi salalause")
    assert (turku / "book.db").stat().st_mtime_ns == before
    book.close()
    with pytest.raises(WrongPassphrase):
        opened(turku)
    bootstrap.open_book(turku, passphrase="aivan uusi salalause", clock=StoppedClock()).close()
    bootstrap.open_book(turku, recovery_code=made[1], clock=StoppedClock()).close()


def test_a_new_sheet_replaces_the_old_one(turku: Path, made: tuple[Path, str]) -> None:
    book = opened(turku)
    code = book.new_recovery_code()
    book.opens_with(recovery_code=code)
    book.opens_with(passphrase=PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        book.opens_with(recovery_code=made[1])
    book.close()


def _flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def _without_keys(folder: Path) -> None:
    for name in ("keys.a", "keys.b"):
        (folder / name).unlink()


def _with_spoilt_keys(folder: Path) -> None:
    for name in ("keys.a", "keys.b"):
        _flip(folder / name, 300)


def _foreign(folder: Path) -> None:
    _without_keys(folder)
    (folder / "book.db").write_bytes(b"SQLite format 3\0" + bytes(8192))


def _another_books_database(folder: Path) -> None:
    (folder / "book.db").write_bytes(bytes(reversed(range(256))) * 64)


WRONG: list[tuple[str, Callable[[Path], object], type[CannotOpen]]] = [
    ("no folder", shutil.rmtree, BookMissing),
    ("no database", lambda folder: (folder / "book.db").unlink(), BookMissing),
    ("both key files gone", _without_keys, SlotsDamaged),
    ("both key files spoilt", _with_spoilt_keys, SlotsDamaged),
    ("an empty database", lambda folder: (folder / "book.db").write_bytes(b""), BookDamaged),
    ("a database of zeros", lambda folder: (folder / "book.db").write_bytes(bytes(65536)), BookDamaged),
    ("a cut database", lambda folder: (folder / "book.db").write_bytes((folder / "book.db").read_bytes()[:3000]), BookDamaged),
    ("a bit of the first page", lambda folder: _flip(folder / "book.db", 100), BookDamaged),
    ("a bit of the head", lambda folder: _flip(folder / "book.db", 3), BookDamaged),
    ("another program's database", _foreign, ForeignFile),
    ("another book's database", _another_books_database, ForeignFile),
]


@pytest.mark.parametrize(("spoil", "error"), [each[1:] for each in WRONG], ids=[each[0] for each in WRONG])
def test_each_thing_wrong_has_its_own_sentence(turku: Path, spoil: Callable[[Path], object], error: type[CannotOpen]) -> None:
    spoil(turku)
    before = {path: path.read_bytes() for path in turku.rglob("*") if path.is_file() and path.name != "in-use.lock"}
    with pytest.raises(error) as raised:
        opened(turku)
    assert "{" not in raised.value.said(Words(Language.EN))
    after = {path: path.read_bytes() for path in turku.rglob("*") if path.is_file() and path.name != "in-use.lock"}
    assert after == before


def test_a_wrong_passphrase_and_a_file_and_a_newer_book_too(turku: Path) -> None:
    with pytest.raises(WrongPassphrase):
        bootstrap.open_book(turku, passphrase="väärä salalause")
    with pytest.raises(ForeignFile):
        opened(turku / "book.db")
    book = opened(turku)
    book.database.raw.execute("UPDATE alembic_version SET version_num = '9999'")
    book.close(back_up=False)
    with pytest.raises(BookTooNew):
        opened(turku)


def test_every_flipped_bit_of_the_book_is_noticed(turku: Path) -> None:
    whole = (turku / "book.db").read_bytes()
    for at in range(40, len(whole), 4096 * 9 + 517):
        (turku / "book.db").write_bytes(whole)
        _flip(turku / "book.db", at)
        try:
            book = opened(turku)
        except BookDamaged:
            continue
        assert checking.faults(book.database.raw), at
        book.database.raw.close()
        book._lock.release()


def test_damage_met_while_reading_is_said(turku: Path) -> None:
    book = opened(turku)
    page = book.database.raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'place'").fetchone()[0]
    book.close(back_up=False)
    _flip(turku / "book.db", (page - 1) * 4096 + 50)
    book = opened(turku)
    with pytest.raises(BookDamaged):
        names(book)
    book.database.raw.close()
    book._lock.release()


def test_one_damaged_copy_of_the_keys_is_made_whole(turku: Path) -> None:
    _flip(turku / "keys.a", 300)
    opened(turku).close()
    assert (turku / "keys.a").read_bytes() == (turku / "keys.b").read_bytes()


SECOND = """
import sys, time
from pathlib import Path
from coordinator_app import bootstrap
from coordinator_app.core.errors import BookInUse
start = time.monotonic()
try:
    bootstrap.open_book(Path(sys.argv[1]), passphrase=sys.argv[2])
except BookInUse:
    print(time.monotonic() - start)
"""


def test_a_second_program_is_told_in_two_seconds(turku: Path) -> None:
    book = opened(turku)
    with pytest.raises(BookInUse):
        opened(turku)
    ran = subprocess.run([sys.executable, "-c", SECOND, str(turku), PASSPHRASE], capture_output=True, text=True, check=True)
    assert float(ran.stdout) < 2
    book.close()
    opened(turku).close()


def test_sqlite_s_own_lock_holds_without_the_side_file(turku: Path) -> None:
    book = opened(turku)
    book._lock.release()
    start = time.monotonic()
    with pytest.raises(BookInUse):
        opened(turku)
    assert time.monotonic() - start < 2
    book.close()


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
    (tmp_path / "usb").mkdir()
    book = opened(turku, clock)
    book.remember_second_place(tmp_path / "usb" / "varmuuskopiot")
    book.database.write(add, name="Kahvila")
    book.close()
    assert len(bootstrap.backups_in(tmp_path / "usb" / "varmuuskopiot")) == 1
    assert opened(turku, clock).second_place() == tmp_path / "usb" / "varmuuskopiot"


def test_a_copy_that_differs_is_no_backup(turku: Path, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    book = opened(turku, clock)
    real = checking.row_hash
    monkeypatch.setattr(checking, "row_hash", lambda raw: real(raw) + ("" if raw is book.database.raw else "x"))
    kept = bootstrap.backups_in(turku / "backups")
    with pytest.raises(CannotWrite):
        book.back_up()
    assert bootstrap.backups_in(turku / "backups") == kept
    book.close(back_up=False)


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
    _flip(bad.database, 20000)
    with pytest.raises(BookDamaged):
        book.restore(bad)
    assert names(book) == ["Kirjasto"]
    assert {each.backup: each.readable for each in book.check().backups}[bad] is False
    assert not book.check().faults
    book.close(back_up=False)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: _flip(folder / "book.db", 100),
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
    _flip(turku / "book.db", 100)
    damaged = (turku / "book.db").read_bytes()
    bootstrap.restore_book(turku, bootstrap.backups_in(turku / "backups")[0], passphrase=PASSPHRASE, clock=clock).close()
    assert next(turku.glob("set-aside_*/book.db")).read_bytes() == damaged


def test_a_book_moves_to_a_new_computer_by_its_backup(turku: Path, clock: StoppedClock, tmp_path: Path) -> None:
    newest = bootstrap.backups_in(turku / "backups")[0]
    with pytest.raises(WrongPassphrase):
        bootstrap.restore_book(tmp_path / "laptop", newest, passphrase="väärä salalause", clock=clock)
    book = bootstrap.restore_book(tmp_path / "laptop", newest, passphrase=PASSPHRASE, clock=clock)
    assert names(book) == ["Kirjasto"]
    book.close()


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
