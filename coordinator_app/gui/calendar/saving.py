"""The calendar as a file for a telephone or another program."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from coordinator_app.bootstrap import exports, outgoing
from coordinator_app.bootstrap.exports import Choice, Export
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.kit.dialogs import Files
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import N_

_FOLDER = "calendar/folder"


class Saving:
    """Asks where to, then asks the book, so that what leaves is what the book says now."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        self._kit, self._parent = kit, parent

    def begin(self, group: int | None, *, has_sensitive: bool) -> None:
        """Saves the calendar of one group, or of all and the activities."""
        words, folder = self._kit.voice.words, self._kit.memory.text(_FOLDER)
        name = words(N_("calendar.ics"))
        kind = Files(words(N_("Calendar file")), ("ics",))
        place = self._kit.ask.save_as(self._parent, words(N_("Save the calendar")), str(Path(folder) / name) if folder else name, kind)
        if place is None:
            return
        self._kit.memory.keep(_FOLDER, str(place.parent))
        ended = place if place.suffix.lower() == ".ics" or place.exists() else place.with_name(f"{place.name}.ics")
        choice = Choice(words.language, None if group is None else [group])

        def put(data: bytes) -> None:
            self._kit.tasks.run(lambda _: outgoing.put(data, ended), saved, self._failed)

        def saved(file: Path) -> None:
            told = N_("Saved as {file}. Groups of sensitive services are in it without their names and places.")
            message = told if has_sensitive else N_("Saved as {file} in the folder {folder}.")
            self._kit.notice.tell(self._kit.voice.words(message, file=file.name, folder=file.parent.name))

        self._kit.tasks.read(exports.made, put, what=Export.CALENDAR, choice=choice, now=self._kit.clock.now())

    def _failed(self, error: CoordinatorError) -> None:
        self._kit.notice.error(error.said(self._kit.voice.words))
