"""Documents are printed from the book, and what they leave out is told."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.printing.reading import tool


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["poster", "--language", "fi", "--strips", "8", "--group", "Isäryhmä"], "Isäryhmä"),
        (["poster", "--language", "sv", "--paper", "a3"], "Pappagrupp"),
        (["poster", "--language", "fi+sv"], "Pappagrupp"),
        (["calendar", "--language", "fi"], "Saunailta"),
        (["flyer", "--language", "fi+en", "--group", "Isäryhmä"], "Isäryhmä"),
        (["leaflet", "--language", "sv"], "Pappagrupp"),
        (["pocket", "--language", "fi", "--cards", "8"], "Saunailta"),
        (["card", "--language", "fi", "--group", "Isäryhmä"], "Isäryhmä"),
        (["test", "--language", "en"], "10 cm"),
        (["summary", "--language", "fi"], "Mallila"),
        (["summary", "--language", "sv", "--public"], "Mallila"),
        (["summary", "--language", "fi+en"], "Summary"),
        (["attendance", "--language", "fi", "--group", "Isäryhmä", "--meetings", "2"], "Isäryhmä"),
        (["feedback", "--language", "sv"], "Det har känts tryggt"),
        (["privacy", "--language", "en", "--group", "Isäryhmä"], "tietosuoja.fi"),
        (["consent", "--language", "fi+sv"], "Samtycke"),
        (["certificate", "--language", "fi", "--name", "Matti Meikäläinen", "--name", "Ville Virta"], "Ville Virta"),
        (["contacts", "--language", "fi"], "LUOTTAMUKSELLINEN"),
        (["contacts", "--language", "sv+fi"], "KONFIDENTIELLT / LUOTTAMUKSELLINEN"),
    ],
)
def test_every_document_is_a_sound_pdf(run: Run, town: Path, tmp_path: Path, arguments: list[str], said: str) -> None:
    file = tmp_path / "out.pdf"
    done = run("print", town / "book", *arguments, "--to", file)
    assert done.status == 0, done.err
    assert said in tool("pdftotext", "-layout", file, "-")
    tool("qpdf", "--check", file)


def test_the_schedule_is_printed_as_text(run: Run, town: Path, tmp_path: Path) -> None:
    file = tmp_path / "schedule.txt"
    done = run("print", town / "book", "text", "--language", "fi", "--to", file)
    assert done.status == 0
    assert "Isäryhmä" in file.read_text("utf-8")
    assert "place is not printed" in done.err


def test_what_takes_more_than_a_sheet_says_so_and_names_the_larger_one(run: Run, town: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    done = run("print", town / "book", "poster", "--language", "fi+sv", "--to", file)
    assert "so it is a list of 2 pages." in done.err
    assert "It fits on one A3 sheet: --paper a3." in done.err
    larger = run("print", town / "book", "poster", "--language", "fi+sv", "--paper", "a3", "--to", file)
    assert "a3" not in larger.err
    assert "list" not in larger.err


def test_places_of_sensitive_groups_are_printed_only_when_asked_for(run: Run, town: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    said = []
    for asked in ([], ["--sensitive-addresses"]):
        assert run("print", town / "book", "poster", *asked, "--language", "fi", "--to", file).status == 0
        said.append(tool("pdftotext", file, "-").count("soita ja kysy paikkaa"))
    assert said[0] > said[1]


def test_a_poster_is_listed_where_it_hangs(run: Run, tmp_path: Path) -> None:
    assert run("sample", tmp_path / "book", "--years", "1", "--practice").status == 0
    file = tmp_path / "out.pdf"
    assert run("print", tmp_path / "book", "poster", "--language", "fi", "--hangs", "Kirjasto, aula", "--to", file).status == 0
    (row,) = json.loads(run("list", tmp_path / "book", "posters", "--json").out)
    assert (row["place"], row["document"], row["age"]) == ("Kirjasto, aula", "poster", "fresh")
    assert row["code"] in tool("pdftotext", file, "-")


@pytest.mark.parametrize(
    ("arguments", "status", "named"),
    [
        (["poster", "--strips", "9", "--to", "out.pdf"], 2, "strips"),
        (["poster", "--group", "Ei ole", "--to", "out.pdf"], 1, "Ei ole"),
        (["poster", "--to", "no such folder/out.pdf"], 1, "no such folder"),
        (["newspaper", "--to", "out.pdf"], 2, "newspaper"),
        (["poster", "--language", "fi+ru", "--to", "out.pdf"], 2, "fi+ru"),
        (["pocket", "--cards", "5", "--to", "out.pdf"], 2, "4 or 8"),
        (["calendar", "--strips", "8", "--to", "out.pdf"], 2, "--strips"),
        (["summary", "--hangs", "Kirjasto", "--to", "out.pdf"], 2, "--hangs"),
        (["summary", "--quarter", "2026Q9", "--to", "out.pdf"], 1, "2026Q9"),
        (["certificate", "--activity", "Ei ole", "--to", "out.pdf"], 1, "Ei ole"),
        (["poster", "--name", "Matti", "--to", "out.pdf"], 2, "--name"),
        (["attendance", "--meetings", "0", "--to", "out.pdf"], 2, "meetings"),
    ],
)
def test_what_cannot_be_printed_is_a_sentence_and_no_file(
    run: Run, town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], status: int, named: str
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = run("print", town / "book", *arguments)
    assert refused.status == status
    assert named in refused.err
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows keeps pipes elsewhere")
def test_what_is_not_a_file_is_never_replaced_by_one(run: Run, town: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    refused = run("print", town / "book", "poster", "--to", pipe)
    assert (refused.status, pipe.is_fifo()) == (1, True)
    assert "Choose another place" in refused.err
