"""The ledger of what was due, and what was held: visits, hours, content."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, case

from coordinator_app.core.indicators.computation import Added, Computation
from coordinator_app.core.indicators.scopes import Measure, Scope
from coordinator_app.core.indicators.verdict import hours, mean, total
from coordinator_app.core.indicators.window import DUE_SINCE, DUE_UNTIL, SINCE, UNTIL
from coordinator_app.core.kinds import Content, MeetingState
from coordinator_app.core.meetings import is_due
from coordinator_app.core.model import Group, Meeting

WITH_GROUP = Meeting.__table__.join(Group.__table__)
WAS_HELD = Meeting.state.in_((MeetingState.COUNTED, MeetingState.NOT_COUNTED))
# Everything counts by the day it was held, planned or not, moved or not.
HELD = WAS_HELD & Meeting.held_on.between(SINCE, UNTIL)
_COUNTED = case((Meeting.headcount.is_not(None), 1), else_=0)


def of_meetings(where: ColumnElement[bool], measures: Mapping[str, Measure]) -> Scope:
    """Meetings under the service they had, listed by the name of their group."""
    return Scope(
        kind="meeting",
        rows=Meeting.__table__,
        listed=WITH_GROUP,
        id=Meeting.id,
        on=Meeting.held_on,
        title=Group.name,
        of=Meeting.service,
        where=where,
        measures=measures,
    )


_LEDGER = of_meetings(
    is_due(DUE_SINCE, DUE_UNTIL),
    {
        "due": Measure(),
        "counted": Measure(only=Meeting.state == MeetingState.COUNTED),
        "uncounted": Measure(only=Meeting.state == MeetingState.NOT_COUNTED),
        "cancelled": Measure(only=Meeting.state == MeetingState.CANCELLED),
        "unrecorded": Measure(only=Meeting.state == MeetingState.PLANNED),
    },
)
MEETINGS = of_meetings(
    HELD,
    {
        "extra": Measure(only=Meeting.planned_on.is_(None)),
        "visits": Measure(amount=Meeting.headcount),
        "new": Measure(amount=Meeting.newcomers, asked=_COUNTED),
        "remote": Measure(amount=Meeting.remote, asked=_COUNTED),
        "children": Measure(amount=Meeting.children, asked=_COUNTED),
        "minutes": Measure(amount=Meeting.minutes),
        "exercise": Measure(only=Meeting.content == Content.EXERCISE),
        "culture": Measure(only=Meeting.content == Content.CULTURE),
    },
)

COMPUTATIONS: dict[str, Computation] = {
    "meetings.due": Added(_LEDGER, "due"),
    "meetings.counted": Added(_LEDGER, "counted"),
    "meetings.uncounted": Added(_LEDGER, "uncounted"),
    "meetings.cancelled": Added(_LEDGER, "cancelled"),
    "meetings.unrecorded": Added(_LEDGER, "unrecorded"),
    "meetings.extra": Added(MEETINGS, "extra"),
    "visits.group": Added(MEETINGS, "visits", total),
    "visits.group.new": Added(MEETINGS, "new", total),
    "visits.group.remote": Added(MEETINGS, "remote", total),
    "visits.group.children": Added(MEETINGS, "children", total),
    "size.mean": Added(MEETINGS, "visits", mean),
    "hours.group": Added(MEETINGS, "minutes", hours),
    "content.exercise": Added(MEETINGS, "exercise"),
    "content.culture": Added(MEETINGS, "culture"),
}
