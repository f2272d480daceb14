"""What a cell of a table says: a text, a whole number, a day, a time of day."""

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum

from coordinator_app.core.texts import one_line
from coordinator_app.i18n import N_

Cell = str | int | float | bool | dt.date | dt.time | dt.timedelta | None

_POINTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?", re.ASCII)
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})", re.ASCII)
_CLOCK = re.compile(r"(?<![\d.,:])(\d{1,2})(?:[.:](\d{2}))?(?::\d{2})?\s?(am|pm|a\.m\.|p\.m\.)?(?![\d.:])", re.ASCII | re.IGNORECASE)
_WHOLE = re.compile(r"(\d{1,6})(?:[.,]0+)?", re.ASCII)
_COMMA = re.compile(r"-?\d+,\d{1,3}", re.ASCII)


class DateForm(StrEnum):
    """How a table writes its dates; the value is what the user is told."""

    POINTS = N_("day.month.year")
    ISO = N_("year-month-day")
    DAY_FIRST = N_("day/month/year")
    MONTH_FIRST = N_("month/day/year")
    REAL = N_("real dates of the spreadsheet")


def text(cell: Cell) -> str:
    """The cell as one line of text; a whole number without its decimals."""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else str(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, dt.time):
        return f"{cell:%H:%M}"
    return one_line(str(cell)) or ""


def whole(cell: Cell) -> int | None:
    """A whole number, 0 or more."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return int(cell) if cell == int(cell) and 0 <= cell < 1e6 else None
    match = _WHOLE.fullmatch(text(cell))
    return int(match[1]) if match else None


def day(cell: Cell, form: DateForm | None = None) -> dt.date | None:
    """A date in any of the forms; `form` settles which of 6/10 and 10/6 is meant."""
    if isinstance(cell, dt.datetime):
        return _likely(cell.date())
    if isinstance(cell, dt.date):
        return _likely(cell)
    written = text(cell)
    # A weekday may stand before the date: `ti 6.10.2026`.
    first, _, rest = written.partition(" ")
    if rest and first.rstrip(".,").isalpha():
        written = rest
    if match := _ISO.fullmatch(written):
        return _day(match[1], match[2], match[3])
    if match := _POINTS.fullmatch(written):
        return _day(match[3], match[2], match[1])
    if match := _SLASHES.fullmatch(written):
        return _day(match[3], match[1], match[2]) if form is DateForm.MONTH_FIRST else _day(match[3], match[2], match[1])
    return None


def date_form(cells: Iterable[Cell]) -> DateForm | None:
    """How these cells write their dates, by the first that tells; slashes are day first unless a day above 12 says otherwise."""
    slashes = False
    for cell in cells:
        written = text(cell)
        if isinstance(cell, dt.date):
            return DateForm.REAL
        if _ISO.fullmatch(written):
            return DateForm.ISO
        if _POINTS.fullmatch(written):
            return DateForm.POINTS
        if match := _SLASHES.fullmatch(written):
            slashes = True
            if int(match[1]) > 12:
                return DateForm.DAY_FIRST
            if int(match[2]) > 12:
                return DateForm.MONTH_FIRST
    return DateForm.DAY_FIRST if slashes else None


def times(cell: Cell) -> tuple[dt.time, ...]:
    """The times of day in a cell, at most two: `18`, `18.00`, `klo 18–19.30`, `6 pm`, or a spreadsheet's own time."""
    if isinstance(cell, dt.datetime):
        return (cell.time().replace(second=0, microsecond=0),)
    if isinstance(cell, dt.time):
        return (cell.replace(second=0, microsecond=0),)
    if isinstance(cell, dt.timedelta):
        minutes = int(cell.total_seconds() // 60)
        return (dt.time(minutes // 60, minutes % 60),) if 0 <= minutes < 24 * 60 else ()
    if isinstance(cell, float) and 0 < cell < 1:
        minutes = round(cell * 24 * 60)
        return (dt.time(minutes // 60, minutes % 60),)
    found = []
    for match in _CLOCK.finditer(text(cell)[:100]):
        hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()[:1]
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour < 24 and minute < 60:
            found.append(dt.time(hour, minute))
    return tuple(found[:2])


def minutes(cell: Cell) -> int | None:
    """How long: a number of minutes, or hours where it is below 10 or written with `h`."""
    if isinstance(cell, dt.time):
        return 60 * cell.hour + cell.minute or None
    written = text(cell).lower().replace(",", ".")
    match = re.match(r"(\d{1,4}(?:\.\d{1,2})?)\s*(h|t)?", written)
    if match is None:
        return None
    value = float(match[1])
    long = round(60 * value) if value < 10 or match[2] else round(value)
    return long if 1 <= long <= 24 * 60 else None


def has_comma(cell: Cell) -> bool:
    """Whether the cell is a number written with a decimal comma."""
    return isinstance(cell, str) and _COMMA.fullmatch(cell.strip()) is not None


def _day(year: str, month: str, number: str) -> dt.date | None:
    try:
        return _likely(dt.date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(number)))
    except ValueError:
        return None


def _likely(on: dt.date) -> dt.date | None:
    return on if 1950 <= on.year <= 2100 else None
