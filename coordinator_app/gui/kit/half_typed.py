"""What is typed of a record and cannot be stored yet, as half a number: kept in the book within a second, and there again with it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer

from coordinator_app.core import drafts
from coordinator_app.core.drafts import Unfinished
from coordinator_app.gui.kit.kit import Kit

# Less than a second, so that with the writing itself, also while the book is busy, no more than the last second of typing is lost.
STORE_AFTER_MS = 600

HalfTyped = Mapping[str, tuple[Any, str]]
"""By field: what is typed, as JSON can hold it, and what stands in the book and would be replaced by it."""


class TypedInto(Protocol):
    """What has fields; it calls `waits` when there is more that is half typed, or less."""

    waits: Callable[[], object]

    def half_typed(self) -> HalfTyped:
        """What is typed and not stored."""

    def type_again(self, half: HalfTyped) -> object:
        """Puts back what of it is in its fields, unless something else stands in the book by now."""


class HalfTypedKeeper(QObject):
    """Keeps what is half typed of one record at a time, from all its `parts`, no two of which have a field of the same name."""

    def __init__(self, owner: QObject, kit: Kit, *parts: TypedInto) -> None:
        super().__init__(owner)
        self._kit, self._parts = kit, parts
        self._key, self._turn, self._kept = "", 0, False
        self._timer = QTimer(self, singleShot=True, interval=STORE_AFTER_MS)
        self._timer.timeout.connect(self._keep)
        kit.tasks.closing.connect(self._keep_waiting)
        for part in parts:
            part.waits = self._waits

    def begin(self, key: str) -> None:
        """Called before another record is shown: what is half typed of the one before stays in the book, and that of this one is put back.

        The same record may begin again. Without a key nothing is kept.
        """
        if key == self._key:
            return
        self._keep_waiting()
        self._key, self._kept = key, False
        self._turn += 1
        if key:
            self._kit.tasks.read(drafts.find, partial(self._found, self._turn), screen=key)

    def _found(self, turn: int, kept: Unfinished | None) -> None:
        if turn == self._turn and kept is not None:
            self._kept = True
            half = {name: (typed, over) for name, (typed, over) in kept.fields.items()}
            for part in self._parts:
                part.type_again(half)
            self._waits()

    def _waits(self) -> None:
        if self._key and not self._timer.isActive():
            self._timer.start()

    def _keep_waiting(self) -> None:
        if self._timer.isActive():
            self._keep()

    def _keep(self) -> None:
        self._timer.stop()
        half = {name: each for part in self._parts for name, each in part.half_typed().items()}
        if half:
            self._kept = True
            self._kit.tasks.write(drafts.keep, lambda _: None, screen=self._key, fields=half, now=self._kit.clock.now())
        elif self._kept:
            self._kept = False
            self._kit.tasks.write(drafts.drop, lambda _: None, screen=self._key)
