"""Forgetting a person, and everything about one, on the command line."""

import datetime as dt
from pathlib import Path

import pytest

from coordinator_app import bootstrap
from coordinator_app.core import people, pictures
from coordinator_app.core.kinds import ContactKind, Mark
from coordinator_app.core.people import GivenContact
from tests.cli.conftest import PASSPHRASE, Run
from tests.exchange.test_picture import BOX, SVG
from tests.printing.reading import tool

DAY = dt.date(2026, 10, 20)


@pytest.fixture
def book(run: Run, tmp_path: Path) -> Path:
    """A book with two men of one name, and one of another."""
    folder = tmp_path / "turku"
    assert run("new", folder, "--locality", "turku").status == 0
    with_keys = bootstrap.open_book(folder, passphrase=PASSPHRASE)
    for name in ("Matti Virtanen", "Esko Lahti", "Esko Lahti"):
        with_keys.database.write(people.add, name=name, today=DAY, contacts=(GivenContact(ContactKind.PHONE, "0401234567"),))
    with_keys.close()
    return folder


def test_a_forgotten_person_is_gone_and_gets_a_receipt_without_a_name(run: Run, book: Path, tmp_path: Path) -> None:
    receipt = tmp_path / "receipt.pdf"
    done = run("forget", book, "--person", "matti virtanen", "--receipt", receipt, "--language", "en")
    assert done.status == 0
    assert "What stays" in done.err
    assert "Matti" not in run("list", book, "people").out
    text = tool("pdftotext", receipt, "-")
    assert "Backups made before this day" in text
    assert "Virtanen" not in text


@pytest.mark.parametrize(("name", "said"), [("Nobody Here", "nobody called"), ("Esko Lahti", "More than one")])
def test_who_is_not_one_person_is_not_forgotten(run: Run, book: Path, name: str, said: str) -> None:
    before = run("list", book, "people").out
    refused = run("forget", book, "--person", name)
    assert refused.status == 1 and said in refused.err
    assert len(refused.err.strip().splitlines()) == 1
    assert run("list", book, "people").out == before


def test_a_receipt_that_cannot_be_written_forgets_nobody(run: Run, book: Path, tmp_path: Path) -> None:
    refused = run("forget", book, "--person", "Matti Virtanen", "--receipt", tmp_path / "missing" / "receipt.pdf")
    assert refused.status == 1
    assert "Matti Virtanen" in run("list", book, "people").out


def test_the_recovery_code_opens_the_book_wherever_a_passphrase_does(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = run("new", tmp_path / "uusi", "--locality", "turku").out
    code = made.strip().splitlines()[-1].strip()
    monkeypatch.setenv("COORDINATOR_PASSPHRASE", code.lower().replace(" ", "-"))
    assert run("list", tmp_path / "uusi", "groups").status == 0
    new = tmp_path / "new.txt"
    new.write_text("uusi pitkä salalause\n", encoding="utf-8")
    assert run("passphrase", tmp_path / "uusi", "--new-passphrase-file", new).status == 0
    assert run("list", tmp_path / "uusi", "groups", "--passphrase-file", new).status == 0
    assert run("restore", tmp_path / "uusi").status == 0
    slip = code[:-1] + ("q" if code[-1] != "Q" else "p")
    monkeypatch.setenv("COORDINATOR_PASSPHRASE", slip)
    assert run("list", tmp_path / "uusi", "groups").status == 1


def test_everything_about_a_person_is_his_to_read_and_tells_of_nobody_else(run: Run, book: Path, tmp_path: Path) -> None:
    opened = bootstrap.open_book(book, passphrase=PASSPHRASE)
    matti = opened.database.read(people.by_name, name="Matti Virtanen")
    note = "Matti soitti 040 123 4567. Lahden Eskolle 050 765 4321, esko@example.fi. Äiti auttaa."
    opened.database.write(people.change, person=matti, note=note)
    esko = next(row.id for row in opened.database.read(people.listing, today=DAY) if row.name == "Esko Lahti")
    opened.database.write(people.change, person=esko, note="Matti Virtanen on naapuri.")
    opened.database.write(pictures.keep, mark=Mark.FUNDER, svg=SVG.format(BOX))
    opened.close()
    for name in ("all.pdf", "all.txt"):
        place = tmp_path / name
        assert run("everything-about", book, "--person", "Matti Virtanen", "--to", place, "--language", "fi").status == 0
        text = tool("pdftotext", "-layout", place, "-") if place.suffix == ".pdf" else place.read_text(encoding="utf-8")
        assert "Matti Virtanen" in text and "040 123 4567" in text and "Äiti auttaa" in text and "on naapuri" in text
        for other in ("Esko", "Lahden", "765 4321", "esko@"):
            assert other not in text
        assert "■■■" in text
    assert "Rahoittajan tunnus" in tool("qpdf", "--json", tmp_path / "all.pdf"), "a letter bears the marks"
