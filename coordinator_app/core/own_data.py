"""Everything the book holds of one person, as he may read it: whatever tells of others is blacked out."""

import datetime as dt
import re
from collections.abc import Collection

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator_app.core import drafts, people
from coordinator_app.core.erasure import texts
from coordinator_app.core.kinds import HoursTask
from coordinator_app.core.model import Activity, ActivityPerson, Enquiry, Person, SupportTalk, VolunteerHours
from coordinator_app.core.people import Occasion, PersonDetail, normal_email, normal_phone

BLACK = "■■■"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_EMAIL = re.compile(r"[^\s<>()]+@[^\s<>(),;]+")
_PHONE = re.compile(r"\+?\d[\d\s-]{4,}\d")
# Finnish and Swedish bend the ends of names; what a stem this long begins is taken for the name.
_BENT, _SHORTEST = 2, 3


class Matter(Struct, frozen=True):
    """An enquiry of his, or a support talk (`minutes` long)."""

    on: dt.date
    service: str
    minutes: int | None
    note: str | None


class Work(Struct, frozen=True):
    """Hours he worked unpaid."""

    on: dt.date
    task: HoursTask
    minutes: int


class Spoken(Struct, frozen=True):
    """What is written of him elsewhere: the name and day of that record as far as it has them and he may read them, and the text."""

    name: str
    day: dt.date | None
    text: str


class Begun(Struct, frozen=True):
    """What was typed of him and not finished. Without a text he is only marked on a sheet, or his consent is being written down."""

    day: dt.date
    text: str


class OwnData(Struct, frozen=True):
    """All of it, oldest first; notes are as they may be shown to him."""

    detail: PersonDetail
    occasions: tuple[Occasion, ...]
    activities: tuple[tuple[str, dt.date], ...]
    matters: tuple[Matter, ...]
    work: tuple[Work, ...]
    elsewhere: tuple[Spoken, ...]
    unfinished: tuple[Begun, ...]


def everything(session: Session, *, person: int) -> OwnData:
    """Everything about one person. Raises `NotFound`."""
    detail = people.detail(session, person=person)
    black = _Black(session, detail)
    activities = session.execute(
        select(Activity.name, Activity.held_on)
        .join(ActivityPerson, ActivityPerson.activity_id == Activity.id)
        .where(ActivityPerson.person_id == person)
        .order_by(Activity.held_on, Activity.id)
    )
    enquiries = session.execute(select(Enquiry.on, Enquiry.service, Enquiry.note).where(Enquiry.person_id == person))
    talks = session.execute(
        select(SupportTalk.on, SupportTalk.service, SupportTalk.minutes, SupportTalk.note).where(SupportTalk.person_id == person)
    )
    matters = [Matter(on, service, None, black.out(note)) for on, service, note in enquiries]
    matters += [Matter(on, service, minutes, black.out(note)) for on, service, minutes, note in talks]
    hours = select(VolunteerHours.on, VolunteerHours.task, VolunteerHours.minutes).where(VolunteerHours.person_id == person)
    return OwnData(
        detail=replace(detail, note=black.out(detail.note)),
        occasions=people.occasions(session, person=person, limit=-1)[::-1],
        activities=tuple((black.out(name) or "", day) for name, day in activities),
        matters=tuple(sorted(matters, key=lambda matter: (matter.on, matter.minutes or 0))),
        work=tuple(Work(*row) for row in session.execute(hours.order_by(VolunteerHours.on, VolunteerHours.id))),
        elsewhere=tuple(
            Spoken(black.out(mention.name) or "", mention.day, black.out(text) or "")
            for mention, text in texts.spoken_of(session, people=[person])
        ),
        unfinished=tuple(
            Begun(each.at.date(), black.out(" ".join(each.texts)) or "")
            for each in drafts.speaking_of(session, people=[person], names=texts.naming(session, people=[person]))
        ),
    )


class _Black:
    """Blacks out what tells of others: their names as the book knows them, however bent, and every number and address not his own."""

    def __init__(self, session: Session, his: PersonDetail) -> None:
        rows = session.execute(select(Person.given, Person.family, Person.name).where(Person.id != his.id))
        own = {part.casefold() for part in his.name.split()}
        self._own = {_stem(part) for part in own}
        self._stems = {_stem(part.casefold()) for row in rows for name in row if name for part in _WORD.findall(name)} - self._own
        self._own_ways: Collection[str] = {each.normal for each in his.contacts}

    def out(self, text: str | None) -> str | None:
        """The text as he may read it."""
        if not text:
            return text
        text = _EMAIL.sub(lambda found: self._way(found[0], normal_email(found[0])), text)
        text = _PHONE.sub(lambda found: self._way(found[0], normal_phone(found[0])), text)
        return re.sub(rf"{BLACK}(?:\s+{BLACK})+", BLACK, _WORD.sub(lambda found: self._name(found[0]), text))

    def _way(self, written: str, normal: str) -> str:
        return written if normal in self._own_ways else BLACK

    def _name(self, word: str) -> str:
        if not word[0].isupper():
            return word
        folded = word.casefold()
        beginnings = {folded[:length] for length in range(_SHORTEST, len(folded) + 1)}
        # His own name stays, were it another's too.
        return BLACK if beginnings & self._stems and not beginnings & self._own else word


def _stem(name: str) -> str:
    return name[:-_BENT] if len(name) >= _SHORTEST + _BENT else name
