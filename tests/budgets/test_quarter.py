"""Quarter: a complete one leaves with three keys, an incomplete one with four, and it says so."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from sqlalchemy.orm import Session

from coordinator_app.core import checks, settings, summary
from coordinator_app.core.kinds import MeetingState
from coordinator_app.gui.quarter.screen import QuarterScreen
from tests.budgets.hand import CTRL, ENTER, Dialogs, Hand
from tests.core import rows
from tests.gui.quarter.quarters import Q3, meet

COMPLETE, INCOMPLETE = 3, 4


def fill(session: Session, *, forgotten: bool) -> None:
    """A group that met every week of the quarter, perhaps with one more evening that nobody recorded."""
    settings.change(session, records_begin=Q3.first)
    group = meet(session)
    if forgotten:
        rows.meeting(session, group, Q3.last, MeetingState.PLANNED)


@pytest.fixture
def folder(hand: Hand, tmp_path: Path) -> Path:
    """Where the last summary was saved."""
    hand.program.kit.memory.keep("quarter/folder", str(tmp_path))
    return tmp_path


def left(hand: Hand, folder: Path) -> bool:
    """Whether the summary lies in its folder, is remembered, and is said to be sent."""
    hand.wait_for(lambda: bool(list(folder.glob("*.summary"))))
    return len(hand.ask(summary.sent, period=Q3)) == 1 and hand.screen("quarter", QuarterScreen).one.standing.text() == "Sent"


def test_a_complete_quarter_leaves_with_three_keys(hand: Hand, folder: Path, ask: Dialogs) -> None:
    hand.write(fill, forgotten=False)
    hand.open(6)
    with hand.at_most(keys=COMPLETE):
        hand.key(ENTER, CTRL)
        assert hand.screen("quarter", QuarterScreen).preview.isVisible()
        hand.key(Qt.Key.Key_S, CTRL)
    assert left(hand, folder)
    assert ask.asked == []


def test_an_incomplete_quarter_says_so_and_leaves_with_four_keys(hand: Hand, folder: Path, ask: Dialogs) -> None:
    hand.write(fill, forgotten=True)
    hand.open(6)
    with hand.at_most(keys=INCOMPLETE):
        hand.key_and(ENTER, CTRL, Qt.Key.Key_Tab, Qt.Key.Key_Space)
        preview = hand.screen("quarter", QuarterScreen).preview
        assert "not recorded 1" in preview.page.text().replace("\u00a0", " ")
        hand.key(Qt.Key.Key_S, CTRL)
    assert ask.asked[0].answers[0].code == "answer"
    assert ask.asked[0].title == "The quarter is not complete"
    missing = ask.asked[0].explanation.splitlines()
    assert all(line.startswith("• ") for line in missing)
    assert any("1 meeting is not recorded." in line for line in missing)
    assert left(hand, folder)
    assert {each.choice for each in hand.ask(checks.answers, period=Q3)} == {"really_so"}
