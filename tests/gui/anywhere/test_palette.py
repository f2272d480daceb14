"""The search over everything, in the whole program, by keyboard alone."""

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coordinator_app.gui.activities.screen import ActivitiesScreen
from coordinator_app.gui.groups.screen import GroupsScreen
from coordinator_app.gui.people.screen import PeopleScreen
from coordinator_app.gui.settings.screen import PAGES, SettingsScreen
from coordinator_app.i18n import Language
from tests.book import StoppedClock
from tests.gui.conftest import Script
from tests.gui.keys import press, type_text
from tests.gui.one_of_each import town
from tests.gui.program import running, unlock
from tests.journeys.hands import Hands

__all__ = ["town"]

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def hands(qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path, ask: Script) -> Iterator[Hands]:
    folder = tmp_path / "books" / "turku"
    shutil.copytree(town, folder)
    with running(qapp, tmp_path, ask, StoppedClock()) as program:
        unlock(program, folder, qtbot)
        yield Hands(program, qtbot)
    assert ask.faults == []


def look_for(hands: Hands, typed: str) -> None:
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.type(typed)
    hands.wait()


def lines(hands: Hands) -> list[tuple[str, str]]:
    """The name and the line below it of everything that is found."""
    found = hands.window.search.palette.list
    model = found.view.model()
    assert hands.window.search.palette.isVisible()
    items = [found.item_at(at) for at in range(model.rowCount())]
    return [(item.name.replace("\u00a0", " "), item.under.replace("\u00a0", " ")) for item in items]


def shown(hands: Hands) -> str:
    screen = hands.window.shown
    assert screen is not None
    return screen.name


def test_a_person_is_found_folded_and_opened_with_typing_and_one_key(hands: Hands) -> None:
    with hands.at_most(keys=6 + 2):
        look_for(hands, "makine")
        hands.key(Qt.Key.Key_Return)
    hands.wait()
    assert lines_of_person(hands) == "Matti Mäkinen"
    assert not hands.window.search.palette.isVisible()


def lines_of_person(hands: Hands) -> str:
    screen = hands.screen("people", PeopleScreen)
    return str(screen.right.person.name.value("name"))


def test_enter_pressed_before_the_answer_opens_what_was_typed_last(hands: Hands) -> None:
    look_for(hands, "matti")
    for key in "vir":
        type_text(hands.window.search.palette.line, key if key != "v" else " v")
    press(hands.window.search.palette.line, Qt.Key.Key_Return)
    hands.wait()
    assert lines_of_person(hands) == "Matti Virtanen"


def test_what_is_found_stands_by_kind_with_what_tells_it_apart(hands: Hands) -> None:
    look_for(hands, "ma")
    assert lines(hands) == [("Matti Mäkinen", "Counsellor"), ("Matti Virtanen", "Participant"), ("Maanantain miehet", "")]
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Return)
    hands.wait()
    assert shown(hands) == "groups"
    current = hands.screen("groups", GroupsScreen).list.current()
    assert current is not None
    assert current.name == "Maanantain miehet"


def test_each_kind_is_opened_in_its_own_screen(hands: Hands) -> None:
    for typed, screen, told in (
        ("040123", "people", ("Matti Mäkinen", "Counsellor · 040 123 4567")),
        ("sanomat", "people", ("Turun Sanomat", "Media")),
        ("kirjasto", "groups", ("Kirjasto", "")),
        ("sauna", "activities", ("Saunailta", "Fri 2 May 2025")),
        ("isaryhma", "activities", ("Tue 3 March 2026", "kysyi isäryhmästä")),
        ("hiljaisuud", "activities", ("Mon 2 February 2026", "puhui hiljaisuudesta")),
        ("pelkaa", "activities", ("Tue 20 October 2026", "")),
    ):
        hands.window.go("home")
        look_for(hands, typed)
        assert lines(hands)[0] == told
        hands.key(Qt.Key.Key_Return)
        hands.wait()
        assert shown(hands) == screen


def test_an_enquiry_is_shown_in_its_own_quarter(hands: Hands) -> None:
    look_for(hands, "isaryhma")
    hands.key(Qt.Key.Key_Return)
    hands.wait()
    current = hands.screen("activities", ActivitiesScreen).enquiries.quarter.list.current()
    assert current is not None
    assert (current.key, current.on) == (("enquiry", 1), dt.date(2026, 3, 3))


def test_screens_and_commands_are_found_by_their_names(hands: Hands) -> None:
    look_for(hands, "backups")
    assert lines(hands)[0] == ("Backups", "Settings")
    hands.key(Qt.Key.Key_Return)
    hands.wait()
    assert shown(hands) == "settings"
    at = [page.title for page in PAGES].index("Backups")
    assert hands.screen("settings", SettingsScreen).places.buttons[at].isChecked()
    look_for(hands, "log enq")
    hands.key(Qt.Key.Key_Return)
    hands.wait()
    screen = hands.screen("activities", ActivitiesScreen)
    assert screen.widget.currentWidget() is screen.enquiries
    assert screen.enquiries.new.isVisible()


def test_nothing_found_offers_to_add_the_person(hands: Hands) -> None:
    look_for(hands, "Ville Uusi")
    assert lines(hands) == [("Add the person “Ville Uusi”", "")]
    assert "Nothing was found for “Ville Uusi”." in texts(hands)
    hands.key(Qt.Key.Key_Return)
    hands.wait()
    assert shown(hands) == "people"
    hands.key(Qt.Key.Key_Tab)
    hands.wait()
    assert lines_of_person(hands) == "Ville Uusi"
    look_for(hands, "ville")
    assert lines(hands)[0][0] == "Ville Uusi"


def test_a_number_in_vain_is_no_name_to_add(hands: Hands) -> None:
    look_for(hands, "999")
    assert lines(hands) == []
    assert "Nothing was found for “999”." in texts(hands)


def test_escape_goes_back_to_where_one_was(hands: Hands) -> None:
    hands.window.go("groups")
    hands.wait()
    place = hands.screen("groups", GroupsScreen).list.search
    place.setFocus()
    look_for(hands, "matti")
    hands.key(Qt.Key.Key_Escape)
    assert shown(hands) == "groups"
    assert place.hasFocus()
    assert not hands.window.search.palette.isVisible()


def test_empty_it_says_what_can_be_found(hands: Hands) -> None:
    hands.key(Qt.Key.Key_K, CONTROL)
    hands.wait()
    assert any(text.startswith("People, groups, organisations") for text in texts(hands))
    assert ("New person", "People · Ctrl+N") in lines(hands)


def test_no_shortcut_reaches_what_lies_beneath(hands: Hands) -> None:
    hands.window.go("people")
    hands.wait()
    look_for(hands, "x")
    for key in (Qt.Key.Key_N, Qt.Key.Key_2, Qt.Key.Key_L, Qt.Key.Key_F):
        hands.key(key, CONTROL)
    hands.key(Qt.Key.Key_Tab)
    hands.wait()
    assert shown(hands) == "people"
    assert hands.window.search.palette.line.hasFocus()


def test_the_mouse_has_a_button_for_it(hands: Hands) -> None:
    (search,) = [each for each in hands.window.findChildren(QPushButton) if each.isVisible() and each.text() == "Search"]
    hands.click(search)
    hands.type("sanomat")
    hands.wait()
    view = hands.window.search.palette.list.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 0)).center())
    hands.wait()
    assert shown(hands) == "people"


def test_the_language_changes_under_it(hands: Hands) -> None:
    look_for(hands, "matti")
    hands.window.search.palette.line.selectAll()
    for language in (Language.FI, Language.SV):
        hands.window.search.palette.list.view.setFocus()
        kit = hands.program.kit
        kit.voice.speak(language)
        hands.wait()
        assert hands.window.search.palette.line.text() == "matti"
        assert lines(hands)[0] == ("Matti Mäkinen", kit.voice.words("counsellor").capitalize())


def texts(hands: Hands) -> set[str]:
    return {label.text() for label in hands.window.findChildren(QLabel) if label.isVisible()}
