"""Books are made, opened again, and never made over something that is there."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_new_book_opens_and_is_empty(run: Run, tmp_path: Path) -> None:
    made = run("new", tmp_path / "turku", "--locality", "turku")
    assert made.status == 0
    assert "recovery code" in made.out
    listed = run("list", tmp_path / "turku", "groups")
    assert (listed.status, listed.out) == (0, "Nothing yet.\n")


@pytest.mark.parametrize("code", ["Turku", "a b", "../x", ""])
def test_a_code_that_cannot_stand_in_file_names_is_refused(run: Run, tmp_path: Path, code: str) -> None:
    refused = run("new", tmp_path / "book", "--locality", code)
    assert refused.status == 1
    assert "turku" in refused.err
    assert not (tmp_path / "book").exists()


def test_a_folder_with_something_in_it_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear")
    refused = run("new", tmp_path, "--locality", "turku")
    assert refused.status == 1
    assert "not empty" in refused.err
    assert [each.name for each in tmp_path.iterdir()] == ["letter.txt"]


def test_without_the_locality_the_call_is_wrong(run: Run, tmp_path: Path) -> None:
    assert run("new", tmp_path / "book").status == 2


@pytest.mark.parametrize(("language", "said"), [("fi", "Tietokanta on"), ("sv", "Databasen finns"), ("en", "The book is in")])
def test_it_speaks_the_terminals_language(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: str) -> None:
    monkeypatch.setenv("COORDINATOR_LANGUAGE", language)
    assert said in run("new", tmp_path / "book", "--locality", "turku").out
