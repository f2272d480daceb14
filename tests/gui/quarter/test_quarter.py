"""The quarter in the real window over a real book: looked at, asked why, answered, sent, revised, and what the office sends."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator_app.core import catalogue, checks, indicators, sample, summary
from coordinator_app.core.figures import ALL
from coordinator_app.core.kinds import Basis, FigureStatus, MeetingState, SummaryKind
from coordinator_app.core.meetings import count
from coordinator_app.core.model import Group, SigningKey
from coordinator_app.core.periods import Period
from coordinator_app.core.receipts import Question, Receipt
from coordinator_app.exchange import network_file, receipt_file, summary_file
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.theme import Mode
from coordinator_app.gui.quarter import reading
from coordinator_app.gui.quarter.one_quarter import CHECKS, SENT, WORDS
from coordinator_app.gui.quarter.screen import QuarterScreen
from coordinator_app.i18n import Language
from coordinator_app.storage.database import Database
from tests.book import FAST, KEY, StoppedClock
from tests.core import rows
from tests.exchange.summaries import IDENTITY, LOCAL_KEY, NETWORK, OFFICE_KEY, OTHER_KEY
from tests.gui.conftest import Script
from tests.gui.keys import press, type_text
from tests.gui.room import Room, opened_room

TODAY = dt.date(2026, 10, 6)
NOW = dt.datetime(2026, 10, 6, 18, 5, tzinfo=dt.timezone(dt.timedelta(hours=3)))
Q3 = Period(2026, 3)
CTRL = Qt.KeyboardModifier.ControlModifier
At = tuple[Room, QuarterScreen]
SHIPPED = catalogue.shipped()


def begin(session: Session) -> None:
    """A group that met and was counted every week of the quarter, its volunteers known; and the key that signs."""
    session.add(SigningKey(epoch=1, private=LOCAL_KEY.private, created=NOW))
    group = rows.group(session, name="Tiistairyhmä", started=dt.date(2025, 1, 1))
    for week in range(13):
        on = Q3.first + week * dt.timedelta(weeks=1)
        rows.meeting(session, group, on, MeetingState.COUNTED, headcount=8, newcomers=1, remote=0, children=0)
    for indicator in ("volunteers.hours", "volunteers.active"):
        indicators.state(session, period=Q3, indicator=indicator, of="peer", value=20, basis=Basis.ESTIMATE)


def forget(session: Session) -> None:
    """The last meeting was not recorded, and a sensitive group met."""
    begin(session)
    group = session.scalar(select(Group.id))
    assert group is not None
    rows.meeting(session, group, Q3.last, MeetingState.PLANNED)
    other = rows.group(session, name="Eroryhmä", service="divorce", started=dt.date(2026, 7, 1))
    for week in range(13):
        rows.meeting(session, other, Q3.first + week * dt.timedelta(weeks=1), MeetingState.COUNTED, headcount=6, service="divorce")


def book_of(place: Path, empty: Path, fill: Callable[..., Any], **kwargs: Any) -> Path:
    path = place / "book.db"
    path.write_bytes(empty.read_bytes())
    database = Database.open(path, KEY, clock=StoppedClock(), settings=FAST)
    database.write(fill, **kwargs)
    database.close()
    return path


@pytest.fixture
def at(kit: Kit, qtbot: QtBot, empty_book: Path, tmp_path: Path) -> Iterator[At]:
    with opened_room(kit, qtbot, book_of(tmp_path, empty_book, begin), QuarterScreen) as opened:
        opened[0].kit.memory.keep("quarter/folder", str(tmp_path))
        yield opened


@pytest.fixture
def open_ends(kit: Kit, qtbot: QtBot, empty_book: Path, tmp_path: Path) -> Iterator[At]:
    with opened_room(kit, qtbot, book_of(tmp_path, empty_book, forget), QuarterScreen) as opened:
        opened[0].kit.memory.keep("quarter/folder", str(tmp_path))
        yield opened


@pytest.fixture(scope="module")
def town_book(tmp_path_factory: pytest.TempPathFactory, empty_book: Path) -> Path:
    """The book of a year in the made-up town, to be copied."""
    return book_of(tmp_path_factory.mktemp("town"), empty_book, sample.fill, years=1, seed=1, today=TODAY)


@pytest.fixture
def town(kit: Kit, qtbot: QtBot, town_book: Path, tmp_path: Path) -> Iterator[At]:
    path = tmp_path / "book.db"
    path.write_bytes(town_book.read_bytes())
    with opened_room(kit, qtbot, path, QuarterScreen) as opened:
        yield opened


class Budget:
    """Counts keys and clicks."""

    def __init__(self, room: Room) -> None:
        self.room, self.spent = room, 0

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.spent += 1
        assert self.room.window is not None
        press(self.room.window, key, modifiers)
        self.room.settle()

    def answer(self, ask: Script, code: str) -> None:
        self.spent += 1
        ask.answers.append(code)


def sent(room: Room) -> tuple[summary.SentRow, ...]:
    found: tuple[summary.SentRow, ...] = room.ask(summary.sent, period=Q3)
    return found


def test_it_opens_on_the_quarter_that_waits(at: At) -> None:
    _, screen = at
    assert screen.one.period.text() == "July–September 2026"
    assert screen.one.standing.text() == "Ready to send"
    assert screen.one.ledger.text() == (
        "13 meetings planned · counted 13 · not counted 0 · cancelled 0 · not recorded 0 · Complete to 100 %"
    )


def test_a_complete_quarter_leaves_in_three(at: At, tmp_path: Path, qtbot: QtBot) -> None:
    room, screen = at
    budget = Budget(room)
    budget.key(Qt.Key.Key_1, CTRL)
    budget.key(Qt.Key.Key_Return, CTRL)
    assert screen.preview.isVisible()
    assert screen.primary is None
    budget.key(Qt.Key.Key_S, CTRL)
    file = tmp_path / "turku_2026Q3_r1.summary"
    qtbot.waitUntil(file.exists)
    room.settle()
    assert budget.spent == 3
    assert screen.one.standing.text() == "Sent"
    assert screen.one.tabs.currentIndex() == SENT
    qtbot.waitUntil(lambda: f"Saved in {tmp_path}" in texts(screen.one.sent))
    assert [(row.revision, row.sealed) for row in sent(room)] == [(1, False)]


def test_an_incomplete_quarter_says_what_is_missing_and_leaves_in_four(open_ends: At, ask: Script, tmp_path: Path, qtbot: QtBot) -> None:
    room, _ = open_ends
    budget = Budget(room)
    budget.key(Qt.Key.Key_1, CTRL)
    budget.answer(ask, "so")
    budget.key(Qt.Key.Key_Return, CTRL)
    assert "Men's peer group: 1 meeting is not recorded." in ask.asked[0].explanation
    assert ask.asked[0].answers[0].code == "answer"
    budget.key(Qt.Key.Key_S, CTRL)
    qtbot.waitUntil((tmp_path / "turku_2026Q3_r1.summary").exists)
    assert budget.spent == 4
    found = room.ask(checks.answers, period=Q3)
    assert {each.choice for each in found} == {"really_so"}
    room.settle()


def test_questions_are_answered_one_by_one_and_taken_back(open_ends: At, ask: Script) -> None:
    room, screen = open_ends
    ask.answers.append("answer")
    screen.send()
    assert screen.one.tabs.currentIndex() == CHECKS
    card = screen.one.checks.cards["unrecorded", "peer"]
    assert card.choices["break"].hasFocus()
    card.choices["room_closed"].click()
    room.settle()
    assert [(each.of, each.choice) for each in room.ask(checks.answers, period=Q3)] == [("peer", "room_closed")]
    type_text(card.line, "Vesivahinko")
    card.line.editingFinished.emit()
    room.settle()
    assert [each.text for each in room.ask(checks.answers, period=Q3)] == ["Vesivahinko"]
    card.choices["room_closed"].click()
    room.settle()
    assert not room.ask(checks.answers, period=Q3)


def test_a_sensitive_service_is_answered_without_a_text(open_ends: At) -> None:
    room, screen = open_ends
    card = screen.one.checks.cards["volunteers", "divorce"]
    card.choices["other"].click()
    room.settle()
    assert card.finding.answer is not None
    assert card.line.isHidden()


def test_the_present_quarter_is_not_sent_before_it_ends(at: At) -> None:
    room, screen = at
    screen.show_subject(4 * 2026 + 3)
    room.settle()
    assert screen.one.standing.text() == "Goes on"
    screen.send()
    room.settle()
    assert not screen.preview.isVisible()
    assert any("The period ends on 31\u00a0December 2026." in text for text in texts(room.window))


@pytest.mark.parametrize("figure", [("visits.group", ALL), ("meetings.due", "peer"), ("volunteers.hours", ALL), ("enquiries", ALL)])
def test_why_lists_the_records_that_the_figure_is_made_of(town: At, figure: tuple[str, str]) -> None:
    room, screen = town
    screen.one.table.choose(*figure)
    press(screen.one.table, Qt.Key.Key_Return)
    room.settle()
    indicator, of = figure
    behind = room.ask(reading.records_of, period=Q3, indicator=indicator, of=of, today=TODAY)
    assert behind
    assert tuple(screen.one.why.table.rows.rows()) == behind
    total = sum(ref.value or 0 for ref in behind)
    if indicator == "visits.group":
        assert screen.one.table.said_of(*figure)[0] == room.kit.voice.words.number(total)


def test_a_record_opens_where_it_lives(at: At) -> None:
    room, screen = at
    screen.one.ask_why("visits.group", ALL)
    room.settle()
    first = screen.one.why.table.rows.row_at(0)
    screen.one.why.table.choose((first.kind, first.id))
    press(screen.one.why.table, Qt.Key.Key_Return)
    screen.one.ask_why("groups.active", ALL)
    room.settle()
    group = screen.one.why.table.rows.row_at(0)
    screen.one.why.table.choose((group.kind, group.id))
    press(screen.one.why.table, Qt.Key.Key_Return)
    assert room.gone == [("attendance", first.id), ("groups", group.id)]


def test_zero_missing_and_not_offered_are_three_things(open_ends: At) -> None:
    table = open_ends[1].one.table
    assert table.said_of("meetings.cancelled") == ("0", "")
    assert table.said_of("visits.group.new", "divorce") == ("–", "not asked")
    assert table.said_of("visits.group.new", "peer") == ("13", "")
    assert table.said_of("men.group", "peer") == ("–", "no data")
    assert table.said_of("activities.held") == ("·", "not offered here")
    assert table.said_of("volunteers.hours", "peer") == ("≈20", "estimate")


def test_a_figure_is_entered_by_hand_and_taken_away(at: At) -> None:
    room, screen = at
    screen.one.ask_why("men.group", "peer")
    room.settle()
    why = screen.one.why
    why.enter.click()
    type_text(why.panel.form.row("value").editor.focus, "14")
    why.panel.taker.click()
    room.settle()
    assert screen.one.table.said_of("men.group", "peer") == ("≈14", "estimate")
    assert [ref.kind for ref in why.table.rows.rows()] == ["stated_figure"]
    why.take_away.click()
    room.settle()
    assert screen.one.table.said_of("men.group", "peer") == ("–", "no data")


def test_a_figure_that_is_computed_cannot_be_entered(at: At) -> None:
    room, screen = at
    screen.one.ask_why("visits.group", "peer")
    room.settle()
    assert screen.one.why.enter.isHidden()


def test_nothing_to_report_is_said_on_purpose(kit: Kit, qtbot: QtBot, empty_book: Path, tmp_path: Path) -> None:
    def bare(session: Session) -> None:
        session.add(SigningKey(epoch=1, private=LOCAL_KEY.private, created=NOW))

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


def test_what_is_said_in_words_is_counted_and_stored(at: At) -> None:
    room, screen = at
    screen.one.show_tab(WORDS)
    box = screen.one.words.box("hard")
    box.setFocus()
    type_text(box, "Tilat olivat täynnä.")
    assert screen.one.words.counter("hard") == "1,980 characters left".replace(",", "\u00a0")
    screen.leave()
    room.settle()
    assert room.ask(summary.said, period=Q3).narrative.hard == "Tilat olivat täynnä."
    box.setPlainText("x" * 2001)
    screen.leave()
    room.settle()
    assert screen.one.words.counter("hard") == "1 character too many"
    assert screen.one.words.texts["hard"].row("hard").fault().startswith("Each text may have")


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
    screen.preview.back.click()
    assert screen.one.isVisible()
    assert not sent(room)


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
    qtbot.waitUntil(lambda: "The office asks about “Visits, groups: Men's peer group”" in texts(screen.one.sent))
    assert "<b>Onko</b> tämä oikein?" in texts(screen.one.sent)
    named(screen.one.sent, "Look at the records").click()
    room.settle()
    assert screen.one.why.isVisible()
    assert screen.one.why.table.rows.rowCount() == 13


def test_a_receipt_signed_by_a_stranger_is_refused(at: At, ask: Script, tmp_path: Path, qtbot: QtBot) -> None:
    room, screen = at
    take_in(room, screen, ask, network(tmp_path), "same")
    qtbot.waitUntil(lambda: room.ask(reading.shown, period=Q3, today=TODAY).office != "")
    room.settle()
    take_in(room, screen, ask, receipt(tmp_path, UUID(int=1), "0" * 64, key=OTHER_KEY))
    qtbot.waitUntil(lambda: bool(room.faults))
    assert "does not trust" in str(room.faults.pop())


def test_quarters_are_walked_by_key_and_none_lies_before_the_records(at: At) -> None:
    room, screen = at
    for _ in range(2):
        screen.one.before.click()
        room.settle()
    assert screen.one.period.text() == "January–March 2026"
    assert not screen.one.before.isEnabled()
    for _ in range(3):
        screen.one.after.click()
        room.settle()
    assert screen.one.period.text() == "October–December 2026"
    assert not screen.one.after.isEnabled()


def test_every_control_has_a_name_and_no_text_is_left_in_english(town: At) -> None:
    room, screen = town
    for language in Language:
        room.kit.voice.speak(language)
        for tab in range(screen.one.tabs.count()):
            screen.one.show_tab(tab)
            for control in screen.widget.findChildren(QWidget):
                if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus and not control.objectName().startswith("qt_"):
                    assert control.accessibleName() or getattr(control, "text", str)(), control


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_wider_than_the_window(town: At, percent: int) -> None:
    room, screen = town
    room.kit.theme.set_mode(Mode.DARK)
    room.kit.theme.set_percent(percent)
    room.kit.voice.speak(Language.FI)
    for tab in range(screen.one.tabs.count()):
        screen.one.show_tab(tab)
        QApplication.processEvents()
        assert room.window is not None
        for control in screen.widget.findChildren(QPushButton):
            if control.isVisible():
                assert control.width() >= control.sizeHint().width(), control.text()
                assert control.mapTo(room.window, control.rect().topRight()).x() <= room.window.width(), control.text()


def send(room: Room, screen: QuarterScreen) -> None:
    screen.send()
    room.settle()
    screen.preview.send.click()
    room.settle()


def take_in(room: Room, screen: QuarterScreen, ask: Script, path: Path, *answers: str) -> None:
    ask.paths.append(path)
    ask.answers += answers
    screen.takes.click()


def network(place: Path) -> Path:
    made = network_file.write(NETWORK, key=OFFICE_KEY)
    path = place / made.name
    path.write_bytes(made.data)
    return path


def receipt(place: Path, file_id: UUID, sha256: str, key: Any = OFFICE_KEY) -> Path:
    question = Question("visits.group", "peer", "<b>Onko</b> tämä oikein?")
    said = Receipt(NETWORK.office_id, NETWORK.reporters[0].type, "turku", Q3, 1, file_id, sha256, NOW, "Kiitos!", (question,))
    made = receipt_file.write(replace(said), key=key)
    path = place / made.name
    path.write_bytes(made.data)
    return path


def texts(within: QWidget | None) -> set[str]:
    assert within is not None
    return {text for each in within.findChildren(QWidget) if not each.isHidden() and isinstance(text := getattr(each, "text", str)(), str)}


def named(within: QWidget, text: str) -> QPushButton:
    return next(each for each in within.findChildren(QPushButton) if each.text() == text and not each.isHidden())
