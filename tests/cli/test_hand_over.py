"""The book passes to the next contact man: box and letter, his own keys, and nothing lost when it fails half way."""

import json
import shutil
from pathlib import Path

import pytest

from coordinator_app import bootstrap
from coordinator_app.cli import main
from coordinator_app.core.clock import SystemClock
from coordinator_app.core.errors import WrongPassphrase
from coordinator_app.storage import checking
from tests.cli.conftest import PASSPHRASE, Run
from tests.printing.reading import missing, tool

BOX_PASSPHRASE = "sininen vene odottaa rannassa"
NEW = "uuden yhdysmiehen oma lause"


@pytest.fixture(scope="module")
def secrets(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("secrets")
    for name, text in (("box.txt", BOX_PASSPHRASE), ("new.txt", NEW)):
        (folder / name).write_text(f"{text}\n", encoding="utf-8")
    return folder / "box.txt", folder / "new.txt"


@pytest.fixture
def book(town: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(town / "book", tmp_path / "book"))


@pytest.fixture(scope="module")
def packed(town: Path, secrets: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A box of the practice town, and its letter."""
    to = tmp_path_factory.mktemp("stick")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COORDINATOR_PASSPHRASE", PASSPHRASE)
        options = ["--to", str(to), "--box-passphrase-file", str(secrets[0]), "--language", "fi"]
        assert main(["hand-over", str(town / "book"), *options]) == 0
    (box,), (letter,) = to.glob("*.handover.age"), to.glob("*.pdf")
    assert sorted(to.iterdir()) == sorted([box, letter])
    assert not list((town / "book").glob(".hand-over*"))
    return box, letter


def test_the_box_opens_as_a_book_of_the_next_mans_own(
    run: Run, book: Path, packed: tuple[Path, Path], secrets: tuple[Path, Path], tmp_path: Path
) -> None:
    box, letter = packed
    new = tmp_path / "new"
    done = run("open-box", box, new, "--box-passphrase-file", secrets[0], "--passphrase-file", secrets[1])
    assert done.status == 0, done.err
    code = done.out.strip().splitlines()[-1].strip()
    with pytest.raises(WrongPassphrase):
        bootstrap.open_book(new, passphrase=PASSPHRASE)
    rows = []
    for folder, typed in ((book, PASSPHRASE), (new, NEW), (new, code)):
        opened = bootstrap.open_book(folder, clock=SystemClock(), **bootstrap.key_of(typed))
        assert not checking.faults(opened.database.raw)
        rows.append(opened.database.raw.execute("SELECT count(*), sum(headcount), max(held_on) FROM meeting").fetchone())
        opened.close(back_up=False)
    assert rows[0] == rows[1] == rows[2]
    # The old book's keys do not open the new one's database either.
    shutil.copyfile(new / "book.db", book / "book.db")
    assert run("list", book, "groups").status == 1
    text = tool("pdftotext", letter, "-")
    assert BOX_PASSPHRASE not in " ".join(text.split())
    groups = json.loads(run("list", new, "groups", "--json", "--passphrase-file", secrets[1]).out)
    assert missing([box.name, "mikään ei ole totta", *(each["name"] for each in groups)], text) == []


def test_a_wrong_passphrase_or_a_full_folder_makes_no_book(
    run: Run, book: Path, packed: tuple[Path, Path], secrets: tuple[Path, Path], tmp_path: Path
) -> None:
    box, _ = packed
    before = box.read_bytes()
    new = tmp_path / "new"
    refused = run("open-box", box, new, "--box-passphrase-file", secrets[1], "--passphrase-file", secrets[1])
    assert refused.status == 1 and "passphrase does not open the box" in refused.err
    assert not new.exists()
    short = tmp_path / "short.txt"
    short.write_text("lyhyt\n")
    refused = run("open-box", box, new, "--box-passphrase-file", secrets[0], "--passphrase-file", short)
    assert refused.status == 1 and not new.exists()
    refused = run("open-box", box, book, "--box-passphrase-file", secrets[0], "--passphrase-file", secrets[1])
    assert refused.status == 1 and "not empty" in refused.err
    refused = run("open-box", tmp_path / "none.age", new, "--box-passphrase-file", secrets[0], "--passphrase-file", secrets[1])
    assert refused.status == 1 and "none.age" in refused.err
    assert box.read_bytes() == before
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_place_that_takes_nothing_leaves_book_and_place_as_they_were(
    run: Run, book: Path, secrets: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = run("hand-over", book, "--to", tmp_path / "missing", "--box-passphrase-file", secrets[0])
    assert refused.status == 1 and "missing" in refused.err
    (tmp_path / "stick").mkdir()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("coordinator_app.bootstrap.outgoing.write_whole", full)
        assert run("hand-over", book, "--to", tmp_path / "stick", "--box-passphrase-file", secrets[0]).status == 1
    assert list((tmp_path / "stick").iterdir()) == []
    assert not list(book.glob(".hand-over*"))
    assert run("list", book, "groups").status == 0
