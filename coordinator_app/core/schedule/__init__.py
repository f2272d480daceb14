"""The groups' schedule: what is printed, posted and read out, whatever the layout."""

from coordinator_app.core.recurrence import days_in_words as days_said
from coordinator_app.core.schedule.reading import term
from coordinator_app.core.schedule.values import (
    DatedMeeting,
    Localised,
    Schedule,
    ScheduleContact,
    ScheduleGroup,
    SchedulePlace,
    ScheduleSlot,
    TermDay,
)

__all__ = [
    "DatedMeeting",
    "Localised",
    "Schedule",
    "ScheduleContact",
    "ScheduleGroup",
    "SchedulePlace",
    "ScheduleSlot",
    "TermDay",
    "days_said",
    "term",
]
