"""Home in the real window over a real book: what needs doing, done by one key, put off, and the days ahead."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from coordinator_app import bootstrap
from coordinator_app.core import activities, groups, home, meetings, rota, sample, settings
from coordinator_app.core.home import NeedKind
from coordinator_app.core.kinds import MeetingState, MemberRole, Organiser
from coordinator_app.core.periods import Span
from coordinator_app.gui.home.need_card import NeedCard
from coordinator_app.gui.home.screen import HomeScreen
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.plain import on_button
from coordinator_app.gui.kit.theme import Mode
from coordinator_app.i18n import Language
from coordinator_app.storage.database import Database
from tests.book import FAST, KEY, StoppedClock
from tests.core import rows
from tests.gui.conftest import FixedClock, Script
from tests.gui.keys import press
from tests.gui.room import Room, opened_room

TODAY = dt.date(2026, 10, 6)
WEEK = dt.timedelta(weeks=1)
HOSTILE = "<b>Veljet</b> & pojat"
At = tuple[Room, HomeScreen]


def begin(session: Session) -> int:
    """Two meetings not recorded, one of them today, and one ahead."""
    group = rows.group(session, name=HOSTILE, started=dt.date(2026, 7, 1))
    for on in (TODAY - WEEK, TODAY, TODAY + WEEK):
        rows.meeting(session, group, on, MeetingState.PLANNED)
    return group


def fill(path: Path, command: Any, **kwargs: Any) -> None:
    database = Database.open(path, KEY, clock=StoppedClock(), settings=FAST)
    database.write(command, **kwargs)
    database.close()


@pytest.fixture
def at(kit: Kit, qtbot: QtBot, own_book: Path) -> Iterator[At]:
    fill(own_book, begin)
    with opened_room(kit, qtbot, own_book, HomeScreen) as opened:
        yield opened


def card(screen: HomeScreen, kind: NeedKind) -> NeedCard:
    return next(each for each in screen.cards if each.need.kind is kind)


def test_the_next_meeting_is_recorded_by_one_key(at: At) -> None:
    room, screen = at
    shown = card(screen, NeedKind.RECORD)
    assert shown.text() == f"2 meetings are not recorded\nNext: {HOSTILE}, today at 18:00–19:30"
    assert room.window is not None
    press(room.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert shown.need.meeting is not None
    assert room.gone == [("attendance", shown.need.meeting.id)]


def test_only_the_first_card_has_the_filled_button(at: At) -> None:
    roles = [each.do.property("role") for each in at[1].cards]
    assert roles[0] == "primary"
    assert "primary" not in roles[1:]


def test_what_was_recorded_goes_away(at: At) -> None:
    room, screen = at
    need = card(screen, NeedKind.RECORD).need
    assert need.meeting is not None
    room.write(meetings.count, meeting=need.meeting.id, headcount=5, today=TODAY)
    room.settle()
    assert card(screen, NeedKind.RECORD).text().startswith("1 meeting is not recorded")


def test_a_card_is_put_off_and_comes_back_by_undo(at: At) -> None:
    room, screen = at
    card(screen, NeedKind.RECORD).later.click()
    room.settle()
    assert NeedKind.RECORD not in {each.need.kind for each in screen.cards}
    assert room.window is not None
    press(room.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    assert NeedKind.RECORD in {each.need.kind for each in screen.cards}


def test_when_all_is_put_away_it_is_quiet(at: At) -> None:
    room, screen = at
    while screen.cards:
        screen.cards[0].not_needed.click()
        room.settle()
    assert "All quiet" in texts(screen.widget)
    assert screen.fortnight.isVisible()


def test_the_summary_leads_to_its_quarter(at: At) -> None:
    room, screen = at
    card(screen, NeedKind.SEND).do.click()
    assert room.gone == [("quarter", 4 * 2026 + 2)]


def test_the_days_ahead_open_what_is_on_them(at: At) -> None:
    room, screen = at
    opens = [each for each in screen.fortnight.findChildren(QPushButton) if on_button(HOSTILE) in each.text()]
    assert len(opens) == 2
    opens[1].click()
    assert room.gone[0][0] == "attendance"
    assert {"Today", "Tue 13\u00a0October 2026", "not recorded"} <= texts(screen.fortnight)


def test_the_days_ahead_tell_who_runs_a_meeting_and_which_has_nobody(at: At) -> None:
    room, screen = at
    (group,) = {row.group for row in room.ask(meetings.within, span=Span(TODAY, TODAY + WEEK))}
    room.write(groups.add_person, group=group, name="Aatu Aalto", today=TODAY, role=MemberRole.COUNSELLOR)
    room.settle()
    assert "nobody runs it" not in texts(screen.widget)
    room.write(rota.share_out, group=group, today=TODAY, until=TODAY)
    room.settle()
    assert {"Aatu Aalto", "nobody runs it"} <= texts(screen.widget)


def test_what_others_organise_today_is_not_said_to_lack_a_record(kit: Kit, qtbot: QtBot, own_book: Path) -> None:
    fill(own_book, groups.add, name="Tiistai", today=TODAY)
    for name, organiser in (("Oma ilta", Organiser.OWN), ("Kaupungin ilta", Organiser.ATTENDED)):
        fill(own_book, activities.add, name=name, kind="social", organiser=organiser, held_on=TODAY)
    with opened_room(kit, qtbot, own_book, HomeScreen) as (_, screen):
        told = {each.text(): each.accessibleDescription() for each in screen.fortnight.findChildren(QPushButton)}
        assert told == {"Oma ilta": "not recorded", "Kaupungin ilta": "organised by another"}


def test_an_empty_book_begins_here(kit: Kit, qtbot: QtBot, own_book: Path) -> None:
    with opened_room(kit, qtbot, own_book, HomeScreen) as (room, screen):
        assert [each.need.kind for each in screen.cards] == [NeedKind.START]
        screen.cards[0].do.click()
        next(each for each in screen.cards[0].findChildren(QPushButton) if each.text() == "Bring in from a file").click()
        assert room.gone == [("groups", None), ("importing", None)]
        assert screen.fortnight.isHidden()


def test_a_copy_goes_to_the_stick(kit: Kit, qtbot: QtBot, ask: Script, tmp_path: Path) -> None:
    def opener() -> bootstrap.OpenBook:
        made, _ = bootstrap.new_book(
            tmp_path / "turku",
            locality_code="turku",
            locality_name="Turku",
            language=Language.EN,
            passphrase="neljä sanaa on hyvä",
            clock=FixedClock(),
        )
        made.database.write(begin)
        return made

    stick = tmp_path / "stick"
    stick.mkdir()
    with opened_room(kit, qtbot, tmp_path, HomeScreen, opener) as (room, screen):
        ask.paths += [None, stick]
        card(screen, NeedKind.BACK_UP).do.click()
        room.settle()
        assert not list(stick.iterdir())
        card(screen, NeedKind.BACK_UP).do.click()
        room.settle()
        assert len(bootstrap.backups_in(stick)) == 1
        assert NeedKind.BACK_UP not in {each.need.kind for each in screen.cards}
        assert room.whole.second_place() == stick
        # Next time the stick is known, and nothing is asked.
        room.write(settings.remember, name=home.BACKED_UP_ELSEWHERE, value="2026-08-01")
        screen.reload()
        room.settle()
        card(screen, NeedKind.BACK_UP).do.click()
        room.settle()
        assert len(bootstrap.backups_in(stick)) == 2


def test_a_holiday_is_told_in_the_language_of_the_day(kit: Kit, qtbot: QtBot, own_book: Path) -> None:
    fill(own_book, begin)
    with opened_room(replace(kit, clock=StoppedClock()), qtbot, own_book, HomeScreen) as (room, screen):
        for language, holiday in ((Language.EN, "All Saints’ Day"), (Language.FI, "Pyhäinpäivä"), (Language.SV, "Alla helgons dag")):
            kit.voice.speak(language)
            room.settle()
            assert holiday in texts(screen.fortnight)


@pytest.mark.parametrize("percent", [100, 200])
def test_it_speaks_three_languages_with_names_on_all_controls_and_nothing_cut_off(
    kit: Kit, qtbot: QtBot, own_book: Path, percent: int
) -> None:
    fill(own_book, sample.fill, years=1, seed=1, today=TODAY)
    with opened_room(kit, qtbot, own_book, HomeScreen) as (room, screen):
        kit.theme.set_mode(Mode.DARK)
        kit.theme.set_percent(percent)
        for language in Language:
            kit.voice.speak(language)
            room.settle()
            assert room.window is not None
            for control in screen.widget.findChildren(QPushButton):
                if control.isVisible():
                    assert control.accessibleName() or control.text()
                    assert control.width() >= control.sizeHint().width(), control.text()
                    assert control.mapTo(room.window, control.rect().topRight()).x() <= room.window.width(), control.text()


def texts(within: QWidget) -> set[str]:
    return {text for each in within.findChildren(QWidget) if each.isVisible() and isinstance(text := getattr(each, "text", str)(), str)}
