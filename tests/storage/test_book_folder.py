"""A book as its owner meets it: made, opened, locked out of, forgotten, damaged, in use."""

import datetime as dt
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from coordinator_app import bootstrap
from coordinator_app.core import signing
from coordinator_app.core.errors import (
    BookDamaged,
    BookInUse,
    BookMissing,
    BookTooNew,
    CannotOpen,
    ForeignFile,
    Refused,
    SlotsDamaged,
    UnsuitableFolder,
    WrongPassphrase,
)
from coordinator_app.i18n import Language, Words
from coordinator_app.storage import checking
from tests.book import StoppedClock
from tests.storage.town import PASSPHRASE, add, flip, names, new, opened


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


def _without_keys(folder: Path) -> None:
    for name in ("keys.a", "keys.b"):
        (folder / name).unlink()


def _with_spoilt_keys(folder: Path) -> None:
    for name in ("keys.a", "keys.b"):
        flip(folder / name, 300)


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
    ("a bit of the first page", lambda folder: flip(folder / "book.db", 100), BookDamaged),
    ("a bit of the head", lambda folder: flip(folder / "book.db", 3), BookDamaged),
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
        flip(turku / "book.db", at)
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
    flip(turku / "book.db", (page - 1) * 4096 + 50)
    book = opened(turku)
    with pytest.raises(BookDamaged):
        names(book)
    book.database.raw.close()
    book._lock.release()


def test_one_damaged_copy_of_the_keys_is_made_whole(turku: Path) -> None:
    flip(turku / "keys.a", 300)
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
    took = []
    for _ in range(3):
        start = time.monotonic()
        with pytest.raises(BookInUse):
            opened(turku)
        took.append(time.monotonic() - start)
    assert min(took) < 2
    book.close()
