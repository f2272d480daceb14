"""The search over everything: a few records of each kind, each with what tells it from its namesakes and where it is opened."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Executable, bindparam, or_, select
from sqlalchemy.orm import Session

from coordinator_app.core import search
from coordinator_app.core.kinds import OrganisationKind, PersonRole
from coordinator_app.core.model import Activity, Enquiry, Group, Meeting, Organisation, Place, Role, Slot, SupportTalk
from coordinator_app.core.search import Hit
from coordinator_app.core.sorting import sort_key
from coordinator_app.core.texts import fold, matches

# So many of a kind are shown beside others, so many when there is no other, chosen from so many.
SHOWN = 6
SHOWN_ALONE = 30
LOOKED_AT = 60


class Sort(StrEnum):
    """What a record found is, in the order in which they are shown."""

    PERSON = "person"
    GROUP = "grp"
    ORGANISATION = "organisation"
    PLACE = "place"
    ACTIVITY = "activity"
    MEETING = "meeting"
    ENQUIRY = "enquiry"
    TALK = "support_talk"


class Found(Struct, frozen=True):
    """A record found. `name` is what it is called, of a meeting its group's name, of a case nothing; `text` the phone or
    mail it was found by, a place's address, or a note.

    `on` is its day, or the day a group ended. `group` is where a place is opened: a group that meets there; `case` where a talk is: the
    enquiry it came of.
    """

    sort: Sort
    id: int
    name: str = ""
    text: str = ""
    on: dt.date | None = None
    roles: tuple[PersonRole, ...] = ()
    kind: OrganisationKind | None = None
    group: int | None = None
    case: int | None = None
    service: str | None = None


def find(session: Session, *, typed: str, today: dt.date, shown_notes: Collection[str]) -> tuple[Found, ...]:
    """What begins with the words typed, by sort; within one, those whose name begins so come first.

    The notes of meetings and cases are shown only for the services in `shown_notes`; they are found all the same. At most ten
    statements, whatever is found.
    """
    hits = search.of_each(session, typed=typed, parts=_PARTS, most=LOOKED_AT)
    reached = search.owners(session, [hit.row for hit in hits if hit.kind == "contact"]).values()
    ways = {(hit.kind, hit.row): hit.text for hit in reached if not matches(typed, [hit.title])}
    folded = fold(typed).strip()
    rows = {sort: {hit.row: hit for hit in (*hits, *reached) if hit.kind == sort} for sort in Sort}
    shown = SHOWN if sum(bool(each) for each in rows.values()) > 1 else SHOWN_ALONE
    found: list[Found] = []
    for sort, by_id in rows.items():
        if by_id:
            best = sorted(by_id.values(), key=lambda hit: _rank(hit, folded))[:shown]
            told = _ABOUT[sort](session, best, today)
            found += [replace(each, text=ways[each.sort, each.id]) if (each.sort, each.id) in ways else each for each in told]
    return tuple(each if each.service is None or each.service in shown_notes else replace(each, text="") for each in found)


def _rank(hit: Hit, typed: str) -> tuple[bool, bool, str]:
    """First the names that begin as typed, then those with every word typed, then the others, each in Finnish order; `typed` is folded."""
    title = fold(hit.title).replace("-", " ")
    return not title.startswith(typed), not all(f" {word}" in f" {title}" for word in typed.split()), sort_key(hit.title)


# What is looked for together: a few names among many people, or many notes, must still be found.
_PARTS = (("person",), ("contact",), ("grp", "place", "organisation"), ("activity",), ("meeting", "enquiry", "support_talk"))
_ROLES = select(Role.person_id, Role.role).where(
    Role.person_id.in_(bindparam("ids", expanding=True)),
    or_(Role.until.is_(None), Role.until >= bindparam("today")),
)
_KINDS = select(Organisation.id, Organisation.kind).where(Organisation.id.in_(bindparam("ids", expanding=True)))
_ENDS = select(Group.id, Group.ended).where(Group.id.in_(bindparam("ids", expanding=True)))
_DAYS = select(Activity.id, Activity.held_on).where(Activity.id.in_(bindparam("ids", expanding=True)))
_PLACES = (
    select(Place.id, Slot.group_id)
    .join(Slot, Slot.place_id == Place.id)
    .where(Place.id.in_(bindparam("ids", expanding=True)))
    .order_by(Slot.valid_until.is_not(None), Slot.id)
)
_MEETINGS = (
    select(Meeting.id, Group.name, Meeting.held_on, Meeting.service)
    .join(Group, Meeting.group_id == Group.id)
    .where(Meeting.id.in_(bindparam("ids", expanding=True)))
)
_ENQUIRIES = select(Enquiry.id, Enquiry.on, Enquiry.service).where(Enquiry.id.in_(bindparam("ids", expanding=True)))
_TALKS = select(SupportTalk.id, SupportTalk.on, SupportTalk.service, SupportTalk.enquiry_id).where(
    SupportTalk.id.in_(bindparam("ids", expanding=True))
)


def _rows(session: Session, statement: Executable, hits: Sequence[Hit], **values: Any) -> Sequence[Any]:
    return session.execute(statement, {"ids": [hit.row for hit in hits], **values}).all()


def _one_of_each(session: Session, statement: Executable, hits: Sequence[Hit]) -> dict[int, Any]:
    """The value of each hit; of several, the first."""
    values: dict[int, Any] = {}
    for id_, value in _rows(session, statement, hits):
        values.setdefault(id_, value)
    return values


def _people(session: Session, hits: Sequence[Hit], today: dt.date) -> list[Found]:
    roles: dict[int, list[PersonRole]] = {}
    for person, role in _rows(session, _ROLES, hits, today=today):
        roles.setdefault(person, []).append(role)
    return [Found(Sort.PERSON, hit.row, hit.title, roles=tuple(roles.get(hit.row, ()))) for hit in hits]


def _organisations(session: Session, hits: Sequence[Hit], _today: dt.date) -> list[Found]:
    kinds = _one_of_each(session, _KINDS, hits)
    return [Found(Sort.ORGANISATION, hit.row, hit.title, kind=kinds[hit.row]) for hit in hits]


def _groups(session: Session, hits: Sequence[Hit], _today: dt.date) -> list[Found]:
    ends = _one_of_each(session, _ENDS, hits)
    return [Found(Sort.GROUP, hit.row, hit.title, on=ends[hit.row]) for hit in hits]


def _places(session: Session, hits: Sequence[Hit], _today: dt.date) -> list[Found]:
    """Those where a group meets; a place has no other door."""
    groups = _one_of_each(session, _PLACES, hits)
    return [Found(Sort.PLACE, hit.row, hit.title, hit.text, group=groups[hit.row]) for hit in hits if hit.row in groups]


def _activities(session: Session, hits: Sequence[Hit], today: dt.date) -> list[Found]:
    days = _one_of_each(session, _DAYS, hits)
    told = [Found(Sort.ACTIVITY, hit.row, hit.title, on=days[hit.row]) for hit in hits]
    return sorted(told, key=lambda found: found.on or today, reverse=True)


def _meetings(session: Session, hits: Sequence[Hit], _today: dt.date) -> list[Found]:
    told = {hit.row: hit.title for hit in hits}
    rows = _rows(session, _MEETINGS, hits)
    return [Found(Sort.MEETING, id_, name, told[id_], day, service=service) for id_, name, day, service in rows]


def _enquiries(session: Session, hits: Sequence[Hit], _today: dt.date) -> list[Found]:
    told = {hit.row: hit.title for hit in hits}
    rows = _rows(session, _ENQUIRIES, hits)
    return [Found(Sort.ENQUIRY, id_, "", told[id_], day, service=service) for id_, day, service in rows]


def _talks(session: Session, hits: Sequence[Hit], _today: dt.date) -> list[Found]:
    told = {hit.row: hit.title for hit in hits}
    rows = _rows(session, _TALKS, hits)
    return [Found(Sort.TALK, id_, "", told[id_], day, case=enquiry, service=service) for id_, day, service, enquiry in rows]


_ABOUT: Mapping[Sort, Callable[[Session, Sequence[Hit], dt.date], list[Found]]] = {
    Sort.PERSON: _people,
    Sort.GROUP: _groups,
    Sort.ORGANISATION: _organisations,
    Sort.PLACE: _places,
    Sort.ACTIVITY: _activities,
    Sort.MEETING: _meetings,
    Sort.ENQUIRY: _enquiries,
    Sort.TALK: _talks,
}
