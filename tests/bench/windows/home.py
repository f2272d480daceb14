"""The program from its start to Home, filled, with the key known. Arguments: the book's folder, the key, a folder for the window's memory.

It is the unlock window's way; only Argon2, which is slow on purpose, is left out.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from coordinator_app.gui.app import App
from coordinator_app.gui.kit.memory import Memory
from coordinator_app.gui.unlock.window import Attempt, UnlockWindow
from tests.bench.windows.said import say_painted

# A loop that never sleeps would keep the interpreter from the thread that owns the book.
_ASLEEP = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def fill(app: QApplication, program: App) -> None:
    """Waits until the main window is there and everything it asked the book is answered and painted."""
    while isinstance(program.window, UnlockWindow):
        app.processEvents(_ASLEEP)
    answered: list[object] = []
    program.kit.tasks.with_book(lambda _: None, answered.append)
    while not answered:
        app.processEvents(_ASLEEP)
    app.processEvents()


if __name__ == "__main__":
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
