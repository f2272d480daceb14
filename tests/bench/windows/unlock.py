"""The program from its start to the unlock window. Arguments: the folder of a book, a folder for what the window remembers."""

import gc
import sys
from pathlib import Path

from tests.bench.windows.said import say_painted

if __name__ == "__main__":
    gc.disable()  # As the program does before it loads the window.
    from PySide6.QtWidgets import QApplication

    from coordinator_app.gui.app import App
    from coordinator_app.gui.kit.memory import Memory

    app = QApplication([sys.argv[0], "-style", "fusion"])
    memory = Memory(Path(sys.argv[2]) / "window.ini")
    memory.keep("book/folder", sys.argv[1])
    program = App(app, memory, Path(sys.argv[2]))
    program.start()
    app.processEvents()
    say_painted()
