"""What day and time it is where the work is done. Core asks nobody: it is told the day."""

import datetime as dt
from typing import Protocol
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")


class Clock(Protocol):
    """Tells the local time; tests bring their own."""

    def now(self) -> dt.datetime:
        """The local time in Europe/Helsinki, with its offset."""
        ...

    def today(self) -> dt.date:
        """The local civil date."""
        ...


class SystemClock:
    """The computer's clock, read in Europe/Helsinki whatever the computer's own zone."""

    def now(self) -> dt.datetime:
        return dt.datetime.now(HELSINKI)

    def today(self) -> dt.date:
        return self.now().date()
