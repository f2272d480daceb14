"""What the book holds of people, so that it can be said before they are forgotten what goes and what stays."""

from collections.abc import Collection

from msgspec import Struct
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator_app.core import drafts
from coordinator_app.core.erasure.texts import Mention, mentions, naming
from coordinator_app.core.model import (
    ActivityPerson,
    Attendance,
    Contact,
    Enquiry,
    MeetingCounsellor,
    Member,
    Person,
    SupportTalk,
    VolunteerHours,
)


class Traces(Struct, frozen=True):
    """How much there is of people: `occasions` at which they are named, `matters` of theirs (enquiries and talks), and so on.

    `drafts` are what is unfinished and names them.
    """

    names: tuple[str, ...]
    contacts: int
    groups: int
    occasions: int
    matters: int
    hours: int
    mentions: tuple[Mention, ...]
    drafts: int


def traces(session: Session, *, people: Collection[int]) -> Traces:
    """What the book holds of `people`."""

    def many(*columns: object) -> int:
        counts = (select(func.count()).where(column.in_(people)).scalar_subquery() for column in columns)  # type: ignore[attr-defined]
        return sum(session.execute(select(*counts)).one())

    names = session.scalars(select(Person.name).where(Person.id.in_(people)).order_by(Person.sort_key, Person.id))
    return Traces(
        names=tuple(names),
        contacts=many(Contact.person_id),
        groups=many(Member.person_id),
        occasions=many(Attendance.person_id, MeetingCounsellor.person_id, ActivityPerson.person_id),
        matters=many(Enquiry.person_id, SupportTalk.person_id),
        hours=many(VolunteerHours.person_id),
        mentions=mentions(session, people=people),
        drafts=len(drafts.speaking_of(session, people=people, names=naming(session, people=people))),
    )
