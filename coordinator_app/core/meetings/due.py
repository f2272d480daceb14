"""When a meeting is due, and when it is missing from the record: one condition each, wherever it is asked."""

import datetime as dt

from sqlalchemy import BindParameter, ColumnElement

from coordinator_app.core.kinds import MeetingState
from coordinator_app.core.model import Meeting
from coordinator_app.core.periods import Span

Day = dt.date | BindParameter[dt.date]


def is_due(first: Day, last: Day) -> ColumnElement[bool]:
    """The one condition for a due meeting: planned by a rule, and held within these days; give it the days of `due_span`."""
    return Meeting.planned_on.is_not(None) & Meeting.held_on.between(first, last)


def is_unrecorded(first: Day, last: Day) -> ColumnElement[bool]:
    """The day has come and nothing is said: planned by a rule or an extra, and held within these days."""
    return (Meeting.state == MeetingState.PLANNED) & Meeting.held_on.between(first, last)


def due_span(span: Span, *, today: dt.date, records_begin: dt.date) -> Span:
    """The days of `span` on which a planned meeting is due; empty (`last` before `first`) when there are none."""
    return Span(max(span.first, records_begin), min(span.last, today))
