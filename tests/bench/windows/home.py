"""The program from its start to Home, filled, with the key known. Arguments: the book's folder, the key, a folder for the window's memory.

It is the unlock window's way; only Argon2, which is slow on purpose, is left out.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.windows.said import say_painted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from coordinator_app.gui.app import App


def fill(app: QApplication, program: App) -> None:
    """Waits until the main window is there and everything it asked the book is answered and painted."""
    from PySide6.QtCore import QEventLoop

    from coordinator_app.gui.unlock.window import UnlockWindow

    # A loop that never sleeps would keep the interpreter from the thread that owns the book.
    asleep = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while isinstance(program.window, UnlockWindow):
        app.processEvents(asleep)
    answered: list[object] = []
    program.kit.tasks.with_book(lambda _: None, answered.append)
    while not answered:
        app.processEvents(asleep)
    app.processEvents()


if __name__ == "__main__":
    gc.disable()  # As the program does before it loads the window.
    from PySide6.QtWidgets import QApplication

    from coordinator_app.gui.app import App
    from coordinator_app.gui.kit.memory import Memory
    from coordinator_app.gui.unlock.window import Attempt, UnlockWindow
    from coordinator_app.storage.keyslots import KeySlots

    folder, key = Path(sys.argv[1]), bytes.fromhex(sys.argv[2])
    KeySlots.unlock_with_passphrase = lambda *_: key  # type: ignore[method-assign]
    app = QApplication([sys.argv[0], "-style", "fusion"])
    program = App(app, Memory(Path(sys.argv[3]) / "window.ini"), Path(sys.argv[3]))
    program.show_unlock(folder)
    assert isinstance(program.window, UnlockWindow)
    program.window.tried.emit(Attempt(folder, passphrase="known already"))
    fill(app, program)
    say_painted()
