"""What can go wrong, through the window and the command line: one clear sentence each, nothing lost, no traceback."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coordinator_app import bootstrap
from coordinator_app.core import people
from coordinator_app.gui.app import App
from coordinator_app.gui.importing.screen import ImportingScreen
from coordinator_app.gui.kit.notice import Banner
from coordinator_app.i18n import Language
from tests.book import StoppedClock
from tests.gui.conftest import Script
from tests.gui.keys import type_text
from tests.gui.program import PASSPHRASE, main_window, running, settle, unlock, unlock_window

KEPT = ["Matti Meikäläinen"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book of Turku with one person and one backup."""
    folder, clock = tmp_path_factory.mktemp("books") / "turku", StoppedClock()
    book, _ = bootstrap.new_book(
        folder, locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE, clock=clock
    )
    book.database.write(people.add, name=KEPT[0], today=clock.today())
    book.close()
    return folder


@pytest.fixture
def turku(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(made, tmp_path / "books" / "turku"))


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, ask: Script) -> Iterator[App]:
    with running(qapp, tmp_path, ask, StoppedClock()) as program:
        yield program
    assert ask.faults == []


def names(folder: Path) -> list[str]:
    """Who is in a book that nobody has open."""
    book = bootstrap.open_book(folder, passphrase=PASSPHRASE, clock=StoppedClock())
    found = [row.name for row in book.database.read(people.listing, today=book.clock.today())]
    book.close(back_up=False)
    return found


def coordinator(*arguments: str | Path, passphrase: str = PASSPHRASE) -> "subprocess.CompletedProcess[str]":
    """A command, as it is typed in a terminal."""
    around = os.environ | {"COORDINATOR_PASSPHRASE": passphrase, "COORDINATOR_LANGUAGE": "en"}
    return subprocess.run(
        [sys.executable, "-m", "coordinator_app", *map(str, arguments)], env=around, capture_output=True, text=True, check=False, timeout=60
    )


def refused(run: "subprocess.CompletedProcess[str]", part: str) -> None:
    """The command ended with 1 and one sentence on standard error, and no other line."""
    assert run.returncode == 1, run.stderr
    assert part in run.stderr
    assert run.stderr.count("\n") == 1
    assert "Traceback" not in run.stdout + run.stderr


def try_to_open(program: App, folder: Path, passphrase: str, qtbot: QtBot) -> str:
    """Types a passphrase into the unlock window; what it answers."""
    program.show_unlock(folder)
    window = unlock_window(program)
    type_text(window.passphrase.line, passphrase)
    window.open.click()
    qtbot.waitUntil(lambda: bool(window.fault.text()))
    return window.fault.text()


def a_file(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "book.db").write_bytes(b"SQLite format 3\0" + bytes(4096))
    return folder


def damaged(folder: Path) -> Path:
    data = bytearray((folder / "book.db").read_bytes())
    data[3000] ^= 1
    (folder / "book.db").write_bytes(data)
    return folder


CANNOT_OPEN: dict[str, tuple[Callable[[Path], Path], str, str]] = {
    "wrong passphrase": (lambda turku: turku, "aivan väärä lause", "Caps Lock"),
    "wrong file": (lambda turku: a_file(turku.parent / "other"), PASSPHRASE, "database of another program"),
    "missing folder": (lambda turku: turku.parent / "nowhere", PASSPHRASE, "There is no book in"),
    "damaged book": (damaged, PASSPHRASE, "is damaged"),
}


@pytest.mark.parametrize("trouble", CANNOT_OPEN)
def test_a_book_that_cannot_be_opened_is_told_in_one_sentence(program: App, turku: Path, qtbot: QtBot, trouble: str) -> None:
    spoil, passphrase, part = CANNOT_OPEN[trouble]
    folder = spoil(turku)
    before = {path: path.read_bytes() for path in turku.rglob("*") if path.is_file()}
    assert part in try_to_open(program, folder, passphrase, qtbot)
    refused(coordinator("list", folder, "people", passphrase=passphrase), part)
    after = {path: path.read_bytes() for path in turku.rglob("*") if path.is_file()}
    assert {path.name for path, kept in after.items() if before.get(path) != kept} <= {"in-use.lock"}


def test_a_locked_book_is_told_by_the_second_program(program: App, turku: Path, qtbot: QtBot) -> None:
    unlock(program, turku, qtbot)
    refused(coordinator("list", turku, "people"), "open in another window or command")
    program.kit.tasks.write(people.add, lambda _: None, name="Åke Öhman", today=program.kit.clock.today())
    settle(program, qtbot)
    with qtbot.waitSignal(program.ended):
        main_window(program, qtbot).close()
    assert sorted(names(turku)) == [*KEPT, "Åke Öhman"]


UNREADABLE = {"people.xlsx": b"PK\x03\x04 not a workbook", "people.vcf": b"\xff\xfe\x00\x01", "groups.json": b'[{"name":'}


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_import_is_told_and_takes_nothing_in(
    program: App, turku: Path, qtbot: QtBot, ask: Script, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    file.write_bytes(UNREADABLE[name])
    refused(coordinator("import", turku, file), name)
    window = unlock(program, turku, qtbot)
    window.go("importing")
    screen = window.screen_of("importing")
    assert isinstance(screen, ImportingScreen)
    ask.paths.append(file)
    screen.choose()
    settle(program, qtbot)
    fault = screen.files[file].fault
    assert fault is not None
    assert name in fault.said(program.kit.voice.words)
    with qtbot.waitSignal(program.ended):
        window.close()
    assert names(turku) == KEPT


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Eight megabytes that are a file system of their own."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place)], check=False, capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"mounting is forbidden here: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_told_and_what_was_saved_is_there(program: App, turku: Path, qtbot: QtBot, ask: Script, small_disk: Path) -> None:
    folder = Path(shutil.copytree(turku, small_disk / "turku"))
    window = unlock(program, folder, qtbot)
    banner = window.findChild(Banner)
    assert banner is not None
    free = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
    (small_disk / "others").write_bytes(bytes(free - 100_000))
    acknowledged: list[object] = []
    for number in range(200):
        program.kit.tasks.write(people.add, acknowledged.append, name=f"Mies {number}", note="x" * 4000, today=program.kit.clock.today())
    settle(program, qtbot)
    assert 0 < len(acknowledged) < 200
    assert "disk" in banner.text().lower()
    refused(coordinator("backup", turku, "--to", small_disk / "backups"), "disk")
    with qtbot.waitSignal(program.ended):
        window.close()
    assert ask.told and all("disk" in sentence.lower() for sentence in ask.told)
    (small_disk / "others").unlink()
    assert len(names(folder)) == len(acknowledged) + len(KEPT)
