"""Print: the last document once more, and a new poster."""

from pathlib import Path

from PySide6.QtCore import Qt

from coordinator_app.bootstrap.documents import POSTER
from coordinator_app.gui.printing.screen import PrintingScreen
from tests.budgets.hand import CTRL, ENTER, Hand
from tests.budgets.life import TODAY, tuesdays

LAST_AGAIN, NEW_POSTER = 2, 3


def test_the_last_again_takes_two_keys_and_a_new_poster_three(hand: Hand, tmp_path: Path) -> None:
    tuesdays(hand, TODAY, public=True)
    hand.program.kit.memory.keep("print/folder", str(tmp_path))
    hand.open(7)
    hand.key(Qt.Key.Key_Right)
    assert saved(hand, tmp_path).startswith("Kausikalenteri")
    hand.open(1)
    hand.open(7)
    with hand.at_most(keys=LAST_AGAIN):
        assert saved(hand, tmp_path).startswith("Kausikalenteri")
    with hand.at_most(keys=NEW_POSTER):
        hand.key(Qt.Key.Key_N, CTRL)
        assert saved(hand, tmp_path).startswith("Juliste")
    screen = hand.screen("printing", PrintingScreen)
    assert screen.one.isVisible() and screen.gallery.buttons[POSTER].isChecked()


def saved(hand: Hand, place: Path) -> str:
    """The document that is shown is saved under the name it is offered; what that is."""
    hand.key_and(Qt.Key.Key_S, CTRL, ENTER)
    hand.wait_for(lambda: bool(list(place.glob("*.pdf"))))
    [file] = place.glob("*.pdf")
    assert file.read_bytes().startswith(b"%PDF")
    file.unlink()
    return file.stem
