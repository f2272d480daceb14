"""What a terminal would obey, in names of files and in what they say, reaches no terminal: it is shown as pictures of such signs."""

import json
import shutil
import sys
import unicodedata
from pathlib import Path

import pytest

from coordinator_app.cli.terminal import Terminal
from coordinator_app.exchange import network_file
from coordinator_app.i18n import Language, Words
from tests.cli.conftest import Answer, Run
from tests.exchange.summaries import NETWORK, OFFICE_KEY

ESC, BEL, CR, LF, OVERRIDE = "\x1b]0;oma\x07", "\x07", "\r", "\n", "\u202e"
SIGNS = f"a{ESC}b{BEL}c{CR}d{LF}e{OVERRIDE}f\x9bg\u2028h"
SEEN = "a␛]0;oma␇b␇c␍d␊e�f�g�h"
CSV = "Nimi;Puhelin;{signs}\n{signs} Mäkinen;040 123 4567;x\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names of files")


def obeyed(said: Answer) -> set[str]:
    """The signs in an answer that a terminal would obey, or that turn what is beside them around."""
    return {sign for sign in said.out + said.err if sign != "\n" and unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp", "Cs"}}


def test_a_name_of_a_file_is_shown_in_pictures(run: Run, tmp_path: Path) -> None:
    for name in (f"{SIGNS}.txt", "a\udcff.txt"):
        missing = run("show", tmp_path / name)
        assert (missing.status, obeyed(missing)) == (1, set())
        (tmp_path / name).write_text("hello")
        foreign = run("show", tmp_path / name)
        assert (foreign.status, obeyed(foreign)) == (1, set())
        assert len(foreign.err.splitlines()) == 1
    assert SEEN in run("show", tmp_path / f"{SIGNS}.txt").err


def test_a_file_of_the_network_under_such_a_name(run: Run, town: Path, tmp_path: Path) -> None:
    book, file = tmp_path / "book", tmp_path / f"{SIGNS}.network"
    shutil.copytree(town / "book", book)
    file.write_bytes(network_file.write(NETWORK, key=OFFICE_KEY).data)
    for said in (run("show", file), run("take-in", book, file, "--dry-run"), run("take-in", book, file, "--enrol")):
        assert (said.status, obeyed(said)) == (0, set())
        assert SEEN in said.out
    shown = run("show", file, "--json")
    assert obeyed(shown) == set()
    assert json.loads(shown.out)["name"] == file.name


@pytest.mark.parametrize("dry", [["--dry-run"], []])
def test_a_table_under_such_a_name_with_such_cells(run: Run, tmp_path: Path, dry: list[str]) -> None:
    book, file = tmp_path / "turku", tmp_path / f"{SIGNS}.csv"
    assert run("new", book, "--locality", "turku").status == 0
    file.write_text(CSV.format(signs=SIGNS.replace(LF, "").replace(CR, "")), encoding="utf-8")
    taken = run("import", book, file, *dry)
    assert (taken.status, obeyed(taken)) == (0, set())
    assert SEEN in taken.out


def test_folders_under_such_names(run: Run, tmp_path: Path) -> None:
    book, place = tmp_path / SIGNS / "turku", tmp_path / f"{SIGNS} 2"
    book.parent.mkdir()
    place.mkdir()
    for said in (
        run("new", book, "--locality", "turku"),
        run("backup", book, "--to", place / "copies"),
        run("restore", book, "--from", place / "copies"),
        run("restore", book, "--from", place / "copies", "--number", 1),
    ):
        assert (said.status, obeyed(said)) == (0, set()), said
    none = run("restore", book, "--from", place)
    assert (none.status, obeyed(none)) == (1, set())
    assert SEEN in none.err


def test_a_wrong_command_repeats_no_control(run: Run, tmp_path: Path) -> None:
    """It is told by the command line's own library, which leaves what turns a line around as the user typed it."""
    for arguments in (("list", tmp_path, SIGNS), ("show", tmp_path, SIGNS), (SIGNS,), ("list", tmp_path, "groups", f"--{SIGNS}")):
        assert {sign for sign in obeyed(run(*arguments)) if unicodedata.category(sign) == "Cc"} == set()


def test_what_others_wrote_is_quoted_line_by_line(capsys: pytest.CaptureFixture[str]) -> None:
    Terminal(Words(Language.EN)).quote(f"eka{ESC}\ntoka{OVERRIDE}")
    assert capsys.readouterr().out == "eka␛]0;oma␇\ntoka�\n"
