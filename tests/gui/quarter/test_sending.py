"""A quarter leaves, is revised, and the office answers."""

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot
from sqlalchemy import insert
from sqlalchemy.orm import Session

from coordinator_app.bootstrap import office_files
from coordinator_app.core import indicators
from coordinator_app.core.figures import ALL
from coordinator_app.core.kinds import Basis, FigureStatus, SummaryKind
from coordinator_app.core.meetings import count
from coordinator_app.core.model import SigningKey
from coordinator_app.exchange import summary_file
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.quarter import reading
from coordinator_app.gui.quarter.one_quarter import SENT, WORDS
from coordinator_app.gui.quarter.screen import QuarterScreen
from tests.exchange.summaries import IDENTITY, LOCAL_KEY, OFFICE_KEY, OTHER_KEY
from tests.gui.conftest import Script
from tests.gui.keys import press
from tests.gui.quarter.quarters import NOW, Q3, TODAY, At, book_of, named, network, receipt, send, sent, take_in, texts
from tests.gui.room import opened_room

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_complete_quarter_leaves_and_is_said_to_be_sent(at: At, tmp_path: Path, qtbot: QtBot) -> None:
    room, screen = at
    screen.send()
    room.settle()
    assert screen.preview.isVisible()
    assert screen.primary is None
    screen.preview.send.click()
    file = tmp_path / "turku_2026Q3_r1.summary"
    qtbot.waitUntil(file.exists)
    room.settle()
    assert screen.one.standing.text() == "Sent"
    assert screen.one.tabs.currentIndex() == SENT
    qtbot.waitUntil(lambda: f"Saved in {tmp_path}" in texts(screen.one.sent))
    assert [(row.revision, row.sealed) for row in sent(room)] == [(1, False)]


def test_escape_leads_from_what_the_office_will_see_back_to_the_quarter(at: At) -> None:
    room, screen = at
    screen.send()
    room.settle()
    assert screen.preview.back.hasFocus()
    press(screen.preview.back, Qt.Key.Key_Escape)
    room.settle()
    assert screen.one.isVisible() and not screen.preview.isVisible()
    assert sent(room) == ()


def test_the_present_quarter_is_not_sent_before_it_ends(at: At) -> None:
    room, screen = at
    screen.show_subject(4 * 2026 + 3)
    room.settle()
    assert screen.one.standing.text() == "Under way"
    screen.send()
    room.settle()
    assert not screen.preview.isVisible()
    assert any("The period ends on 31\u00a0December 2026." in text for text in texts(room.window))


def test_nothing_to_report_is_said_on_purpose(kit: Kit, qtbot: QtBot, empty_book: Path, tmp_path: Path) -> None:
    def bare(session: Session) -> None:
        session.execute(insert(SigningKey).values(epoch=1, private=LOCAL_KEY.private, created=NOW))

    with opened_room(kit, qtbot, book_of(tmp_path, empty_book, bare), QuarterScreen) as (room, screen):
        room.kit.memory.keep("quarter/folder", str(tmp_path))
        screen.one.show_tab(WORDS)
        box = screen.one.words.nothing.row("nothing_to_report").editor.focus
        assert isinstance(box, QCheckBox)
        box.click()
        screen.send()
        room.settle()
        screen.send()
        room.settle()
        assert "Nothing to report." in screen.preview.page.text()
        screen.preview.send.click()
        qtbot.waitUntil((tmp_path / "turku_2026Q3_r1.summary").exists)
        assert [row.kind for row in sent(room)] == [SummaryKind.NOTHING]


def test_the_page_is_what_the_office_will_see(open_ends: At, ask: Script) -> None:
    room, screen = open_ends
    ask.answers.append("so")
    screen.send()
    room.settle()
    drafted = screen.preview.summary
    assert drafted is not None
    assert "anyone who gets hold of it can read it" in screen.preview.who.text()
    divorce = drafted.figure("visits.group", "divorce")
    assert divorce is not None
    assert divorce.status is FigureStatus.WITHHELD
    assert screen.preview.table.said_of("visits.group", "divorce") == ("x", "withheld")
    assert screen.preview.table.said_of("visits.group", "peer") == ("104", "")
    assert "Without sensitive services: 14" in screen.preview.page.text()
    screen.preview.back.click()
    assert screen.one.isVisible()
    assert not sent(room)


def test_what_can_be_sealed_since_a_moment_ago_does_not_leave_unsealed(at: At, tmp_path: Path) -> None:
    room, screen = at
    path = network(tmp_path)
    file = office_files.look(path.read_bytes(), name=path.name)
    room.kit.tasks.write(office_files.take_in, lambda _: None, file=file, now=NOW, enrol=True)
    screen.send()
    room.settle()
    assert screen.preview.send.text() == "Seal and save"
    assert "Only Keskustoimisto can open the sealed file." in screen.preview.who.text()


def test_another_folder_is_remembered(at: At, ask: Script, tmp_path: Path, qtbot: QtBot) -> None:
    room, screen = at
    stick = tmp_path / "stick"
    stick.mkdir()
    screen.send()
    room.settle()
    ask.paths += [stick]
    screen.preview.other.click()
    screen.preview.send.click()
    qtbot.waitUntil((stick / "turku_2026Q3_r1.summary").exists)
    room.settle()
    ask.paths += [tmp_path]
    named(screen.one.sent, "Save the file again").click()
    qtbot.waitUntil((tmp_path / "turku_2026Q3_r1.summary").exists)
    assert (tmp_path / "turku_2026Q3_r1.summary").read_bytes() == (stick / "turku_2026Q3_r1.summary").read_bytes()


def test_a_folder_that_is_gone_is_told_and_the_file_can_be_saved_again(at: At, ask: Script, tmp_path: Path, qtbot: QtBot) -> None:
    room, screen = at
    room.kit.memory.keep("quarter/folder", str(tmp_path / "gone"))
    errors: list[str] = []
    room.kit.notice.wrong.connect(errors.append)
    send(room, screen)
    qtbot.waitUntil(lambda: bool(errors))
    assert "could not be written" in errors[0]
    ask.paths += [tmp_path]
    named(screen.one.sent, "Save the file again").click()
    qtbot.waitUntil((tmp_path / "turku_2026Q3_r1.summary").exists)


def test_what_changed_since_it_was_sent_is_shown_and_leaves_as_the_next_revision(at: At, tmp_path: Path, qtbot: QtBot) -> None:
    room, screen = at
    send(room, screen)
    qtbot.waitUntil((tmp_path / "turku_2026Q3_r1.summary").exists)
    refs = room.ask(reading.records_of, period=Q3, indicator="visits.group", of=ALL, today=TODAY)
    room.write(count, meeting=refs[0].id, headcount=12, today=TODAY)
    room.settle()
    assert screen.one.standing.text() == "Changed since sent"
    assert "104 → 108" in texts(screen.one.sent)
    send(room, screen)
    qtbot.waitUntil((tmp_path / "turku_2026Q3_r2.summary").exists)
    room.settle()
    assert screen.one.standing.text() == "Sent"
    assert [row.revision for row in sent(room)] == [2, 1]


def test_a_figure_that_became_an_estimate_is_said_so_in_words(at: At, tmp_path: Path, qtbot: QtBot) -> None:
    room, screen = at
    send(room, screen)
    qtbot.waitUntil((tmp_path / "turku_2026Q3_r1.summary").exists)
    room.write(indicators.state, period=Q3, indicator="men.group", of="peer", value=14, basis=Basis.ESTIMATE)
    room.settle()
    assert "– (no data) → ≈14 (estimate)" in texts(screen.one.sent)


def test_with_the_offices_keys_it_is_sealed(at: At, ask: Script, tmp_path: Path, qtbot: QtBot) -> None:
    room, screen = at
    take_in(room, screen, ask, network(tmp_path), "same")
    qtbot.waitUntil(lambda: room.ask(reading.shown, period=Q3, today=TODAY).office == "Keskustoimisto")
    assert OFFICE_KEY.public.words in ask.asked[0].explanation
    assert ask.asked[0].answers[0].code == "leave"
    room.settle()
    send(room, screen)
    sealed = tmp_path / "turku_2026Q3_r1.summary.age"
    qtbot.waitUntil(sealed.exists)
    opened = summary_file.read(sealed.read_bytes(), name=sealed.name, identities=[IDENTITY])
    assert opened.summary.figure("visits.group", "peer") is not None


def test_words_that_differ_are_not_taken_in(at: At, ask: Script, tmp_path: Path, qtbot: QtBot) -> None:
    room, screen = at
    take_in(room, screen, ask, network(tmp_path), "leave")
    qtbot.waitUntil(lambda: not ask.answers)
    assert room.ask(reading.shown, period=Q3, today=TODAY).office == ""


@pytest.mark.parametrize("data", [b"", b"not a file of ours", b'{"payload": 1}'])
def test_a_wrong_file_gives_one_sentence(at: At, ask: Script, tmp_path: Path, qtbot: QtBot, data: bytes) -> None:
    room, screen = at
    wrong = tmp_path / "kuva.network"
    wrong.write_bytes(data)
    ask.paths.append(wrong)
    screen.takes.click()
    qtbot.waitUntil(lambda: bool(room.faults))
    assert "kuva.network" in str(room.faults.pop())
    room.settle()


def test_a_summary_is_not_taken_in_by_the_one_who_sends_it(at: At, ask: Script, tmp_path: Path, qtbot: QtBot) -> None:
    room, screen = at
    send(room, screen)
    own = tmp_path / "turku_2026Q3_r1.summary"
    qtbot.waitUntil(own.exists)
    ask.paths.append(own)
    screen.takes.click()
    qtbot.waitUntil(lambda: bool(room.faults))
    assert "only the central office takes in" in str(room.faults.pop())


def test_the_offices_question_opens_the_records_behind_it(at: At, ask: Script, tmp_path: Path, qtbot: QtBot) -> None:
    room, screen = at
    take_in(room, screen, ask, network(tmp_path), "same")
    qtbot.waitUntil(lambda: room.ask(reading.shown, period=Q3, today=TODAY).office != "")
    room.settle()
    send(room, screen)
    qtbot.waitUntil(lambda: bool(sent(room)))
    row = sent(room)[0]
    take_in(room, screen, ask, receipt(tmp_path, row.file_id, row.sha256))
    qtbot.waitUntil(lambda: "The office asks about “Visits, groups: Men’s peer group”" in texts(screen.one.sent))
    assert "<b>Onko</b> tämä oikein?" in texts(screen.one.sent)
    items = screen.list._items
    assert [items.item(at).sign for at, each in enumerate(items.rows) if each.period == Q3] == ["1 question"]
    named(screen.one.sent, "Look at the records").click()
    room.settle()
    assert screen.one.why.isVisible()
    assert screen.one.why.table.rows.rowCount() == 13
    table = screen.one.why.table
    table.setFocus()
    table.selectRow(0)
    opened = table.rows.row_at(0)
    press(table, Qt.Key.Key_Return)
    assert room.gone[-1] == ("attendance", opened.id)


def test_a_receipt_signed_by_a_stranger_is_refused(at: At, ask: Script, tmp_path: Path, qtbot: QtBot) -> None:
    room, screen = at
    take_in(room, screen, ask, network(tmp_path), "same")
    qtbot.waitUntil(lambda: room.ask(reading.shown, period=Q3, today=TODAY).office != "")
    room.settle()
    take_in(room, screen, ask, receipt(tmp_path, UUID(int=1), "0" * 64, key=OTHER_KEY))
    qtbot.waitUntil(lambda: bool(room.faults))
    assert "does not trust" in str(room.faults.pop())
