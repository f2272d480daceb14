"""People as lists and forms show them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.kinds import ContactKind, PersonRole
from coordinator_app.core.model import Attendance, Consent, Contact, Group, Meeting, MeetingCounsellor, Member, Organisation, Person, Role
from coordinator_app.core.people.contacts import contacts_of
from coordinator_app.core.people.values import ConsentRow, Occasion, PersonDetail, PersonGroup, PersonRow
from coordinator_app.core.people.writing import roles_of
from coordinator_app.core.texts import matches
from coordinator_app.i18n import N_

_DIGITS_ENOUGH = 3
_Contact = tuple[int, ContactKind, str, str]  # Whose, its kind, as it was written, and in the form in which it is compared.


def listing(
    session: Session,
    *,
    today: dt.date,
    search: str = "",
    role: PersonRole | None = None,
    group: int | None = None,
    organisation: int | None = None,
    only: Collection[int] | None = None,
) -> tuple[PersonRow, ...]:
    """The people in Finnish order of family name, in three statements; `only` those, by id, where it is given.

    `search` finds words that begin so in names, organisations and e-mails, and parts of phone numbers. `role` and `group` are of today.
    """
    chosen = _chosen(today, role, group, organisation)
    if only is not None:
        chosen = chosen.where(Person.id.in_(only))
    contacts = _contacts(session, chosen)
    phones, emails = _first(contacts, ContactKind.PHONE), _first(contacts, ContactKind.EMAIL)
    roles = _roles(session, chosen, today)
    rows = session.execute(
        select(Person.id, Person.name, Person.sort_key, Organisation.name, Person.title, Person.added_on)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Person.id.in_(chosen))
        .order_by(Person.sort_key, Person.id)
    ).all()
    found = [
        PersonRow(person, name, key, employer, title, phones.get(person), emails.get(person), tuple(roles.get(person, ())), added_on)
        for person, name, key, employer, title, added_on in rows
    ]
    typed = search.strip()
    if not typed:
        return tuple(found)
    ways: dict[int, list[_Contact]] = defaultdict(list)
    for contact in contacts:
        ways[contact[0]].append(contact)
    return tuple(row for row in found if _is_found(row, typed, ways.get(row.id, [])))


def names(session: Session) -> tuple[tuple[int, str], ...]:
    """Everyone by id and name, in Finnish order of family name."""
    rows = session.execute(select(Person.id, Person.name).order_by(Person.sort_key, Person.id)).all()
    return tuple((person, name) for person, name in rows)


def by_name(session: Session, *, name: str) -> int:
    """The id of the person called so, whatever the case. Raises `NotFound`, or `Refused` when two are."""
    wanted = " ".join(name.split()).casefold()
    found = [row.id for row in session.execute(select(Person.id, Person.name)) if row.name.casefold() == wanted]
    if not found:
        raise NotFound(N_("There is nobody called “{name}”. Check the spelling in the list of people."), name=name)
    if len(found) > 1:
        raise Refused(
            N_("More than one person is called “{name}”. Tell them apart in the window, or give them different names first."), name=name
        )
    return int(found[0])


def detail(session: Session, *, person: int) -> PersonDetail:
    """Everything the form of one person shows. Raises `NotFound`."""
    own = (Person.id, Person.uid, Person.name, Person.given, Person.family, Person.title, Person.address, Person.web, Person.language)
    row = session.execute(
        select(*own, Person.note, Person.extract_checked_on, Person.added_on)
        .add_columns(Person.organisation_id.label("organisation"), Organisation.name.label("organisation_name"))
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Person.id == person)
    ).one_or_none()
    if row is None:
        raise NotFound(N_("This person is no longer in the book."))
    return PersonDetail(
        **row._mapping,
        contacts=contacts_of(session, person=person),
        roles=roles_of(session, person),
        groups=_groups(session, person),
        consents=consents_of(session, person),
    )


def consents_of(session: Session, person: int) -> tuple[ConsentRow, ...]:
    """What a person agreed to, withdrawn ones too."""
    rows = session.execute(
        select(Consent.purpose, Consent.given_on, Consent.way, Consent.withdrawn_on).where(Consent.person_id == person).order_by(Consent.id)
    )
    return tuple(ConsentRow(*row) for row in rows)


def occasions(session: Session, *, person: int, limit: int = 200) -> tuple[Occasion, ...]:
    """The meetings a person was at by name, or ran, newest first."""
    there = select(Attendance.meeting_id, literal(False).label("counsellor"), Attendance.newcomer).where(Attendance.person_id == person)
    ran = select(MeetingCounsellor.meeting_id, literal(True), literal(False)).where(MeetingCounsellor.person_id == person)
    both = union_all(there, ran).subquery()
    rows = session.execute(
        select(Meeting.id, Group.id, Group.name, Meeting.held_on, both.c.counsellor, both.c.newcomer)
        .join(both, both.c.meeting_id == Meeting.id)
        .join(Group, Group.id == Meeting.group_id)
        .order_by(Meeting.held_on.desc(), Meeting.starts.desc(), Meeting.id.desc())
        .limit(limit)
    )
    return tuple(Occasion(meeting, group, name, on, bool(ran), bool(new)) for meeting, group, name, on, ran, new in rows)


def holds_today(
    since: SQLColumnExpression[dt.date | None], until: SQLColumnExpression[dt.date | None], today: dt.date
) -> ColumnElement[bool]:
    """Whether something that holds from one day to another, either of them open, holds today."""
    return and_(or_(since.is_(None), since <= today), or_(until.is_(None), until >= today))


def _chosen(today: dt.date, role: PersonRole | None, group: int | None, organisation: int | None) -> Select[int]:
    chosen = select(Person.id)
    if role is not None:
        now = holds_today(Role.since, Role.until, today)
        chosen = chosen.where(Person.id.in_(select(Role.person_id).where(Role.role == role, now)))
    if group is not None:
        now = holds_today(Member.since, Member.until, today)
        chosen = chosen.where(Person.id.in_(select(Member.person_id).where(Member.group_id == group, now)))
    return chosen if organisation is None else chosen.where(Person.organisation_id == organisation)


def _contacts(session: Session, chosen: Select[int]) -> list[_Contact]:
    rows = session.execute(
        select(Contact.person_id, Contact.kind, Contact.value, Contact.normal)
        .where(Contact.person_id.in_(chosen))
        .order_by(Contact.rank, Contact.id)
    ).all()
    return [(person, kind, value, normal) for person, kind, value, normal in rows if person is not None]


def _roles(session: Session, chosen: Select[int], today: dt.date) -> Mapping[int, list[PersonRole]]:
    found: dict[int, list[PersonRole]] = defaultdict(list)
    rows = session.execute(
        select(Role.person_id, Role.role).where(Role.person_id.in_(chosen), holds_today(Role.since, Role.until, today)).order_by(Role.id)
    ).all()
    for person, role in rows:
        found[person].append(role)
    return found


def _first(contacts: Sequence[_Contact], kind: ContactKind) -> dict[int, str]:
    """The first of each person's contacts of a kind: gone through from the end, it is the one that stays."""
    return {person: value for person, each, value, _ in reversed(contacts) if each is kind}


def _is_found(row: PersonRow, typed: str, contacts: Sequence[_Contact]) -> bool:
    digits = "".join(sign for sign in typed if sign.isdigit())
    if len(digits) >= _DIGITS_ENOUGH and not any(sign.isalpha() for sign in typed):
        written = ("".join(sign for sign in value if sign.isdigit()) for _, kind, value, _ in contacts if kind is ContactKind.PHONE)
        return any(digits in each for each in written) or any(digits.lstrip("0") in normal for _, _, _, normal in contacts)
    return matches(typed, (row.name, row.organisation, row.title, *(value for _, kind, value, _ in contacts if kind is ContactKind.EMAIL)))


def _groups(session: Session, person: int) -> tuple[PersonGroup, ...]:
    last = (
        select(func.max(Meeting.held_on))
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .where(Meeting.group_id == Member.group_id, Attendance.person_id == person)
        .scalar_subquery()
    )
    rows = session.execute(
        select(Member.id, Group.id, Group.name, Member.role, Member.since, Member.until, last)
        .join(Group, Group.id == Member.group_id)
        .where(Member.person_id == person)
        .order_by(Member.until.is_not(None), Group.sort_key, Member.id)
    )
    return tuple(PersonGroup(*row) for row in rows)
