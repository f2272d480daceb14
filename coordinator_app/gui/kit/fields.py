"""The kinds of fields a form is described with; each knows its typed value and makes the editor for it."""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from coordinator_app.gui.kit import day_editors, editors, reading
from coordinator_app.gui.kit.kit import Kit

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One choice: its value and its text, an English message to translate or, with `said`, words as they are."""

    value: T
    text: str
    said: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(ABC, Generic[T]):
    """A field of type T. `label` and `help` are English messages marked with `N_`; `name` is the key of its value.

    A required field keeps a new record a draft until it is filled, and cannot be emptied afterwards.
    """

    name: str
    label: str
    help: str = ""
    required: bool = False

    @abstractmethod
    def editor(self, kit: Kit) -> "editors.Editor[T]":
        """A new editor for this field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField(Field[str]):
    """One line. `check` raises `Unreadable` for what may not be; `hint` is an example inside the empty field."""

    hint: str = ""
    check: Callable[[str], None] = lambda typed: None

    def editor(self, kit: Kit) -> editors.Editor[str]:
        return editors.LineEditor(kit.theme, self.hint, self.check)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmailField(Field[str]):
    """One e-mail address, or nothing."""

    def editor(self, kit: Kit) -> editors.Editor[str]:
        return editors.LineEditor(kit.theme, "", reading.check_email)


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneField(Field[str]):
    """One phone number as it was typed, or nothing."""

    def editor(self, kit: Kit) -> editors.Editor[str]:
        return editors.LineEditor(kit.theme, "", reading.check_phone)


@dataclass(frozen=True, slots=True, kw_only=True)
class LongTextField(Field[str]):
    """Several lines; Tab leaves the field."""

    lines: int = 4

    def editor(self, kit: Kit) -> editors.Editor[str]:
        return editors.LongTextEditor(kit, self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberField(Field[int | None]):
    """A whole number. Blank is `None`, not asked, which is another thing than 0."""

    lowest: int = 0
    highest: int = 99_999
    hint: str = ""

    def editor(self, kit: Kit) -> editors.Editor[int | None]:
        return editors.NumberEditor(kit, self.lowest, self.highest, self.hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateField(Field[dt.date | None]):
    """A day, typed as `20.10.` or `20.10.2026`, or chosen from a calendar (Alt+Down)."""

    def editor(self, kit: Kit) -> editors.Editor[dt.date | None]:
        return day_editors.DateEditor(kit)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesField(Field[tuple[dt.date, ...]]):
    """Days in order, typed with commas between or added from a calendar (Alt+Down)."""

    def editor(self, kit: Kit) -> editors.Editor[tuple[dt.date, ...]]:
        return day_editors.DatesEditor(kit)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeField(Field[dt.time | None]):
    """A time of day, typed as `18` or `18.05`."""

    def editor(self, kit: Kit) -> editors.Editor[dt.time | None]:
        return day_editors.TimeEditor(kit)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckField(Field[bool]):
    """Yes or no; its label stands beside the box."""

    def editor(self, kit: Kit) -> editors.Editor[bool]:
        return editors.CheckEditor()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField(Field[T | None]):
    """One of the options, or `None` while nothing is chosen. `Form.offer` changes the options while it is shown."""

    options: Sequence[Option[T]] = ()

    def editor(self, kit: Kit) -> editors.Editor[T | None]:
        return editors.ChoiceEditor([(option.value, option.text, option.said) for option in self.options])


@dataclass(frozen=True, slots=True)
class Heading:
    """A plain heading over the fields that follow; an English message marked with `N_`."""

    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """Two or three short fields side by side on one line; choices among them only in a form of so much room, in pixels at 100 % text."""

    fields: tuple[Field[Any], ...]
    room: int = 520
