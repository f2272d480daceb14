"""From a fresh laptop to an open book, and back in with the passphrase or the sheet."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coordinator_app import bootstrap
from coordinator_app.gui.app import App
from coordinator_app.gui.first_start.steps import locality_code, strength
from coordinator_app.gui.first_start.window import FirstStartWindow
from coordinator_app.gui.kit import shipped_font
from coordinator_app.gui.kit.memory import Memory
from coordinator_app.gui.unlock.window import UnlockWindow
from coordinator_app.i18n import Language
from tests.gui.conftest import FixedClock, Script
from tests.gui.keys import press, type_text

PASSPHRASE = "neljä sanaa on hyvä"
PATIENCE = 20_000


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Books that reached the main window, which has a test of its own."""
    seen: list[object] = []
    monkeypatch.setattr(App, "_show_main", lambda self, settings: seen.append(settings))
    return seen


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, ask: Script, opened: list[object]) -> Iterator[App]:
    memory = Memory(tmp_path / "window.ini")
    memory.keep("window/language", "en")
    memory.keep("window/theme", "light")
    program = App(qapp, memory, tmp_path / "books", ask=ask, clock=FixedClock(), family=shipped_font.FAMILY)
    yield program
    program.kit.tasks.stop()
    if program.window is not None:
        program.window.hide()
        program.window.deleteLater()
    program.ring.deleteLater()
    program.kit.theme.deleteLater()


def test_five_steps_lead_to_an_open_book(program: App, qtbot: QtBot, ask: Script, opened: list[object], tmp_path: Path) -> None:
    program.start()
    window = program.window
    assert isinstance(window, FirstStartWindow)
    window.language.languages.buttons[Language.SV].click()
    assert program.kit.voice.words.language is Language.SV
    window.language.languages.buttons[Language.EN].click()
    window.next.click()
    window.next.click()
    assert window.locality.fault.text() == "Write the name of your locality."
    type_text(window.locality.name, "Jyväskylä")
    press(window.locality.name, Qt.Key.Key_Return)
    window.next.click()
    type_text(window.passphrase.once.line, PASSPHRASE)
    window.next.click()
    assert window.passphrase.fault.text().startswith("The two are not the same")
    window.passphrase.once.toggle.click()
    window.next.click()
    qtbot.waitUntil(window.sheet.isVisible, timeout=PATIENCE)
    window.next.click()
    assert window.sheet.fault.text().startswith("These are not the groups")
    ask.paths.append(tmp_path / "sheet.pdf")
    window.sheet.save.click()
    qtbot.waitUntil(window.sheet.saved.isVisible, timeout=PATIENCE)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    for line, group in zip(window.sheet.typed, window.sheet.asked(), strict=True):
        type_text(line, group.lower())
    window.next.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)
    assert getattr(opened[0], "locality_name", "") == "Jyväskylä"
    assert (tmp_path / "books" / "jyvaskyla").is_dir()


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed book of Turku, and its recovery code."""
    folder = tmp_path_factory.mktemp("books") / "turku"
    made, code = bootstrap.new_book(folder, locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE)
    made.close(back_up=False)
    return folder, code


def test_a_wrong_passphrase_is_told_in_place_and_the_right_one_opens(
    program: App, qtbot: QtBot, opened: list[object], book: tuple[Path, str]
) -> None:
    program.show_unlock(book[0])
    window = program.window
    assert isinstance(window, UnlockWindow)
    window.open.click()
    assert window.fault.text() == "Type the passphrase first."
    type_text(window.passphrase.line, "something else")
    press(window.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Caps Lock" in window.fault.text(), timeout=PATIENCE)
    assert window.passphrase.line.selectedText()
    type_text(window.passphrase.line, PASSPHRASE)
    press(window.passphrase.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)


def test_the_recovery_sheet_opens_the_book_too(program: App, qtbot: QtBot, opened: list[object], book: tuple[Path, str]) -> None:
    program.show_unlock(book[0])
    window = program.window
    assert isinstance(window, UnlockWindow)
    window.other_way.click()
    type_text(window.sheet, book[1].lower())
    window.open.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)


def test_another_book_is_chosen_through_the_seam_and_a_missing_one_is_told(
    program: App, qtbot: QtBot, ask: Script, book: tuple[Path, str], tmp_path: Path
) -> None:
    program.show_unlock(book[0])
    window = program.window
    assert isinstance(window, UnlockWindow)
    ask.paths.append(tmp_path / "nothing")
    window.other_book.click()
    type_text(window.passphrase.line, PASSPHRASE)
    window.open.click()
    qtbot.waitUntil(lambda: bool(window.fault.text()), timeout=PATIENCE)
    assert ask.faults == []


def test_nothing_heavy_is_loaded_before_the_unlock_window_is_shown() -> None:
    code = """if True:
        import sys
        from PySide6.QtWidgets import QApplication
        from pathlib import Path
        from coordinator_app.gui.app import App
        from coordinator_app.gui.kit.memory import Memory
        program = App(QApplication([]), Memory(Path("none.ini")), Path("books"))
        program.show_unlock(Path("none"))
        program.kit.tasks.stop()
        print(sorted({"sqlalchemy", "alembic", "typst", "icalendar", "sqlcipher3", "holidays", "phonenumbers"} & set(sys.modules)))
        """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_a_locality_gets_a_code_from_its_name() -> None:
    assert [locality_code(name) for name in ("Turku", " Jyväskylä ", "Pohjois-Karjala", "Åbo", "!")] == [
        "turku",
        "jyvaskyla",
        "pohjois-karjala",
        "abo",
        "",
    ]


def test_a_longer_passphrase_is_a_better_one() -> None:
    assert len({strength(typed) for typed in ("", "short", "longer one", PASSPHRASE + " ja pitkä")}) == 4
