"""The import screen in the real window over a real book: looked at first, taken in, undone; what cannot be read says why."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from coordinator_app.core import people
from coordinator_app.core.importing import Action, Fate, Subject
from coordinator_app.core.kinds import ContactKind, PersonRole
from coordinator_app.core.people import GivenContact
from coordinator_app.gui.importing.screen import ImportingScreen
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import Language
from tests.gui.conftest import Script
from tests.gui.keys import press
from tests.gui.program import new_book
from tests.gui.room import Room, opened_room

TODAY = dt.date(2026, 10, 6)
TABLE = """Nimi;Puhelin;Sähköposti;Kengännumero
Rauno Hakala;050 000 0010;rauno@esimerkki.invalid;44
Matti Meikäläinen;040 123 4567;matti@esimerkki.invalid;43
Matti Meikäläinen;040 123 4567;matti@esimerkki.invalid;43
Joonas Altonen;;joonas@esimerkki.invalid;42
<b>Veli</b>;;x@esimerkki.invalid;41
"""
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Sjöblom;Kaj;;;\r\nFN:Kaj Sjöblom\r\nTEL:0401112223\r\nEND:VCARD\r\n"


@pytest.fixture
def at(kit: Kit, qtbot: QtBot, own_book: Path) -> Iterator[tuple[Room, ImportingScreen]]:
    with opened_room(kit, qtbot, own_book, ImportingScreen) as opened:
        yield opened


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def known(room: Room) -> None:
    """Two men the file knows too: one with another e-mail, one whose name is nearly the same."""
    phone = GivenContact(ContactKind.PHONE, "050 000 0010")
    room.write(people.add, name="Rauno Hakala", today=TODAY, contacts=[phone])
    room.write(people.add, name="Joonas Aaltonen", today=TODAY)


def bring(room: Room, screen: ImportingScreen, *paths: Path) -> None:
    screen.bring(list(paths))
    room.qtbot.waitUntil(lambda: all(path in screen.files for path in paths) and not screen.work.isVisible())
    room.settle()


def shown(screen: ImportingScreen) -> list[tuple[str, str, str]]:
    """Name, state and what is done, as the table tells."""
    model = screen.file.table.model()
    return [(model.index(row, 1).data(), model.index(row, 2).data(), model.index(row, 3).data()) for row in range(model.rowCount())]


def names(room: Room) -> list[str]:
    return [row.name for row in room.ask(people.listing, today=TODAY)]


def seen(within: QWidget) -> str:
    return "\n".join(label.text() for label in within.findChildren(QLabel) if label.isVisible())


def test_the_preview_tells_how_it_was_read_and_what_becomes_of_each_row(at: tuple[Room, ImportingScreen], table: Path) -> None:
    room, screen = at
    known(room)
    bring(room, screen, table)
    assert shown(screen) == [
        ("Rauno Hakala", "changes", "take the changes"),
        ("Matti Meikäläinen", "new", "take in"),
        ("Matti Meikäläinen", "twice in the file", "leave out"),
        ("Joonas Altonen", "looks like one in the book", "add as new"),
        ("<b>Veli</b>", "new", "take in"),
    ]
    told = seen(screen.file.read)
    assert "UTF-8" in told
    assert "Kengännumero: not read" in told
    assert "Puhelin: Phone" in told
    assert screen.file.taker.text() == "Take in 4 rows"
    assert names(room) == ["Joonas Aaltonen", "Rauno Hakala"]


def test_what_is_chosen_is_taken_in_after_a_backup_and_one_undo_takes_it_back(at: tuple[Room, ImportingScreen], table: Path) -> None:
    room, screen = at
    known(room)
    before = names(room)
    bring(room, screen, table)
    screen.file.table.choose((Subject.PERSON, 3))
    same_as = next(each for each in screen.file.panel.options if each.text() == "the same as Joonas Aaltonen")
    same_as.click()
    screen.file.table.choose((Subject.PERSON, 4))
    screen.file.table.setFocus()
    press(screen.file.table, Qt.Key.Key_Return)
    assert shown(screen)[4][2] == "leave out"
    screen.file.role.show(PersonRole.PARTICIPANT)
    screen.file.role.edited()
    assert screen.file.taker.text() == "Take in 3 rows"
    screen.file.taker.click()
    room.settle()
    assert room.whole.backups == 1
    assert screen.outcome.sentence.text() == "Taken in: 1 added, 2 changed, 2 left out."
    assert len(names(room)) == 3
    (added,) = [row for row in room.ask(people.listing, today=TODAY) if row.name == "Matti Meikäläinen"]
    assert added.roles == (PersonRole.PARTICIPANT,)
    assert room.window is not None
    assert room.window.undo.undo_action.text() == "Undo: bring in from a file"
    room.window.undo.undo()
    room.settle()
    assert names(room) == before
    assert screen.file.taker.isVisible()
    assert screen.file.taker.text() == "Take in 3 rows"


def test_rows_of_one_fate_can_be_listed_alone(at: tuple[Room, ImportingScreen], table: Path) -> None:
    room, screen = at
    bring(room, screen, table)
    repeated = screen.file.totals.buttons[Fate.REPEATED]
    assert repeated.text() == "1 twice in the file"
    repeated.click()
    assert [row[0] for row in shown(screen)] == ["Matti Meikäläinen"]
    repeated.click()
    assert len(shown(screen)) == 5


def test_several_files_have_each_a_result_of_its_own(at: tuple[Room, ImportingScreen], table: Path, tmp_path: Path, ask: Script) -> None:
    room, screen = at
    card, wrong = tmp_path / "kaj.vcf", tmp_path / "lista.pdf"
    card.write_text(CARD, encoding="utf-8")
    wrong.write_bytes(b"%PDF-1.4")
    bring(room, screen, table, card, wrong, tmp_path / "missing.csv")
    screen.bar.buttons[2].click()
    assert screen.outcome.fault.text() == "lista.pdf is a PDF, which is for reading only. Ask for the table it was made from."
    screen.bar.buttons[3].click()
    assert screen.outcome.fault.text() == "missing.csv is not there any more. Choose it again."
    screen.bar.buttons[1].click()
    assert shown(screen) == [("Kaj Sjöblom", "new", "take in")]
    screen.file.taker.click()
    room.settle()
    assert names(room) == ["Kaj Sjöblom"]
    screen.bar.buttons[0].click()
    assert screen.file.taker.text() == "Take in 4 rows"


def test_a_file_brought_in_twice_changes_nothing(at: tuple[Room, ImportingScreen], table: Path) -> None:
    room, screen = at
    bring(room, screen, table)
    screen.file.taker.click()
    room.settle()
    bring(room, screen, table)
    assert screen.file.taker.text() == "Nothing to take in"
    assert not screen.file.taker.isEnabled()


def test_files_are_dropped_onto_the_screen(at: tuple[Room, ImportingScreen], table: Path) -> None:
    room, screen = at
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table))])
    nothing, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    QApplication.sendEvent(screen.widget, QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, nothing))
    QApplication.sendEvent(screen.widget, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, nothing))
    room.qtbot.waitUntil(lambda: table in screen.files)
    room.settle()
    assert screen.file.table.isVisible()


def test_files_are_chosen_and_the_rows_can_be_called_something_else(at: tuple[Room, ImportingScreen], table: Path, ask: Script) -> None:
    room, screen = at
    ask.paths = [table]
    screen.choose()
    room.qtbot.waitUntil(lambda: table in screen.files)
    room.settle()
    assert screen.file.read.subject.read() is Subject.PERSON
    screen.file.read.subject.show(Subject.ORGANISATION)
    screen.file.read.subject.edited()
    room.qtbot.waitUntil(lambda: screen.files[table].subject() is Subject.ORGANISATION)
    assert {row.subject for row in screen.files[table].rows} == {Subject.ORGANISATION}


def test_a_backup_that_cannot_be_made_leaves_everything_as_it_was(kit: Kit, qtbot: QtBot, table: Path, tmp_path: Path) -> None:
    folder = tmp_path / "turku"

    with opened_room(kit, qtbot, folder, ImportingScreen, lambda: new_book(folder)) as (room, screen):
        bring(room, screen, table)
        backups = folder / "backups"
        backups.rmdir() if backups.is_dir() else None
        backups.write_bytes(b"in the way")
        screen.file.taker.click()
        room.settle()
        assert screen.file.fault.text()
        assert names(room) == []
        backups.unlink()
        screen.file.taker.click()
        room.settle()
        assert len(names(room)) == 4
        assert len(list(backups.iterdir())) == 1


def test_texts_of_a_file_are_shown_as_they_are(at: tuple[Room, ImportingScreen], tmp_path: Path) -> None:
    room, screen = at
    hostile = tmp_path / "<b>&lista.csv"
    hostile.write_text("Nimi;<i>Muu</i>\n<img src=x>;<b>9</b>\n", encoding="utf-8")
    room.write(people.add, name="<img src=x>", today=TODAY)
    bring(room, screen, hostile)
    screen.file.table.choose((Subject.PERSON, 0))
    assert "<i>Muu</i>: not read" in seen(screen.file.read)
    assert [each.text() for each in screen.file.panel.options][1] == "the same as <img src=x>"
    for label in screen.widget.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or label.text() == "", label.text()


def test_a_text_that_the_program_says_too_is_not_translated(at: tuple[Room, ImportingScreen], tmp_path: Path) -> None:
    room, screen = at
    room.write(people.add, name="Kaj Sjöblom", today=TODAY, contacts=[GivenContact(ContactKind.PHONE, "040 111 2223")])
    card = tmp_path / "kaj.vcf"
    card.write_text(CARD.replace("FN:", "TITLE:Home\r\nFN:"), encoding="utf-8")
    room.kit.voice.speak(Language.FI)
    bring(room, screen, card)
    screen.file.table.choose((Subject.PERSON, 0))
    assert room.kit.voice.words("Home") != "Home"
    assert ": Home" in seen(screen.file.panel)


def test_every_control_has_a_name_in_every_language(at: tuple[Room, ImportingScreen], table: Path) -> None:
    room, screen = at
    known(room)
    bring(room, screen, table)
    screen.file.table.choose((Subject.PERSON, 3))
    for language in Language:
        room.kit.voice.speak(language)
        for control in screen.widget.findChildren(QWidget):
            if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert control.accessibleName() or getattr(control, "text", str)(), control


def test_tab_goes_from_the_rows_to_the_choice_and_on_to_the_button(at: tuple[Room, ImportingScreen], table: Path) -> None:
    room, screen = at
    known(room)
    bring(room, screen, table)
    screen.file.table.choose((Subject.PERSON, 3))
    room.settle()
    screen.file.table.setFocus()
    passed: list[QWidget | None] = []
    for _ in range(3):
        focused = QApplication.focusWidget()
        assert focused is not None
        press(focused, Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    assert passed == [screen.file.panel.options[0], screen.file.role.focus, screen.file.taker]


def test_comparing_again_asks_a_fixed_number_of_statements(at: tuple[Room, ImportingScreen], tmp_path: Path) -> None:
    room, screen = at
    counted: list[str] = []
    event.listen(room.whole.database._engine, "before_cursor_execute", lambda *args: counted.append(args[2]))

    def asked(rows: int) -> int:
        path = tmp_path / f"{rows}.csv"
        path.write_text("Nimi;Puhelin\n" + "".join(f"Mies {n};040 {n:07}\n" for n in range(rows)), encoding="utf-8")
        screen.files.clear()
        bring(room, screen, path)
        counted.clear()
        screen.reload()
        room.settle()
        return len(counted)

    assert asked(2) == asked(60)


def test_a_proposal_chosen_again_is_no_choice(at: tuple[Room, ImportingScreen], table: Path) -> None:
    room, screen = at
    bring(room, screen, table)
    file = screen.files[table]
    row = file.rows[2]
    assert file.choice(row) is not None
    for _ in range(2):
        screen.file._next_choice(row)
    assert file.chosen == {}
    screen.file._next_choice(row)
    assert [choice.action for choice in file.chosen.values()] == [Action.ADD]
    assert screen.file.taker.text() == "Take in 5 rows"
