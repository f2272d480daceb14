"""The days of a span with all that falls on them, where two things clash; `calendar.series` is the same as a calendar program keeps it."""

from coordinator_app.core.calendar.days import days
from coordinator_app.core.calendar.values import CalendarDay, Clash, Event, EventKind

__all__ = ["CalendarDay", "Clash", "Event", "EventKind", "days"]
