"""The numbers of a month: groups down, their meetings across, a line typed in each cell and stored when it is left."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from coordinator_app.core import attendance
from coordinator_app.core.attendance import GridRow
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.kinds import MeetingState
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.gui.attendance.reading import Month
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.meeting_looks import Look, look_of, state_said
from coordinator_app.i18n import N_

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """A meeting in the grid. `wrong` is what was typed and not taken."""

    meeting: MeetingRow
    look: Look
    wrong: str = ""


class Grid(QAbstractTableModel):
    """`refused(said)` says what is wrong with a typed line, `taken()` that it is stored."""

    refused = Signal(object)
    taken = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._rows: tuple[GridRow, ...] = ()
        self._today = kit.clock.today()
        self._records_begin = dt.date.min
        self._across = 0
        self._wrong: dict[int, str] = {}

    def show_month(self, month: Month) -> None:
        """The meetings of a month; the shape stays when only numbers changed, and with it the cursor."""
        across = max((len(row.meetings) for row in month.rows), default=0)
        same = [row.group for row in month.rows] == [row.group for row in self._rows] and across == self._across
        if not same:
            self.beginResetModel()
        self._rows, self._across = month.rows, across
        self._today, self._records_begin = month.today, month.records_begin
        if same:
            self._tell_all()
        else:
            self.endResetModel()

    def forget_wrong(self) -> None:
        """Another month is about to be shown."""
        self._wrong = {}

    def not_taken(self) -> dict[str, str]:
        """The lines that were typed and not taken, by the ids of their meetings."""
        return {str(meeting): typed for meeting, typed in self._wrong.items()}

    def put_back(self, typed: Mapping[str, str]) -> None:
        """Shows such lines again, as not taken."""
        self._wrong |= {int(meeting): line for meeting, line in typed.items()}
        self._tell_all()

    def _tell_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self._across))

    def cell(self, index: _Index) -> Cell | None:
        """The meeting at a place of the grid; nothing where a group meets less often, and in the column of names."""
        if not index.isValid() or index.column() == 0:
            return None
        row = self._rows[index.row()]
        if index.column() > len(row.meetings):
            return None
        meeting = row.meetings[index.column() - 1]
        return Cell(meeting, look_of(meeting, self._today, self._records_begin), self._wrong.get(meeting.id, ""))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._across + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            words = self._kit.voice.words
            return words(N_("Group")) if section == 0 else words(N_("Meeting {n}"), n=section)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        cell = self.cell(index)
        if cell is None:
            return Qt.ItemFlag.ItemIsEnabled
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return shown | Qt.ItemFlag.ItemIsEditable if cell.meeting.held_on <= self._today else shown

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index)
        if cell is None:
            name = self._rows[index.row()].name if index.isValid() and index.column() == 0 else None
            return name if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role == Qt.ItemDataRole.EditRole:
            counted = cell.meeting.state is MeetingState.COUNTED and not cell.meeting.names
            return cell.wrong or (str(cell.meeting.headcount) if counted else "")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self._kit.voice.words
            return f"{words.date_with_weekday(cell.meeting.held_on)}, {state_said(cell.meeting, cell.look, words)}"
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        cell = self.cell(index)
        typed = str(value).strip()
        if cell is None or typed == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        meeting = cell.meeting.id
        if not typed:
            self._wrong.pop(meeting, None)
            return True
        self._wrong[meeting] = typed
        tasks, today = self._kit.tasks.catching(self._refuse), self._kit.clock.today()
        tasks.write(attendance.record_line, lambda _: self._took(meeting), meeting=meeting, typed=typed, today=today)
        return True

    def _took(self, meeting: int) -> None:
        self._wrong.pop(meeting, None)
        self.taken.emit()

    def _refuse(self, error: CoordinatorError) -> None:
        self.refused.emit(error.said)
        self._tell_all()
