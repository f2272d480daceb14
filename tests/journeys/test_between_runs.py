"""What stays from one run to the next: the place one was at, the tables as they were left, and the steps that can be taken back."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabWidget
from pytestqt.qtbot import QtBot

from coordinator_app.core import meetings, people
from coordinator_app.gui.activities.screen import ActivitiesScreen
from coordinator_app.gui.groups.screen import GroupsScreen
from coordinator_app.gui.quarter.screen import QuarterScreen
from coordinator_app.gui.screens import places
from coordinator_app.gui.settings.privacy_page import PrivacyPage
from coordinator_app.gui.settings.screen import SettingsScreen, number_of
from tests.book import StoppedClock
from tests.gui.conftest import Script
from tests.gui.one_of_each import town
from tests.gui.program import running, unlock
from tests.journeys.hands import Hands

__all__ = ["town"]

CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = StoppedClock().today()


@pytest.fixture
def place(town: Path, tmp_path: Path) -> Path:
    """A folder for the program's memory, with the book in it."""
    shutil.copytree(town, tmp_path / "books" / "turku")
    return tmp_path


@contextmanager
def run(qapp: QApplication, qtbot: QtBot, place: Path, ask: Script) -> Iterator[Hands]:
    with running(qapp, place, ask, StoppedClock()) as program:
        unlock(program, place / "books" / "turku", qtbot)
        yield Hands(program, qtbot)
    assert ask.faults == []


def tabs_of(hands: Hands) -> dict[str, QTabWidget]:
    groups, quarter = hands.screen("groups", GroupsScreen), hands.screen("quarter", QuarterScreen)
    return {"groups": groups.one.tabs, "quarter": quarter.one.tabs, "activities": hands.screen("activities", ActivitiesScreen).widget}


def test_the_next_run_begins_where_this_one_ended(qapp: QApplication, qtbot: QtBot, place: Path, ask: Script) -> None:
    with run(qapp, qtbot, place, ask) as hands:
        for at, tabs in enumerate(tabs_of(hands).values(), start=1):
            tabs.setCurrentIndex(at)
        hands.window.go("settings", number_of(PrivacyPage))
        header = hands.screen("groups", GroupsScreen).one.people.table.horizontalHeader()
        header.resizeSection(0, 233)
        header.moveSection(2, 0)
        header.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    with run(qapp, qtbot, place, ask) as hands:
        shown = hands.window.shown
        assert shown is not None
        assert shown.name == "settings"
        assert hands.screen("settings", SettingsScreen).places.buttons[number_of(PrivacyPage)].isChecked()
        assert [tabs.currentIndex() for tabs in tabs_of(hands).values()] == [1, 2, 3]
        header = hands.screen("groups", GroupsScreen).one.people.table.horizontalHeader()
        assert (header.sectionSize(0), header.visualIndex(2), header.sortIndicatorSection()) == (233, 0, 1)
        # The button at the title belongs to the tab.
        hands.window.go("activities")
        assert hands.window.title.primary is not None
        assert hands.window.title.primary.text() == "Enter feedback"


def test_what_is_kept_beside_the_book_names_nobody(qapp: QApplication, qtbot: QtBot, place: Path, ask: Script) -> None:
    with run(qapp, qtbot, place, ask) as hands:
        for each in places(hands.program.kit):
            hands.window.go(each.name)
            hands.wait()
        hands.key(Qt.Key.Key_K, CONTROL)
        hands.type("makinen")
        hands.key(Qt.Key.Key_Return)
        hands.window.go("groups", 1)
        hands.wait()
    kept = (place / "window.ini").read_bytes().decode("latin-1").casefold()
    assert "screen=groups" in kept
    for name in ("matti", "kinen", "virtanen", "miehet", "saunailta", "sanomat", "0401234567", "040 123"):
        assert name not in kept


def test_changes_are_taken_back_by_name_in_a_later_run(qapp: QApplication, qtbot: QtBot, place: Path, ask: Script) -> None:
    with run(qapp, qtbot, place, ask) as hands:
        tasks = hands.program.kit.tasks
        tasks.write(meetings.cancel, lambda _: None, meeting=1, reason="ill")
        hands.wait()
        tasks.write(people.add, lambda _: None, name="Ville Uusi", today=TODAY)
        hands.wait()
        told = [hands.window.undo.undo_action.text()]
    with run(qapp, qtbot, place, ask) as hands:
        undo, redo = hands.window.undo.undo_action, hands.window.undo.redo_action
        qtbot.waitUntil(undo.isEnabled)
        assert [undo.text()] == told == ["Undo: add Ville Uusi"]
        hands.key(Qt.Key.Key_Z, CONTROL)
        hands.wait()
        assert undo.text().startswith("Undo: cancel the meeting ")
        assert redo.text() == "Redo: add Ville Uusi"
        hands.key(Qt.Key.Key_Z, CONTROL)
        hands.wait()
        assert redo.text().startswith("Redo: cancel the meeting ")
        hands.key(Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        hands.wait()
        assert undo.text().startswith("Undo: cancel the meeting ")
