"""What a person types for a date, a time or a number, read the Finnish way; nothing typed is `None`, never 0."""

import datetime as dt
import re

from coordinator_app.core.errors import CoordinatorError
from coordinator_app.i18n import N_

_DAY = re.compile(r"(\d{1,2})\s*[./]\s*(\d{1,2})\s*[./]?\s*(\d{2}|\d{4})?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(r"(\d{1,2})(?:\s*[.:,]\s*(\d{2}))?")
_BETWEEN_THOUSANDS = re.compile(r"(?<=\d)\s(?=\d{3}(?:\s|$))")
_RUN_TOGETHER = re.compile(r"(\d{1,2})(\d{2})")
# Nothing is written down of other years; one that is typed so is a slip.
FIRST_YEAR, LAST_YEAR = 1900, 2199


class Unreadable(CoordinatorError):
    """What was typed is not what the field holds; the sentence says what would be."""


def read_date(typed: str, today: dt.date) -> dt.date | None:
    """A day from `20.10.`, `20.10.2026`, `20.10.26` or `2026-10-20`; without a year the one nearest to today.

    Raises `Unreadable` for anything else.
    """
    typed = typed.strip()
    if not typed:
        return None
    try:
        if found := _ISO.fullmatch(typed):
            day = dt.date(int(found[1]), int(found[2]), int(found[3]))
        elif found := _DAY.fullmatch(typed):
            day = _day(int(found[1]), int(found[2]), found[3], today)
        else:
            raise Unreadable(N_("Write the day as 20.10. or 20.10.2026."))
    except ValueError as error:
        raise Unreadable(N_("There is no such day. Write the day as 20.10. or 20.10.2026.")) from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Unreadable(N_("Check the year: it is from {first} to {last}."), first=str(FIRST_YEAR), last=str(LAST_YEAR))
    return day


def _day(day: int, month: int, year: str | None, today: dt.date) -> dt.date:
    if year is not None:
        return dt.date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    near: list[dt.date] = []
    for candidate in (today.year - 1, today.year, today.year + 1):
        try:
            near.append(dt.date(candidate, month, day))
        except ValueError:  # 29.2. exists in some of the years only.
            continue
    if not near:
        raise ValueError(f"{day}.{month}.")
    return min(near, key=lambda one: abs(one - today))


def read_dates(typed: str, today: dt.date) -> tuple[dt.date, ...]:
    """Days apart by commas, semicolons or spaces, in order and each once."""
    parts = [part for part in re.split(r"[,;\s]+", typed) if part]
    days = {day for part in parts if (day := read_date(part, today)) is not None}
    return tuple(sorted(days))


def read_time(typed: str) -> dt.time | None:
    """A time from `18`, `18.05`, `18:05` or `1805`. Raises `Unreadable` for anything else."""
    typed = typed.strip()
    if not typed:
        return None
    if found := (_TIME.fullmatch(typed) or _RUN_TOGETHER.fullmatch(typed)):
        hour, minute = int(found[1]), int(found[2] or 0)
        if hour < 24 and minute < 60:
            return dt.time(hour, minute)
    raise Unreadable(N_("Write the time as 18 or 18.05."))


def read_number(typed: str, lowest: int, highest: int) -> int | None:
    """A whole number between the two, its thousands set apart or not; None for nothing typed. Raises `Unreadable` for anything else."""
    typed = _BETWEEN_THOUSANDS.sub("", typed.strip())
    if not typed:
        return None
    if not re.fullmatch(r"-?\d{1,9}", typed):
        raise Unreadable(N_("Write a whole number, or leave the field empty."))
    number = int(typed)
    if not lowest <= number <= highest:
        raise Unreadable(N_("Write a number from {lowest} to {highest}."), lowest=lowest, highest=highest)
    return number


def check_email(typed: str) -> None:
    """Raises `Unreadable` for what cannot be an e-mail address. Empty is allowed."""
    if typed and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", typed):
        raise Unreadable(N_("An e-mail address looks like name@example.fi."))


def check_phone(typed: str) -> None:
    """Raises `Unreadable` for what cannot be a phone number. Empty is allowed."""
    if typed and not (re.fullmatch(r"\+?[\d\s()/.-]+", typed) and len(re.sub(r"\D", "", typed)) >= 3):
        raise Unreadable(N_("A phone number has only digits, spaces and a plus sign."))
