"""The main window over a real book: places, undo by name, languages, and what is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.core import settings
from coordinator_app.core.errors import CoordinatorError, Refused
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.screen import place_of
from coordinator_app.gui.main_window import Frame, MainWindow
from coordinator_app.i18n import N_, Language
from coordinator_app.storage.database import Database
from tests.book import FAST, KEY, StoppedClock
from tests.gui.keys import press
from tests.gui.shelf import ShelfScreen
from tests.screens.faults import cut_off


class Whole:
    """A database as it is opened in the book's thread."""

    def __init__(self, path: Path) -> None:
        self.database = Database.open(path, KEY, clock=StoppedClock(), settings=FAST)

    def close(self) -> None:
        self.database.close()


class Place(ShelfScreen):
    """A screen that counts its reloads and shows nothing of the book."""

    kinds = frozenset({"setting"})

    def __init__(self, kit: Kit, name: str, title: str) -> None:
        super().__init__(kit)
        self.name, self.title = name, title
        self.reloads = 0

    def reload(self) -> None:
        self.reloads += 1


@pytest.fixture
def places(kit: Kit) -> list[Place]:
    return [Place(kit, "home", N_("Home")), Place(kit, "groups", N_("Groups"))]


@pytest.fixture
def window(kit: Kit, qtbot: QtBot, own_book: Path, places: list[Place]) -> Iterator[MainWindow]:
    opened: list[Whole] = []
    refused: list[CoordinatorError] = []
    kit.tasks.open(lambda: Whole(own_book), opened.append, refused.append)
    qtbot.waitUntil(lambda: bool(opened))
    frame = Frame("Turku", practice=True, in_bar=("home",), at_foot=("groups",))
    window = MainWindow(kit, frame, [place_of(place) for place in places], lambda: None, lambda: None)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.go("home")
    yield window
    window.hide()


def test_a_screen_reloads_when_seen_and_when_what_it_shows_was_touched(
    window: MainWindow, kit: Kit, qtbot: QtBot, places: list[Place]
) -> None:
    home, groups = places
    assert (home.reloads, groups.reloads) == (1, 0)
    with qtbot.waitSignal(kit.tasks.changed):
        kit.tasks.write(settings.change, lambda _: None, contact_name="Matti")
    assert (home.reloads, groups.reloads) == (2, 0)
    window.go("groups")
    window.go("home")
    assert (home.reloads, groups.reloads) == (2, 1)


def test_undo_and_redo_are_named_and_done_from_the_keyboard(window: MainWindow, kit: Kit, qtbot: QtBot) -> None:
    kit.tasks.write(settings.change, lambda _: None, contact_name="Matti")
    qtbot.waitUntil(lambda: window.undo.undo_action.text() == "Undo: change the settings")
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.undo.redo_action.text() == "Redo: change the settings")
    names: list[str] = []
    kit.tasks.read(settings.read, lambda told: names.append(told.contact_name))
    qtbot.waitUntil(lambda: names == [""])
    assert not window.undo.undo_action.isEnabled()


def test_the_toast_offers_to_undo_and_the_status_says_all_saved(window: MainWindow, kit: Kit, qtbot: QtBot) -> None:
    kit.tasks.write(settings.change, lambda _: None, contact_name="Matti")
    qtbot.waitUntil(lambda: bool(_buttons(window, "Undo: change the settings")))
    _buttons(window, "Undo: change the settings")[0].click()
    qtbot.waitUntil(window.undo.redo_action.isEnabled)
    assert "All saved 18:05" in _texts(window)


def test_what_is_taken_back_is_named_and_no_longer_offered(window: MainWindow, kit: Kit, qtbot: QtBot) -> None:
    kit.tasks.write(settings.change, lambda _: None, contact_name="Matti")
    qtbot.waitUntil(lambda: bool(_buttons(window, "Undo: change the settings")))
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.undo.redo_action.isEnabled)
    assert not _buttons(window, "Undo: change the settings")
    qtbot.waitUntil(lambda: "Undone: change the settings" in _texts(window))
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: "Redone: change the settings" in _texts(window))


def test_a_change_that_was_put_back_by_hand_is_no_step_any_more(window: MainWindow, kit: Kit, qtbot: QtBot) -> None:
    kit.tasks.write(settings.change, lambda _: None, contact_name="Matti")
    qtbot.waitUntil(lambda: bool(_buttons(window, "Undo: change the settings")))
    kit.tasks.write(settings.change, lambda _: None, contact_name="")
    qtbot.waitUntil(lambda: not window.undo.undo_action.isEnabled())
    assert window.undo.undo_action.text() == "Undo"
    assert not _buttons(window, "Undo: change the settings")


def test_the_toast_speaks_another_language_as_soon_as_the_window_does(window: MainWindow, kit: Kit, qtbot: QtBot) -> None:
    kit.tasks.write(settings.change, lambda _: None, contact_name="Matti")
    qtbot.waitUntil(lambda: bool(_buttons(window, "Undo: change the settings")))
    kit.voice.speak(Language.FI)
    assert _buttons(window, "Kumoa: asetusten muuttaminen")[0].isVisible()
    kit.voice.speak(Language.EN)


def test_what_was_told_goes_with_its_language(window: MainWindow, kit: Kit) -> None:
    kit.notice.tell("The book is backed up.")
    assert "The book is backed up." in _texts(window)
    kit.voice.speak(Language.FI)
    assert "The book is backed up." not in _texts(window)
    kit.voice.speak(Language.EN)


@pytest.mark.parametrize("words", ["tallennettu ", "kumottu "])
def test_a_long_toast_is_read_to_its_end_in_large_text(window: MainWindow, kit: Kit, words: str) -> None:
    kit.theme.set_percent(200)
    window.resize(1366, 768)
    kit.notice.tell(words * 12)
    QApplication.processEvents()
    assert list(cut_off(window)) == []
    kit.notice.offer_undo(words * 12, lambda: None)
    QApplication.processEvents()
    assert list(cut_off(window)) == []
    [undo] = [each for each in window.findChildren(QPushButton) if each.isVisible() and each.text().startswith(words)]
    assert undo.toolTip()


@pytest.mark.parametrize("times", [1, 3, 5, 6, 7, 8, 12])
def test_a_toast_covers_all_or_nothing_of_what_is_said_in_its_line(window: MainWindow, kit: Kit, times: int) -> None:
    kit.theme.set_percent(200)
    window.resize(1366, 768)
    (saved,) = [each for each in window.findChildren(QLabel) if each.text().startswith("All saved")]
    kit.notice.offer_undo("kumottu " * times, lambda: None)
    QApplication.processEvents()
    [undo] = [each for each in window.findChildren(QPushButton) if each.isVisible() and each.text().startswith("kumottu")]
    toast = undo.parentWidget()
    assert toast is not None
    said = QRect(saved.mapTo(window, QPoint()), QSize(saved.sizeHint().width(), 1))
    covered = (toast.geometry().left() <= said.left(), toast.geometry().left() <= said.right())
    assert covered in {(True, True), (False, False)}


def test_a_toast_has_the_same_room_on_both_sides(window: MainWindow, kit: Kit) -> None:
    kit.notice.offer_undo("Undo: cancel 6 October", lambda: None)
    QApplication.processEvents()
    (undo,) = _buttons(window, "Undo: cancel 6 October")
    toast = undo.parentWidget()
    assert toast is not None
    assert undo.x() == toast.width() - undo.geometry().right() - 1
    kit.notice.tell("The book is backed up.")
    QApplication.processEvents()
    (told,) = [each for each in toast.findChildren(QLabel) if each.isVisible()]
    letters = told.fontMetrics().horizontalAdvance(told.text())
    assert toast.width() - letters >= 2 * 10
    assert told.contentsMargins().left() == told.contentsMargins().right()


def test_the_language_changes_everywhere_at_once(window: MainWindow, kit: Kit) -> None:
    for language in Language:
        kit.voice.speak(language)
        words = kit.voice.words
        assert words("Home") in _texts(window)
        assert words("New group") in _texts(window)


@pytest.mark.parametrize(
    ("percent", "width", "one_pane"), [(100, 1366, False), (100, 960, True), (125, 1366, False), (150, 1366, True), (150, 1920, False)]
)
def test_list_and_form_stand_side_by_side_where_text_and_window_leave_room(
    window: MainWindow, kit: Kit, qtbot: QtBot, percent: int, width: int, one_pane: bool
) -> None:
    kit.theme.set_percent(percent)
    window.resize(width, 740)
    qtbot.waitUntil(lambda: kit.theme.one_pane is one_pane)


def test_the_practice_town_says_so(window: MainWindow) -> None:
    assert any(text.startswith("Practice town") for text in _texts(window))


def test_an_error_stays_until_it_is_put_away(window: MainWindow, kit: Kit) -> None:
    kit.notice.error(Refused("The group {name} has ended.", name="<b>Veljet</b>").said(kit.voice.words))
    assert "The group <b>Veljet</b> has ended." in _texts(window)
    window.go("groups")
    assert "The group <b>Veljet</b> has ended." not in _texts(window)


def test_every_control_that_can_have_the_focus_has_a_name(window: MainWindow, places: list[Place]) -> None:
    for place in places:
        window.go(place.name)
        for control in window.findChildren(QWidget):
            if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert control.accessibleName() or getattr(control, "text", str)(), control


def test_a_screen_that_is_opened_takes_the_keyboard_and_one_that_is_shown_keeps_it(
    window: MainWindow, kit: Kit, qtbot: QtBot, places: list[Place]
) -> None:
    home, groups = places
    press(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: groups.widget.isAncestorOf(window.focusWidget()))
    _buttons(window, "Home")[0].setFocus()
    press(_buttons(window, "Home")[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: home.widget.isAncestorOf(window.focusWidget()))
    home.widget.setFocus()
    window.go("home")
    _settled(kit, qtbot)
    assert window.focusWidget() is home.widget


def test_the_arrows_go_through_the_side_bar_and_stay_there(window: MainWindow, kit: Kit, qtbot: QtBot, places: list[Place]) -> None:
    home, groups = (_buttons(window, name)[0] for name in ("Home", "Groups"))
    _settled(kit, qtbot)
    home.setFocus()
    press(home, Qt.Key.Key_Down)
    assert window.shown is places[1]
    _settled(kit, qtbot)
    assert groups.hasFocus()


def test_whoever_goes_elsewhere_before_the_book_answers_stays_there(window: MainWindow, kit: Kit, qtbot: QtBot) -> None:
    window.go("groups")
    window.title.help.setFocus()
    _settled(kit, qtbot)
    assert window.title.help.hasFocus()


def test_the_focus_ring_is_outside_what_has_the_focus(window: MainWindow, places: list[Place], qtbot: QtBot) -> None:
    ring = window.findChild(QWidget, "focus ring")
    button = _buttons(window, "New group")[0]
    button.setFocus()
    ring = window.findChild(QWidget, "focus ring")
    assert ring is not None
    assert ring.isVisible()
    assert ring.size().width() == button.width() + 6


def _settled(kit: Kit, qtbot: QtBot) -> None:
    """Until the book has answered what was asked of it, and what was asked upon that."""
    for _ in range(4):
        answers: list[object] = []
        kit.tasks.with_book(lambda _book: None, answers.append)
        qtbot.waitUntil(lambda answers=answers: bool(answers))  # type: ignore[misc]


def _buttons(window: QWidget, text: str) -> list[QPushButton]:
    return [button for button in window.findChildren(QPushButton) if button.isVisible() and button.text() == text]


def _texts(window: QWidget) -> set[str]:
    return {text for each in window.findChildren(QWidget) if each.isVisible() and isinstance(text := getattr(each, "text", str)(), str)}
