"""The two ways to open a book, and what is said when neither fits."""

from pathlib import Path

import pytest

from coordinator_app import bootstrap
from coordinator_app.core.errors import WrongPassphrase
from coordinator_app.i18n import Language
from tests.cli.conftest import PASSPHRASE, Run
from tests.printing.reading import scanned, tool


@pytest.fixture
def book(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "turku"
    assert run("new", folder, "--locality", "turku").status == 0
    return folder


def test_a_wrong_passphrase_is_one_sentence(run: Run, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COORDINATOR_PASSPHRASE", "jotain ihan muuta")
    refused = run("list", book, "groups")
    assert refused.status == 1
    assert len(refused.err.strip().splitlines()) == 1
    assert "passphrase" in refused.err


def test_nobody_at_the_keyboard_is_told_what_to_do(run: Run, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COORDINATOR_PASSPHRASE")
    refused = run("list", book, "groups")
    assert refused.status == 1
    assert "--passphrase-file" in refused.err


def test_a_changed_passphrase_opens_and_the_old_one_does_not(run: Run, book: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text("äiti öylätti Åbo\n", encoding="utf-8")
    assert run("passphrase", book, "--new-passphrase-file", new).status == 0
    assert run("list", book, "groups").status == 1
    assert run("list", book, "groups", "--passphrase-file", new).status == 0


def test_the_sheet_bears_the_code_that_opens_the_book(run: Run, book: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    assert run("recovery-sheet", book, "--to", sheet, "--language", "fi").status == 0
    tool("pdftoppm", "-r", "150", "-png", "-singlefile", sheet, tmp_path / "sheet")
    code = scanned((tmp_path / "sheet.png").read_bytes(), tmp_path)
    bootstrap.open_book(book, recovery_code=code).close()


def test_a_sheet_that_cannot_be_written_leaves_the_old_code_in_force(run: Run, tmp_path: Path) -> None:
    opened, code = bootstrap.new_book(
        tmp_path / "b", locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE
    )
    opened.close()
    refused = run("recovery-sheet", tmp_path / "b", "--to", tmp_path / "no such folder" / "sheet.pdf")
    assert refused.status == 1
    assert "sheet.pdf" in refused.err
    bootstrap.open_book(tmp_path / "b", recovery_code=code).close()


def test_the_new_code_replaces_the_old(run: Run, tmp_path: Path) -> None:
    opened, code = bootstrap.new_book(
        tmp_path / "b", locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE
    )
    opened.close()
    assert run("recovery-sheet", tmp_path / "b", "--to", tmp_path / "sheet.pdf").status == 0
    with pytest.raises(WrongPassphrase):
        bootstrap.open_book(tmp_path / "b", recovery_code=code)
