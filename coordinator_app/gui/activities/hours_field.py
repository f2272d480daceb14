"""A field for hours in halves, typed as `2`, `2,5` or `2.30`."""

import re
from dataclasses import dataclass

from coordinator_app.gui.kit.editors import Editor, LineEditor, or_none
from coordinator_app.gui.kit.fields import Field
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.reading import Unreadable
from coordinator_app.i18n import N_, Words

_CLOCK = re.compile(r"(\d{1,3})[.:](\d{2})")


def read_hours(typed: str) -> int | None:
    """Minutes from hours in halves; nothing typed is `None`. A stop and two digits are minutes, as on a clock.

    Raises `Unreadable` for what is no half of an hour, and for none at all.
    """
    typed = typed.replace("\u00a0", "").strip().removesuffix("h").strip()
    if not typed:
        return None
    minutes = _minutes(typed)
    if minutes is None or minutes <= 0 or minutes % 30:
        raise Unreadable(N_("Write whole and half hours: 2, 2.5 or 2:30."))
    return minutes


def hours_said(minutes: int, words: Words) -> str:
    """`2` or `2,5`; minutes that came from elsewhere and are no halves with two decimals."""
    return words.number(minutes / 60, 0 if minutes % 60 == 0 else 1 if minutes % 6 == 0 else 2)


def _minutes(typed: str) -> int | None:
    if found := _CLOCK.fullmatch(typed):
        return int(found[1]) * 60 + int(found[2]) if int(found[2]) < 60 else None
    if found := re.fullmatch(r"(\d{1,3})(?:[.,](\d{1,2}))?", typed):
        part = (found[2] or "0").ljust(2, "0")
        whole = int(found[1]) * 6000 + int(part) * 60
        return whole // 100 if whole % 100 == 0 else None
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursField(Field[int | None]):
    """Hours in halves; the value is minutes, or nothing."""

    def editor(self, kit: Kit) -> Editor[int | None]:
        return _HoursEditor(kit)


class _HoursEditor(Editor[int | None]):
    def __init__(self, kit: Kit) -> None:
        self._line = LineEditor(kit.theme, "", lambda typed: None)
        super().__init__(self._line.widget, self._line.focus)
        self._line.edited = self._typed
        self._words = kit.voice.words

    def read(self) -> int | None:
        return read_hours(self._line.read())

    def show(self, value: int | None) -> None:
        self._line.show("" if value is None else hours_said(value, self._words))

    def say(self, words: Words) -> None:
        value = or_none(self.read)
        self._words = words
        if value is not None:
            self.show(value)

    def _typed(self) -> None:
        self.edited()
