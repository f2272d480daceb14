"""Where the files of summaries are saved, and the saving of them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from coordinator_app.bootstrap import outgoing
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import N_

_FOLDER = "quarter/folder"
_SAVED = "quarter/saved/"


def saved_in(kit: Kit, file_name: str) -> str:
    """The folder in which a file of that name was saved last; empty if it never was on this computer."""
    return kit.memory.text(_SAVED + file_name)


class Saving:
    """`done` is called when a file lies in its folder."""

    def __init__(self, kit: Kit, parent: QWidget, done: Callable[[], object]) -> None:
        self._kit, self._parent, self._done = kit, parent, done

    def folder(self) -> Path:
        """Where the last summary was saved; at first among the user's documents."""
        kept = self._kit.memory.text(_FOLDER)
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return Path(kept) if kept else documents if documents.is_dir() else Path.home()

    def choose(self) -> Path | None:
        """Asks for another folder, which is then remembered."""
        folder = self._kit.ask.folder(self._parent, self._kit.voice.words(N_("Choose the folder for the summary")))
        if folder is not None:
            self._kit.memory.keep(_FOLDER, str(folder))
        return folder

    def save(self, data: bytes, place: Path) -> None:
        """Writes the file beside the work on the book."""
        self._kit.tasks.run(lambda _: outgoing.put(data, place), self._saved, self.refused)

    def refused(self, error: CoordinatorError) -> None:
        """Says what could not be done."""
        self._kit.notice.error(error.said(self._kit.voice.words))

    def _saved(self, place: Path) -> None:
        words = self._kit.voice.words
        self._kit.memory.keep(_SAVED + place.name, str(place.parent))
        self._kit.notice.tell(words(N_("Saved: {file}. Send it to the office as an attachment."), file=place.name))
        self._done()
