"""What becomes of a document: a PDF, sheets from a printer, or text to paste elsewhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator_app.bootstrap import documents, outgoing
from coordinator_app.bootstrap.documents import Draft, Wanted
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.dialogs import Files
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.progress import WorkBar
from coordinator_app.gui.kit.tasks import Progress
from coordinator_app.gui.kit.theme import set_role
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.printing import paper_out, reading
from coordinator_app.gui.printing.press import Press
from coordinator_app.gui.printing.reading import Offered
from coordinator_app.i18n import N_, Words
from coordinator_app.printing.schedule_text import ScheduleText
from coordinator_app.printing.typst import Manuscript

_FOLDER = "print/folder"


class Output(QWidget):
    """The buttons that take a document out. Each asks the book anew, so that what leaves is what the options say now."""

    def __init__(self, kit: Kit, press: Press) -> None:
        super().__init__()
        self._kit, self._press = kit, press
        self._wanted: Wanted | None = None
        self._offered: Offered | None = None
        self._pages = 1
        self._labels = Labels(kit.voice.words)
        self.save = self._made(Action(N_("Save PDF"), self._save, Icon.PDF, "Ctrl+S", "primary"))
        self.print = self._made(Action(N_("Print…"), self._print, Icon.PRINT, "Ctrl+P"))
        self.copy = self._made(Action(N_("Copy as text"), self._copy, Icon.COPY, "Ctrl+Shift+C"))
        self.save_text = self._made(Action(N_("Save as a text file"), self._save, Icon.FILE, "Ctrl+S"))
        self.fault = FaultLine(kit)
        self.bar = WorkBar(kit, N_("Making the document"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for part in (self.bar, self.fault, self.save, self.print, self.copy, self.save_text):
            column.addWidget(part)

    def show_wanted(self, wanted: Wanted, offered: Offered) -> None:
        """The document that the buttons speak of."""
        self._wanted, self._offered = wanted, offered
        text = wanted.kind.text
        self.save.setVisible(not text)
        self.print.setVisible(not text)
        self.save_text.setVisible(text)
        self.copy.setVisible(wanted.kind.schedule)
        set_role(self.copy, "primary" if text else "")
        self.copy.setIcon(self._kit.icons.beside_word(Icon.COPY, "on_primary" if text else "text"))
        self.fault.right()

    def show_pages(self, pages: int) -> None:
        """How many pages it has."""
        self._pages = pages

    def say(self, words: Words) -> None:
        """Speaks this language; what was wrong was said in the other one."""
        self._labels.say(words)
        self.bar.say(words)
        self.fault.right()

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
            self._begin(wanted, lambda draft: self._put(draft, ended))

    def _put(self, draft: Draft, place: Path) -> None:
        if isinstance(draft, ScheduleText):
            text = draft.text.encode()
            self._run(lambda _: outgoing.put(text, place), self._saved)
        else:
            made = self._kit.clock.now()
            self._run(lambda progress: self._press.put(progress, draft, place, made), self._saved)

    def _saved(self, place: Path) -> None:
        words = self._kit.voice.words
        self._kit.notice.tell(words(N_("Saved as {file} in the folder {folder}."), file=place.name, folder=place.parent.name))

    def _print(self) -> None:
        if self._wanted is None:
            return
        words = self._kit.voice.words
        if not self._kit.ask.has_printer():
            self.fault.wrong(words(N_("No printer is set up on this computer. Save the PDF and print it on another one.")))
            self.save.setFocus()
            return
        self.fault.right()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        paper_out.lay_out(printer, self._wanted.paper)
        if self._kit.ask.printer(self, words(N_("Print")), printer, self._pages):
            self._begin(self._wanted, lambda draft: self._run(lambda progress: self._onto(progress, draft, printer), self._printed))

    def _onto(self, progress: Progress, draft: Draft, printer: QPrinter) -> int:
        """A job."""
        assert isinstance(draft, Manuscript)
        return paper_out.paint(progress, printer, self._press.sheets(progress, draft, paper_out.ppi_for(printer)))

    def _printed(self, pages: int) -> None:
        words = self._kit.voice.words
        self._kit.notice.tell(words.count("{n} page went to the printer.", "{n} pages went to the printer.", pages))

    def _copy(self) -> None:
        if self._wanted is not None:
            wanted = self._wanted.but("kind", documents.TEXT)
            self._kit.tasks.read(reading.draft, self._copied, wanted=wanted, now=self._kit.clock.now())

    def _copied(self, text: Draft) -> None:
        assert isinstance(text, ScheduleText)
        QGuiApplication.clipboard().setText(text.text)
        self._kit.notice.tell(self._kit.voice.words(N_("The schedule was copied. Paste it into a message or a letter.")))

    def _begin(self, wanted: Wanted, then: Callable[[Draft], object]) -> None:
        self.fault.right()
        self._kit.tasks.read(reading.draft, then, wanted=wanted, now=self._kit.clock.now())

    def _run(self, job: Callable[[Progress], object], then: Callable[..., object]) -> None:
        def failed(error: CoordinatorError) -> None:
            self.fault.wrong(error.said(self._kit.voice.words))

        self.bar.follow(self._kit.tasks.run(job, then, failed))

    def _made(self, action: Action) -> QPushButton:
        made = button(self._kit.icons, action)
        self._labels.put(made.setText, action.text)
        return made
