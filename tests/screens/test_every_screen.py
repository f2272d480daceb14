"""Every screen in three languages, at 100 and 200 % on a small screen: named, whole, and in one language."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.gui.help.opener import Help
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import Language
from tests.screens.answered import answered
from tests.screens.cards import Stop
from tests.screens.faults import beyond, cut_off, foreign, nameless, outside, sideways, uneven
from tests.screens.moments import Moments
from tests.screens.reach import out_of_order, too_small
from tests.screens.tour import SIZE, Tour, touring

FIRST_SIZE = (1180, 740)

OF_QT = (("QLineEdit", "&Copy"), ("QLineEdit", "Select All"), ("QPlatformTheme", "Cancel"), ("QFileDialog", "Look in:"))


def look(tour: Tour, where: str, languages: Sequence[Language]) -> list[str]:
    """What is wrong where one stands, in each of these languages."""
    found: list[str] = []
    tour.settle()
    for language in languages:
        tour.program.kit.voice.speak(language)
        tour.lay_out()
        faults = faults_in(tour.window, language)
        if faults:
            # Some of it may still be on its way from the book.
            tour.settle()
            faults = faults_in(tour.window, language)
        found += [f"{where} {language}: {fault}" for fault in faults]
    return [*found, *(f"{where}: {fault}" for fault in (*jumps(tour), *beyond(tour.window, tour.size)))]


def jumps(tour: Tour) -> list[str]:
    """Where Tab goes back over what was read, once everything has come from the book: a part that is still to come shifts the others."""
    found: list[str] = []
    for _ in range(3):
        tour.settle()
        found = list(out_of_order(tour.window))
        if not found:
            break
    return found


def assert_no_fault(
    tour: Tour, stops: Callable[[], Iterator[Stop]], percent: int, languages: Sequence[Language] = (Language.EN, Language.SV, Language.FI)
) -> None:
    """Looks at every stop, in text of this size."""
    tour.program.kit.theme.set_percent(percent)
    found: list[str] = []
    for stop in stops():
        stop.come()
        found += look(tour, f"{stop.name} {percent} %", languages)
    assert not found, "\n".join(dict.fromkeys(found))


def faults_in(window: QWidget, language: Language) -> list[str]:
    faults = [*nameless(window), *cut_off(window), *too_small(window), *uneven(window), *sideways(window)]
    return faults if language is Language.EN else [*faults, *foreign(window, language)]


@pytest.mark.parametrize("percent", [100, 200])
def test_no_screen_has_a_fault(qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path, percent: int) -> None:
    with touring(qapp, qtbot, town, tmp_path) as tour:
        assert_no_fault(tour, tour.stops, percent)


@pytest.mark.parametrize(("percent", "language"), [(125, Language.SV), (150, Language.FI)])
def test_nor_has_one_in_text_of_a_size_between(
    qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path, percent: int, language: Language
) -> None:
    with touring(qapp, qtbot, town, tmp_path) as tour:
        assert_no_fault(tour, tour.stops, percent, (language,))


def test_nor_has_one_in_the_window_as_it_first_comes(qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path) -> None:
    with touring(qapp, qtbot, town, tmp_path) as tour:
        tour.size = FIRST_SIZE
        assert_no_fault(tour, tour.stops, 100, (Language.FI,))


@pytest.mark.parametrize("percent", [100, 200])
def test_nor_has_what_the_office_answers(qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path, percent: int) -> None:
    with touring(qapp, qtbot, town, tmp_path) as tour:
        assert_no_fault(tour, lambda: answered(tour, tmp_path), percent)


@pytest.mark.parametrize("percent", [100, 200])
def test_nor_has_what_is_seen_for_a_moment(qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path, percent: int) -> None:
    found: list[str] = []
    with touring(qapp, qtbot, town, tmp_path) as tour:
        tour.program.kit.theme.set_percent(percent)
        for moment in Moments(tour, tmp_path).all():
            for language in (Language.EN, Language.SV, Language.FI):
                tour.program.kit.voice.speak(language)
                with moment.shown() as over:
                    faults = [
                        *faults_in(tour.window, language),
                        *beyond(tour.window, tour.size),
                        *([] if over is None else [*faults_in(over, language), *outside(over)]),
                    ]
                    found += [f"{moment.name} {percent} % {language}: {fault}" for fault in faults]
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.mark.parametrize("percent", [100, 200])
def test_neither_have_the_unlock_window_and_the_first_start(
    qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path, percent: int
) -> None:
    with touring(qapp, qtbot, town, tmp_path, main=False) as tour:
        assert_no_fault(tour, tour.first_steps, percent)


@pytest.mark.parametrize("percent", [100, 200])
def test_neither_has_the_help(kit: Kit, qtbot: QtBot, percent: int) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(*SIZE)
    owner.show()
    kit.theme.set_percent(percent)
    help_ = Help(kit, owner)
    help_.show("groups")
    assert help_.window is not None
    found: list[str] = []
    for language in (Language.EN, Language.SV, Language.FI):
        kit.voice.speak(language)
        for leave in (help_.window.panes.show_list, help_.window.panes.show_form):
            leave()
            QApplication.processEvents()
            found += faults_in(help_.window, language)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("percent", [100, 200])
def test_nor_has_an_empty_book(qapp: QApplication, qtbot: QtBot, bare: Path, tmp_path: Path, percent: int) -> None:
    with touring(qapp, qtbot, bare, tmp_path) as tour:
        assert_no_fault(tour, tour.empty_stops, percent)


@pytest.mark.parametrize("language", [Language.FI, Language.SV])
def test_qt_speaks_the_language_too(kit: Kit, language: Language) -> None:
    kit.voice.speak(language)
    for context, words in OF_QT:
        assert QCoreApplication.translate(context, words) != words


def test_a_small_target_and_a_jump_back_are_found(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    first, second, small = QPushButton("First"), QPushButton("Second"), QPushButton("Small")
    for each in (first, second, small):
        each.setFixedSize(80, 32)
        column.addWidget(each)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    assert not [*too_small(window), *out_of_order(window)]
    small.setFixedSize(80, 20)
    QWidget.setTabOrder(second, first)
    assert len(list(too_small(window))) == 1
    assert len(list(out_of_order(window))) == 1


def test_each_fault_is_found(kit: Kit, qtbot: QtBot) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    mute, long, english = QPushButton(), QLabel("Words that do not fit"), QLabel("Home")
    long.setFixedWidth(20)
    for each in (mute, long, english):
        row.addWidget(each)
    outside = QLabel("beyond", window)
    qtbot.addWidget(window)
    window.show()
    outside.move(window.width() - 10, 0)
    assert len(list(nameless(window))) == 1
    assert len(list(cut_off(window))) == 2
    assert len(list(foreign(window, Language.FI))) == 1
    mute.setText("Named")
    long.setMaximumWidth(1000)
    long.setMinimumWidth(long.sizeHint().width())
    outside.hide()
    english.setText("Koti")
    qtbot.waitUntil(lambda: not [*nameless(window), *cut_off(window), *foreign(window, Language.FI)])
