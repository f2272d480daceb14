"""Files for other programs leave the book whole, for all of it or for some groups."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def titles(file: Path) -> set[str]:
    lines = file.read_bytes().replace(b"\r\n ", b"").decode().split("\r\n")
    return {line.removeprefix("SUMMARY:") for line in lines if line.startswith("SUMMARY:")}


def test_the_calendar_is_written_for_all_groups_or_for_one(run: Run, town: Path, tmp_path: Path) -> None:
    whole, one = tmp_path / "all.ics", tmp_path / "one.ics"
    done = run("export", town / "book", "calendar.ics", "--language", "fi", "--to", whole)
    assert (done.status, done.out) == (0, f"The file is {whole}.\n"), done.err
    assert {"Isäryhmä", "Ryhmän kokoontuminen"} < titles(whole)
    assert run("export", town / "book", "calendar.ics", "--group", "isäryhmä", "--language", "sv", "--to", one).status == 0
    assert titles(one) == {"Pappagrupp"}


@pytest.mark.parametrize(
    ("what", "begins", "told"),
    [
        ("people.vcf", b"BEGIN:VCARD", "Men who only come to a group are not in it."),
        ("groups.json", b"[", "hidden places"),
        ("attendance.xlsx", b"PK", "nobody’s name"),
        ("attendance.csv", b"\xef\xbb\xbf", "nobody’s name"),
    ],
)
def test_every_file_says_what_is_not_in_it(run: Run, town: Path, tmp_path: Path, what: str, begins: bytes, told: str) -> None:
    done = run("export", town / "book", what, "--to", tmp_path / what)
    assert done.status == 0, done.err
    assert told in done.err
    assert (tmp_path / what).read_bytes().startswith(begins)


@pytest.mark.parametrize(("what", "each"), [("calendar.ics", "BEGIN:VCALENDAR"), ("people.vcf", "BEGIN:VCARD"), ("groups.json", '"slug"')])
def test_what_others_take_in_from_a_practice_book_says_that_it_is_made_up(
    run: Run, town: Path, tmp_path: Path, what: str, each: str
) -> None:
    assert run("export", town / "book", what, "--language", "sv", "--to", tmp_path / what).status == 0
    written = (tmp_path / what).read_text("utf-8").replace("\n ", "")
    assert written.count("ingenting är på riktigt") == written.count(each) > 0


@pytest.mark.parametrize(
    ("arguments", "status", "named"),
    [
        (["calendar.ics", "--group", "Ei ole", "--to", "out.ics"], 1, "Ei ole"),
        (["calendar.ics", "--to", "no such folder/out.ics"], 1, "no such folder"),
        (["calendar.doc", "--to", "out.doc"], 2, "calendar.doc"),
    ],
)
def test_what_cannot_be_written_is_a_sentence_and_no_file(
    run: Run, town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], status: int, named: str
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = run("export", town / "book", *arguments)
    assert refused.status == status
    assert named in refused.err
    assert not list(tmp_path.iterdir())
