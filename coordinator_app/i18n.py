"""Words, dates and numbers in the three languages, for screen, paper and command line alike."""

from __future__ import annotations

import datetime as dt
import gettext
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from coordinator_app import paths

if TYPE_CHECKING:
    # Only named in a type; loading it would keep the first window waiting.
    from decimal import Decimal

DOMAIN = "coordinator"


class Language(StrEnum):
    """A language of screen and paper, by its ISO 639-1 code."""

    FI = "fi"
    SV = "sv"
    EN = "en"


def N_(message: str) -> str:
    """Marks a message for translation where it is written; `Words` translates it where it is shown."""
    return message


_WEEKDAYS = {
    Language.FI: ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"),
    Language.SV: ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    Language.EN: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_WEEKDAYS_ON = {
    Language.FI: ("maanantaisin", "tiistaisin", "keskiviikkoisin", "torstaisin", "perjantaisin", "lauantaisin", "sunnuntaisin"),
    Language.SV: ("måndagar", "tisdagar", "onsdagar", "torsdagar", "fredagar", "lördagar", "söndagar"),
    Language.EN: ("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"),
}
_WEEKDAYS_THE = {
    Language.FI: _WEEKDAYS[Language.FI],
    Language.SV: ("måndagen", "tisdagen", "onsdagen", "torsdagen", "fredagen", "lördagen", "söndagen"),
    Language.EN: _WEEKDAYS[Language.EN],
}
_WEEKDAYS_SHORT = {
    Language.FI: ("ma", "ti", "ke", "to", "pe", "la", "su"),
    Language.SV: ("må", "ti", "on", "to", "fr", "lö", "sö"),
    Language.EN: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_MONTHS = {
    Language.FI: (
        "tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu",
        "heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu",
    ),
    Language.SV: (
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ),
    Language.EN: (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
_QUARTERS = {
    Language.FI: ("tammi–maaliskuu", "huhti–kesäkuu", "heinä–syyskuu", "loka–joulukuu"),
    Language.SV: ("januari–mars", "april–juni", "juli–september", "oktober–december"),
    Language.EN: ("January–March", "April–June", "July–September", "October–December"),
}
_CLOCK = {Language.FI: "{h}.{m:02}", Language.SV: "{h}.{m:02}", Language.EN: "{h}:{m:02}"}
_NO_BREAK = "\u00a0"
ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"
# The directions of signs that run from right to left, or turn those beside them.
_TURNING = frozenset(("R", "AL", "RLE", "LRE", "RLO", "LRO", "RLI", "LRI", "FSI", "PDF", "PDI"))


def isolated(text: str) -> str:
    """A text as it can stand in a sentence on a screen: one that runs from right to left turns nothing around it."""
    if text.isascii() or not any(unicodedata.bidirectional(sign) in _TURNING for sign in text):
        return text
    return f"{ISOLATE}{text}{END_OF_ISOLATE}"


def quarter_said(language: Language, year: int, quarter: int) -> str:
    """A reporting period: `heinä–syyskuu 2026`."""
    return f"{_QUARTERS[language][quarter - 1]} {year}"


class Words:
    """What is said, in one language. Call it with an English message; name the values it needs.

    `words("Cancelled on {day}", day=day)` and `words.count("{n} meeting", "{n} meetings", 3)`. A date or time among the values
    is written as the language does; one that should stand otherwise is given ready, as `words.date_with_weekday(day)`.
    """

    def __init__(self, language: Language, put: Callable[[str], str] = str) -> None:
        """`put` is what becomes of a text among the values when it is put into a sentence."""
        self.language, self.put = language, put
        self._catalogue: gettext.NullTranslations = gettext.translation(DOMAIN, paths.resource("locale"), [language], fallback=True)

    def __call__(self, message: str, /, **values: object) -> str:
        said = self._catalogue.gettext(message) if message else ""
        return _filled(self, said, values) if values else said

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The plural form that fits `n`, which the message may name as `{n}`."""
        return _filled(self, self._catalogue.ngettext(one, many, n), {"n": self.number(n)} | values)

    def weekday(self, weekday: int) -> str:
        """The name of a weekday, 0 = Monday, as a heading writes it."""
        return _WEEKDAYS[self.language][weekday].capitalize()

    def on_weekday(self, weekday: int) -> str:
        """Every such day, in running text: `tiistaisin`, `tisdagar`, `Tuesdays`."""
        return _WEEKDAYS_ON[self.language][weekday]

    def weekday_in_text(self, weekday: int, *, definite: bool = False) -> str:
        """The weekday within a sentence: after "every second" `tiistai`, `tisdag`; definite, after "the last", `tiistai`, `tisdagen`."""
        return (_WEEKDAYS_THE if definite else _WEEKDAYS)[self.language][weekday]

    def weekday_short(self, weekday: int) -> str:
        return _WEEKDAYS_SHORT[self.language][weekday]

    def month(self, month: int) -> str:
        """The name of a month, 1 = January, as running text writes it."""
        return _MONTHS[self.language][month - 1]

    def date(self, day: dt.date) -> str:
        """`20.10.2026`; in English `20 October 2026`."""
        if self.language is Language.EN:
            return f"{day.day}{_NO_BREAK}{self.month(day.month)} {day.year}"
        return f"{day.day}.{day.month}.{day.year}"

    def day_and_month(self, day: dt.date) -> str:
        """`20.10.`; in Swedish, where a point stands only between two numbers, `20.10`; in English `20 October`."""
        if self.language is Language.EN:
            return f"{day.day}{_NO_BREAK}{self.month(day.month)}"
        return f"{day.day}.{day.month}{'.' if self.language is Language.FI else ''}"

    def date_with_weekday(self, day: dt.date, *, year: bool = True) -> str:
        """`ti 20.10.2026`, or `ti 20.10.` where the year is said elsewhere."""
        return f"{self.weekday_short(day.weekday())} {self.date(day) if year else self.day_and_month(day)}"

    def time(self, at: dt.time) -> str:
        """`18.05`; in English `18:05`."""
        return _CLOCK[self.language].format(h=at.hour, m=at.minute)

    def times(self, at: dt.time, minutes: int) -> str:
        """From when to when: `18.00–19.30`, for a meeting of that many minutes."""
        end = (dt.datetime.combine(dt.date(2000, 1, 1), at) + dt.timedelta(minutes=minutes)).time()
        return f"{self.time(at)}–{self.time(end)}"

    def number(self, value: int | float | Decimal, digits: int = 0) -> str:
        """A number with the language's signs for thousands and decimals: `1 234,5` with a no-break space; in English `1,234.5`."""
        said = f"{value:,.{digits}f}"
        return said if self.language is Language.EN else said.replace(",", _NO_BREAK).replace(".", ",")

    def listing(self, parts: Sequence[str]) -> str:
        """`a, b ja c`."""
        if len(parts) < 2:
            return "".join(parts)
        return self(N_("{most} and {last}"), most=", ".join(map(self.put, parts[:-1])), last=parts[-1])


def days_between(first: dt.date, last: dt.date, words: Words, *, year: bool = False) -> str:
    """`12.–25.10.` or `28.9.–2.10.`; in Swedish `12–25.10`, in English `12–25 October`. One day is said as itself.

    With the `year` `12.–25.10.2026` or `21.12.2026–6.1.2027`.
    """
    said = words.date if year else words.day_and_month
    if first == last:
        return said(last)
    if year and first.year != last.year:
        begins = words.date(first)
    elif (first.year, first.month) == (last.year, last.month):
        begins = f"{first.day}." if words.language is Language.FI else str(first.day)
    else:
        begins = words.day_and_month(first)
    return f"{begins}–{said(last)}"


def in_percent(value: int | float | Decimal, words: Words) -> str:
    """Whole per cents of a hundred: `96 %` with a no-break space; in English `96%`."""
    return f"{words.number(value)}{'' if words.language is Language.EN else _NO_BREAK}%"


def _filled(words: Words, said: str, values: Mapping[str, object]) -> str:
    return said.format_map({name: _written(words, value) for name, value in values.items()})


def _written(words: Words, value: object) -> object:
    """A date or time as the language writes it, a text as these words put it; anything else as it is."""
    match value:
        case str() | PurePath():
            return words.put(str(value))
        case dt.datetime():
            return f"{words.date(value.date())} {words.time(value.time())}"
        case dt.date():
            return words.date(value)
        case dt.time():
            return words.time(value)
        case _:
            return value
