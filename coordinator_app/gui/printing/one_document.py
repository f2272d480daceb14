"""One document: its options on the left, its pages on the right, what it leaves out under them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from coordinator_app.bootstrap.documents import Draft, Wanted
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import Switch, scrolled
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.printing import reading
from coordinator_app.gui.printing.options import Options
from coordinator_app.gui.printing.output import Output
from coordinator_app.gui.printing.paper_out import shape_of
from coordinator_app.gui.printing.press import Latest, Pages, Press
from coordinator_app.gui.printing.preview import Preview
from coordinator_app.gui.printing.reading import Offered
from coordinator_app.gui.printing.remarks import Remarks
from coordinator_app.i18n import N_, Words
from coordinator_app.printing.schedule_text import ScheduleText
from coordinator_app.printing.typst import Paper

_OPTIONS_WIDTH, _PREVIEW_LEAST, _BESIDE_LEAST_HEIGHT = 316, 180, 400
_NO_LIMIT = 16_777_215


class OneDocument(QWidget):
    """`changed` carries the `Wanted` after a choice of the user, `drawn` a document and its first page: a picture, or the text."""

    changed = Signal(object)
    drawn = Signal(object, object)

    def __init__(self, kit: Kit, press: Press) -> None:
        super().__init__()
        self._kit, self._press, self._latest = kit, press, Latest()
        self._wanted: Wanted | None = None
        self._offered: Offered | None = None
        self._labels = Labels(kit.voice.words)
        self.options, self.output, self.preview = Options(kit), Output(kit, press), Preview(kit)
        self.remarks = Remarks(kit, lambda: self._change(self._wanted.but("paper", Paper.A3) if self._wanted else None))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self._labels.name(self.text, N_("Preview"))
        self._pages = Switch(self.preview, self.text)
        self._pages.show_view(self.preview)
        self._lay_out()
        self.options.changed.connect(self._change)
        self.output.went.connect(self.options.unfinished.drop)
        self.preview.coarse.connect(self._draw)
        self.options.installEventFilter(self)
        kit.theme.changed.connect(self._arrange)
        self._arrange()

    def offer(self, offered: Offered) -> None:
        """What there is to choose from."""
        self._offered = offered
        self.options.offer(offered)

    def show_document(self, wanted: Wanted) -> None:
        """Shows a document with its options, and draws it."""
        assert self._offered is not None
        self._wanted = wanted
        self.options.show_wanted(wanted)
        self.output.show_wanted(wanted, self._offered)
        self._arrange()
        self._draw()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.options, self.preview, self.remarks, self.output):
            part.say(words)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return False

    def _change(self, wanted: Wanted | None) -> None:
        if wanted is not None:
            self.changed.emit(wanted)
            self.show_document(wanted)

    def _draw(self) -> None:
        assert self._wanted is not None
        still = self._latest.ask()
        self.preview.wait()
        self._kit.tasks.read(reading.draft, partial(self._drafted, still, self._wanted), wanted=self._wanted, now=self._kit.clock.now())

    def _drafted(self, still: Callable[[], bool], wanted: Wanted, draft: Draft) -> None:
        if not still():
            return
        if isinstance(draft, ScheduleText):
            self.text.setPlainText(draft.text)
            self._pages.show_view(self.text)
            self.remarks.show_remarks(draft.omissions, ())
            self.drawn.emit(wanted.kind, draft.text)
        else:
            ppi = self.preview.ppi()
            self._kit.tasks.run(lambda progress: self._press.pages(progress, draft, still, ppi), partial(self._show, still, wanted))

    def _show(self, still: Callable[[], bool], wanted: Wanted, pages: Pages | None) -> None:
        # The book may have been locked meanwhile, and this window with it.
        if pages is None or not still() or not isValid(self):
            return
        self._pages.show_view(self.preview)
        self.preview.show_pages(self._kit.voice.words(wanted.kind.name), pages.pictures, pages.ppi)
        document, first = pages.document, self.preview.first_page()
        of_list = document.pages if document.layout == "list" else 0
        self.remarks.show_remarks(document.omissions, document.offers, list_of=of_list)
        self.output.show_pages(document.pages, shape_of(first, pages.ppi, duplex=wanted.duplex))
        self.drawn.emit(wanted.kind, first)

    def _lay_out(self) -> None:
        self._left, self._right, self._inside = QWidget(), QWidget(), QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inside)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(16)
        self._sides.addWidget(self._left)
        self._sides.addWidget(self._right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(self._inside))
        self._options_area = scrolled(self.options)
        self._options_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The options take what room the buttons leave; it is they that are scrolled, not the whole.
        self._options_area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        _column(self._left, self._options_area, self.output)
        _column(self._right, self._pages, self.remarks)

    def _arrange(self) -> None:
        """Side by side where there is room; otherwise the options under the pages, scrolled as a whole."""
        px = self._kit.theme.px
        pages = max(px(_PREVIEW_LEAST), self._right.minimumSizeHint().width())
        beside = self.width() >= px(_OPTIONS_WIDTH) + self._sides.spacing() + pages and self.height() >= px(_BESIDE_LEAST_HEIGHT)
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.BottomToTop)
        self._left.setMinimumWidth(px(_OPTIONS_WIDTH) if beside else 0)
        self._left.setMaximumWidth(px(_OPTIONS_WIDTH) if beside else _NO_LIMIT)
        self._inside.setMaximumHeight(self.height() if beside else _NO_LIMIT)
        wrapped = self.options.hasHeightForWidth()
        whole = self.options.heightForWidth(self.width() - px(24)) if wrapped else self.options.sizeHint().height()
        self._options_area.setMinimumHeight(0 if beside else whole)
        self._options_area.setMaximumHeight(_NO_LIMIT if beside else whole)
        self._pages.setMinimumHeight(0 if beside else max(self.height() - px(8), px(160)))


def _column(side: QWidget, *parts: QWidget) -> QVBoxLayout:
    """Parts one under the other, the first one taking the room there is."""
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for at, part in enumerate(parts):
        column.addWidget(part, 0 if at else 1)
    return column
