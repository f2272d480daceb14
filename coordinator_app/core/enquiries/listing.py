"""Enquiries, support talks and guidings onward as lists and forms show them."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator_app.core.enquiries.values import EnquiryRow, ReferralRow, TalkRow
from coordinator_app.core.errors import NotFound
from coordinator_app.core.model import Enquiry, Organisation, Person, Referral, SupportTalk
from coordinator_app.core.periods import Span
from coordinator_app.i18n import N_

_ENQUIRIES = (
    select(
        Enquiry.id,
        Enquiry.on,
        Enquiry.service,
        Enquiry.channel,
        Enquiry.person_id,
        Person.name,
        Enquiry.note,
        select(func.count()).where(SupportTalk.enquiry_id == Enquiry.id).correlate(Enquiry).scalar_subquery(),
        select(func.count()).where(Referral.enquiry_id == Enquiry.id).correlate(Enquiry).scalar_subquery(),
    )
    .outerjoin(Person, Person.id == Enquiry.person_id)
    .order_by(Enquiry.on.desc(), Enquiry.id.desc())
)
_TALKS = (
    select(
        SupportTalk.id,
        SupportTalk.on,
        SupportTalk.service,
        SupportTalk.minutes,
        SupportTalk.enquiry_id,
        SupportTalk.person_id,
        Person.name,
        SupportTalk.note,
    )
    .outerjoin(Person, Person.id == SupportTalk.person_id)
    .order_by(SupportTalk.on.desc(), SupportTalk.id.desc())
)
_REFERRALS = (
    select(
        Referral.id,
        Referral.on,
        Referral.service,
        Referral.enquiry_id,
        Referral.talk_id,
        Referral.organisation_id,
        Organisation.name,
    )
    .outerjoin(Organisation, Organisation.id == Referral.organisation_id)
    .order_by(Referral.on.desc(), Referral.id.desc())
)


def one(session: Session, *, enquiry: int) -> EnquiryRow:
    """One enquiry. Raises `NotFound`."""
    found = session.execute(_ENQUIRIES.where(Enquiry.id == enquiry)).one_or_none()
    if found is None:
        raise NotFound(N_("The enquiry is no longer in the book. Go back to the list."))
    return EnquiryRow(*found)


def one_talk(session: Session, *, talk: int) -> TalkRow:
    """One support talk. Raises `NotFound`."""
    found = session.execute(_TALKS.where(SupportTalk.id == talk)).one_or_none()
    if found is None:
        raise NotFound(N_("The support talk is no longer in the book. Go back to the list."))
    return TalkRow(*found)


def one_referral(session: Session, *, referral: int) -> ReferralRow:
    """One guiding onward, which must be in the book."""
    return ReferralRow(*session.execute(_REFERRALS.where(Referral.id == referral)).one())


def within(session: Session, *, span: Span) -> tuple[EnquiryRow, ...]:
    """The enquiries of a span, newest first."""
    return tuple(EnquiryRow(*row) for row in session.execute(_ENQUIRIES.where(Enquiry.on.between(span.first, span.last))))


def talks_within(session: Session, *, span: Span) -> tuple[TalkRow, ...]:
    """The support talks of a span, newest first."""
    return tuple(TalkRow(*row) for row in session.execute(_TALKS.where(SupportTalk.on.between(span.first, span.last))))


def referrals_within(session: Session, *, span: Span) -> tuple[ReferralRow, ...]:
    """The referrals of a span, newest first."""
    return tuple(ReferralRow(*row) for row in session.execute(_REFERRALS.where(Referral.on.between(span.first, span.last))))
