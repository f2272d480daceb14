"""From a fresh laptop to an open book, back in with the passphrase, the sheet or a backup, and out again with nothing lost."""

import datetime as dt
import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from coordinator_app import bootstrap
from coordinator_app.core import groups, people
from coordinator_app.core.errors import CannotWrite, Refused
from coordinator_app.core.kinds import Rule
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.gui.app import App
from coordinator_app.gui.first_start.window import FirstStartWindow
from coordinator_app.gui.kit.theme import Mode
from coordinator_app.gui.main_window import MainWindow
from coordinator_app.gui.screens import places
from coordinator_app.gui.unlock.window import UnlockWindow
from coordinator_app.i18n import N_, Language
from tests.book import StoppedClock
from tests.gui.conftest import Script
from tests.gui.keys import press, type_text
from tests.gui.program import PASSPHRASE, main_window, running, settle, unlock, unlock_window


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, ask: Script, clock: StoppedClock) -> Iterator[App]:
    with running(qapp, tmp_path, ask, clock) as program:
        yield program
    assert ask.faults == []


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed book of Turku with one backup, and its recovery code."""
    folder = tmp_path_factory.mktemp("books") / "turku"
    book, code = bootstrap.new_book(
        folder, locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE, clock=StoppedClock()
    )
    book.close()
    return folder, code


@pytest.fixture
def turku(made: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy of that book."""
    folder = tmp_path / "books" / "turku"
    for path in made[0].rglob("*"):
        if path.is_file():
            (folder / path.relative_to(made[0]).parent).mkdir(parents=True, exist_ok=True)
            (folder / path.relative_to(made[0])).write_bytes(path.read_bytes())
    return folder


def first_start(program: App) -> FirstStartWindow:
    assert isinstance(program.window, FirstStartWindow)
    return program.window


def until_told(program: App, qtbot: QtBot, part: str) -> None:
    """Waits until the unlock window says a sentence with this in it."""
    window = unlock_window(program)
    qtbot.waitUntil(lambda: part in window.fault.text())


def names(book: bootstrap.OpenBook) -> list[str]:
    return [row.name for row in book.database.read(people.listing, today=book.clock.today())]


def people_in(program: App, qtbot: QtBot) -> list[str]:
    answers: list[list[str]] = []
    program.kit.tasks.with_book(names, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def add_person(program: App, name: str) -> None:
    program.kit.tasks.write(people.add, lambda _: None, name=name, today=program.kit.clock.today())


def test_five_steps_lead_to_a_filled_home(program: App, qtbot: QtBot, ask: Script, tmp_path: Path) -> None:
    program.start()
    window = first_start(program)
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
    qtbot.waitUntil(window.sheet.isVisible)
    window.next.click()
    assert window.sheet.fault.text().startswith("These are not the groups")
    ask.paths.append(tmp_path / "sheet.pdf")
    window.sheet.save.click()
    qtbot.waitUntil(window.sheet.saved.isVisible)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    for line, group in zip(window.sheet.typed, window.sheet.asked(), strict=True):
        type_text(line, group.lower())
    window.next.click()
    home = main_window(program, qtbot)
    settle(program, qtbot)
    assert "Jyväskylä" in home.windowTitle()
    assert (tmp_path / "books" / "jyvaskyla").is_dir()
    assert any("group" in label.text().lower() for label in home.findChildren(QLabel) if label.isVisible())


def make(program: App, qtbot: QtBot, name: str, *, practice: bool = False) -> FirstStartWindow:
    """The first start up to the recovery sheet."""
    window = first_start(program)
    window.next.click()
    type_text(window.locality.name, name)
    window.next.click()
    if practice:
        window.beginning.practice.click()
    window.next.click()
    window.passphrase.once.toggle.click()
    type_text(window.passphrase.once.line, PASSPHRASE)
    window.next.click()
    qtbot.waitUntil(lambda: window.sheet.isVisible() or window.passphrase.fault.isVisible())
    return window


def test_the_practice_town_opens_full_of_life_and_says_what_it_is(program: App, qtbot: QtBot, tmp_path: Path) -> None:
    program.start()
    window = make(program, qtbot, "Turku", practice=True)
    for line, group in zip(window.sheet.typed, window.sheet.asked(), strict=True):
        type_text(line, group)
    window.next.click()
    shown = main_window(program, qtbot)
    settle(program, qtbot)
    assert len(people_in(program, qtbot)) > 100
    assert any(label.text().startswith("Practice town") for label in shown.findChildren(QLabel) if label.isVisible())
    assert (tmp_path / "books" / "turku-practice").is_dir()


def test_a_book_whose_sheet_was_not_typed_back_is_asked_for_next_time(program: App, qtbot: QtBot, tmp_path: Path) -> None:
    program.start()
    window = make(program, qtbot, "Turku")
    with qtbot.waitSignal(program.ended):
        window.close()
        program.end()
    assert program.kit.memory.text("book/folder") == str(tmp_path / "books" / "turku")


def test_a_second_book_of_a_town_gets_a_folder_of_its_own(program: App, qtbot: QtBot, turku: Path) -> None:
    program.show_first_start()
    make(program, qtbot, "Turku")
    assert program.kit.memory.text("book/folder") == str(turku.parent / "turku-2")


def test_a_place_that_takes_no_book_is_told_and_another_one_chosen(program: App, qtbot: QtBot, ask: Script, tmp_path: Path) -> None:
    (tmp_path / "books").write_text("a file stands where the folder should be")
    program.start()
    window = make(program, qtbot, "Turku")
    assert str(tmp_path / "books") in window.passphrase.fault.text()
    ask.paths.append(tmp_path / "elsewhere")
    window.elsewhere.click()
    window.next.click()
    qtbot.waitUntil(window.sheet.isVisible)
    assert (tmp_path / "elsewhere" / "turku" / "book.db").is_file()


def test_a_wrong_passphrase_is_told_in_place_and_the_right_one_opens(program: App, qtbot: QtBot, turku: Path) -> None:
    program.show_unlock(turku)
    window = unlock_window(program)
    window.open.click()
    assert window.fault.text() == "Type the passphrase first."
    type_text(window.passphrase.line, "something else")
    press(window.passphrase.line, Qt.Key.Key_Return)
    until_told(program, qtbot, "Caps Lock")
    assert window.passphrase.line.selectedText()
    type_text(window.passphrase.line, PASSPHRASE)
    press(window.passphrase.line, Qt.Key.Key_Return)
    main_window(program, qtbot)


def test_the_recovery_sheet_opens_the_book_too(program: App, qtbot: QtBot, made: tuple[Path, str], turku: Path) -> None:
    program.show_unlock(turku)
    window = unlock_window(program)
    window.other_way.click()
    type_text(window.sheet, made[1].lower())
    window.open.click()
    main_window(program, qtbot)


def test_a_book_that_is_gone_is_told_at_once_and_another_one_can_be_chosen(
    program: App, qtbot: QtBot, ask: Script, turku: Path, tmp_path: Path
) -> None:
    program.kit.memory.keep("book/folder", str(tmp_path / "unplugged" / "turku"))
    program.start()
    window = unlock_window(program)
    assert window.fault.text().startswith("There is no book in ")
    assert "unplugged" in window.fault.text()
    assert all(way.isVisible() for way in (window.other_book, window.new_book))
    ask.paths.append(turku)
    window.other_book.click()
    assert not window.fault.isVisible()
    type_text(window.passphrase.line, PASSPHRASE)
    window.open.click()
    main_window(program, qtbot)
    assert program.kit.memory.text("book/folder") == str(turku)


def test_meetings_that_fell_due_while_the_book_lay_unopened_come_soon_after_home(
    program: App, qtbot: QtBot, turku: Path, clock: StoppedClock
) -> None:
    book = bootstrap.open_book(turku, passphrase=PASSPHRASE, clock=clock)
    rule = SlotRule(rule=Rule.WEEKLY, weekday=1, starts=dt.time(18), minutes=90, valid_from=clock.today())
    book.database.write(groups.add, name="Miesten ilta", today=clock.today(), slots=(groups.SlotForm(rule),))
    book.close()
    clock.pass_by(days=700)
    window = unlock(program, turku, qtbot)
    qtbot.waitUntil(lambda: any(each.text().endswith("Miesten ilta") for each in window.findChildren(QPushButton)))


def test_a_damaged_book_is_told_and_its_newest_good_backup_opened(program: App, qtbot: QtBot, turku: Path, clock: StoppedClock) -> None:
    book = bootstrap.open_book(turku, passphrase=PASSPHRASE, clock=clock)
    book.database.write(people.add, name="Matti Meikäläinen", today=clock.today())
    book.close()
    data = bytearray((turku / "book.db").read_bytes())
    data[100] ^= 1
    (turku / "book.db").write_bytes(data)
    program.show_unlock(turku)
    window = unlock_window(program)
    assert not window.bring_back.isVisible()
    type_text(window.passphrase.line, PASSPHRASE)
    window.open.click()
    until_told(program, qtbot, "damaged")
    window.bring_back.click()
    main_window(program, qtbot)
    settle(program, qtbot)
    assert people_in(program, qtbot) == ["Matti Meikäläinen"]
    assert list(turku.glob("set-aside_*/book.db"))


def test_a_book_that_another_program_has_open_is_told(program: App, qtbot: QtBot, turku: Path) -> None:
    code = """if True:
        import sys
        from pathlib import Path
        from coordinator_app import bootstrap
        book = bootstrap.open_book(Path(sys.argv[1]), passphrase=sys.argv[2])
        print("open", flush=True)
        sys.stdin.read()
        book.close(back_up=False)
        """
    command = [sys.executable, "-c", code, str(turku), PASSPHRASE]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        program.show_unlock(turku)
        window = unlock_window(program)
        type_text(window.passphrase.line, PASSPHRASE)
        window.open.click()
        until_told(program, qtbot, "open in another window or command")
    # The other one has ended: the same window opens the book now.
    window.open.click()
    main_window(program, qtbot)


def test_locking_stores_what_is_typed_and_leaves_nothing_on_the_screen(program: App, qtbot: QtBot, turku: Path) -> None:
    window = unlock(program, turku, qtbot)
    add_person(program, "Matti Meikäläinen")
    settle(program, qtbot)
    for place in places(program.kit):
        window.go(place.name)
        settle(program, qtbot)
    QApplication.clipboard().setText("Matti Meikäläinen")
    program.lock()
    assert isinstance(program.window, UnlockWindow)
    assert QApplication.clipboard().text() == ""
    del window
    qtbot.waitUntil(lambda: not [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)])
    gc.collect()
    assert not [each for each in gc.get_objects() if isinstance(each, MainWindow) and isValid(each)]
    unlock(program, turku, qtbot)
    assert people_in(program, qtbot) == ["Matti Meikäläinen"]
    # What the first window left behind would stumble over its own remains now.
    for language in Language:
        program.kit.voice.speak(language)
    program.kit.theme.set_mode(Mode.DARK)
    program.kit.theme.set_percent(150)
    add_person(program, "Toinen")
    settle(program, qtbot)


def test_ten_idle_minutes_lock_the_book(program: App, qtbot: QtBot, turku: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coordinator_app.gui.idle.IDLE_MINUTES", 0.01)
    unlock(program, turku, qtbot)
    qtbot.waitUntil(lambda: isinstance(program.window, UnlockWindow))


def test_the_end_makes_a_backup_only_when_something_changed(program: App, qtbot: QtBot, turku: Path) -> None:
    before = len(bootstrap.backups_in(turku / "backups"))
    unlock(program, turku, qtbot)
    program.lock()
    unlock(program, turku, qtbot)
    settle(program, qtbot)
    unchanged = len(bootstrap.backups_in(turku / "backups"))
    add_person(program, "Matti")
    with qtbot.waitSignal(program.ended):
        main_window(program, qtbot).close()
    assert unchanged == before
    assert len(bootstrap.backups_in(turku / "backups")) == before + 1
    again = bootstrap.open_book(turku, passphrase=PASSPHRASE)
    assert names(again) == ["Matti"]
    again.close(back_up=False)


def test_a_backup_that_fails_at_the_end_is_told_before_the_program_ends(
    program: App, qtbot: QtBot, ask: Script, turku: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlock(program, turku, qtbot)
    add_person(program, "Matti")
    settle(program, qtbot)

    def full(*_: object) -> None:
        raise CannotWrite(N_("The disk is full."))

    monkeypatch.setattr("coordinator_app.storage.backup.make", full)
    with qtbot.waitSignal(program.ended):
        main_window(program, qtbot).close()
    assert ask.told == ["The disk is full."]
    monkeypatch.undo()
    again = bootstrap.open_book(turku, passphrase=PASSPHRASE)
    assert names(again) == ["Matti"]
    again.close(back_up=False)


def test_a_refusal_after_locking_is_told_although_no_banner_is_left(program: App, ask: Script, turku: Path) -> None:
    program.show_unlock(turku)
    program.kit.tasks.failed.emit(Refused(N_("The disk is full.")))
    assert ask.told == ["The disk is full."]


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


def test_the_program_starts_and_ends_by_its_front_door() -> None:
    code = """if True:
        import sys
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
        from coordinator_app.__main__ import main
        from coordinator_app.gui import app

        class Watched(app.App):
            def start(self):
                super().start()
                print(type(self.window).__name__, self.window.isVisible())
                QTimer.singleShot(0, self.window.close)

        app.App = Watched
        sys.argv = ["coordinator"]
        sys.exit(main())
        """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    said = [line for line in done.stderr.splitlines() if not line.startswith("This plugin does not support")]
    assert (done.returncode, done.stdout.strip(), said) == (0, "FirstStartWindow True", [])
