"""Meetings and their ends: counted, not counted, cancelled, moved; what is due and not recorded."""

from coordinator_app.core.meetings.due import due_span, is_due, is_unrecorded
from coordinator_app.core.meetings.reading import counsellors_of, one, strip, unrecorded, within
from coordinator_app.core.meetings.values import MeetingRow
from coordinator_app.core.meetings.writing import (
    add_extra,
    cancel,
    check_counts,
    clear,
    count,
    move,
    not_counted,
    record_on,
    remove_extra,
    run_by,
)

__all__ = [
    "MeetingRow",
    "add_extra",
    "cancel",
    "check_counts",
    "clear",
    "counsellors_of",
    "count",
    "due_span",
    "is_due",
    "is_unrecorded",
    "move",
    "not_counted",
    "one",
    "record_on",
    "remove_extra",
    "run_by",
    "strip",
    "unrecorded",
    "within",
]
