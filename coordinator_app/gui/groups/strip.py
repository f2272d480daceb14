"""The meetings of a term as tiles: the day, the state as icon, word and colour, and who runs it where that is written down."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.people import first_names, split_name
from coordinator_app.gui.groups.reading import Shown
from coordinator_app.gui.kit.focus import INSIDE
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.meeting_looks import Look, look_of, state_said
from coordinator_app.i18n import N_, Words

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_WIDE, _WIDE_FOR_NAMES, _HIGH, _LINE, _GAP, _AROUND = 108, 132, 50, 22, 8, 4


class _Tiles(QAbstractListModel):
    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.rows: Sequence[MeetingRow] = ()
        self.looks: list[Look] = []
        self.runners: list[str | None] = []

    def show_rows(self, shown: Shown, words: Words) -> bool:
        """Shows these; whether that is anything else than what is shown."""
        looks = [look_of(row, shown.today, shown.records_begin) for row in shown.meetings]
        names, gaps = _first_names(shown), shown.gaps()
        # Nothing is said of who runs an evening (""), or that nobody does though the others are shared out (None).
        runners = [
            None if row.id in gaps else ", ".join(names[person] for person, _ in shown.runs.get(row.id, ())) for row in shown.meetings
        ]
        if words is self.words and (shown.meetings, looks, runners) == (self.rows, self.looks, self.runners):
            return False
        self.beginResetModel()
        self.words, self.rows, self.looks, self.runners = words, shown.meetings, looks, runners
        self.endResetModel()
        return True

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def said(self, at: int) -> tuple[str, str]:
        """The day and the state, in words."""
        row, words = self.rows[at], self.words
        day = words.date_with_weekday(row.held_on, year=False)
        return day, state_said(row, self.looks[at], words)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (*self.said(index.row()), self.run_by(index.row())) if part)
        return None

    def run_by(self, at: int) -> str:
        """Who runs it, by first names, in words."""
        runners = self.runners[at]
        return self.words(N_("nobody")) if runners is None else runners


class Strip(QListView):
    """`chosen(MeetingRow)` when the cursor comes to a meeting; `wanted(str)` for the keys `record`, `cancel` and `move`."""

    chosen = Signal(object)
    wanted = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._tiles = _Tiles(kit.voice.words)
        self.setProperty("role", "list")
        self.setProperty(INSIDE, True)
        self.setModel(self._tiles)
        self.setItemDelegate(_Painter(kit, self._tiles, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.activated.connect(lambda _: self.wanted.emit("record"))
        kit.theme.changed.connect(self._measure)
        self.say(kit.voice.words)

    def show_meetings(self, shown: Shown) -> None:
        """Shows the meetings of a term; the cursor stays where it was, or stands on the first that needs something."""
        current = self.current()
        self.selectionModel().blockSignals(True)
        if not self._tiles.show_rows(shown, self._kit.voice.words):
            self.selectionModel().blockSignals(False)
            return
        at = self._at(current.id) if current else None
        if at is None:
            at = self._first_open(shown.today)
        if at is not None:
            self.setCurrentIndex(self._tiles.index(at))
        self.selectionModel().blockSignals(False)
        self._measure()
        self.viewport().update()

    def current(self) -> MeetingRow | None:
        """The meeting under the cursor."""
        at = self.currentIndex().row()
        return self._tiles.rows[at] if 0 <= at < len(self._tiles.rows) else None

    def choose(self, meeting: int) -> None:
        """Puts the cursor on a meeting, if it is in this term."""
        at = self._at(meeting)
        if at is not None:
            self.setCurrentIndex(self._tiles.index(at))

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._tiles.words = words
        self._measure()
        self.setAccessibleName(words(N_("Meetings of the term")))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {"c": "cancel", "m": "move"}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit("record")
        elif event.text().lower() in keys and not event.modifiers():
            self.wanted.emit(keys[event.text().lower()])
        else:
            super().keyPressEvent(event)

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._tiles.rows[current.row()])

    def _at(self, meeting: int) -> int | None:
        return next((at for at, row in enumerate(self._tiles.rows) if row.id == meeting), None)

    def _first_open(self, today: dt.date) -> int | None:
        """The first not recorded meeting, else the next one ahead, else the last."""
        open_ones = [at for at, look in enumerate(self._tiles.looks) if look.role == "amber"]
        ahead = [at for at, row in enumerate(self._tiles.rows) if row.held_on >= today]
        return next(iter(open_ones or ahead), len(self._tiles.rows) - 1 if self._tiles.rows else None)

    def _measure(self) -> None:
        px = self._kit.theme.px
        shared = any(each != "" for each in self._tiles.runners)
        # The focus ring stands inside, and must not cover the edges of the tiles.
        around = px(_AROUND)
        self.setViewportMargins(around, around, around, around)
        cell = QSize(max(px(_WIDE), self._widest()) + px(_GAP), px(_HIGH + (_LINE if shared else 0) + _GAP))
        if self.gridSize() != cell:
            self.setGridSize(cell)
        across = max(1, self.viewport().width() // cell.width())
        high = -(-max(1, len(self._tiles.rows)) // across) * cell.height() + px(4) + 2 * around
        if self.height() != high:
            self.setFixedHeight(high)

    def _widest(self) -> int:
        """How wide a tile must be for every day and state, and for most names of who runs it."""
        px, tiles = self._kit.theme.px, self._tiles
        strong, letters = QFontMetrics(self._kit.theme.font(strong=True)), QFontMetrics(self._kit.theme.font(0.9))
        places = range(len(tiles.rows))
        days = (strong.horizontalAdvance(tiles.said(at)[0]) + px(20) for at in places)
        states = (letters.horizontalAdvance(tiles.said(at)[1]) + px(42) for at in places)
        runners = (min(letters.horizontalAdvance(tiles.run_by(at)) + px(42), px(_WIDE_FOR_NAMES)) for at in places)
        return max((*days, *states, *runners), default=0)


class _Painter(QStyledItemDelegate):
    def __init__(self, kit: Kit, tiles: _Tiles, view: Strip) -> None:
        super().__init__(view)
        self._kit, self._tiles, self._view = kit, tiles, view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self._view.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self._kit.theme
        px, colours = theme.px, theme.colours
        look = self._tiles.looks[index.row()]
        day, state = self._tiles.said(index.row())
        box = option.rect.adjusted(2, 2, -px(_GAP) + 2, -px(_GAP) + 2)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.colour("primary" if selected else "line"), 2 if selected else 1))
        painter.setBrush(colours.colour("tint" if selected else "hover" if hovered else "raised"))
        painter.drawRoundedRect(box, px(8), px(8))
        left, line = box.x() + px(10), px(_LINE)
        side = px(18)
        painter.setFont(theme.font(strong=True))
        painter.setPen(colours.colour("text"))
        painter.drawText(QRect(left, box.y() + px(3), box.width() - px(14), line), Qt.AlignmentFlag.AlignVCenter, day)
        under = QRect(left, box.y() + px(3) + line, box.width() - px(14), line)
        self._kit.icons.icon(look.icon, look.role).paint(painter, QRect(left, under.center().y() - side // 2, side, side))
        painter.setFont(theme.font(0.9))
        painter.setPen(colours.colour("text" if look.role in ("good", "primary") else look.role))
        words = under.adjusted(side + px(5), 0, 0, 0)
        shown = painter.fontMetrics().elidedText(state, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        if run_by := self._tiles.run_by(index.row()):
            self._write_run_by(painter, under.translated(0, line), run_by, gap=self._tiles.runners[index.row()] is None)
        painter.restore()

    def _write_run_by(self, painter: QPainter, place: QRect, names: str, *, gap: bool) -> None:
        side = self._kit.theme.px(18)
        icon, role = (Icon.NOT_RECORDED, "amber") if gap else (Icon.PERSON, "quiet")
        self._kit.icons.icon(icon, role).paint(painter, QRect(place.x(), place.center().y() - side // 2, side, side))
        painter.setPen(self._kit.theme.colours.colour(role))
        words = place.adjusted(side + self._kit.theme.px(5), 0, 0, 0)
        shown = painter.fontMetrics().elidedText(names, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)


def _first_names(shown: Shown) -> dict[int, str]:
    """The first names of everyone who runs a meeting of the term, by id."""
    people = {person: name for running in shown.runs.values() for person, name in running}
    return dict(zip(people, first_names([(name, *split_name(name)) for name in people.values()]), strict=True))
