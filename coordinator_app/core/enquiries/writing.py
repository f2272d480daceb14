"""Enquiries, support talks and guidings onward written down, corrected and taken away."""

import datetime as dt
from typing import Any, Unpack

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from coordinator_app.core.catalogue import DEFAULT_SERVICE
from coordinator_app.core.enquiries.listing import one, one_referral, one_talk
from coordinator_app.core.enquiries.values import EnquiryFields, EnquiryRow, ReferralRow, TalkFields, TalkRow
from coordinator_app.core.errors import Refused
from coordinator_app.core.groups import names_allowed
from coordinator_app.core.model import Enquiry, Referral, SupportTalk
from coordinator_app.core.texts import lines, one_line
from coordinator_app.i18n import N_

SHORTEST_TALK = 15


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
    values = {
        "on": on,
        "service": _service(service),
        "channel": _channel(channel),
        "person_id": _person(person, service),
        "note": lines(note),
    }
    made = session.execute(insert(Enquiry).values(**values).returning(Enquiry.id)).scalar_one()
    return one(session, enquiry=made)


def change(session: Session, *, enquiry: int, today: dt.date, **fields: Unpack[EnquiryFields]) -> EnquiryRow:
    """Corrects some fields of an enquiry; what came of it follows it to another service or person.

    Raises `Refused` like `log`, `NotFound`.
    """
    kept = one(session, enquiry=enquiry)
    values = _tidied(fields, kept.service, today)
    if values:
        session.execute(update(Enquiry).where(Enquiry.id == enquiry).values(**values))
    service, person = values.get("service", kept.service), values.get("person_id", kept.person)
    if service != kept.service:
        for table in (SupportTalk, Referral):
            session.execute(update(table).where(table.enquiry_id == enquiry, table.service == kept.service).values(service=service))
    if person != kept.person:
        of_his = (SupportTalk.enquiry_id == enquiry, SupportTalk.person_id.is_not_distinct_from(kept.person), ~SupportTalk.forgotten)
        session.execute(update(SupportTalk).where(*of_his).values(person_id=person))
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
    _check_minutes(minutes)
    values = {
        "on": on,
        "service": _service(service),
        "minutes": minutes,
        "enquiry_id": enquiry,
        "person_id": _person(person, service),
        "note": lines(note),
    }
    made = session.execute(insert(SupportTalk).values(**values).returning(SupportTalk.id)).scalar_one()
    return one_talk(session, talk=made)


def change_talk(session: Session, *, talk: int, today: dt.date, **fields: Unpack[TalkFields]) -> TalkRow:
    """Corrects some fields of a support talk; the guidings onward that came of it follow it to another service.

    Raises `Refused` like `talk`, `NotFound`.
    """
    kept = one_talk(session, talk=talk)
    values = _tidied(fields, kept.service, today)
    if "minutes" in fields:
        _check_minutes(fields["minutes"])
    if values.get("person_id") is not None:
        values["forgotten"] = False
    if values:
        session.execute(update(SupportTalk).where(SupportTalk.id == talk).values(**values))
    service = values.get("service", kept.service)
    if service != kept.service:
        session.execute(update(Referral).where(Referral.talk_id == talk, Referral.service == kept.service).values(service=service))
    return one_talk(session, talk=talk)


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
    return one_referral(session, referral=made)


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


def _tidied(fields: EnquiryFields | TalkFields, service: str, today: dt.date) -> dict[str, Any]:
    """The columns the fields fill; a service that keeps headcounts only takes the name away."""
    values: dict[str, Any] = dict(fields)
    if "on" in values:
        _check_day(values["on"], today)
    if "service" in values:
        values["service"] = _service(values["service"])
    if "channel" in values:
        values["channel"] = _channel(values["channel"])
    if "note" in values:
        values["note"] = lines(values["note"])
    if "person" in values:
        values["person_id"] = values.pop("person")
    if not names_allowed(values.get("service", service)) and ("service" in values or "person_id" in values):
        values["person_id"] = None
    return values


def _person(person: int | None, service: str) -> int | None:
    """The person, where names may be kept at all."""
    return person if names_allowed(service) else None


def _check_minutes(minutes: int) -> None:
    if minutes < SHORTEST_TALK:
        raise Refused(
            N_("A support talk lasts at least {shortest} minutes; this one took {minutes}. Log it as an enquiry alone."),
            shortest=SHORTEST_TALK,
            minutes=minutes,
        )


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
