"""Pages onto a printer: each picture on a sheet of its own, edge to edge."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from coordinator_app.core.errors import CannotWrite, Stopped
from coordinator_app.gui.kit.tasks import Progress
from coordinator_app.i18n import N_
from coordinator_app.printing.typst import PRINTER_PPI

_LARGEST_MB = 300
_MM = QPageSize.Unit.Millimeter


@dataclass(frozen=True, slots=True)
class Shape:
    """The sheets of a document: width and height in millimetres, and whether both sides are printed."""

    width: int
    height: int
    duplex: bool = False


def shape_of(page: QImage, ppi: float, *, duplex: bool) -> Shape:
    """The shape of a document by the picture of a page of it."""
    return Shape(round(page.width() * 25.4 / ppi), round(page.height() * 25.4 / ppi), duplex)


def ppi_for(printer: QPrinter) -> int:
    """The pixels an inch that are worth sending: the printer's own, at most 600."""
    return min(printer.resolution(), PRINTER_PPI)


def lay_out(printer: QPrinter, shape: Shape) -> None:
    """Asks the printer for sheets of that shape, the leaves turned on the long edge where both sides are printed."""
    size_sheets(printer, shape)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide if shape.duplex else QPrinter.DuplexMode.DuplexNone)


def size_sheets(printer: QPrinter, shape: Shape) -> None:
    """Asks the printer for sheets of that size, without margins of its own: the pages have theirs.

    To be asked again after Qt's own dialog, which on Linux goes back to the printer's usual size when it is accepted.
    """
    upright = QSizeF(min(shape.width, shape.height), max(shape.width, shape.height))
    lying = shape.width > shape.height
    printer.setPageSize(QPageSize(upright, _MM, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)


def paint(progress: Progress, printer: QPrinter, pages: Sequence[bytes]) -> int:
    """Paints the pages (PNG) the user asked for, on whatever sheet the printer has; how many. A job: decoding takes its time.

    Raises `CannotWrite` if the printer cannot begin, `Stopped` if the user stops it.
    """
    chosen = pages[printer.fromPage() - 1 : printer.toPage()] if printer.printRange() is QPrinter.PrintRange.PageRange else pages
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    sheets = list(chosen) * copies
    painter = QPainter()
    if not painter.begin(printer):
        raise CannotWrite(N_("The printer could not begin. See that it is switched on and has paper, or save the PDF."))
    # The letters of a page are pictures here; anything but lossless would smear them.
    painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.LosslessImageRendering)
    try:
        for at, data in enumerate(sheets):
            if at:
                printer.newPage()
            _paint_page(painter, printer, _decoded(data))
            progress(at + 1, len(sheets))
    except Stopped:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(sheets)


def _decoded(data: bytes) -> QImage:
    # An A3 page at 600 pixels an inch is larger than what Qt takes from strangers; this one is our own.
    usual = QImageReader.allocationLimit()
    QImageReader.setAllocationLimit(_LARGEST_MB)
    try:
        image = QImage.fromData(data)
    finally:
        QImageReader.setAllocationLimit(usual)
    if image.isNull():
        raise RuntimeError("a page could not be decoded, and a blank sheet must not be printed in its place")
    return image


def _paint_page(painter: QPainter, printer: QPrinter, image: QImage) -> None:
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    size = image.size().scaled(sheet.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF((sheet.width() - size.width()) / 2, (sheet.height() - size.height()) / 2, size.width(), size.height())
    painter.drawImage(place, image)
