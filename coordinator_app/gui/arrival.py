"""Brings the keyboard to the screen that was opened, so that the next key does something there."""

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.tab_order import begins_in

# A screen asks the book, and with what it is told perhaps once more.
_ANSWERS = 3


class Arrival:
    """What a screen shows comes from the book, so where its work begins is looked for again after each answer.

    Whoever has taken the keyboard elsewhere meanwhile, the user or the screen itself, keeps it there.
    """

    def __init__(self, kit: Kit, place: QWidget) -> None:
        """`place` is where the screens are shown."""
        self._kit, self._place = kit, place
        self._screen: QWidget | None = None

    def begin(self, screen: QWidget, *, blank: bool) -> None:
        """A screen was opened; one that is `blank` has not asked the book yet, and what it shows is soon replaced."""
        self._screen = screen
        self._give(None if blank else begins_in(screen), _ANSWERS)

    def _give(self, control: QWidget | None, answers: int) -> None:
        holder, screen = control or self._place, self._screen
        holder.setFocus()

        def answered(_nothing: object) -> None:
            if screen is self._screen and screen is not None and self._is_held_by(holder):
                self._give(begins_in(screen), answers - 1)

        if answers:
            # The book answers in order, so what the screen has asked is shown by then; a book that was locked answers no more.
            self._kit.tasks.with_book(lambda _book: None, answered, lambda _stopped: None)

    def _is_held_by(self, holder: QWidget) -> bool:
        return isValid(self._place) and isValid(holder) and self._place.window().focusWidget() is holder
