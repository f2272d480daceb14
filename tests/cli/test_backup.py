"""A backup is made, listed, and put back; the book before is kept."""

import shutil
from pathlib import Path

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


def test_a_number_that_is_not_there_is_refused(run: Run, town: Path) -> None:
    refused = run("restore", town / "book", "--number", "77")
    assert refused.status == 1
    assert "77" in refused.err
