"""First start: five steps from a fresh laptop to a practice town, in the language and size that were chosen."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coordinator_app.gui.first_start.window import FirstStartWindow
from coordinator_app.i18n import Language
from tests.book import StoppedClock
from tests.budgets.hand import ENTER, Dialogs, Hand
from tests.gui.program import PASSPHRASE, running

STEPS = 5


def test_five_steps_lead_to_a_practice_town(qapp: QApplication, qtbot: QtBot, tmp_path: Path, ask: Dialogs) -> None:
    with running(qapp, tmp_path, ask, StoppedClock()) as program:
        program.start()
        hand, window = Hand(program, qtbot, ask), program.window
        assert isinstance(window, FirstStartWindow)
        qtbot.waitActive(window)
        steps = [counted(window)]
        for keys in (finnish_and_larger, locality, practice_town, passphrase):
            keys(hand)
            hand.key(ENTER)
            qtbot.waitUntil(lambda: counted(window) != steps[-1])
            steps.append(counted(window))
        for group in window.sheet.asked():
            hand.type(group)
            hand.key(Qt.Key.Key_Tab)
        hand.key(ENTER)
        assert hand.window.windowTitle().startswith("Turku")
        assert (program.kit.voice.words.language, program.kit.theme.percent) == (Language.FI, 125)
        assert any(label.isVisible() and label.text().startswith("Harjoituspaikkakunta") for label in hand.window.findChildren(QLabel))
        assert hand.clicks == 0
    assert steps == ["Step 1 of 5", "Vaihe 2/5", "Vaihe 3/5", "Vaihe 4/5", "Vaihe 5/5"]
    assert len(steps) <= STEPS


def counted(window: FirstStartWindow) -> str:
    """Which step it is, as it is told."""
    return window._count.text()


def finnish_and_larger(hand: Hand) -> None:
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Right):
        hand.key(key)


def locality(hand: Hand) -> None:
    hand.type("Turku")


def practice_town(hand: Hand) -> None:
    hand.key(Qt.Key.Key_Down)


def passphrase(hand: Hand) -> None:
    hand.type(PASSPHRASE)
    hand.key(Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Tab)
    hand.type(PASSPHRASE)
