"""The figures as a table that opens: each indicator, under it its services or kinds; a bar of eight quarters; "Why?" on each row."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.figures import ALL, Figure
from coordinator_app.core.kinds import FigureStatus
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import when_resized
from coordinator_app.gui.quarter import said
from coordinator_app.i18n import N_, Words

NAME, VALUE, WORD, BARS, WHY = range(5)
# In pixels at 100 % text; the name has what is left.
_WIDTHS = {VALUE: 84, WORD: 124, BARS: 124, WHY: 70}
_NAME_LEAST, _WORD_LEAST = 190, 90
_FIGURE = Qt.ItemDataRole.UserRole
_HEIGHTS = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
# The parts of the table: a heading, and how the codes of its indicators begin.
_PARTS = (
    (N_("Groups and meetings"), ("groups.", "meetings.", "visits.group", "men.", "size.", "hours.", "content.")),
    (N_("Enquiries and support"), ("enquiries", "support.", "referrals")),
    (N_("Activities"), ("activities.", "visits.activity", "professionals", "programme.", "counsellors.trained")),
    (N_("Volunteers and partners"), ("counsellors.active", "volunteers.", "partners.")),
    (N_("Making the work known"), ("outreach.", "advocacy.")),
    (N_("Feedback"), ("feedback.",)),
    (N_("Other figures"), ("",)),
)


class FiguresTable(QTreeView):
    """`asked(indicator, of)`: "Why?" was chosen, by a click on the word, Enter or a double click."""

    asked = Signal(str, str)

    def __init__(self, kit: Kit, *, why: bool = True) -> None:
        super().__init__()
        self._kit, self._why = kit, why
        self._figures: Sequence[Figure] = ()
        self._trends: Mapping[str, Sequence[Figure | None]] = {}
        self._catalogue: Catalogue | None = None
        self._model = QStandardItemModel(0, 5)
        self.setModel(self._model)
        self.setItemDelegate(_Painted(self, kit))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(True)
        self.setUniformRowHeights(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._ask)
        kit.theme.changed.connect(self._measure)
        when_resized(self.viewport(), self._measure)
        self._measure()
        self.say(kit.voice.words)

    def show_figures(
        self, figures: Sequence[Figure], trends: Mapping[str, Sequence[Figure | None]], catalogue: Catalogue, words: Words
    ) -> None:
        """Shows these; what was open stays open, the cursor stays where it was."""
        if (figures, trends, catalogue) != (self._figures, self._trends, self._catalogue):
            self._figures, self._trends, self._catalogue = figures, trends, catalogue
            self.say(words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.setAccessibleName(words(N_("Figures")))
        opened, current, at = self._opened(), self.current(), self.verticalScrollBar().value()
        self._model.removeRows(0, self._model.rowCount())
        heads = [N_("Figure"), N_("Amount"), N_("Basis"), N_("Two years"), ""]
        self._model.setHorizontalHeaderLabels([words(each) for each in heads])
        self._model.horizontalHeaderItem(VALUE).setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if self._catalogue is not None:
            self._fill(self._catalogue, words)
        for part in range(self._model.rowCount()):
            index = self._model.index(part, 0)
            self.setFirstColumnSpanned(part, QModelIndex(), True)
            self.expand(index)
            for row in range(self._model.rowCount(index)):
                child = self._model.index(row, 0, index)
                if child.data(_FIGURE) in opened:
                    self.expand(child)
        self.verticalScrollBar().setValue(at)
        if current is not None:
            self.choose(*current)

    def current(self) -> tuple[str, str] | None:
        """The figure under the cursor: indicator and what of."""
        found: tuple[str, str] | None = self.currentIndex().siblingAtColumn(NAME).data(_FIGURE)
        return found

    def choose(self, indicator: str, of: str) -> None:
        """Puts the cursor on a figure."""
        for index in self._indexes():
            if index.data(_FIGURE) == (indicator, of):
                self.setCurrentIndex(index)

    def said_of(self, indicator: str, of: str = ALL) -> tuple[str, str]:
        """The number and the word beside it, as they stand."""
        for index in self._indexes():
            if index.data(_FIGURE) == (indicator, of):
                return str(index.siblingAtColumn(VALUE).data()), str(index.siblingAtColumn(WORD).data())
        raise KeyError(indicator, of)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: _Index) -> None:
        # The style fills the whole row of the cursor, the place of the arrows too, with this colour.
        options.palette.setColor(options.palette.ColorRole.Highlight, self._kit.theme.colours.colour("tint"))
        super().drawRow(painter, options, index)

    def _fill(self, catalogue: Catalogue, words: Words) -> None:
        parts: dict[str, QStandardItem] = {}
        tops: dict[str, QStandardItem] = {}
        for figure in self._figures:
            heading = next(heading for heading, begins in _PARTS if figure.indicator.startswith(begins))
            if heading not in parts:
                parts[heading] = QStandardItem(words(heading))
                parts[heading].setFont(self._kit.theme.font(strong=True))
                self._model.appendRow(parts[heading])
            if figure.of == ALL:
                row = self._row(figure, said.indicator_name(figure.indicator, catalogue, words), words)
                tops[figure.indicator] = row[NAME]
                parts[heading].appendRow(row)
            elif figure.status is not FigureStatus.NA and figure.indicator in tops:
                tops[figure.indicator].appendRow(self._row(figure, said.of_name(figure.of, catalogue, words), words))

    def _row(self, figure: Figure, name: str, words: Words) -> list[QStandardItem]:
        asks = self._why and figure.status is not FigureStatus.NA
        word = words(said.beside(figure))
        row = [QStandardItem(text) for text in (name, said.amount(figure, words), word, "", words(N_("Why?")) if asks else "")]
        row[NAME].setData((figure.indicator, figure.of), _FIGURE)
        row[VALUE].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        trend = self._trends.get(figure.indicator, ()) if figure.of == ALL else ()
        if any(each is not None and each.value is not None for each in trend):
            row[BARS].setData(_heights(trend), _HEIGHTS)
            values = ", ".join("–" if each is None else said.amount(each, words) for each in trend)
            row[BARS].setData(words(N_("Eight quarters, the latest last: {values}"), values=values), Qt.ItemDataRole.ToolTipRole)
            row[BARS].setData(values, Qt.ItemDataRole.AccessibleTextRole)
        if asks:
            row[WHY].setData(words(N_("Why this number?")), Qt.ItemDataRole.ToolTipRole)
        return row

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == WHY:
            self._ask(index)

    def _ask(self, index: QModelIndex) -> None:
        figure = index.siblingAtColumn(NAME).data(_FIGURE)
        if figure is not None and index.siblingAtColumn(WHY).data():
            self.asked.emit(*figure)

    def _indexes(self) -> list[QModelIndex]:
        parts = [self._model.index(row, 0) for row in range(self._model.rowCount())]
        tops = [self._model.index(row, 0, part) for part in parts for row in range(self._model.rowCount(part))]
        return tops + [self._model.index(row, 0, top) for top in tops for row in range(self._model.rowCount(top))]

    def _opened(self) -> set[Any]:
        return {index.data(_FIGURE) for index in self._indexes() if self.isExpanded(index)}

    def _measure(self) -> None:
        px, header = self._kit.theme.px, self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(px(40))
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, px(width))
        self.setColumnHidden(WHY, not self._why)
        # The names come first: where there is little room the bars are left out, and the word beside the number is cut.
        self.setColumnHidden(BARS, not self._why or self.viewport().width() < px(_NAME_LEAST + sum(_WIDTHS.values())))
        if self.columnWidth(NAME) < px(_NAME_LEAST):
            header.resizeSection(WORD, px(_WORD_LEAST))
        self.setMinimumHeight(px(230) if self._kit.theme.one_pane else 0)
        self.setIndentation(px(18))
        self.scheduleDelayedItemsLayout()


class _Painted(QStyledItemDelegate):
    """Paints the bars, and "Why?" in the colour of what can be pressed."""

    def __init__(self, parent: QTreeView, kit: Kit) -> None:
        super().__init__(parent)
        self._kit = kit

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), self._kit.theme.px(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        option.state &= ~QStyle.StateFlag.State_HasFocus
        option.palette.setColor(option.palette.ColorRole.Highlight, self._kit.theme.colours.colour("tint"))
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        theme, rect, column = self._kit.theme, option.rect, index.column()
        painter.save()
        painter.setFont(option.font)
        painter.setPen(theme.colours.colour({WORD: "quiet", WHY: "primary"}.get(column, "text")))
        inner = rect.adjusted(theme.px(4 if column == NAME else 10), 0, -theme.px(10), 0)
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, option.displayAlignment, shown)
        if index.parent().isValid():
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colours.colour("line"))
            self._paint_bars(painter, inner, index.data(_HEIGHTS) or ())
        painter.restore()

    def _paint_bars(self, painter: QPainter, inner: QRect, heights: Sequence[float | None]) -> None:
        """A quarter without a value has a line in place of a bar; the latest is the strongest."""
        px, colours = self._kit.theme.px, self._kit.theme.colours
        width, gap, tall = px(8), px(4), inner.height() - px(14)
        for at, height in enumerate(heights):
            bar = px(1) if height is None else max(round(height * tall), px(2))
            role = "edge" if height is None or at < len(heights) - 1 else "primary"
            painter.fillRect(QRect(inner.left() + at * (width + gap), inner.bottom() - px(7) - bar, width, bar), colours.colour(role))


def _heights(trend: Sequence[Figure | None]) -> tuple[float | None, ...]:
    """Each quarter's share of the highest; none where there is no value."""
    values = [None if each is None or each.value is None else float(each.value) for each in trend]
    highest = max((value for value in values if value is not None), default=0.0)
    return tuple(None if value is None else value / highest if highest else 0.0 for value in values)
