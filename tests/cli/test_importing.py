"""Files are taken in whole or not at all, and twice is once."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PEOPLE = "Nimi;Puhelin;Sähköposti\nÅke Öster;050 111 2222;ake@esimerkki.invalid\nVäinö Äijälä;;\n"


@pytest.fixture
def book(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "turku"
    assert run("new", folder, "--locality", "turku").status == 0
    return folder


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_letters_come_in_right_in_every_usual_encoding(run: Run, book: Path, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes(PEOPLE.encode(encoding))
    assert run("import", book, file).status == 0
    names = [row["name"] for row in json.loads(run("list", book, "people", "--json").out)]
    assert sorted(names) == ["Väinö Äijälä", "Åke Öster"]


def test_a_trial_writes_nothing_and_the_second_time_changes_nothing(run: Run, book: Path, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text(PEOPLE, encoding="utf-8")
    assert "2 new" in run("import", book, file, "--dry-run").out
    assert run("list", book, "people").out == "Nothing yet.\n"
    assert "2 new" in run("import", book, file).out
    assert "0 new, 0 changed, 2 unchanged" in run("import", book, file).out


def test_a_column_that_is_not_understood_is_named(run: Run, book: Path, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Nimi;Kengännumero\nÅke Öster;43\n", encoding="utf-8")
    assert "Kengännumero" in run("import", book, file).err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b""),
        ("a.xlsx", b"PK\x03\x04 no workbook"),
        ("a.json", b"[[[[{"),
        ("a.pdf", b"%PDF-1.4 nothing"),
        ("a.vcf", b"\x00\xff" * 99),
    ],
)
def test_one_unreadable_file_leaves_the_others_out_too(run: Run, book: Path, tmp_path: Path, name: str, content: bytes) -> None:
    good, bad = tmp_path / "people.csv", tmp_path / name
    good.write_text(PEOPLE, encoding="utf-8")
    bad.write_bytes(content)
    refused = run("import", book, good, bad)
    assert refused.status == 1
    assert name in refused.err
    assert run("list", book, "people").out == "Nothing yet.\n"


def test_a_file_that_is_not_there_is_named(run: Run, book: Path, tmp_path: Path) -> None:
    refused = run("import", book, tmp_path / "missing.csv")
    assert refused.status == 1
    assert "missing.csv" in refused.err
