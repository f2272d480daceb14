"""What the window remembers between runs, outside the book: language, sizes, columns, the last screen; never a name of a person."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QTabWidget


class Memory:
    """A small file of settings. Keys are paths such as `people/columns`."""

    def __init__(self, file: Path) -> None:
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        return str(self._settings.value(key, default))

    def number(self, key: str, default: int) -> int:
        """The number kept; the default if there is none or it was spoiled from outside."""
        said = self.text(key, str(default))
        return int(said) if said.lstrip("-").isdigit() else default

    def state(self, key: str) -> QByteArray:
        """The state of a header or splitter; empty if none is kept."""
        kept = self._settings.value(key)
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep(self, key: str, value: str | int | QByteArray) -> None:
        """Keeps a value; it is on disk at the latest when the program ends."""
        self._settings.setValue(key, value)

    def forget(self, key: str) -> None:
        self._settings.remove(key)

    def sync(self) -> None:
        self._settings.sync()


def remember_tab(tabs: QTabWidget, memory: Memory, screen: str) -> None:
    """Turns to the tab that was open last on a screen, and keeps which one is from now on; called when all tabs are in."""
    key = f"{screen}/tab"
    tabs.setCurrentIndex(min(max(memory.number(key, 0), 0), tabs.count() - 1))
    tabs.currentChanged.connect(lambda at: memory.keep(key, at))
