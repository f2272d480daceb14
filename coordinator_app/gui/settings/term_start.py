"""The day a term begins, typed as `1.8.`: a day of every year."""

import datetime as dt
import re

from coordinator_app.gui.kit.reading import Unreadable
from coordinator_app.i18n import N_

_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.?")
_ANY_YEAR = 2027  # Without a 29 February, which not every year has.


def read_term_start(typed: str) -> tuple[int, int]:
    """Month and day. Raises `Unreadable` for what is no day of every year."""
    found = _DAY.fullmatch(typed.strip())
    if found is not None:
        try:
            day = dt.date(_ANY_YEAR, int(found[2]), int(found[1]))
        except ValueError:
            pass
        else:
            return day.month, day.day
    raise Unreadable(N_("Write the day and the month, as 1.8."))


def check_term_start(typed: str) -> None:
    """Raises `Unreadable` for what is no day of every year. Empty is another matter."""
    if typed:
        read_term_start(typed)


def term_start_said(start: tuple[int, int]) -> str:
    """As it is typed."""
    month, day = start
    return f"{day}.{month}."
