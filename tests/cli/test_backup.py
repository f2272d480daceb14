"""A backup is made, listed, and put back; the book before is kept."""

import shutil
from pathlib import Path

import pytest

from coordinator_app import bootstrap
from tests.cli.conftest import Run


def test_what_was_backed_up_comes_back(run: Run, town: Path, tmp_path: Path) -> None:
    book, stick = tmp_path / "book", tmp_path / "stick"
    shutil.copytree(town / "book", book)
    before = run("list", book, "people", "--json").out
    assert run("backup", book, "--to", stick).status == 0
    extra = tmp_path / "one.csv"
    extra.write_text("Nimi;Puhelin\nÅke Öster;050 111 2222\n", encoding="utf-8")
    assert run("import", book, extra).status == 0
    assert run("list", book, "people", "--json").out != before
    listed = run("restore", book, "--from", stick)
    assert (listed.status, len(listed.out.splitlines())) == (0, 2)
    restored = run("restore", book, "--from", stick, "--number", "1")
    assert restored.status == 0, restored.err
    assert run("list", book, "people", "--json").out == before
    assert run("check", book).status == 0


@pytest.mark.parametrize("lost", [["book.db"], ["keys.a", "keys.b"], ["book.db", "keys.a", "keys.b"]])
def test_a_book_that_no_longer_opens_is_put_back(run: Run, town: Path, tmp_path: Path, lost: list[str]) -> None:
    book = tmp_path / "book"
    shutil.copytree(town / "book", book)
    before = run("list", book, "groups", "--json").out
    for name in lost:
        (book / name).unlink()
    assert run("list", book, "groups").status == 1
    listed = run("restore", book)
    assert (listed.status, "damaged" in listed.out) == (0, False), listed.err
    number = listed.out.splitlines()[1].split()[0]
    assert run("restore", book, "--number", number).status == 0
    assert run("list", book, "groups", "--json").out == before


def test_a_stick_that_is_not_there_is_named(run: Run, town: Path, tmp_path: Path) -> None:
    stick = tmp_path / "not plugged in"
    for command in (["backup", town / "book", "--to", stick / "backups"], ["restore", town / "book", "--from", stick]):
        refused = run(*command)
        assert refused.status == 1
        assert str(stick) in refused.err
    assert not stick.exists()


def test_a_number_that_is_not_there_is_refused(run: Run, town: Path) -> None:
    refused = run("restore", town / "book", "--number", "77")
    assert refused.status == 1
    assert "77" in refused.err


def test_a_place_that_is_to_be_remembered_gets_what_changes_later(run: Run, tmp_path: Path) -> None:
    book, stick = tmp_path / "book", tmp_path / "stick"
    assert run("new", book, "--locality", "turku").status == 0
    assert run("backup", book, "--to", stick, "--remember").status == 0
    before = len(bootstrap.backups_in(stick))
    on = ["--activity", "Saunailta", "--kind", "social", "--on", "2026-01-10", "--count", "9"]
    assert run("record", book, *on).status == 0
    assert len(bootstrap.backups_in(stick)) == before + 1
