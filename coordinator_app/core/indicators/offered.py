"""What is offered here: a code is, once the book has anything of it up to the period's last day. What is not is not applicable."""

from sqlalchemy import ColumnElement, Select, Text, literal, or_, select, union

from coordinator_app.core.activities import OURS
from coordinator_app.core.catalogue import By
from coordinator_app.core.figures import ALL
from coordinator_app.core.indicators.scopes import Column
from coordinator_app.core.indicators.window import LAST, LEFT_OUT, PERIOD
from coordinator_app.core.model import Activity, Enquiry, FeedbackTally, Group, Meeting, Referral, StatedFigure, SupportTalk, VolunteerHours

_OURS_SO_FAR = Activity.organiser.in_(OURS) & (Activity.held_on <= LAST)


def _codes(by: By, service: Column, where: ColumnElement[bool], code: Column | None = None) -> Select[str, str]:
    return select(literal(by.value, Text), service if code is None else code).where(where, service.not_in(LEFT_OUT))


# Pairs of axis and code. Every locality is there for the default service, which `codes` adds.
OFFERED = union(
    _codes(By.SERVICE, Group.service, or_(Group.started.is_(None), Group.started <= LAST)),
    _codes(By.SERVICE, Meeting.service, Meeting.held_on <= LAST),
    _codes(By.SERVICE, Activity.service, _OURS_SO_FAR),
    _codes(By.SERVICE, Enquiry.service, Enquiry.on <= LAST),
    _codes(By.SERVICE, SupportTalk.service, SupportTalk.on <= LAST),
    _codes(By.SERVICE, Referral.service, Referral.on <= LAST),
    _codes(By.SERVICE, VolunteerHours.service, VolunteerHours.on <= LAST),
    _codes(By.SERVICE, StatedFigure.of, (StatedFigure.period <= PERIOD) & (StatedFigure.of != ALL)),
    _codes(By.KIND, Activity.service, _OURS_SO_FAR, Activity.kind),
    _codes(By.QUESTION, FeedbackTally.service, FeedbackTally.on <= LAST, FeedbackTally.question),
)
