"""Activities that are ours: held, cancelled, who came, who was trained, what was made known."""

from sqlalchemy import case

from coordinator_app.core.activities import OURS
from coordinator_app.core.catalogue import Family
from coordinator_app.core.indicators.computation import Added, Computation, OfKind
from coordinator_app.core.indicators.scopes import Measure, Scope
from coordinator_app.core.indicators.verdict import total
from coordinator_app.core.indicators.window import ADVOCACY_KINDS, APART_KINDS, MEN_KINDS, OUTREACH_KINDS, PROFESSIONAL_KINDS, SINCE, UNTIL
from coordinator_app.core.kinds import MeetingState
from coordinator_app.core.model import Activity

PROGRAMME = "professional_programme"
TRAINING = "counsellor_training"

# Only own and lead count, so that one conference is not counted by 25 towns.
IS_OURS = Activity.organiser.in_(OURS)
WAS_HELD = Activity.state.in_((MeetingState.COUNTED, MeetingState.NOT_COUNTED))
_THEN = IS_OURS & Activity.held_on.between(SINCE, UNTIL)
_COUNTED = case((Activity.headcount.is_not(None), 1), else_=0)
_OF_MEN = WAS_HELD & Activity.kind.in_(MEN_KINDS)
_OF_PROFESSIONALS = WAS_HELD & Activity.kind.in_(PROFESSIONAL_KINDS)

_BY_KIND = Scope(
    kind="activity",
    rows=Activity.__table__,
    id=Activity.id,
    on=Activity.held_on,
    title=Activity.name,
    of=Activity.kind,
    service=Activity.service,
    where=_THEN,
    measures={
        "held": Measure(only=WAS_HELD & Activity.kind.not_in(APART_KINDS)),
        "cancelled": Measure(only=(Activity.state == MeetingState.CANCELLED) & Activity.kind.not_in(APART_KINDS)),
        "visits": Measure(only=_OF_MEN, amount=Activity.headcount),
        "new": Measure(only=_OF_MEN, amount=Activity.newcomers, asked=_COUNTED),
        "remote": Measure(only=_OF_MEN, amount=Activity.remote, asked=_COUNTED),
        "children": Measure(only=_OF_MEN, amount=Activity.children, asked=_COUNTED),
        "professionals": Measure(only=_OF_PROFESSIONALS, amount=Activity.headcount),
        "women": Measure(only=_OF_PROFESSIONALS, amount=Activity.women, asked=_COUNTED),
        "enrolled": Measure(only=WAS_HELD & (Activity.kind == PROGRAMME), amount=Activity.enrolled),
    },
)
_COMPLETED = Scope(
    kind="activity",
    rows=Activity.__table__,
    id=Activity.id,
    on=Activity.completed_on,
    title=Activity.name,
    of=Activity.kind,
    service=Activity.service,
    where=IS_OURS & WAS_HELD & Activity.completed_on.between(SINCE, UNTIL),
    measures={
        "programme": Measure(only=Activity.kind == PROGRAMME, amount=Activity.completed),
        "training": Measure(only=Activity.kind == TRAINING, amount=Activity.completed),
    },
)
_BY_SERVICE = Scope(
    kind="activity",
    rows=Activity.__table__,
    id=Activity.id,
    on=Activity.held_on,
    title=Activity.name,
    of=Activity.service,
    where=_THEN & WAS_HELD,
    measures={
        "outreach": Measure(only=Activity.kind.in_(OUTREACH_KINDS)),
        "reach": Measure(only=Activity.kind.in_(OUTREACH_KINDS), amount=Activity.reach),
        "advocacy": Measure(only=Activity.kind.in_(ADVOCACY_KINDS)),
    },
)

_MEN = frozenset({Family.MEN})
_PROFESSIONALS = frozenset({Family.PROFESSIONAL})
_HELD = frozenset({Family.MEN, Family.PROFESSIONAL, Family.NETWORK, None})

COMPUTATIONS: dict[str, Computation] = {
    "activities.held": Added(_BY_KIND, "held", families=_HELD),
    "activities.cancelled": Added(_BY_KIND, "cancelled", families=_HELD),
    "visits.activity": Added(_BY_KIND, "visits", total, _MEN),
    "visits.activity.new": Added(_BY_KIND, "new", total, _MEN),
    "visits.activity.remote": Added(_BY_KIND, "remote", total, _MEN),
    "visits.activity.children": Added(_BY_KIND, "children", total, _MEN),
    "professionals": Added(_BY_KIND, "professionals", total, _PROFESSIONALS),
    "professionals.women": Added(_BY_KIND, "women", total, _PROFESSIONALS),
    "programme.enrolled": OfKind(_BY_KIND, "enrolled", PROGRAMME, total),
    "programme.completed": OfKind(_COMPLETED, "programme", PROGRAMME, total),
    "counsellors.trained": OfKind(_COMPLETED, "training", TRAINING, total),
    "outreach.actions": Added(_BY_SERVICE, "outreach"),
    "outreach.reach": Added(_BY_SERVICE, "reach", total),
    "advocacy.actions": Added(_BY_SERVICE, "advocacy"),
}
