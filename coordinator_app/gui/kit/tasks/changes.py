"""What an answer of the book knows: an answer that was asked for before a change shows what was before it."""

from collections.abc import Callable
from typing import TypeVar

R = TypeVar("R")


class Changes:
    """`asked` is the number of changes that were asked for so far, and stands for the latest of them."""

    def __init__(self) -> None:
        self.asked = self._known = 0

    def knows(self, change: int) -> bool:
        """Whether the latest answer was asked for after a change, told by what `asked` was then."""
        return change <= self._known

    def ask(self) -> None:
        """One more is asked for."""
        self.asked += 1

    def knowing(self, then: Callable[[R], object]) -> Callable[[R], None]:
        """`then` for an answer that is asked for now. The book answers in the order in which it was asked."""
        asked = self.asked

        def answer(result: R) -> None:
            self._known = asked
            then(result)

        return answer
