"""How a day is drawn: its date, what holds all day beside it, and the things on it, as many as there is room for."""

import datetime as dt
from dataclasses import dataclass, field

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from coordinator_app.core.calendar import CalendarDay, Event, EventKind
from coordinator_app.gui.calendar import said
from coordinator_app.gui.calendar.days_model import DaysModel, Index, beside_date
from coordinator_app.gui.calendar.thing import LINE, ThingPainter
from coordinator_app.gui.kit.kit import Kit

_HEAD, _GAP = 22, 4
_MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the things of a day stand, each with so many `lines`; `left_out` have no room, which the `sign` tells."""

    things: tuple[tuple[QRect, Event], ...]
    lines: int
    left_out: int
    sign: QRect


@dataclass(slots=True)
class Marked:
    """What the user points at: the current day, the chosen thing on it, and the day that something is carried to."""

    current: Index = field(default_factory=QModelIndex)
    at: int = 0
    carried_to: Index = field(default_factory=QModelIndex)


class DayPainter(QStyledItemDelegate):
    """In a week each thing is a card of several lines, in a month a line."""

    def __init__(self, kit: Kit, model: DaysModel, marked: Marked, view: QWidget) -> None:
        super().__init__(view)
        self._kit, self._model, self._marked = kit, model, marked
        self._things = ThingPainter(kit)

    def least_height(self) -> int:
        """Of a cell with its date and one line."""
        return self._kit.theme.px(_HEAD + LINE + 4)

    def placed(self, cell: QRect, index: Index) -> Placed:
        """The places within a cell. Of a day with more than fits the chosen one is always among those that are seen."""
        px = self._kit.theme.px
        things = self._model.things(index)
        body = cell.adjusted(px(3), px(_HEAD), -px(3), -px(1))
        lines = self._lines(body.height(), len(things))
        high, gap = self._height(lines), px(_GAP) if lines > 1 else 0
        fit = max(1, (body.height() + gap) // high)
        first = max(0, self._marked.at - fit + 1) if index == self._marked.current else 0
        seen = things[first : first + fit]
        rects = [QRect(body.x(), body.y() + at * high, body.width(), high - gap) for at in range(len(seen))]
        sign = QRect(cell.right() - px(44), cell.y(), px(40), px(_HEAD))
        return Placed(tuple(zip(rects, seen, strict=True)), lines, len(things) - len(seen), sign)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown, words, colours = self._model.shown, self._model.words, self._kit.theme.colours
        cell, on = option.rect, self._model.day(index)
        if shown is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "ground" if self._is_outside(on) else "hover" if any(beside_date(event) for event in on.events) else "surface"
        painter.fillRect(cell, colours.colour(ground))
        painter.setPen(colours.colour("line"))
        painter.drawLine(cell.topRight(), cell.bottomRight())
        painter.drawLine(cell.bottomLeft(), cell.bottomRight())
        placed = self.placed(cell, index)
        self._date(painter, cell, on, placed)
        chosen = self.chosen(index)
        for place, event in placed.things:
            if placed.lines == 1:
                self._things.line(painter, place, event, shown, words, chosen=event is chosen)
            else:
                self._things.card(painter, place, event, shown, words, placed.lines, chosen=event is chosen)
        if index == self._marked.carried_to:
            self._frame(painter, cell, QPen(colours.colour("primary"), 3, Qt.PenStyle.DashLine))
        elif index == self._marked.current:
            self._frame(painter, cell, QPen(colours.colour("primary"), 1))
        painter.restore()

    def chosen(self, index: Index) -> Event | None:
        """The thing the user points at, if it is on this day."""
        things = self._model.things(index) if index == self._marked.current else ()
        return things[self._marked.at] if self._marked.at < len(things) else None

    def date_said(self, on: dt.date, wide: int) -> str:
        """The day; the first of a month with its name where a cell is `wide` enough to leave room for what stands beside it."""
        named = self._model.words.day_and_month(on)
        takes = QFontMetrics(self._kit.theme.font(strong=True)).horizontalAdvance(named)
        return named if on.day == 1 and takes < wide * 2 // 3 else str(on.day)

    def _is_outside(self, on: CalendarDay) -> bool:
        return self._model.month not in (None, on.on.month)

    def _lines(self, high: int, things: int) -> int:
        """How many lines each thing may have: one in a month, else as many as leave room for all."""
        if self._model.month is not None:
            return 1
        gap = self._kit.theme.px(_GAP)
        return next((lines for lines in range(_MOST_LINES, 1, -1) if things * self._height(lines) - gap <= high), 1)

    def _height(self, lines: int) -> int:
        return self._kit.theme.px(LINE if lines == 1 else LINE * lines + 10 + _GAP)

    def _frame(self, painter: QPainter, cell: QRect, pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(cell.adjusted(1, 1, -2, -2))

    def _date(self, painter: QPainter, cell: QRect, on: CalendarDay, placed: Placed) -> None:
        """The date, today's filled in; the holiday or break beside it, and how many things found no room."""
        theme, words, shown = self._kit.theme, self._model.words, self._model.shown
        assert shown is not None
        px, colours = theme.px, theme.colours
        painter.setFont(theme.font(strong=True))
        advance = painter.fontMetrics().horizontalAdvance
        text = self.date_said(on.on, cell.width())
        box = QRect(cell.x() + px(3), cell.y() + px(2), max(advance(text) + px(12), px(26)), px(20))
        if on.on == shown.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("primary"))
            painter.drawRoundedRect(box, px(10), px(10))
        painter.setPen(colours.colour(self._date_role(on, today=on.on == shown.today)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        right = cell.right() - px(4)
        if placed.left_out:
            painter.setPen(colours.colour("primary"))
            painter.drawText(placed.sign, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"+{placed.left_out}")
            right -= advance(f"+{placed.left_out}") + px(6)
        beside = " · ".join(said.title(event, shown, words) for event in on.events if beside_date(event))
        painter.setFont(theme.font(0.9))
        painter.setPen(colours.colour("quiet"))
        self._things.text(painter, QRect(QPoint(box.right() + px(4), cell.y()), QPoint(right, cell.y() + px(_HEAD))), beside)

    def _date_role(self, on: CalendarDay, *, today: bool) -> str:
        """Sundays and public holidays are red, as in every calendar on a Finnish wall."""
        if today:
            return "on_primary"
        if on.on.weekday() == 6 or any(event.kind is EventKind.HOLIDAY for event in on.events):
            return "danger"
        return "quiet" if self._is_outside(on) else "text"
