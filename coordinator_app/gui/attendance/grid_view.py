"""The grid of a month as it is seen: the table, the months before and after, and what is wrong with a line."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from coordinator_app.core.texts import beginning
from coordinator_app.gui.attendance.grid import Cell, Grid
from coordinator_app.gui.attendance.reading import Month
from coordinator_app.gui.kit.actions import Action, button, tool_button
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.focus import INSIDE
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, Switch, text_label
from coordinator_app.gui.kit.meeting_looks import state_said
from coordinator_app.gui.kit.tab_order import begin_at
from coordinator_app.gui.kit.unfinished import UnfinishedLine
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_Index = QModelIndex | QPersistentModelIndex


class GridView(QWidget):
    """`look_at(day)` asks for another month, `open_meeting(id)` for the sheet of the chosen meeting."""

    def __init__(self, kit: Kit, look_at: Callable[[dt.date], None], open_meeting: Callable[[int], None]) -> None:
        super().__init__()
        self._kit, self._look_at, self._open_meeting = kit, look_at, open_meeting
        self._month: Month | None = None
        self._labels = Labels(kit.voice.words)
        self.grid = Grid(kit)
        self.table = _Table(kit, self.grid)
        self.fault = FaultLine(kit)
        self.grid.refused.connect(self.fault.wrong)
        self.grid.taken.connect(self.fault.right)
        self.unfinished = UnfinishedLine(kit, self._typed, self.grid.put_back, self._begin_afresh)
        self.table.typed.connect(self.unfinished.edited)
        self.grid.taken.connect(self.unfinished.edited)
        self._labels.name(self.table, N_("Numbers of the month"))
        self._title = text_label("section", wrap=False)
        self._hint = text_label("quiet")
        self._labels.put(self._hint.setText, N_("Type a number, or rows of the sheet and visitors: 1 3 4 7 +2. Enter stores the line."))
        self.opener = button(kit.icons, Action(N_("Open this meeting"), self._open, Icon.ATTENDANCE))
        self._labels.put(self.opener.setText, N_("Open this meeting"))
        self.table.selectionModel().currentChanged.connect(self._allow)
        to_groups = Action(N_("Go to the groups"), lambda: kit.go("groups", None), Icon.GROUPS)
        self._nothing = EmptyState(kit, Icon.ATTENDANCE, N_("The month’s meetings will be here, once a group meets."), to_groups)
        self._place = Switch(self.table, self._nothing)
        begin_at(self, self._place)
        begin_at(self._place, self.table)
        self._lay_out()
        self._place.show_view(self.table)

    def show_month(self, month: Month) -> None:
        """Shows the meetings of a month."""
        first_time = self._month is None or self._month.first != month.first
        if first_time:
            self.unfinished.put_away()
            self.grid.forget_wrong()
            self.fault.right()
        self._month = month
        self.grid.show_month(month)
        if first_time:
            self.table.fit()
            self.table.to_first_open()
            self.unfinished.begin(f"attendance/{month.first:%Y-%m}")
        for part in (self._hint, self.opener):
            part.setVisible(bool(month.rows))
        self._allow()
        self._place.show_view(self.table if month.rows else self._nothing)
        self._say_month(self._kit.voice.words)

    def flush(self) -> None:
        """Stores the line that is being typed."""
        self.table.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self._nothing.say(words)
        self.unfinished.say(words)
        self._say_month(words)
        self.table.viewport().update()

    def _typed(self) -> dict[str, str]:
        """The lines that are not in the book: those that were not taken, and the one that is being typed."""
        cell, editor = self.grid.cell(self.table.currentIndex()), self.table.editor()
        now = {} if cell is None or editor is None or not editor.text().strip() else {str(cell.meeting.id): editor.text()}
        return self.grid.not_taken() | now

    def _begin_afresh(self) -> None:
        self.grid.forget_wrong()
        self.fault.right()
        self.table.viewport().update()

    def _say_month(self, words: Words) -> None:
        if self._month is not None:
            name = words.month(self._month.first.month)
            self._title.setText(words(N_("{month} {year}"), month=beginning(name), year=self._month.first.year))

    def _step(self, days: int) -> None:
        if self._month is not None:
            self._look_at(self._month.first + dt.timedelta(days=days))

    def _allow(self) -> None:
        """Only a meeting that is pointed at can be opened."""
        self.opener.setEnabled(self.grid.cell(self.table.currentIndex()) is not None)

    def _open(self) -> None:
        cell = self.grid.cell(self.table.currentIndex())
        if cell is not None:
            self._open_meeting(cell.meeting.id)

    def _lay_out(self) -> None:
        earlier, later = tool_button(self._kit.icons, Icon.BACK), tool_button(self._kit.icons, Icon.FORWARD)
        earlier.clicked.connect(lambda _: self._step(-1))
        later.clicked.connect(lambda _: self._step(31))
        self._labels.name(earlier, N_("The month before"))
        self._labels.name(later, N_("The next month"))
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (earlier, self._title, later):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.opener)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self.unfinished)
        column.addWidget(self.fault)
        column.addWidget(self._place, 1)


class _Table(QTableView):
    """Typing begins a line, Enter stores it and goes on to the next meeting that is not recorded. `typed()` tells of each key."""

    typed = Signal()

    def __init__(self, kit: Kit, grid: Grid) -> None:
        super().__init__()
        self._kit, self._grid = kit, grid
        self.setModel(grid)
        self.setProperty(INSIDE, True)
        self._painter = _Painter(kit, grid, self)
        self.setItemDelegate(self._painter)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._painter.commitData.connect(self._gone_on)
        self._painter.typed.connect(self.typed)
        kit.theme.changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Rows and columns for the text size; names take what room there is."""
        px = self._kit.theme.px
        vertical, across = self.verticalHeader(), self.horizontalHeader()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(px(52))
        across.setMinimumSectionSize(px(60))
        for column in range(self._grid.columnCount()):
            self.setColumnWidth(column, px(230 if column == 0 else 132))

    def to_first_open(self) -> None:
        """The cursor on the first meeting that is not recorded."""
        self._go_on_from(-1)

    def flush(self) -> None:
        """Stores the line that is being typed."""
        editor = self.editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def editor(self) -> QLineEdit | None:
        """Where a line is being typed."""
        found = self.viewport().findChild(QLineEdit)
        return found if isinstance(found, QLineEdit) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() is not QAbstractItemView.State.EditingState:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _gone_on(self, _editor: QWidget) -> None:
        here = self.currentIndex()
        self._go_on_from(here.row() * self._grid.columnCount() + here.column())

    def _go_on_from(self, place: int) -> None:
        """To the next cell after a place, counted along the rows, that needs a line."""
        across = self._grid.columnCount()
        for at in range(place + 1, across * self._grid.rowCount()):
            index = self._grid.index(at // across, at % across)
            cell = self._grid.cell(index)
            if cell is not None and cell.look.role == "amber" and not cell.wrong:
                self.setCurrentIndex(index)
                return


class _Painter(QStyledItemDelegate):
    """The day above, the state under it; a line that was not taken stays, in red."""

    typed = Signal()

    def __init__(self, kit: Kit, grid: Grid, view: QWidget) -> None:
        super().__init__(view)
        self._kit, self._grid = kit, grid

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(str(index.data()))
        editor.textEdited.connect(self.typed)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        editor.setGeometry(option.rect.adjusted(4, 6, -4, -6))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self._kit.theme
        px, place = theme.px, option.rect
        painter.save()
        painter.setPen(theme.colours.colour("line"))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        cell = self._grid.cell(index)
        if cell is None:
            self._write(painter, place.adjusted(px(10), 0, -px(8), 0), str(index.data() or ""), "text", strong=True)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(place.adjusted(2, 2, -2, -3), theme.colours.colour("tint"))
            self._paint_cell(painter, place, cell)
        painter.restore()

    def _paint_cell(self, painter: QPainter, place: QRect, cell: Cell) -> None:
        theme, words = self._kit.theme, self._kit.voice.words
        px, on = theme.px, cell.meeting.held_on
        left, line = place.x() + px(10), px(20)
        day = words.date_with_weekday(on, year=False)
        self._write(painter, QRect(left, place.y() + px(6), place.width() - px(14), line), day, "quiet", size=0.9)
        under = QRect(left, place.y() + px(6) + line, place.width() - px(14), line)
        icon, role = (Icon.WARNING, "danger") if cell.wrong else (cell.look.icon, cell.look.role)
        side = px(16)
        self._kit.icons.icon(icon, role).paint(painter, QRect(left, under.center().y() - side // 2, side, side))
        colour = role if role in ("danger", "amber", "quiet") else "text"
        said = cell.wrong or state_said(cell.meeting, cell.look, words)
        self._write(painter, under.adjusted(px(21), 0, 0, 0), said, colour, strong=role == "good")

    def _write(self, painter: QPainter, place: QRect, text: str, role: str, *, strong: bool = False, size: float = 1.0) -> None:
        painter.setFont(self._kit.theme.font(size, strong=strong))
        painter.setPen(self._kit.theme.colours.colour(role))
        shown = painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
