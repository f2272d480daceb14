"""From the screen through the system's own dialog to a real printer queue, and what comes out of it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QPushButton, QWidget

from coordinator_app.bootstrap.documents import CALENDAR, POSTER
from coordinator_app.gui.kit.dialogs import Ask
from coordinator_app.gui.printing import paper_out
from coordinator_app.gui.printing.paper_out import Shape
from coordinator_app.printing.typst import Paper
from tests.gui.printing import paper_queue
from tests.gui.printing.conftest import PrintScript
from tests.gui.printing.paper_queue import Queue
from tests.gui.printing.steps import Desk
from tests.gui.printing.test_printing import sheets
from tests.printing.reading import tool


class RealPrinters(PrintScript):
    """Printers are really looked for and really asked about; the dialog's own button is pressed."""

    def has_printer(self) -> bool:
        return Ask.has_printer(self)

    def printer(self, parent: QWidget, title: str, printer: QPrinter, pages: int) -> bool:
        presser = QTimer(parent, interval=20)
        presser.timeout.connect(_press_print)
        presser.start()
        accepted = Ask.printer(self, parent, title, printer, pages)
        presser.stop()
        # The paper is what is looked at here, not how fine its letters are.
        printer.setResolution(self.resolution)
        return accepted


def _press_print() -> None:
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, QPrintDialog):
        (box,) = dialog.findChildren(QDialogButtonBox)
        button = next(each for each in box.buttons() if box.buttonRole(each) == QDialogButtonBox.ButtonRole.AcceptRole)
        assert isinstance(button, QPushButton)
        button.click()


@pytest.fixture(scope="module")
def queue() -> Iterator[Queue]:
    missing = paper_queue.what_is_missing()
    if missing:
        assert not os.environ.get("CI"), missing
        pytest.skip(missing)
    with paper_queue.running() as running:
        yield running


@pytest.fixture
def ask(queue: Queue) -> PrintScript:
    return RealPrinters()


def printed(desk: Desk, queue: Queue) -> Path:
    """What comes out when the shown document is printed."""
    before = len(queue.asked())
    desk.one.output.print.click()
    desk.wait(lambda: len(queue.asked()) > before)
    return queue.papers(before + 1)[-1]


def test_every_page_comes_out_in_its_size(desk: Desk, queue: Queue) -> None:
    for kind, paper, size in ((POSTER, Paper.A3, (297, 420)), (CALENDAR, Paper.A4, (210, 297))):
        desk.choose(kind)
        desk.set("paper", paper)
        pages = int(desk.described().split()[-1])
        assert sheets(printed(desk, queue)) == [pytest.approx(size, abs=1)] * pages
        assert queue.asked()[-1].split()[-2:] == [paper.upper(), "one-sided"]
    tool("pdftoppm", "-r", "20", "-gray", queue.papers(1)[0], queue.folder / "poster")
    (picture,) = queue.folder.glob("poster*.pgm")
    assert min(picture.read_bytes()[-70_000:]) < 200, "the page is not blank"


@pytest.mark.parametrize(
    ("shape", "size", "sides"),
    [
        (Shape(105, 148), (105, 148), "one-sided"),
        (Shape(297, 210, duplex=True), (210, 297), "two-sided-long-edge"),
        (Shape(210, 297, duplex=True), (210, 297), "two-sided-long-edge"),
    ],
    ids=["card", "leaflet", "both sides"],
)
def test_a_card_is_small_and_a_leaflet_is_turned_on_its_long_edge(
    qapp: QApplication, queue: Queue, shape: Shape, size: tuple[int, int], sides: str
) -> None:
    before = len(queue.asked())
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    paper_out.lay_out(printer, shape)
    page = QImage(shape.width * 4, shape.height * 4, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    assert paper_out.paint(lambda done, total: None, printer, [_png(page)] * 2) == 2  # type: ignore[arg-type]
    found = queue.papers(before + 1)[-1]
    assert len(sheets(found)) == 2
    assert sorted(sheets(found)[0]) == [pytest.approx(each, abs=1) for each in sorted(size)]
    assert queue.asked()[before].split()[-1] == sides


def _png(image: QImage) -> bytes:
    data = QByteArray()
    image.save(QBuffer(data), "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def test_a_queue_without_printers_is_said(queue: Queue, desk: Desk) -> None:
    tool("lpadmin", "-x", paper_queue.NAME)
    desk.one.output.print.click()
    assert "No printer is set up on this computer." in desk.one.output.outlet.fault.text()
