"""The one typesetter of the screen. It lives in the thread of long jobs; what comes back are pages as pictures, or a file."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from coordinator_app.bootstrap import outgoing
from coordinator_app.gui.kit.tasks import Progress
from coordinator_app.gui.printing.paper_out import Shape, paint, ppi_for, shape_of
from coordinator_app.printing.typst import Document, Manuscript, Typesetter

SMALL_PPI = 36


@dataclass(frozen=True, slots=True)
class Pages:
    """A document with its pages as PNG, of so many pixels an inch."""

    document: Document
    pictures: tuple[bytes, ...]
    ppi: int


class Press:
    """Every method is a job for `Tasks.run`: it is called there, in one thread, and nowhere else."""

    def __init__(self) -> None:
        self._typesetter = Typesetter()

    def pages(self, progress: Progress, manuscript: Manuscript, wanted_still: Callable[[], bool], ppi: int) -> Pages | None:
        """The pages as the preview shows them; nothing if another question overtook this one."""
        if not wanted_still():
            return None
        document = self._typesetter.document(manuscript)
        if not wanted_still():
            return None
        return Pages(document, tuple(self._typesetter.pictures(manuscript, ppi=ppi)), ppi)

    def first_page(self, progress: Progress, manuscript: Manuscript, wanted_still: Callable[[], bool]) -> bytes | None:
        """A small picture of the first page."""
        return self._typesetter.first_picture(manuscript, ppi=SMALL_PPI) if wanted_still() else None

    def shape(self, progress: Progress, manuscript: Manuscript, *, duplex: bool) -> tuple[Shape, int]:
        """The shape of its sheets, and how many pages it has."""
        pages = self._typesetter.pictures(manuscript, ppi=SMALL_PPI)
        return shape_of(QImage.fromData(pages[0]), SMALL_PPI, duplex=duplex), len(pages)

    def put(self, progress: Progress, manuscript: Manuscript, place: Path, made: dt.datetime) -> Path:
        """Writes the PDF to a file. Raises `CannotWrite`."""
        pdf = self._typesetter.document(manuscript, made=made).pdf
        progress(1, 2)
        return outgoing.put(pdf, place)

    def paint(self, progress: Progress, manuscripts: Sequence[Manuscript], printer: QPrinter) -> int:
        """Paints the pages onto the printer; how many. Raises as `paper_out.paint` does."""
        ppi = ppi_for(printer)
        return paint(progress, printer, [page for each in manuscripts for page in self._typesetter.pictures(each, ppi=ppi)])


class Latest:
    """Numbers questions, so that an answer knows whether a newer one was asked meanwhile. May be looked at from any thread."""

    def __init__(self) -> None:
        self._number = 0

    def ask(self) -> Callable[[], bool]:
        """A new question; what it gives tells whether it is still the newest."""
        self._number += 1
        mine = self._number
        return lambda: mine == self._number
