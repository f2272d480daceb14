"""Feedback by question: asked, answered, and the share that agreed."""

from sqlalchemy import func

from coordinator_app.core.indicators.computation import Added, Computation
from coordinator_app.core.indicators.scopes import Measure, Scope
from coordinator_app.core.indicators.verdict import share, total
from coordinator_app.core.indicators.window import SINCE, UNTIL
from coordinator_app.core.model import Activity, FeedbackTally, Group

_TALLIES = Scope(
    kind="feedback_tally",
    rows=FeedbackTally.__table__,
    listed=FeedbackTally.__table__.outerjoin(Group.__table__).outerjoin(Activity.__table__, Activity.id == FeedbackTally.activity_id),
    id=FeedbackTally.id,
    on=FeedbackTally.on,
    title=func.coalesce(Group.name, Activity.name, FeedbackTally.question),
    of=FeedbackTally.question,
    service=FeedbackTally.service,
    where=FeedbackTally.on.between(SINCE, UNTIL),
    measures={
        "asked": Measure(amount=FeedbackTally.asked),
        "answers": Measure(amount=FeedbackTally.answers),
        "agree": Measure(amount=FeedbackTally.agree, asked=FeedbackTally.answers),
    },
)

COMPUTATIONS: dict[str, Computation] = {
    "feedback.asked": Added(_TALLIES, "asked", total),
    "feedback.answers": Added(_TALLIES, "answers", total),
    "feedback.agree": Added(_TALLIES, "agree", share),
}
