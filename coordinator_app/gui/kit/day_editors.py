"""The editors of days and times of day."""

import datetime as dt

from PySide6.QtWidgets import QLineEdit

from coordinator_app.gui.kit import reading
from coordinator_app.gui.kit.day_line import DayLine
from coordinator_app.gui.kit.editors import Editor, keep_narrow, or_none
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import Words


class TimeEditor(Editor[dt.time | None]):
    """A time of day; when left, it is written out."""

    def __init__(self, kit: Kit) -> None:
        self._line = QLineEdit()
        super().__init__(self._line, self._line)
        self._words = kit.voice.words
        self._line.textEdited.connect(lambda _: self.edited())
        keep_narrow(kit, self._line, 120)

    def read(self) -> dt.time | None:
        return reading.read_time(self._line.text())

    def show(self, value: dt.time | None) -> None:
        self._line.setText("" if value is None else self._words.time(value))

    def say(self, words: Words) -> None:
        value = or_none(self.read)
        self._words = words
        if value is not None:
            self.show(value)


class DateEditor(Editor[dt.date | None]):
    """A day: typed, moved with the arrow keys, or chosen from the calendar."""

    def __init__(self, kit: Kit) -> None:
        self._day = DayLine(kit, self._chosen, self._step)
        super().__init__(self._day, self._day.line)
        self._kit = kit
        self._words = kit.voice.words
        self._day.line.textEdited.connect(lambda _: self.edited())

    def read(self) -> dt.date | None:
        return reading.read_date(self._day.line.text(), self._kit.clock.today())

    def show(self, value: dt.date | None) -> None:
        self._day.line.setText("" if value is None else _typed_date(value))
        self._day.at = value

    def say(self, words: Words) -> None:
        self._words = words
        self._day.say(words)

    def _chosen(self, day: dt.date) -> None:
        self.show(day)
        self.edited()

    def _step(self, days: int) -> None:
        now = or_none(self.read)
        self._chosen(now + dt.timedelta(days=days) if now else self._kit.clock.today())


class DatesEditor(Editor[tuple[dt.date, ...]]):
    """Days, each typed or added from the calendar."""

    def __init__(self, kit: Kit) -> None:
        self._day = DayLine(kit, self._add, lambda _: None)
        super().__init__(self._day, self._day.line)
        self._kit = kit
        self._day.line.textEdited.connect(lambda _: self.edited())

    def read(self) -> tuple[dt.date, ...]:
        return reading.read_dates(self._day.line.text(), self._kit.clock.today())

    def show(self, value: tuple[dt.date, ...]) -> None:
        self._day.line.setText(", ".join(_typed_date(day) for day in value))

    def say(self, words: Words) -> None:
        self._day.say(words)

    def _add(self, day: dt.date) -> None:
        self.show(tuple(sorted({*(or_none(self.read) or ()), day})))
        self.edited()


def _typed_date(day: dt.date) -> str:
    # What is shown must be readable again when typed over, so it is the Finnish form in every language.
    return f"{day.day}.{day.month}.{day.year}"
