"""Printing again just what is out of date: as many sheets of each as hang, to a printer or as files in a folder."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.bootstrap import hanging
from coordinator_app.bootstrap.documents import Wanted, term_to_print
from coordinator_app.core import settings
from coordinator_app.core.posters import Posted
from coordinator_app.gui.kit.actions import Action, verb_button
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.tasks import Progress
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.printing.outlet import Outlet
from coordinator_app.gui.printing.paper_out import Shape
from coordinator_app.gui.printing.press import Press
from coordinator_app.i18n import N_, Words
from coordinator_app.printing.typst import Manuscript


@dataclass(frozen=True, slots=True)
class Renewal:
    """A document to print in the stead of old sheets: `copies` of it, `name` the file's."""

    wanted: Wanted
    manuscript: Manuscript
    copies: int
    name: str


def renewals(session: Any, *, posted: Sequence[Posted], now: dt.datetime) -> tuple[Renewal, ...]:
    """A query: what to print for these posters, each document once."""
    today, locality = now.date(), settings.read(session).locality_name
    copies: dict[int, list[Posted]] = {}
    for each in posted:
        copies.setdefault(each.row.printed.id, []).append(each)
    found = []
    for of_sheet in copies.values():
        wanted = hanging.again(session, printed=of_sheet[0].row.printed.sheet, today=today)
        manuscript = wanted.drafted(session, now)
        assert isinstance(manuscript, Manuscript)
        term = term_to_print(session, today=today, next_term=wanted.next_term)
        name = f"{wanted.file_name(locality, term, Words(wanted.language))} {manuscript.code}.pdf"
        found.append(Renewal(wanted, manuscript, len(of_sheet), name))
    return tuple(found)


def note_all_printed(session: Any, *, printed: Sequence[tuple[Wanted, str]], today: dt.date) -> None:
    """Remembers, without an undo step, which documents were printed with which code."""
    for wanted, code in printed:
        hanging.note_printed(session, document=wanted, code=code, today=today)


class Again(QWidget):
    """The two buttons, and what goes wrong. `wanted` gives the posters they speak of; `printed` is called when they are done."""

    def __init__(self, kit: Kit, press: Press, wanted: Callable[[], Sequence[Posted]], printed: Callable[[], object]) -> None:
        super().__init__()
        self._kit, self._press, self._of_all, self._done = kit, press, wanted, printed
        self._labels = Labels(kit.voice.words)
        print_all = Action(N_("Print again…"), lambda: self.print_these(self._of_all()), Icon.PRINT, role="primary")
        save_all = Action(N_("Save as PDF"), lambda: self._save(self._of_all()), Icon.PDF)
        self.print = verb_button(kit.icons, self._labels, print_all)
        self.save = verb_button(kit.icons, self._labels, save_all)
        self.outlet = Outlet(kit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.outlet)
        verbs = Flow()
        verbs.addWidget(self.print)
        verbs.addWidget(self.save)
        column.addLayout(verbs)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self.outlet.say(words)

    def print_these(self, posted: Sequence[Posted]) -> None:
        """Prints what should hang in the stead of these; one dialog for each size of paper."""
        self._renew(posted, lambda found: self.outlet.run(partial(self._shapes, found=found), self._ask_each))

    def _save(self, posted: Sequence[Posted]) -> None:
        place = self._kit.ask.folder(self, self._kit.voice.words(N_("Choose the folder for the PDF files")))
        if place is not None:
            made = self._kit.clock.now()
            self._renew(posted, lambda found: self.outlet.run(partial(self._put, found=found, place=place, made=made), self._saved))

    def _renew(self, posted: Sequence[Posted], then: Callable[[tuple[Renewal, ...]], object]) -> None:
        self._kit.tasks.read(renewals, then, posted=posted, now=self._kit.clock.now())

    def _shapes(self, progress: Progress, found: Sequence[Renewal]) -> dict[Shape, list[tuple[Renewal, int]]]:
        """A job: what is printed on each size of paper, and how many pages that is."""
        by_shape: dict[Shape, list[tuple[Renewal, int]]] = {}
        for at, each in enumerate(found):
            shape, pages = self._press.shape(progress, each.manuscript, duplex=each.wanted.duplex)
            by_shape.setdefault(shape, []).append((each, pages * each.copies))
            progress(at + 1, len(found))
        return by_shape

    def _ask_each(self, by_shape: dict[Shape, list[tuple[Renewal, int]]]) -> None:
        for shape, of_shape in by_shape.items():
            printer = self.outlet.printer(shape, sum(pages for _, pages in of_shape), self.save)
            if printer is None:
                return
            found = [each for each, _ in of_shape]
            manuscripts = [each.manuscript for each in found for _ in range(each.copies)]
            self.outlet.run(partial(self._press.paint, manuscripts=manuscripts, printer=printer), partial(self._printed, found))

    def _put(self, progress: Progress, found: Sequence[Renewal], place: Path, made: dt.datetime) -> Sequence[Renewal]:
        """A job."""
        for at, each in enumerate(found):
            self._press.put(progress, each.manuscript, place / each.name, made)
            progress(at + 1, len(found))
        return found

    def _printed(self, found: Sequence[Renewal], _pages: int) -> None:
        words = self._kit.voice.words
        self._remember(
            found, words.count("{n} paper went to the printer.", "{n} papers went to the printer.", sum(each.copies for each in found))
        )

    def _saved(self, found: Sequence[Renewal]) -> None:
        words = self._kit.voice.words
        self._remember(found, words.count("{n} PDF file was saved.", "{n} PDF files were saved.", len(found)))

    def _remember(self, found: Sequence[Renewal], told: str) -> None:
        def remembered(_result: object) -> None:
            self._kit.notice.tell(told)
            self._done()

        printed = [(each.wanted, each.manuscript.code) for each in found]
        self._kit.tasks.write(note_all_printed, remembered, printed=printed, today=self._kit.clock.today())
