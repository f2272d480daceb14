"""The men of a sheet in large rows: Space marks one, A all, F his first time, R remote."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coordinator_app.core.attendance import RosterLine
from coordinator_app.gui.attendance.marks import Marks
from coordinator_app.gui.kit.focus import INSIDE
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import N_, Words

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HIGH = 44
_CHIP = 116


class _Men(QAbstractListModel):
    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.rows: Sequence[RosterLine] = ()
        self.marks = Marks()

    def show_rows(self, rows: Sequence[RosterLine], marks: Marks) -> None:
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        self.marks = marks
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line, words = self.rows[index.row()], self.words
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if line.person in self.marks.present else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (
                line.name,
                words(N_("present")) if line.person in self.marks.present else words(N_("not present")),
                words(N_("first time")) if line.person in self.marks.new else "",
                words(N_("remotely")) if line.person in self.marks.remote else "",
            )
            return ", ".join(part for part in said if part)
        return None


class Roster(QListView):
    """`changed(Marks)` after each mark; `typed(str)` for digits, which are a headcount, and for `n`, a visitor."""

    changed = Signal(object)
    typed = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._men = _Men(kit.voice.words)
        self.setProperty(INSIDE, True)
        self.setModel(self._men)
        self._painter = _Painter(kit, self._men, self)
        self.setItemDelegate(self._painter)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        kit.theme.changed.connect(self.scheduleDelayedItemsLayout)
        self.say(kit.voice.words)

    def show_men(self, rows: Sequence[RosterLine], marks: Marks) -> None:
        """Shows the men in the order given, and who is marked; the cursor stays on the same man."""
        current = self._current()
        self._men.show_rows(rows, marks)
        if rows and not self.currentIndex().isValid():
            at = next((at for at, row in enumerate(rows) if current is not None and row.person == current.person), 0)
            self.setCurrentIndex(self._men.index(at))
        self.viewport().update()

    def begin(self) -> None:
        """The cursor on the first man."""
        self.setCurrentIndex(self._men.index(0))
        self.setFocus()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._men.words = words
        self.setAccessibleName(words(N_("Who was there")))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text().lower()
        current, marks = self._current(), self._men.marks
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif key == "a":
            self.changed.emit(marks.everyone(row.person for row in self._men.rows))
        elif key == "n" or (key.isdecimal() and key.isascii()):
            self.typed.emit(key)
        elif key in (" ", "f", "r") and current is not None:
            marked = {" ": marks.toggled, "f": marks.new_toggled, "r": marks.remote_toggled}[key]
            self.changed.emit(marked(current.person))
            if key == " " and self.currentIndex().row() + 1 < len(self._men.rows):
                self.setCurrentIndex(self._men.index(self.currentIndex().row() + 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            line, marks = self._men.rows[index.row()], self._men.marks
            self.changed.emit(self._pressed(self.visualRect(index), event.position().toPoint(), marks)(line.person))

    def viewportEvent(self, event: QEvent) -> bool:
        # A second quick press is another mark, not a double click.
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonDblClick:
            self.mousePressEvent(event)
            return True
        return super().viewportEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    def _pressed(self, row: QRect, at: QPoint, marks: Marks) -> Callable[[int], Marks]:
        """What a press does, by where in the row it is."""
        new, remote = self._painter.chips(row)
        if new.contains(at):
            return marks.new_toggled
        return marks.remote_toggled if remote.contains(at) else marks.toggled

    def _current(self) -> RosterLine | None:
        at = self.currentIndex().row()
        return self._men.rows[at] if 0 <= at < len(self._men.rows) else None


class _Painter(QStyledItemDelegate):
    """A box to tick, the row's number, the name, when he was there last, and two chips."""

    def __init__(self, kit: Kit, men: _Men, view: Roster) -> None:
        super().__init__(view)
        self._kit, self._men = kit, men

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(self._kit.theme.px(200), self._kit.theme.px(_HIGH))

    def chips(self, row: QRect) -> tuple[QRect, QRect]:
        """Where the chips for the first time and for remote stand in a row."""
        px = self._kit.theme.px
        high, wide = px(32), px(_CHIP)
        remote = QRect(row.right() - px(8) - wide, row.y() + (row.height() - high) // 2, wide, high)
        return remote.translated(-wide - px(8), 0), remote

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, row = self._kit.theme, option.rect
        px, colours = theme.px, theme.colours
        line, marks, words = self._men.rows[index.row()], self._men.marks, self._men.words
        present = line.person in marks.present
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, colours.colour("tint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, colours.colour("hover"))
        painter.setPen(colours.colour("line"))
        painter.drawLine(row.bottomLeft(), row.bottomRight())
        self._tick(painter, QRect(row.x() + px(12), row.center().y() - px(11), px(22), px(22)), present)
        new, remote = self.chips(row)
        numbers = QRect(row.x() + px(42), row.y(), px(30), row.height())
        self._write(painter, numbers, str(line.row), "quiet", strong=False, right=True)
        last = "" if line.last_there is None else words.day_and_month(line.last_there)
        names = QRect(numbers.right() + px(12), row.y(), new.x() - numbers.right() - px(90), row.height())
        self._write(painter, names, " ".join(line.name.split()), "text", strong=present)
        self._write(painter, QRect(names.right(), row.y(), px(70), row.height()), last, "quiet", strong=False, right=True)
        if present:
            self._chip(painter, new, words(N_("First time")), chosen=line.person in marks.new)
            self._chip(painter, remote, words(N_("Remotely")), chosen=line.person in marks.remote)
        painter.restore()

    def _tick(self, painter: QPainter, box: QRect, present: bool) -> None:
        colours = self._kit.theme.colours
        painter.setPen(QPen(colours.colour("primary" if present else "edge"), 1))
        painter.setBrush(colours.colour("primary" if present else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if present:
            self._kit.icons.icon(Icon.CHECK, "on_primary").paint(painter, box.adjusted(2, 2, -2, -2))

    def _chip(self, painter: QPainter, place: QRect, text: str, *, chosen: bool) -> None:
        theme = self._kit.theme
        painter.setPen(QPen(theme.colours.colour("primary" if chosen else "line"), 1))
        painter.setBrush(theme.colours.colour("primary" if chosen else "surface"))
        painter.drawRoundedRect(place, theme.px(16), theme.px(16))
        role, side = ("on_primary", theme.px(22)) if chosen else ("quiet", 0)
        painter.setFont(theme.font(0.9))
        wide = min(painter.fontMetrics().horizontalAdvance(text), place.width() - side - theme.px(12))
        inside = QRect(place.x() + (place.width() - side - wide) // 2, place.y(), side + wide, place.height())
        if chosen:
            tick = theme.px(18)
            self._kit.icons.icon(Icon.CHECK, role).paint(painter, QRect(inside.x(), place.center().y() - tick // 2, tick, tick))
        self._write(painter, inside.adjusted(side, 0, 0, 0), text, role, strong=False, size=0.9)

    def _write(
        self, painter: QPainter, place: QRect, text: str, role: str, *, strong: bool, right: bool = False, size: float = 1.0
    ) -> None:
        painter.setFont(self._kit.theme.font(size, strong=strong))
        painter.setPen(self._kit.theme.colours.colour(role))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, shown)
