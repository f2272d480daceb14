"""Enquiries, support talks and referrals: matters, talks, guidings onward."""

from sqlalchemy import func

from coordinator_app.core.indicators.computation import Added, Computation
from coordinator_app.core.indicators.scopes import Measure, Scope
from coordinator_app.core.indicators.window import SINCE, UNTIL
from coordinator_app.core.model import Enquiry, Organisation, Referral, SupportTalk

_COUNT = {"count": Measure()}
_ENQUIRIES = Scope(
    kind="enquiry",
    rows=Enquiry.__table__,
    id=Enquiry.id,
    on=Enquiry.on,
    title=Enquiry.channel,
    of=Enquiry.service,
    where=Enquiry.on.between(SINCE, UNTIL),
    measures=_COUNT,
)
_TALKS = Scope(
    kind="support_talk",
    rows=SupportTalk.__table__,
    id=SupportTalk.id,
    on=SupportTalk.on,
    title=SupportTalk.service,
    of=SupportTalk.service,
    where=SupportTalk.on.between(SINCE, UNTIL),
    measures=_COUNT,
)
_REFERRALS = Scope(
    kind="referral",
    rows=Referral.__table__,
    listed=Referral.__table__.outerjoin(Organisation.__table__),
    id=Referral.id,
    on=Referral.on,
    title=func.coalesce(Organisation.name, Referral.service),
    of=Referral.service,
    where=Referral.on.between(SINCE, UNTIL),
    measures=_COUNT,
)

COMPUTATIONS: dict[str, Computation] = {
    "enquiries": Added(_ENQUIRIES, "count"),
    "support.talks": Added(_TALKS, "count"),
    "referrals": Added(_REFERRALS, "count"),
}
