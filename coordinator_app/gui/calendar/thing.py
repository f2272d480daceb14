"""How a meeting, an activity or a break is drawn on its day: as a line, or as a card of several lines."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextLayout

from coordinator_app.core.calendar import Event
from coordinator_app.core.kinds import MeetingState
from coordinator_app.gui.calendar import said
from coordinator_app.gui.calendar.reading import Shown
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import Words

LINE = 19
_ICON = 16
_SMALL = 0.9
_NAME_LINES = 2


class ThingPainter:
    """Paints plain text always, cut with three dots where there is no room."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    def line(self, painter: QPainter, place: QRect, event: Event, shown: Shown, words: Words, *, chosen: bool) -> None:
        """Its icon, when it begins, and its name."""
        px = self._kit.theme.px
        if chosen:
            self._box(painter, place, chosen=True)
        text = self._icons(painter, place.adjusted(px(2), 0, -px(2), 0), event, shown)
        self._ink(painter, event, self._kit.theme.font(_SMALL))
        self.text(painter, text, f"{_begins(event, words)} {said.title(event, shown, words)}".strip())

    def card(self, painter: QPainter, place: QRect, event: Event, shown: Shown, words: Words, lines: int, *, chosen: bool) -> None:
        """Its times, name, place and state one under the other, as far as so many lines go; the place goes first."""
        theme, look = self._kit.theme, said.look(event, shown)
        px = theme.px
        self._box(painter, place, chosen=chosen)
        line = QRect(place.x() + px(6), place.y() + px(5), place.width() - px(10), px(LINE))
        self._ink(painter, event, theme.font(_SMALL, strong=True))
        self.text(painter, self._icons(painter, line, event, shown), said.times(event, words) or words(look.word))
        self._ink(painter, event, theme.font())
        name = self._broken(painter.font(), said.title(event, shown, words), line.width(), _NAME_LINES if lines > 3 else 1)
        for part in name:
            line.translate(0, px(LINE))
            self.text(painter, line, part)
        under = [(event.place_name or "", "quiet")]
        if event.kind in said.HELD:
            under.append((said.state(event, shown, words), "quiet" if look.role == "primary" else look.role))
        room = lines - 1 - len(name)
        for text, role in [each for each in under if each[0]][-room:] if room > 0 else []:
            line.translate(0, px(LINE))
            painter.setFont(theme.font(_SMALL))
            painter.setPen(theme.colours.colour(role))
            self.text(painter, line, text)

    def text(self, painter: QPainter, place: QRect, text: str) -> None:
        """One line, in the painter's font and colour."""
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _icons(self, painter: QPainter, line: QRect, event: Event, shown: Shown) -> QRect:
        """Its state at the left and, of one that clashes, a warning at the right; what is left of the line."""
        px, look = self._kit.theme.px, said.look(event, shown)
        side = px(_ICON)
        top = line.center().y() - side // 2 + 1
        self._kit.icons.icon(look.icon, look.role).paint(painter, QRect(line.x(), top, side, side))
        if event.clashes:
            self._kit.icons.icon(Icon.WARNING, "amber").paint(painter, QRect(line.right() - side, top, side, side))
        return line.adjusted(side + px(4), 0, -(side + px(3)) if event.clashes else 0, 0)

    def _ink(self, painter: QPainter, event: Event, font: QFont) -> None:
        """The font and colour of its name; what is cancelled is crossed out."""
        cancelled = event.state is MeetingState.CANCELLED
        font.setStrikeOut(cancelled)
        painter.setFont(font)
        painter.setPen(self._kit.theme.colours.colour("quiet" if cancelled or event.kind not in said.HELD else "text"))

    def _box(self, painter: QPainter, place: QRect, *, chosen: bool) -> None:
        colours, px = self._kit.theme.colours, self._kit.theme.px
        painter.setPen(QPen(colours.colour("primary" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(colours.colour("tint" if chosen else "raised"))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), px(6), px(6))

    def _broken(self, font: QFont, text: str, width: int, most: int) -> list[str]:
        """The text in lines of that width; the last of them has all the rest."""
        layout = QTextLayout(text, font)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) < most and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _begins(event: Event, words: Words) -> str:
    """When it begins, as short as it can be said: `18`, `17.30`."""
    if event.starts is None:
        return ""
    return str(event.starts.hour) if event.starts.minute == 0 else words.time(event.starts)
