"""Taking over in the first start: a hand-over box opens as a book of the next contact man's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coordinator_app import bootstrap
from coordinator_app.bootstrap import hand_over
from coordinator_app.core.errors import WrongPassphrase
from coordinator_app.gui.app import App
from coordinator_app.gui.first_start.window import FirstStartWindow
from coordinator_app.i18n import Language
from coordinator_app.storage import keyslots
from tests.book import StoppedClock
from tests.gui.conftest import Script
from tests.gui.keys import type_text
from tests.gui.program import PASSPHRASE, main_window, running, settle

BOX_PASSPHRASE, NEW = "sininen vene odottaa rannassa", "uuden yhdysmiehen oma lause"


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, ask: Script, clock: StoppedClock) -> Iterator[App]:
    with running(qapp, tmp_path, ask, clock) as program:
        yield program
    assert ask.faults == []


def test_a_hand_over_box_opens_as_the_next_mans_own_book(
    program: App, qtbot: QtBot, ask: Script, clock: StoppedClock, tmp_path: Path
) -> None:
    old, _ = bootstrap.new_book(
        tmp_path / "old", locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE, clock=clock
    )
    packed = hand_over.pack(old, tmp_path, BOX_PASSPHRASE, Language.FI)
    old.close(back_up=False)
    program.show_first_start()
    window = program.window
    assert isinstance(window, FirstStartWindow)
    window.take_over.click()
    window.next.click()
    assert window.box.fault.text().startswith("Choose the file")
    # A file that is no box is told where it was chosen.
    ask.paths += [packed.letter, packed.box]
    window.box.chooser.click()
    type_text(window.box.secret.line, BOX_PASSPHRASE)
    window.next.click()
    window.passphrase.once.toggle.click()
    type_text(window.passphrase.once.line, NEW)
    window.next.click()
    qtbot.waitUntil(window.box.fault.isVisible)
    assert "is not a hand-over box" in window.box.fault.text()
    window.box.chooser.click()
    window.next.click()
    window.next.click()
    qtbot.waitUntil(window.sheet.isVisible)
    for line, group in zip(window.sheet.typed, window.sheet.asked(), strict=True):
        type_text(line, group)
    window.next.click()
    assert "Turku" in main_window(program, qtbot).windowTitle()
    settle(program, qtbot)
    (new,) = (tmp_path / "books").iterdir()
    with pytest.raises(WrongPassphrase):
        keyslots.read(new).unlock_with_passphrase(PASSPHRASE)
