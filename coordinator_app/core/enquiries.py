"""What came to the contact man himself: enquiries, support talks, and the ways onward he showed."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.orm import Session

from coordinator_app.core.catalogue import DEFAULT_SERVICE
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.model import Enquiry, Organisation, Person, Referral, SupportTalk
from coordinator_app.core.periods import Span
from coordinator_app.core.texts import lines, one_line
from coordinator_app.i18n import N_

SHORTEST_TALK = 15


@dataclass(frozen=True, slots=True)
class EnquiryRow:
    """One matter, counted once. `channel` is a code of the catalogue; `talks` and `referrals` are how many came of it."""

    id: int
    on: dt.date
    service: str
    channel: str
    person: int | None
    person_name: str | None
    note: str | None
    talks: int
    referrals: int


@dataclass(frozen=True, slots=True)
class TalkRow:
    """A talk one to one about the man's own situation; `minutes` is 15 or more."""

    id: int
    on: dt.date
    service: str
    minutes: int
    enquiry: int | None
    person: int | None
    person_name: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """A guiding onward to another service."""

    id: int
    on: dt.date
    service: str
    enquiry: int | None
    talk: int | None
    organisation: int | None
    organisation_name: str | None


def log(
    session: Session,
    *,
    on: dt.date,
    today: dt.date,
    channel: str,
    service: str = DEFAULT_SERVICE,
    person: int | None = None,
    note: str | None = None,
) -> EnquiryRow:
    """One matter, however many calls it takes. Raises `Refused` for a day to come or without a channel."""
    _check_day(on, today)
    values = {"on": on, "service": _service(service), "channel": _channel(channel), "person_id": person, "note": lines(note)}
    made = session.execute(insert(Enquiry).values(**values).returning(Enquiry.id)).scalar_one()
    return one(session, enquiry=made)


def change(
    session: Session, *, enquiry: int, on: dt.date, today: dt.date, channel: str, service: str, person: int | None, note: str | None
) -> EnquiryRow:
    """Corrects an enquiry. Raises `Refused` like `log`, `NotFound`."""
    one(session, enquiry=enquiry)
    _check_day(on, today)
    values = {"on": on, "service": _service(service), "channel": _channel(channel), "person_id": person, "note": lines(note)}
    session.execute(update(Enquiry).where(Enquiry.id == enquiry).values(**values))
    return one(session, enquiry=enquiry)


def talk(
    session: Session,
    *,
    on: dt.date,
    today: dt.date,
    minutes: int,
    service: str = DEFAULT_SERVICE,
    enquiry: int | None = None,
    person: int | None = None,
    note: str | None = None,
) -> TalkRow:
    """A support talk, by itself or out of an enquiry. Raises `Refused` for one shorter than 15 minutes or a day to come."""
    _check_day(on, today)
    if minutes < SHORTEST_TALK:
        raise Refused(
            N_("A support talk lasts at least {shortest} minutes; this one took {minutes}. Log it as an enquiry alone."),
            shortest=SHORTEST_TALK,
            minutes=minutes,
        )
    values = {"on": on, "service": _service(service), "minutes": minutes, "enquiry_id": enquiry, "person_id": person, "note": lines(note)}
    made = session.execute(insert(SupportTalk).values(**values).returning(SupportTalk.id)).scalar_one()
    return _talks(session, SupportTalk.id == made)[0]


def refer(
    session: Session,
    *,
    on: dt.date,
    today: dt.date,
    service: str = DEFAULT_SERVICE,
    enquiry: int | None = None,
    talk: int | None = None,
    organisation: int | None = None,
) -> ReferralRow:
    """A man was guided to another service. Raises `Refused` for a day to come."""
    _check_day(on, today)
    values = {"on": on, "service": _service(service), "enquiry_id": enquiry, "talk_id": talk, "organisation_id": organisation}
    made = session.execute(insert(Referral).values(**values).returning(Referral.id)).scalar_one()
    return _referrals(session, Referral.id == made)[0]


def remove(session: Session, *, enquiry: int) -> None:
    """Takes an enquiry away. Raises `Refused` while talks or referrals came of it, `NotFound`."""
    kept = one(session, enquiry=enquiry)
    if kept.talks or kept.referrals:
        raise Refused(N_("Support talks or referrals came of this enquiry. Remove them first."))
    session.execute(delete(Enquiry).where(Enquiry.id == enquiry))


def remove_talk(session: Session, *, talk: int) -> None:
    """Takes a support talk away. Raises `Refused` while referrals came of it."""
    if session.scalar(select(Referral.id).where(Referral.talk_id == talk).limit(1)) is not None:
        raise Refused(N_("Referrals came of this talk. Remove them first."))
    session.execute(delete(SupportTalk).where(SupportTalk.id == talk))


def remove_referral(session: Session, *, referral: int) -> None:
    """Takes a referral away."""
    session.execute(delete(Referral).where(Referral.id == referral))


def one(session: Session, *, enquiry: int) -> EnquiryRow:
    """One enquiry. Raises `NotFound`."""
    found = session.execute(_ENQUIRIES.where(Enquiry.id == enquiry)).one_or_none()
    if found is None:
        raise NotFound(N_("The enquiry is no longer in the book. Go back to the list."))
    return EnquiryRow(*found)


def within(session: Session, *, span: Span) -> tuple[EnquiryRow, ...]:
    """The enquiries of a span, newest first."""
    return tuple(EnquiryRow(*row) for row in session.execute(_ENQUIRIES.where(Enquiry.on.between(span.first, span.last))))


def talks_within(session: Session, *, span: Span) -> tuple[TalkRow, ...]:
    """The support talks of a span, newest first."""
    return _talks(session, SupportTalk.on.between(span.first, span.last))


def referrals_within(session: Session, *, span: Span) -> tuple[ReferralRow, ...]:
    """The referrals of a span, newest first."""
    return _referrals(session, Referral.on.between(span.first, span.last))


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


def _talks(session: Session, where: ColumnElement[bool]) -> tuple[TalkRow, ...]:
    return tuple(TalkRow(*row) for row in session.execute(_TALKS.where(where)))


def _referrals(session: Session, where: ColumnElement[bool]) -> tuple[ReferralRow, ...]:
    return tuple(ReferralRow(*row) for row in session.execute(_REFERRALS.where(where)))


def _check_day(on: dt.date, today: dt.date) -> None:
    if on > today:
        raise Refused(N_("The day lies ahead. Choose today or a day before it."))


def _service(code: str) -> str:
    said = one_line(code)
    if said is None:
        raise Refused(N_("Choose the service it belongs to."))
    return said


def _channel(code: str) -> str:
    said = one_line(code)
    if said is None:
        raise Refused(N_("Choose how the enquiry came."))
    return said
