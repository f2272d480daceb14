"""What becomes of a document: a PDF, sheets from a printer, or text to paste elsewhere."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.bootstrap import documents, hanging, outgoing
from coordinator_app.bootstrap.documents import Draft, Wanted
from coordinator_app.gui.kit.actions import Action, verb_button
from coordinator_app.gui.kit.dialogs import Files
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.theme import set_role
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.printing import reading
from coordinator_app.gui.printing.outlet import Outlet
from coordinator_app.gui.printing.paper_out import Shape
from coordinator_app.gui.printing.press import Press
from coordinator_app.gui.printing.reading import Offered
from coordinator_app.i18n import N_, Words
from coordinator_app.printing.schedule_text import ScheduleText
from coordinator_app.printing.typst import Manuscript

_FOLDER = "print/folder"


class Output(QWidget):
    """The buttons that take a document out. Each asks the book anew, so that what leaves is what the options say now.

    `hung` carries the id of the printed sheet that the user wants to say something of: where it hangs. `went()` when a document is
    saved or printed.
    """

    hung = Signal(int)
    went = Signal()

    def __init__(self, kit: Kit, press: Press) -> None:
        super().__init__()
        self._kit, self._press = kit, press
        self._wanted: Wanted | None = None
        self._offered: Offered | None = None
        self._pages = 1
        self._shape = Shape(210, 297)
        self._labels = Labels(kit.voice.words)
        self.save = verb_button(kit.icons, self._labels, Action(N_("Save PDF"), self._save, Icon.PDF, "Ctrl+S", "primary"))
        self.print = verb_button(kit.icons, self._labels, Action(N_("Print…"), self._print, Icon.PRINT, "Ctrl+P"))
        self.copy = verb_button(kit.icons, self._labels, Action(N_("Copy as text"), self._copy, Icon.COPY, "Ctrl+Shift+C"))
        self.save_text = verb_button(kit.icons, self._labels, Action(N_("Save as a text file"), self._save, Icon.FILE, "Ctrl+S"))
        self.hang = verb_button(kit.icons, self._labels, Action(N_("Say where it hangs"), self._hang, Icon.PLACE))
        self.outlet = Outlet(kit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for part in (self.outlet, self.save, self.print, self.copy, self.save_text, self.hang):
            column.addWidget(part)

    def show_wanted(self, wanted: Wanted, offered: Offered) -> None:
        """The document that the buttons speak of."""
        self._wanted, self._offered = wanted, offered
        text = wanted.kind.text
        self.save.setVisible(not text)
        self.print.setVisible(not text)
        self.save_text.setVisible(text)
        self.copy.setVisible(wanted.kind.schedule)
        self.hang.setVisible(wanted.kind.hangs)
        set_role(self.copy, "primary" if text else "")
        self.copy.setIcon(self._kit.icons.beside_word(Icon.COPY, "on_primary" if text else "text"))
        self.outlet.fault.right()

    def show_pages(self, pages: int, shape: Shape) -> None:
        """How many pages it has, and of which shape."""
        self._pages, self._shape = pages, shape

    def say(self, words: Words) -> None:
        """Speaks this language; what was wrong was said in the other one."""
        self._labels.say(words)
        self.outlet.say(words)

    def _save(self) -> None:
        if self._wanted is None or self._offered is None:
            return
        wanted, words = self._wanted, self._kit.voice.words
        ending, files = ("txt", Files(words(N_("Text")), ("txt",))) if wanted.kind.text else ("pdf", Files("PDF", ("pdf",)))
        term = self._offered.next_term if wanted.next_term else self._offered.this_term
        name = f"{wanted.file_name(self._offered.locality, term, Words(wanted.language))}.{ending}"
        folder = self._kit.memory.text(_FOLDER)
        place = self._kit.ask.save_as(self, words(N_("Save the document")), str(Path(folder) / name) if folder else name, files)
        if place is not None:
            self._kit.memory.keep(_FOLDER, str(place.parent))
            ended = place if place.suffix.lower() == f".{ending}" or place.exists() else place.with_name(f"{place.name}.{ending}")
            self._begin(wanted, lambda draft: self._put(wanted, draft, ended))

    def _put(self, wanted: Wanted, draft: Draft, place: Path) -> None:
        if isinstance(draft, ScheduleText):
            text = draft.text.encode()
            self.outlet.run(lambda _: outgoing.put(text, place), self._saved)
        else:
            made = self._kit.clock.now()
            self.outlet.run(lambda progress: self._press.put(progress, draft, place, made), lambda put: self._saved(put, wanted, draft))

    def _saved(self, place: Path, wanted: Wanted | None = None, draft: Manuscript | None = None) -> None:
        self._remember(wanted, draft)
        self.went.emit()
        words = self._kit.voice.words
        self._kit.notice.tell(words(N_("Saved as {file} in the folder {folder}."), file=place.name, folder=place.parent.name))

    def _print(self) -> None:
        printer = self.outlet.printer(self._shape, self._pages, self.save)
        if printer is not None and self._wanted is not None:
            self._begin(self._wanted, partial(self._paint, self._wanted, printer))

    def _paint(self, wanted: Wanted, printer: QPrinter, draft: Draft) -> None:
        assert isinstance(draft, Manuscript)
        job = partial(self._press.paint, manuscripts=[draft], printer=printer)
        self.outlet.run(job, lambda pages: self._printed(pages, wanted, draft))

    def _printed(self, pages: int, wanted: Wanted, draft: Manuscript) -> None:
        self._remember(wanted, draft)
        self.went.emit()
        words = self._kit.voice.words
        self._kit.notice.tell(words.count("{n} page went to the printer.", "{n} pages went to the printer.", pages))

    def _remember(self, wanted: Wanted | None, draft: Draft | None, then: Callable[[int], object] = lambda _: None) -> None:
        """What shows the schedule is known by its code from now on, and an attendance sheet by its rows."""
        today = self._kit.clock.today()
        if isinstance(draft, Manuscript) and draft.paper_rows:
            self._kit.tasks.write(documents.keep_rows, lambda _: None, manuscript=draft, today=today)
        if wanted is not None and wanted.kind.remembered and isinstance(draft, Manuscript):
            self._kit.tasks.write(hanging.note_printed, then, document=wanted, code=draft.code, today=today)

    def _hang(self) -> None:
        if self._wanted is not None:
            wanted = self._wanted
            self._begin(wanted, lambda draft: self._remember(wanted, draft, self.hung.emit))

    def _copy(self) -> None:
        if self._wanted is not None:
            wanted = self._wanted.but("kind", documents.TEXT)
            self._kit.tasks.read(reading.draft, self._copied, wanted=wanted, now=self._kit.clock.now())

    def _copied(self, text: Draft) -> None:
        assert isinstance(text, ScheduleText)
        QGuiApplication.clipboard().setText(text.text)
        self._kit.notice.tell(self._kit.voice.words(N_("The schedule was copied. Paste it into a message or a letter.")))

    def _begin(self, wanted: Wanted, then: Callable[[Draft], object]) -> None:
        self.outlet.fault.right()
        self._kit.tasks.read(reading.draft, then, wanted=wanted, now=self._kit.clock.now())
