"""What is offered here: a code is, once the book has anything of it up to the period's last day. What is not is not applicable."""

from sqlalchemy import ColumnElement, Select, Text, func, literal, select, union

from coordinator_app.core.activities import OURS
from coordinator_app.core.catalogue import By
from coordinator_app.core.figures import ALL
from coordinator_app.core.indicators.scopes import Column
from coordinator_app.core.indicators.window import LAST, LEFT_OUT, PERIOD
from coordinator_app.core.model import Activity, Enquiry, FeedbackTally, Group, Meeting, Referral, StatedFigure, SupportTalk, VolunteerHours

_OURS = Activity.organiser.in_(OURS)


def _since(by: By, service: Column, on: Column, where: ColumnElement[bool] | None = None, code: Column | None = None) -> Select[str, str]:
    """The codes whose first record is no later than the period's last day; of each code one day is looked at, by its index."""
    code = service if code is None else code
    rows = select(literal(by.value, Text), code).where(service.not_in(LEFT_OUT)).group_by(code).having(func.min(on) <= LAST)
    return rows if where is None else rows.where(where)


# Pairs of axis and code. Every locality is there for the default service, which `Answers.offered` adds.
OFFERED = union(
    _since(By.SERVICE, Group.service, func.coalesce(Group.started, "")),
    _since(By.SERVICE, Meeting.service, Meeting.held_on),
    _since(By.SERVICE, Activity.service, Activity.held_on, _OURS),
    _since(By.SERVICE, Enquiry.service, Enquiry.on),
    _since(By.SERVICE, SupportTalk.service, SupportTalk.on),
    _since(By.SERVICE, Referral.service, Referral.on),
    _since(By.SERVICE, VolunteerHours.service, VolunteerHours.on),
    select(literal(By.SERVICE.value, Text), StatedFigure.of).where(
        StatedFigure.period <= PERIOD, StatedFigure.of != ALL, StatedFigure.of.not_in(LEFT_OUT)
    ),
    _since(By.KIND, Activity.service, Activity.held_on, _OURS, Activity.kind),
    _since(By.QUESTION, FeedbackTally.service, FeedbackTally.on, code=FeedbackTally.question),
)
