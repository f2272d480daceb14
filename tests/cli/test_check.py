"""A sound book is called sound, a damaged one is never opened as if it were."""

import shutil
from pathlib import Path

from tests.cli.conftest import Run


def test_a_sound_book(run: Run, town: Path) -> None:
    done = run("check", town / "book")
    assert done.status == 0
    assert "sound" in done.out


def test_a_damaged_book_is_noticed_and_the_way_out_is_named(run: Run, town: Path, tmp_path: Path) -> None:
    book = tmp_path / "book"
    shutil.copytree(town / "book", book)
    data = bytearray((book / "book.db").read_bytes())
    for place in range(20_000, len(data), 40_000):
        data[place] ^= 0xFF
    (book / "book.db").write_bytes(data)
    refused = run("check", book)
    assert refused.status == 1
    assert "backup" in refused.err.lower()


def test_a_folder_without_a_book(run: Run, tmp_path: Path) -> None:
    refused = run("check", tmp_path)
    assert refused.status == 1
    assert len(refused.err.strip().splitlines()) == 1
