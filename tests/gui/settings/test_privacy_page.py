"""The privacy review in the real window: what is over is listed, and done, kept or put off, one by one or all together."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QPushButton

from coordinator_app.core import enquiries, people, retention
from coordinator_app.core.periods import Period
from coordinator_app.core.retention import DueKind
from coordinator_app.gui.kit.screen import PRIVACY_PAGE
from coordinator_app.gui.settings.privacy_page import PrivacyPage
from coordinator_app.gui.settings.screen import SettingsScreen, number_of
from coordinator_app.i18n import Language
from tests.gui.conftest import Script
from tests.gui.room import Room
from tests.gui.settings.conftest import TODAY, names, read_whole

LONG_AGO = dt.date(2024, 9, 1)


def shown(screen: SettingsScreen) -> list[tuple[DueKind, str]]:
    return [(due.kind, due.name) for due in screen.pages.privacy.table.rows.rows()]


def rest(room: Room, screen: SettingsScreen) -> None:
    room.qtbot.waitUntil(screen.pages.privacy.busy.isHidden)
    room.settle()


def opened(room: Room, screen: SettingsScreen, *men: str) -> None:
    for name in men:
        room.write(people.add, name=name, today=LONG_AGO)
    screen.open(number_of(PrivacyPage))
    room.settle()


def test_nothing_is_over_in_a_young_book(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    opened(room, screen)
    assert screen.pages.privacy.nothing.isVisible()
    assert not screen.pages.privacy.doer.isVisible()
    assert number_of(PrivacyPage) == PRIVACY_PAGE


@pytest.mark.parametrize("language", Language)
def test_in_large_text_it_is_read_whole_what_will_happen(at: tuple[Room, SettingsScreen], language: Language) -> None:
    room, screen = at
    room.kit.voice.speak(language)
    room.kit.theme.set_percent(200)
    opened(room, screen, "Aatu Aalto")
    assert room.window is not None
    room.window.resize(1366, 768)
    room.qtbot.waitUntil(lambda: read_whole(screen.pages.privacy.table))


def test_one_is_forgotten_one_kept_and_one_put_off(at: tuple[Room, SettingsScreen], ask: Script) -> None:
    room, screen = at
    opened(room, screen, "Aatu Aalto", "Esko Virta", "Ville Äijälä")
    page = screen.pages.privacy
    assert [name for _, name in shown(screen)] == ["Aatu Aalto", "Esko Virta", "Ville Äijälä"]
    ask.answers.append("forget")
    page.doer.click()
    rest(room, screen)
    assert names(room) == ["Esko Virta", "Ville Äijälä"]
    assert "Aatu Aalto" in ask.asked[0].title
    page.table.choose((DueKind.PARTICIPANT, page.table.rows.rows()[0].person))
    page.keeper.click()
    reason = next(each for each in page.reasons.findChildren(QPushButton) if each.text() == "A matter of his is open")
    reason.click()
    rest(room, screen)
    assert [name for _, name in shown(screen)] == ["Ville Äijälä"]
    page.putter_off.click()
    rest(room, screen)
    assert shown(screen) == []
    assert len(room.ask(retention.due, today=TODAY + dt.timedelta(days=40))) == 1
    assert names(room) == ["Esko Virta", "Ville Äijälä"]


def test_the_button_says_what_it_does_to_the_line_pointed_at(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    person = room.write(people.add, name="Matti", today=TODAY)
    room.write(enquiries.log, on=dt.date(2026, 6, 1), today=TODAY, channel="phone", person=person, note="huoli")
    opened(room, screen, "Aatu Aalto")
    page = screen.pages.privacy
    for kind, said in ((DueKind.PARTICIPANT, "Forget this person"), (DueKind.ENQUIRIES, "Take the names out")):
        (due,) = [each for each in page.table.rows.rows() if each.kind is kind]
        page.table.choose((kind, due.person))
        assert page.doer.text() == said
    room.kit.voice.speak(Language.FI)
    assert page.doer.text() == "Poista nimet"


def test_the_day_is_read_whole(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    opened(room, screen, "Aatu Aalto")
    table = screen.pages.privacy.table
    for language in Language:
        room.kit.voice.speak(language)
        assert table.sizeHintForColumn(1) <= table.columnWidth(1)


def test_all_are_forgotten_together_after_one_question(at: tuple[Room, SettingsScreen], ask: Script) -> None:
    room, screen = at
    men = [f"Mies {number:02}" for number in range(15)]
    opened(room, screen, *men)
    ask.answers += ["keep", "forget"]
    screen.pages.privacy.bulk.click()
    rest(room, screen)
    assert names(room) == men
    assert ask.asked[0].title == "Forget 15 people for good?"
    assert "3 others" in ask.asked[0].explanation
    screen.pages.privacy.bulk.click()
    rest(room, screen)
    assert names(room) == []
    assert shown(screen) == []


def test_old_names_in_enquiries_go_and_an_undo_brings_them_back(at: tuple[Room, SettingsScreen]) -> None:
    room, screen = at
    person = room.write(people.add, name="Matti", today=TODAY)
    day = dt.date(2026, 6, 1)
    room.write(enquiries.log, on=day, today=TODAY, channel="phone", person=person, note="huoli")
    opened(room, screen)
    assert [kind for kind, _ in shown(screen)] == [DueKind.ENQUIRIES]
    screen.pages.privacy.doer.click()
    rest(room, screen)
    (row,) = room.ask(enquiries.within, span=Period.of(day).span)
    assert (row.person, row.note) == (None, None)
    assert shown(screen) == []
    assert room.window is not None
    room.window.undo.undo()
    room.settle()
    assert [kind for kind, _ in shown(screen)] == [DueKind.ENQUIRIES]
