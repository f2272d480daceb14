"""Takes in a file of the central office: verified first, and the words of its first key compared by phone."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from coordinator_app.bootstrap import office_files
from coordinator_app.bootstrap.office_files import OfficeFile
from coordinator_app.core import office
from coordinator_app.core.receipts import Receipt
from coordinator_app.exchange import envelope
from coordinator_app.gui.kit.dialogs import Answer, Files, Question
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import N_


class TakingIn:
    """`begin` asks for the file; `done` is called when the book has it, with the receipt if it is one."""

    def __init__(self, kit: Kit, parent: QWidget, done: Callable[[Receipt | None], object]) -> None:
        self._kit, self._parent, self._done = kit, parent, done

    def begin(self) -> None:
        """Asks for a file, and looks at it beside the book."""
        words = self._kit.voice.words
        kinds = [Files(words(N_("Files of the central office")), ("network", "receipt"))]
        for path in self._kit.ask.files(self._parent, words(N_("Take in a file from the office")), kinds)[:1]:
            self._kit.tasks.run(partial(_look, path), self._looked)

    def _looked(self, file: OfficeFile) -> None:
        self._kit.tasks.read(office.enrolled, partial(self._compare, file))

    def _compare(self, file: OfficeFile, trusted: frozenset[str]) -> None:
        """Shows whose signature it is. The first key of an office is only trusted after a phone call."""
        words = self._kit.voice.words
        first = not trusted and not isinstance(file.content, Receipt)
        if first and self._kit.ask.question(self._parent, self._question(file)) != "same":
            self._kit.notice.tell(words(N_("Nothing was taken in.")))
            return
        taken = partial(self._taken, file)
        self._kit.tasks.write(office_files.take_in, taken, file=file, now=self._kit.clock.now(), enrol=first)

    def _question(self, file: OfficeFile) -> Question:
        words = self._kit.voice.words
        name = "" if isinstance(file.content, Receipt) else file.content.office_name
        return Question(
            words(N_("Are these the office’s words?")),
            words(
                N_(
                    "{file} is signed by “{office}”. Call the central office on a number you know, and ask it to read out its six words:"
                    "\n\n{words}\n\nOnly if every word is the same does the file come from the office."
                ),
                file=file.came.name,
                office=name,
                words=file.came.words,
            ),
            (
                Answer("leave", words(N_("Do not take it in"))),
                Answer("same", words(N_("The words are the same"))),
            ),
        )

    def _taken(self, file: OfficeFile, fresh: bool) -> None:
        words = self._kit.voice.words
        if not fresh:
            said = words(N_("{file} was taken in before. Nothing changed."), file=file.came.name)
        elif isinstance(file.content, Receipt):
            period = file.content.period.said(words)
            said = words(N_("The receipt for {quarter} was taken in. It is signed by: {words}."), quarter=period, words=file.came.words)
        else:
            said = words(
                N_("The update file {version} was taken in. It is signed by: {words}."),
                version=file.content.version,
                words=file.came.words,
            )
        self._kit.notice.tell(said)
        self._done(file.content if isinstance(file.content, Receipt) else None)


def _look(path: Path, _progress: object) -> OfficeFile:
    """Runs in the thread of long jobs. Raises `BadFile`."""
    return office_files.look(envelope.load(path), name=path.name)
