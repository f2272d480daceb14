"""Groups: in action, running, started, ended."""

from sqlalchemy import or_

from coordinator_app.core.indicators.computation import Added, Computation, Ones
from coordinator_app.core.indicators.meetings import HELD, WITH_GROUP
from coordinator_app.core.indicators.scopes import Different, Measure, Scope
from coordinator_app.core.indicators.window import SINCE, UNTIL
from coordinator_app.core.model import Group, Meeting

_ACTIVE = Different(
    kind="grp",
    rows=Meeting.__table__,
    listed=WITH_GROUP,
    id=Meeting.group_id,
    on=Meeting.held_on,
    title=Group.name,
    of=Meeting.service,
    where=HELD,
)
_GROUPS = Scope(
    kind="grp",
    rows=Group.__table__,
    id=Group.id,
    on=Group.started,
    title=Group.name,
    of=Group.service,
    where=or_(Group.started.is_(None), Group.started <= UNTIL),
    measures={
        # A group runs on the day it ends.
        "open": Measure(only=or_(Group.ended.is_(None), Group.ended >= UNTIL)),
        "started": Measure(only=Group.started.between(SINCE, UNTIL)),
        "ended": Measure(only=Group.ended.between(SINCE, UNTIL)),
    },
)

COMPUTATIONS: dict[str, Computation] = {
    "groups.active": Ones(_ACTIVE),
    "groups.open": Added(_GROUPS, "open"),
    "groups.started": Added(_GROUPS, "started"),
    "groups.ended": Added(_GROUPS, "ended"),
}
