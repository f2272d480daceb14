"""The way out of the program: a long job with its bar, what goes wrong with it, and a printer to paint on."""

from collections.abc import Callable

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.progress import WorkBar
from coordinator_app.gui.kit.tasks import Progress
from coordinator_app.gui.printing import paper_out
from coordinator_app.gui.printing.paper_out import Shape
from coordinator_app.i18n import N_, Words


class Outlet(QWidget):
    """Stands above the buttons that use it; empty while nothing goes on and nothing is wrong."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.fault, self.bar = FaultLine(kit), WorkBar(kit, N_("Making the document"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addWidget(self.fault)

    def run(self, job: Callable[[Progress], object], then: Callable[..., object]) -> None:
        """Does a job; what it cannot do is said here."""

        def failed(error: CoordinatorError) -> None:
            self.fault.wrong(error.said)

        self.fault.right()
        self.bar.follow(self._kit.tasks.run(job, then, failed))

    def printer(self, shape: Shape, pages: int, otherwise: QWidget) -> QPrinter | None:
        """A printer as the user set it up; none if he thought better of it, or if there is none: then `otherwise` is offered."""
        self.fault.right()
        if not self._kit.ask.has_printer():
            self.fault.wrong(lambda words: words(N_("No printer is set up on this computer. Save the PDF and print it on another one.")))
            otherwise.setFocus()
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        paper_out.lay_out(printer, shape)
        if not self._kit.ask.printer(self, self._kit.voice.words(N_("Print")), printer, pages):
            return None
        paper_out.size_sheets(printer, shape)
        return printer

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.bar.say(words)
