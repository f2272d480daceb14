"""A contact man's first quarter: from a fresh laptop to the summary and the poster, and everything still there the next day."""

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import pyrage
import pytest
from jwcrypto import jwk
from jwcrypto.jws import JWS
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.bootstrap.documents import POSTER
from coordinator_app.core import meetings
from coordinator_app.core.clock import HELSINKI
from coordinator_app.core.kinds import MeetingState
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.periods import Period
from coordinator_app.exchange import network_file, summary_file
from coordinator_app.gui.attendance.screen import AttendanceScreen
from coordinator_app.gui.first_start.window import FirstStartWindow
from coordinator_app.gui.groups.screen import GroupsScreen
from coordinator_app.gui.printing.screen import PrintingScreen
from coordinator_app.gui.quarter.preview import Preview
from coordinator_app.gui.quarter.screen import QuarterScreen
from coordinator_app.i18n import Language
from tests.book import StoppedClock
from tests.exchange.summaries import IDENTITY, NETWORK, OFFICE_KEY
from tests.gui.conftest import Script
from tests.gui.program import PASSPHRASE, running, unlock
from tests.journeys.hands import Hands

CTRL = Qt.KeyboardModifier.ControlModifier
MEN = [f"Mies {letter}" for letter in "ABCDEFGHIJ"]


def first_start(hands: Hands, qtbot: QtBot) -> None:
    """Five steps: Finnish, Turku, an empty book, a passphrase, and two groups of the recovery sheet typed back."""
    window = hands.program.window
    assert isinstance(window, FirstStartWindow)
    qtbot.waitActive(window)
    hands.click(window.language.languages.buttons[Language.FI])
    hands.click(window.next)
    hands.type("Turku")
    hands.key(Qt.Key.Key_Return)
    hands.click(window.next)
    hands.type(PASSPHRASE)
    hands.key(Qt.Key.Key_Tab)
    hands.key(Qt.Key.Key_Tab)
    hands.type(PASSPHRASE)
    hands.key(Qt.Key.Key_Return)
    qtbot.waitUntil(window.sheet.isVisible)
    first, second = window.sheet.asked()
    hands.type(first)
    hands.key(Qt.Key.Key_Tab)
    hands.type(second)
    hands.key(Qt.Key.Key_Return)
    assert hands.window.windowTitle().startswith("Turku")


def new_group(hands: Hands) -> GroupsScreen:
    """A weekly group in eight fields at most, the day and the place among them."""
    hands.key(Qt.Key.Key_2, CTRL)
    hands.key(Qt.Key.Key_N, CTRL)
    screen = hands.screen("groups", GroupsScreen)
    form = screen.draft.panel.form
    fields = ("name", "service", "often", "weekday", "interval", "nth", "dates", "starts", "minutes", "place", "valid_from")
    assert sum(form.row(name).isVisible() for name in fields) <= 8
    hands.type("Tiistairyhmä")
    for name, typed in (("weekday", ""), ("starts", "18"), ("place", "Järjestötalo"), ("valid_from", "1.10.")):
        hands.tab_to(form.row(name).editor.focus)
        if name == "weekday":
            hands.key(Qt.Key.Key_Down)
            hands.key(Qt.Key.Key_Down)
        elif name == "valid_from":
            hands.key(Qt.Key.Key_A, CTRL)
        hands.type(typed)
    hands.key(Qt.Key.Key_Return)
    assert screen.one.isVisible()
    return screen


def ten_men(hands: Hands, screen: GroupsScreen) -> None:
    """The group keeps first names, and ten men are written down."""
    one = screen.one
    tabs = one.tabs.tabBar()
    hands.click(tabs, page(one.tabs, one.details))
    hands.tab_to(one.details.form.row("names_kept").editor.focus)
    hands.key(Qt.Key.Key_Down)
    hands.click(tabs, page(one.tabs, one.people))
    for man in MEN:
        if not one.people.panel.isVisible():
            hands.click(one.people.adder)
        hands.type(man)
        hands.key(Qt.Key.Key_Return)


def page(tabs: QTabWidget, content: QWidget) -> QPoint:
    """Where the tab is whose page holds this."""
    at = next(at for at in range(tabs.count()) if (page := tabs.widget(at)) and (page.isAncestorOf(content) or page is content))
    return tabs.tabBar().tabRect(at).center()


def tile(screen: GroupsScreen, on: dt.date) -> QPoint:
    """Where the tile of a meeting is on the strip."""
    strip = screen.one.meetings.strip
    model = strip.model()
    for at in range(model.rowCount()):
        if f" {on.day}.{on.month}." in model.index(at, 0).data():
            return strip.visualRect(model.index(at, 0)).center()
    raise AssertionError(f"no meeting on {on}")


def record(hands: Hands, screen: GroupsScreen) -> None:
    """Tonight, 6 October: ten present, in twelve keys at most. Next week: cancelled, in two."""
    tabs = screen.one.tabs.tabBar()
    hands.click(tabs, tabs.tabRect(0).center())
    strip = screen.one.meetings.strip
    hands.click(strip.viewport(), tile(screen, dt.date(2026, 10, 6)))
    hands.click(screen.one.meetings.chosen.record)
    sheet = hands.screen("attendance", AttendanceScreen).sheet
    assert sheet.isVisible()
    assert sheet.roster.model().rowCount() == 10
    with hands.at_most(keys=12):
        hands.type(" " * 10)
        hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_2, CTRL)
    hands.click(strip.viewport(), tile(screen, dt.date(2026, 10, 13)))
    with hands.at_most(keys=2):
        hands.key(Qt.Key.Key_C)
        hands.key(Qt.Key.Key_1)


def answer(hands: Hands, screen: QuarterScreen) -> None:
    """Every question of the quarter gets its first answer."""
    for _ in range(20):
        waiting = [card for card in screen.one.checks.cards.values() if card.choices and card.finding.answer is None]
        if not waiting:
            return
        hands.click(next(iter(waiting[0].choices.values())))
    raise AssertionError("questions are left")


def send(hands: Hands, ask: Script, place: Path, name: str, qtbot: QtBot) -> Path:
    """Ctrl+Enter shows what the office will see, one more lets it leave."""
    hands.key(Qt.Key.Key_Return, CTRL)
    preview = hands.window.findChild(Preview)
    assert isinstance(preview, Preview)
    assert preview.isVisible()
    ask.paths.append(place)
    hands.click(preview.other)
    hands.click(preview.send)
    file = place / name
    qtbot.waitUntil(file.exists)
    hands.wait()
    return file


def verified(signed: bytes) -> bool:
    """Whether another JOSE library verifies the signature with the key that the file names."""
    other = JWS()
    other.allowed_algs = ["Ed25519"]
    other.deserialize(signed.decode("ascii"))
    other.verify(jwk.JWK(**other.jose_header["jwk"]))
    return bool(other.is_valid)


def poster(hands: Hands, ask: Script, place: Path, qtbot: QtBot) -> str:
    """The poster as a PDF, and what another program reads in it."""
    hands.key(Qt.Key.Key_7, CTRL)
    screen = hands.screen("printing", PrintingScreen)
    ask.paths.append(place / "poster.pdf")
    hands.click(screen.gallery.buttons[POSTER])
    hands.click(screen.one.output.save)
    qtbot.waitUntil((place / "poster.pdf").exists)
    hands.wait()
    return subprocess.run(["pdftotext", str(place / "poster.pdf"), "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
def test_a_first_quarter(qapp: QApplication, qtbot: QtBot, tmp_path: Path, ask: Script) -> None:
    clock = StoppedClock(dt.datetime(2026, 10, 6, 20, 5, tzinfo=HELSINKI))
    with running(qapp, tmp_path, ask, clock) as program:
        program.start()
        hands = Hands(program, qtbot)
        first_start(hands, qtbot)
        groups = new_group(hands)
        ten_men(hands, groups)
        record(hands, groups)
        clock.at = dt.datetime(2027, 1, 4, 18, 5, tzinfo=HELSINKI)
        hands.key(Qt.Key.Key_6, CTRL)
        quarter = hands.screen("quarter", QuarterScreen)
        ask.answers.append("answer")
        hands.key(Qt.Key.Key_Return, CTRL)
        answer(hands, quarter)
        open_file = send(hands, ask, tmp_path, "turku_2026Q4_r1.summary", qtbot)
        (tmp_path / "office.network").write_bytes(network_file.write(NETWORK, key=OFFICE_KEY).data)
        ask.paths.append(tmp_path / "office.network")
        ask.answers.append("same")
        hands.click(quarter.takes)
        answer(hands, quarter)
        sealed_file = send(hands, ask, tmp_path, "turku_2026Q4_r2.summary.age", qtbot)
        text = poster(hands, ask, tmp_path, qtbot)
        with qtbot.waitSignal(program.ended):
            hands.window.close()
    assert "Tiistairyhmä" in text and "Järjestötalo" in text and "18.00" in text
    check_files(open_file, sealed_file)
    check_the_next_day(qapp, qtbot, tmp_path, ask, clock)
    assert ask.faults == [] and ask.told == []


def check_files(open_file: Path, sealed_file: Path) -> None:
    """Another library verifies both; only the office can read the sealed one; both say what was recorded."""
    sealed = sealed_file.read_bytes()
    assert pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(IDENTITY)]) != sealed
    for signed in (open_file.read_bytes(), pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(IDENTITY)])):
        assert verified(signed)
        said = {(each.indicator, each.of): each.value for each in summary_file.read(signed, name="").summary.figures}
        assert (said["visits.group", "all"], said["meetings.cancelled", "all"], said["meetings.counted", "all"]) == (10, 1, 1)


def check_the_next_day(qapp: QApplication, qtbot: QtBot, place: Path, ask: Script, clock: StoppedClock) -> None:
    """The program is started again: it asks for the passphrase, and everything is there."""
    clock.pass_by(days=1)
    with running(qapp, place, ask, clock, language=None) as program:
        program.start()
        unlock(program, place / "books" / "turku", qtbot)
        hands = Hands(program, qtbot)
        hands.key(Qt.Key.Key_2, CTRL)
        groups = hands.screen("groups", GroupsScreen)
        rows: dict[dt.date, MeetingRow] = {}
        program.kit.tasks.read(meetings.within, lambda found: rows.update({row.held_on: row for row in found}), span=Period(2026, 4).span)
        hands.wait()
        assert (rows[dt.date(2026, 10, 6)].headcount, rows[dt.date(2026, 10, 13)].state) == (10, MeetingState.CANCELLED)
        current = groups.list.current()
        assert current is not None and current.name == "Tiistairyhmä"
        hands.key(Qt.Key.Key_6, CTRL)
        quarter = hands.screen("quarter", QuarterScreen)
        hands.click(quarter.one.before)
        assert quarter.one.standing.text() == "Lähetetty"
