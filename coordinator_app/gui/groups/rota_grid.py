"""Who runs which evening, as a grid: an evening a row, a counsellor a column; Space or a click puts a man in or out."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from coordinator_app.core.meetings import MeetingRow
from coordinator_app.gui.groups.reading import Shown
from coordinator_app.gui.kit.focus import INSIDE
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.plain import in_tip
from coordinator_app.i18n import N_, Words

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW, _DAY, _MAN, _LAST, _ICON = 40, 190, 130, 120, 22


class _Evenings(QAbstractTableModel):
    """The day first, then the counsellors, and last what is missing."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.rows: tuple[MeetingRow, ...] = ()
        self.people: list[tuple[int, str]] = []
        self.runs: dict[int, tuple[int, ...]] = {}

    def show_evenings(self, shown: Shown) -> None:
        self.beginResetModel()
        self.rows = shown.coming()
        named = {row.id: shown.runs.get(row.id, ()) for row in self.rows}
        others = {person: name for running in named.values() for person, name in running}
        self.people = list((shown.counsellors(shown.today) | others).items())
        self.runs = {meeting: tuple(person for person, _ in running) for meeting, running in named.items()}
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.people) + 2

    def man(self, column: int) -> tuple[int, str] | None:
        """The counsellor of a column."""
        return self.people[column - 1] if 1 <= column <= len(self.people) else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        man = self.man(section)
        if man is not None:
            return man[1] if role == Qt.ItemDataRole.DisplayRole else in_tip(man[1])
        return self._kit.voice.words(N_("Meeting")) if section == 0 else ""

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, man = self.rows[index.row()], self.man(index.column())
        if man is not None:
            return self._of_man(row, man, role)
        if index.column() == 0:
            return self._day(row) if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        return None if self.runs[row.id] else self._gap(role)

    def _of_man(self, row: MeetingRow, man: tuple[int, str], role: int) -> Any:
        runs, words = man[0] in self.runs[row.id], self._kit.voice.words
        if role == Qt.ItemDataRole.DecorationRole:
            return self._kit.icons.icon(Icon.HELD, "good") if runs else self._kit.icons.icon(Icon.PLANNED, "quiet")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = N_("{day}, {name}: runs it") if runs else N_("{day}, {name}: does not run it")
            return words(said, day=self._day(row), name=man[1])
        return None

    def _gap(self, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._kit.voice.words(N_("nobody"))
        if role == Qt.ItemDataRole.DecorationRole:
            return self._kit.icons.icon(Icon.NOT_RECORDED, "amber")
        return self._kit.theme.colours.colour("amber") if role == Qt.ItemDataRole.ForegroundRole else None

    def _day(self, row: MeetingRow) -> str:
        words = self._kit.voice.words
        day = words.date_with_weekday(row.held_on, year=False)
        return words(N_("{day} at {time}"), day=day, time=words.time(row.starts))


class RotaGrid(QTableView):
    """`wanted(meeting, people)`: the ids of those who are to run a meeting from now on."""

    wanted = Signal(int, object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.evenings = _Evenings(kit)
        self.setModel(self.evenings)
        self.setProperty(INSIDE, True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setStretchLastSection(True)
        self.clicked.connect(self._turn)
        kit.theme.changed.connect(self._measure)

    def show_evenings(self, shown: Shown) -> None:
        """Shows the coming evenings of a group; the cursor stays where it was."""
        at = self.currentIndex()
        row, column = max(at.row(), 0), max(at.column(), 1)
        self.evenings.show_evenings(shown)
        if self.evenings.rows:
            self.setCurrentIndex(self.evenings.index(min(row, len(self.evenings.rows) - 1), min(column, len(self.evenings.people))))
        self._measure()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.setAccessibleName(words(N_("Who runs which evening")))
        self.evenings.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.evenings.columnCount() - 1)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _turn(self, index: QModelIndex) -> None:
        man = self.evenings.man(index.column()) if index.isValid() else None
        if man is not None:
            meeting = self.evenings.rows[index.row()].id
            before = self.evenings.runs[meeting]
            after = tuple(each for each in before if each != man[0]) if man[0] in before else (*before, man[0])
            self.wanted.emit(meeting, after)

    def _measure(self) -> None:
        px = self._kit.theme.px
        self.setIconSize(QSize(px(_ICON), px(_ICON)))
        vertical = self.verticalHeader()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(px(_ROW))
        for column in range(self.evenings.columnCount()):
            self.setColumnWidth(column, px(_DAY if column == 0 else _MAN if self.evenings.man(column) else _LAST))
        # As high as its evenings: the page scrolls, not the grid within it.
        across = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + len(self.evenings.rows) * px(_ROW) + across)
