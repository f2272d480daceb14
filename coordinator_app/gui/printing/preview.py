"""The pages of a document as they will be printed: one at a time, turned over, and looked at closer."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from coordinator_app.gui.kit.actions import Action, button, tool_button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words, in_percent
from coordinator_app.printing.typst import PREVIEW_PPI

SCREEN_PPI = 96
ZOOMS = (50, 75, 100, 125, 150, 200)
SLOW_MS = 400


class Preview(QWidget):
    """Shows the whole page at first. The pages are decoded when they are turned to, so that a long document costs no more than a short.

    `coarse` tells that the page is looked at closer than its pictures are fine: finer ones are to be drawn.
    """

    coarse = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._words = kit, kit.voice.words
        self._name, self._pages = "", tuple[bytes, ...]()
        self._page, self._zoom, self._ppi = 0, 0, SCREEN_PPI
        self._labels = Labels(kit.voice.words)
        self.sheet = _Sheet(kit)
        self.area = _Area(self)
        self.area.setWidget(self.sheet)
        self._said, self._size = text_label(wrap=False), text_label("quiet", wrap=False)
        self.before, self.after = (
            _tool(kit, self._labels, Icon.BACK, N_("Page before")),
            _tool(kit, self._labels, Icon.FORWARD, N_("Next page")),
        )
        self.smaller, self.larger = (
            _tool(kit, self._labels, Icon.TAKE_AWAY, N_("Smaller")),
            _tool(kit, self._labels, Icon.ADD, N_("Larger")),
        )
        self.whole = button(kit.icons, Action(N_("Whole page"), self.show_whole), "quiet")
        self._labels.put(self.whole.setText, N_("Whole page"))
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.smaller.clicked.connect(lambda: self.zoom(-1))
        self.larger.clicked.connect(lambda: self.zoom(1))
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._say_slow)
        self._lay_out()
        kit.theme.changed.connect(self._show)

    def wait(self) -> None:
        """New pages are on their way; if they are long in coming, it is said."""
        self._slow.start()

    def show_pages(self, name: str, pages: Sequence[bytes], ppi: int) -> None:
        """Shows the pages (PNG) of a document; the same page as before if the document has the same `name`."""
        self._slow.stop()
        self._page = min(self._page, len(pages) - 1) if name == self._name else 0
        self._name, self._pages, self._ppi = name, tuple(pages), ppi
        self.sheet.image = QImage.fromData(pages[self._page])
        self._show()

    def first_page(self) -> QImage:
        """The first of the pages, decoded once where it is the one that is shown."""
        return self.sheet.image if self._page == 0 else QImage.fromData(self._pages[0])

    def turn(self, by: int) -> None:
        """Turns over that many pages, as far as there are any."""
        page = min(max(self._page + by, 0), len(self._pages) - 1)
        if page != self._page:
            self._page = page
            self.sheet.image = QImage.fromData(self._pages[page])
            self.area.verticalScrollBar().setValue(0)
            self._show()

    def zoom(self, by: int) -> None:
        """Shows the page larger or smaller by one step."""
        now = self._percent()
        steps = [step for step in ZOOMS if (step > now if by > 0 else step < now)]
        if steps:
            self._zoom = steps[0] if by > 0 else steps[-1]
            self._show()
            if self._ppi < self.ppi():
                self.coarse.emit()

    def ppi(self) -> int:
        """How fine the pages are to be drawn: as fine as the screen shows them, which is quicker; closer, as fine as they are proofed."""
        return SCREEN_PPI if self._percent() * self.devicePixelRatioF() <= 100 else PREVIEW_PPI

    def show_whole(self) -> None:
        """Shows the whole page, as large as there is room."""
        self._zoom = 0
        self._show()

    def fit(self) -> None:
        """The room has changed."""
        if not self._zoom:
            self._show()

    def say(self, words: Words) -> None:
        """Speaks this language; the name of the document comes with its next pages."""
        self._words = words
        self._labels.say(words)
        self._show()

    def _show(self) -> None:
        if not self._pages:
            return
        page, of = self._page + 1, len(self._pages)
        percent = self._percent()
        self.sheet.setFixedSize(self._natural() * percent / 100)
        self.sheet.update()
        self._said.setText(self._words(N_("Page {n} of {of}"), n=page, of=of))
        self._size.setText(in_percent(percent, self._words))
        self.before.setEnabled(page > 1)
        self.after.setEnabled(page < of)
        for each in (self.before, self.after):
            each.setVisible(of > 1)
        self.smaller.setEnabled(percent > ZOOMS[0])
        self.larger.setEnabled(percent < ZOOMS[-1])
        self.area.setAccessibleName(self._words(N_("Preview")))
        self.area.setAccessibleDescription(self._words(N_("{document}, page {n} of {of}"), document=self._name, n=page, of=of))

    def _natural(self) -> QSize:
        """The size of the page on the screen at 100 %."""
        return self.sheet.image.size() * SCREEN_PPI / self._ppi

    def _percent(self) -> float:
        if self._zoom:
            return self._zoom
        room, natural = self.area.maximumViewportSize(), self._natural()
        return max(100 * min(room.width() / max(natural.width(), 1), room.height() / max(natural.height(), 1)), 10)

    def _say_slow(self) -> None:
        self._said.setText(self._words(N_("Drawing the pages")))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        for left in (self.before, self._said, self.after):
            row.addWidget(left)
        row.addStretch(1)
        for right in (self.smaller, self._size, self.larger, self.whole):
            row.addWidget(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.area, 1)


def _tool(kit: Kit, labels: Labels, icon: Icon, name: str) -> QToolButton:
    made = tool_button(kit.icons, icon)
    labels.name(made, name)
    return made


class _Sheet(QWidget):
    """The page itself."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.image = QImage()

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        if not self.image.isNull():
            # Scaled by the picture's own method: the painter's leaves the letters of a much smaller page ragged.
            mode = Qt.TransformationMode.SmoothTransformation
            painter.drawImage(self.rect(), self.image.scaled(self.size() * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, mode))
        painter.setPen(self._kit.theme.colours.colour("line"))
        painter.drawRect(QRect(0, 0, self.width() - 1, self.height() - 1))
        painter.end()


class _Area(QScrollArea):
    """Where the page lies. Page Up and Down turn over, plus and minus zoom, 0 shows the whole page."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._preview.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turned = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        zoomed = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1}
        if event.key() in turned:
            self._preview.turn(turned[Qt.Key(event.key())])
        elif event.key() in zoomed:
            self._preview.zoom(zoomed[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_0:
            self._preview.show_whole()
        else:
            super().keyPressEvent(event)
