"""Tables of frozen rows: columns described as data, sorted by keys the rows carry, remembered as the user left them."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QByteArray, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import Words

Row = TypeVar("Row")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_AROUND_HEADING = 54
# What is left of a column where there is little room; one that is no wider than `_SHORT` at 100 % text is narrowed last.
_NARROWEST, _SHORT = 0.6, 150
# So many rows, beginning with those that are seen, are looked at to know how wide what stands in a column is.
_LOOKED_AT = 50


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: heading (`N_`), the text of a row in ready words, and the key it sorts by (a stored sort key, a date, a number).

    `text` gets the words of the day; figures are set to the right with `number=True`; `icon` gives a state its icon and colour role.
    """

    heading: str
    text: Callable[[Row, Words], str]
    sort: Callable[[Row], Any]
    number: bool = False
    icon: Callable[[Row], tuple[Icon, str]] | None = None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows as a query gave them, in the order the user chose. Nothing is asked of the book from here."""

    def __init__(self, kit: Kit, columns: Sequence[Column[Row]]) -> None:
        super().__init__()
        self._kit, self._columns = kit, columns
        self._rows: list[Row] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self._put_in_order()
        self.endResetModel()

    def row_at(self, at: int) -> Row:
        return self._rows[at]

    def rows(self) -> Sequence[Row]:
        return self._rows

    def say(self) -> None:
        """Everything shown is said anew, in the language of the day."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._columns) - 1))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._kit.voice.words(self._columns[section].heading)
        return self._aligned(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(row, self._kit.voice.words)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._aligned(index.column())
        if role == Qt.ItemDataRole.DecorationRole and column.icon is not None:
            return self._kit.icons.icon(*column.icon(row))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self._sorted_by = (column, order) if column >= 0 else None
        self._put_in_order()
        self.layoutChanged.emit()

    def _put_in_order(self) -> None:
        if self._sorted_by is None:
            return
        key = self._columns[self._sorted_by[0]].sort
        # An empty key (no date, no number) comes last whichever way the rest goes.
        told = [row for row in self._rows if key(row) is not None]
        told.sort(key=key, reverse=self._sorted_by[1] is Qt.SortOrder.DescendingOrder)
        self._rows = told + [row for row in self._rows if key(row) is None]

    def _aligned(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._columns[column].number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class Table(QTableView, Generic[Row]):
    """A table the keyboard rules: arrows move, Enter or a double click opens, headings sort. `opened` carries the row.

    `name` keys what is remembered; `key` tells a row from the others, so the selection stays through a reload.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, kit: Kit, name: str, columns: Sequence[Column[Row]], key: Callable[[Row], Hashable]) -> None:
        super().__init__()
        self._kit, self._name, self._key = kit, name, key
        self.rows = RowsModel(kit, columns)
        self.setProperty("role", "rows")
        self.setModel(self.rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.setResizeContentsPrecision(_LOOKED_AT)
        self.setSortingEnabled(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.row_at(index.row())))
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self._measuring = False
        kept: QByteArray = kit.memory.state(f"{name}/columns")
        self._arranged = not kept.isEmpty()
        self._widths: Sequence[int] = ()
        self._spare: Sequence[int] = ()
        self._growing = -1
        if self._arranged:
            header.restoreState(kept)
        kit.theme.changed.connect(self._measure)
        self._measure()
        for changed in (header.sectionMoved, header.sortIndicatorChanged):
            changed.connect(self._keep)
        header.sectionResized.connect(self._resized)

    def set_widths(self, widths: Sequence[int], spare: Sequence[int] = (), growing: int = -1) -> None:
        """How wide the columns are, in pixels at 100 % text, until the user makes them otherwise.

        The `growing` one, or else the last, takes what is left. Where there is less room they become narrower, and then the `spare`
        ones are left out, the first of them first.
        """
        self._widths, self._spare, self._growing = widths, spare, growing
        self._measure()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows rows in the chosen order; the current one stays current if it is still there."""
        current = self.current()
        self.rows.show_rows(rows)
        self._fit()
        if current is not None:
            self.choose(self._key(current))

    def current(self) -> Row | None:
        """The row the cursor is on."""
        at = self.currentIndex().row()
        return self.rows.row_at(at) if 0 <= at < self.rows.rowCount() else None

    def choose(self, key: Hashable) -> None:
        """Puts the cursor on the row with this key, if there is one."""
        for at, row in enumerate(self.rows.rows()):
            if self._key(row) == key:
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
                self.selectionModel().setCurrentIndex(self.rows.index(at, 0), flags)
                return

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._measuring = True
        self.rows.say()
        self._measuring = False
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row)
        else:
            super().keyPressEvent(event)

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            # A table that is given the keyboard for the first time makes its first row the current one, but does not show it so.
            self.selectRow(current.row())
            self.chosen.emit(self.rows.row_at(current.row()))

    def _resized(self, column: int) -> None:
        """The last column that is seen takes what is left whenever the window changes, which is nobody's choice."""
        header = self.horizontalHeader()
        seen = sorted(header.visualIndex(at) for at in range(header.count()) if not header.isSectionHidden(at))
        if header.visualIndex(column) in seen[:-1]:
            self._keep()

    def _keep(self) -> None:
        if self._measuring:
            return
        self._arranged = True
        self._kit.memory.keep(f"{self._name}/columns", self.horizontalHeader().saveState())

    def _measure(self) -> None:
        vertical = self.verticalHeader()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(self._kit.theme.px(40))
        self.setIconSize(QSize(self._kit.theme.px(20), self._kit.theme.px(20)))
        self._fit()

    def _fit(self) -> None:
        """Shares out the room there is. What is left out or narrowed for want of it is nobody's choice, and is not remembered."""
        room = self.viewport().width()
        wishes = self._narrowed(1, 0)
        least, top = self._narrowed(_NARROWEST, _SHORT), wishes
        shown = list(range(len(wishes)))
        for at in self._spare:
            if sum(least[each] for each in shown) > room:
                shown.remove(at)
        if sum(least[each] for each in shown) > room:
            least, top = self._narrowed(_NARROWEST, 0), least
        free = room - sum(least[at] for at in shown)
        wanted = sum(top[at] - least[at] for at in shown)
        share = max(0.0, min(1.0, free / wanted)) if wanted else 1.0
        self._measuring = True
        # While its last section is stretched a header leaves one that is hidden its place.
        self.horizontalHeader().setStretchLastSection(False)
        for at in self._spare:
            self.setColumnHidden(at, at not in shown)
        if not self._arranged:
            given = {at: least[at] + int(share * (top[at] - least[at])) for at in shown}
            given[self._growing if self._growing in given else shown[-1]] += max(0, room - sum(given.values()))
            needed = {at: max(self.sizeHintForColumn(at), self._heading_width(at)) for at in given}
            for at, width in _evened(given, needed).items():
                self.setColumnWidth(at, width)
        self.horizontalHeader().setStretchLastSection(free >= 0)
        self._measuring = False

    def _narrowed(self, share: float, short: int) -> list[int]:
        """The width of each column with so much of what it would have left; short ones, as of days, keep all of it."""
        wide = (*self._widths, 0)[: self.rows.columnCount()]
        kept = [each if each <= short else share * each for each in wide]
        return [max(self._kit.theme.px(each), self._heading_width(at)) for at, each in enumerate(kept)]

    def _heading_width(self, column: int) -> int:
        heading = self.rows.headerData(column, Qt.Orientation.Horizontal)
        return QFontMetrics(self._kit.theme.font(strong=True)).horizontalAdvance(heading) + self._kit.theme.px(_AROUND_HEADING)


def _evened(given: dict[int, int], needed: dict[int, int]) -> dict[int, int]:
    """The same room shared out so that nothing is cut in one column while another has room to spare."""
    lacking = sum(max(0, needed[at] - width) for at, width in given.items())
    spared = sum(max(0, width - needed[at]) for at, width in given.items())
    moved = min(lacking, spared)
    if not moved:
        return given
    return {at: width + (needed[at] - width) * moved // (lacking if needed[at] > width else spared) for at, width in given.items()}
