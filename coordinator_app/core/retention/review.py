"""The privacy review: whose time in the book is over, by which rule, and what the contact man answers."""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum

from dateutil.relativedelta import relativedelta
from msgspec import Struct
from sqlalchemy import ColumnElement, CompoundSelect, Select, case, delete, func, insert, or_, select, union_all
from sqlalchemy.orm import Session

from coordinator_app.core.errors import Refused
from coordinator_app.core.kinds import ConsentPurpose, MemberRole, PersonRole
from coordinator_app.core.model import (
    Activity,
    ActivityPerson,
    Attendance,
    Consent,
    Enquiry,
    Group,
    Meeting,
    MeetingCounsellor,
    Member,
    Person,
    ReviewAnswer,
    Role,
    SentSummary,
    SupportTalk,
    TakenIn,
    VolunteerHours,
)
from coordinator_app.core.model.table import CivilDate
from coordinator_app.core.office import RECEIPT
from coordinator_app.core.periods import Period
from coordinator_app.i18n import N_

LATER = dt.timedelta(days=30)
KEPT_MONTHS = 12
"""How long a reason to keep someone holds before it is asked again: the review is yearly."""
REASONS = {
    "still_with_us": N_("He is still with us"),
    "asked_to_stay": N_("He asked to stay in the book"),
    "matter_open": N_("A matter of his is open"),
    "other": N_("Another reason"),
}


class DueKind(StrEnum):
    """What is over, and so what would be done."""

    PARTICIPANT = "participant"
    WITHDRAWN = "withdrawn"
    VOLUNTEER = "volunteer"
    ENQUIRIES = "enquiries"
    ATTENDANCE = "attendance"


class Terms(Struct, frozen=True):
    """How many months each is kept after its last use."""

    participant: int = 12
    volunteer: int = 24
    enquiry: int = 3
    attendance: int = 3


USUAL = Terms()


class Due(Struct, frozen=True):
    """A person to forget, or names to take away: `number` of them, up to the day `until`. `last` is when he was last seen."""

    kind: DueKind
    person: int | None = None
    name: str = ""
    last: dt.date | None = None
    number: int = 1
    until: dt.date | None = None


# What shows that somebody is still with the work, and on which day.
_SIGNS = union_all(
    select(Person.id.label("person"), Person.added_on.label("on")),
    select(Attendance.person_id, Meeting.held_on).join(Meeting, Meeting.id == Attendance.meeting_id),
    select(MeetingCounsellor.person_id, Meeting.held_on).join(Meeting, Meeting.id == MeetingCounsellor.meeting_id),
    select(ActivityPerson.person_id, Activity.held_on).join(Activity, Activity.id == ActivityPerson.activity_id),
    select(VolunteerHours.person_id, VolunteerHours.on).where(VolunteerHours.person_id.is_not(None)),
    select(Enquiry.person_id, Enquiry.on).where(Enquiry.person_id.is_not(None)),
    select(SupportTalk.person_id, SupportTalk.on).where(SupportTalk.person_id.is_not(None)),
    select(Consent.person_id, Consent.given_on),
    select(Member.person_id, Member.since).where(Member.since.is_not(None)),
    select(Role.person_id, Role.since).where(Role.since.is_not(None)),
).subquery("sign")
# Who has a task that no day shows: the contact man in office, whom a running group names, and who runs one.
_IN_OFFICE: CompoundSelect[int | None] = union_all(
    select(Role.person_id).where(Role.role == PersonRole.CONTACT_MAN, Role.until.is_(None)),
    select(Group.contact_id).where(Group.contact_id.is_not(None), Group.ended.is_(None)),
    select(Member.person_id)
    .join(Group, Group.id == Member.group_id)
    .where(Member.role == MemberRole.COUNSELLOR, Member.until.is_(None), Group.ended.is_(None)),
)
# A participant's name is kept by his consent alone; who takes it back is asked about at once.
_TOOK_BACK = (
    select(Consent.id)
    .where(Consent.person_id == Person.id, Consent.purpose == ConsentPurpose.NAME_IN_GROUP, Consent.withdrawn_on.is_not(None))
    .exists()
)
# The days on which names stand, one row for each name.
_NAMED_ON = {
    DueKind.ENQUIRIES: union_all(
        *(select(table.on.label("on")).where(table.person_id.is_not(None)) for table in (Enquiry, SupportTalk))
    ).subquery("named"),
    DueKind.ATTENDANCE: select(Meeting.held_on.label("on")).join(Attendance, Attendance.meeting_id == Meeting.id).subquery("named"),
}
_WORKS = select(Role.id).where(Role.person_id == Person.id, Role.role != PersonRole.PARTICIPANT).exists()


def due(session: Session, *, today: dt.date, terms: Terms = USUAL) -> tuple[Due, ...]:
    """What is over today and was neither put off nor kept for a reason: names first, then people, the longest away first."""
    return (*_names(session, today, terms), *_people(session, today, terms))


def waiting(session: Session, *, today: dt.date, terms: Terms = USUAL) -> int:
    """How many lines `due` would have, without looking up when each was last seen and how many names there are."""
    people = session.scalar(select(func.count()).select_from(_over(today, terms).subquery())) or 0
    return people + len(_names_until(session, today, terms))


def keep(session: Session, *, dues: Sequence[Due], reason: str, today: dt.date) -> None:
    """Keeps them for a reason, for a year. Raises `Refused` for a reason that is not on the list."""
    if reason not in REASONS:
        raise Refused(N_("Choose a reason from the list."))
    _answer(session, dues, reason, today + relativedelta(months=KEPT_MONTHS))


def later(session: Session, *, dues: Sequence[Due], today: dt.date) -> None:
    """Asks again in a month."""
    _answer(session, dues, None, today + LATER)


def _answer(session: Session, dues: Sequence[Due], reason: str | None, until: dt.date) -> None:
    for each in dues:
        same = ReviewAnswer.person_id.is_(None) if each.person is None else ReviewAnswer.person_id == each.person
        session.execute(delete(ReviewAnswer).where(ReviewAnswer.kind == each.kind, same))
    rows = [{"kind": each.kind, "person_id": each.person, "reason": reason, "until": until} for each in dues]
    if rows:
        session.execute(insert(ReviewAnswer), rows)


def _over(today: dt.date, terms: Terms) -> Select[int, str, bool, bool]:
    """The people whose time is over, with whether they did more than take part, and whether they took their consent back."""
    long, longer = (today - relativedelta(months=months) for months in (terms.participant, terms.volunteer))

    def seen(since: dt.date) -> ColumnElement[bool]:
        return Person.id.in_(select(_SIGNS.c.person).where(_SIGNS.c.on > since))

    resting = select(ReviewAnswer.person_id).where(ReviewAnswer.until > today, ReviewAnswer.person_id.is_not(None))
    gone = case((_WORKS, ~seen(longer)), else_=or_(_TOOK_BACK, ~seen(long)))
    columns = (Person.id, Person.name, _WORKS.label("works"), _TOOK_BACK.label("took_back"))
    return select(*columns).where(gone, Person.id.not_in(_IN_OFFICE), Person.id.not_in(resting))


def _people(session: Session, today: dt.date, terms: Terms) -> Sequence[Due]:
    over = _over(today, terms).subquery()
    last = select(_SIGNS.c.person, func.max(_SIGNS.c.on, type_=CivilDate()).label("on")).group_by(_SIGNS.c.person).subquery()
    rows = session.execute(select(over, last.c.on).join(last, last.c.person == over.c.id).order_by(last.c.on, over.c.name, over.c.id))
    return [Due(_kind(works=works, took_back=took_back), person, name, on) for person, name, works, took_back, on in rows]


def _kind(*, works: bool, took_back: bool) -> DueKind:
    if works:
        return DueKind.VOLUNTEER
    return DueKind.WITHDRAWN if took_back else DueKind.PARTICIPANT


def _names(session: Session, today: dt.date, terms: Terms) -> Sequence[Due]:
    found = []
    for kind, until in _names_until(session, today, terms).items():
        named = _NAMED_ON[kind]
        number = session.scalar(select(func.count()).select_from(named).where(named.c.on <= until))
        found.append(Due(kind, number=number or 0, until=until))
    return found


def _names_until(session: Session, today: dt.date, terms: Terms) -> dict[DueKind, dt.date]:
    """The kinds of names that are to be taken away, each with the day up to which."""
    answered = select(ReviewAnswer.kind).where(ReviewAnswer.until > today, ReviewAnswer.person_id.is_(None))
    resting = set(session.scalars(answered))
    found = {DueKind.ENQUIRIES: _enquiries(session, today, terms), DueKind.ATTENDANCE: _attendance(session, today, terms)}
    return {kind: until for kind, until in found.items() if until is not None and kind not in resting}


def _enquiries(session: Session, today: dt.date, terms: Terms) -> dt.date | None:
    until = today - relativedelta(months=terms.enquiry)
    on = _NAMED_ON[DueKind.ENQUIRIES].c.on
    return until if session.scalar(select(on).where(on <= until).limit(1)) else None


def _attendance(session: Session, today: dt.date, terms: Terms) -> dt.date | None:
    """The names of all years whose figures are settled. Within a year the same man is to be known again, so a year goes as a whole."""
    named = select(Attendance.id).where(Attendance.meeting_id == Meeting.id).exists()
    first = session.scalar(select(Meeting.held_on).where(named).order_by(Meeting.held_on).limit(1))
    if first is None or first.year >= today.year:
        return None
    settled = _settled(session, terms)
    years = [year for year in range(first.year, today.year) if settled.get(year, _at_latest(year)) <= today]
    return dt.date(max(years), 12, 31) if years else None


def _settled(session: Session, terms: Terms) -> dict[int, dt.date]:
    """The day from which the names of each year may go: counted from the receipt of its last summary, or from its sending."""
    sent = session.execute(select(SentSummary.period, SentSummary.created)).all()
    received = session.execute(select(TakenIn.version, TakenIn.at).where(TakenIn.kind == RECEIPT)).all()
    days = {period: at for period, at in sent if period.endswith("Q4")}
    days |= {version[:6]: at for version, at in received if version[4:6] == "Q4"}
    return {Period.parse(period).year: at.date() + relativedelta(months=terms.attendance) for period, at in days.items()}


def _at_latest(year: int) -> dt.date:
    """Where no summary was sent: a year after the year's end."""
    return dt.date(year + 2, 1, 1)
