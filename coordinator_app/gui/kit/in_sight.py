"""A card that was opened is brought into sight, and stays there while somebody types in it."""

from typing import cast

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget


class InSight(QObject):
    """Scrolls to a card, where it stands in something that scrolls."""

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self._card = card
        self._area: QScrollArea | None = None
        self._left_at = 0

    def begin(self) -> None:
        """Brings the whole card into sight; of a higher one its heading and what follows, and the field with the cursor in any case."""
        area = _scrolls(self._card)
        if area is not self._area and area is not None:
            # Wrapped texts take more than one round to be laid out, and in another language or size all of it is of another height.
            area.verticalScrollBar().rangeChanged.connect(self._stay)
        self._area = area
        # Only after it was laid out is it known where it stands.
        QTimer.singleShot(0, self, self._reveal)

    def _stay(self) -> None:
        field, area = self._field(), self._area
        if field is None or area is None or not field.hasFocus():
            return
        moved = area.verticalScrollBar().value() != self._left_at
        seen = field.visibleRegion().boundingRect().size() == field.size()
        # Whoever has scrolled to somewhere else stays there as long as he sees where he types.
        if not (moved and seen):
            self._reveal()

    def _reveal(self) -> None:
        area, card, field = self._area, self._card, self._field()
        inside = None if area is None else area.widget()
        if area is None or inside is None or not card.isVisible():
            return
        area.ensureWidgetVisible(card, 0, 16)
        bar, room = area.verticalScrollBar(), area.viewport().height()
        if card.height() > room and field is not None:
            end = field.mapTo(inside, field.rect().bottomLeft()).y() + 16
            bar.setValue(max(card.mapTo(inside, QPoint()).y() - 8, end - room))
        self._left_at = bar.value()

    def _field(self) -> QWidget | None:
        """The one in the card that has the cursor, or would have it."""
        return cast("QWidget | None", self._card.focusWidget())  # The stubs leave out that there may be none.


def _scrolls(card: QWidget) -> QScrollArea | None:
    """What the card stands in that scrolls."""
    above: QWidget | None = card.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above
