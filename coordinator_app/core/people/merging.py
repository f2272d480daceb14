"""Two entries of one person made one, field by field; and two people remembered as not the same."""

from collections.abc import Collection
from typing import Any

from msgspec import Struct
from sqlalchemy import Column, UniqueConstraint, delete, insert, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import drafts, history
from coordinator_app.core.errors import Refused
from coordinator_app.core.model import Attendance, Consent, Contact, Imported, Member, MergedPerson, NotSame, Person, Role
from coordinator_app.core.people.names import person_sort_key
from coordinator_app.core.people.pointers import pointers
from coordinator_app.core.people.values import PersonFields
from coordinator_app.core.people.writing import require
from coordinator_app.i18n import N_


class Merged(Struct, frozen=True):
    """Who is left, and at how many meetings both entries were named: there the headcount stayed as it was counted."""

    person: int
    name: str
    both_named: int


def merge(session: Session, *, keep: int, gone: int, fields: Collection[str] = ()) -> Merged:
    """Moves all that is said of `gone` to `keep` and takes `gone` away.

    `fields` names those of `PersonFields` to take from `gone`; what `keep` lacks is filled from it in any case.
    Of a role or a place in a group that both have, the longer time is kept; of a consent, what was said last.
    Raises `Refused` for one and the same person, `NotFound`.
    """
    if keep == gone:
        raise Refused(N_("Choose two different people to merge."))
    require(session, keep)
    require(session, gone)
    history.about(session, "person", keep)
    _join_fields(session, keep, gone, fields)
    _join_times(session, keep, gone)
    _join_consents(session, keep, gone)
    both_named = _join_attendance(session, keep, gone)
    _join_not_same(session, keep, gone)
    for column in pointers():
        if column.table is not NotSame.__table__:
            _move(session, column, keep, gone)
    uid = session.scalars(select(Person.uid).where(Person.id == gone)).one()
    session.execute(insert(MergedPerson).values(person_id=keep, was=gone, uid=uid))
    session.execute(update(Imported).where(Imported.kind == Person.__tablename__, Imported.row == gone).values(row=keep))
    session.execute(delete(Person).where(Person.id == gone))
    drafts.drop_about(session, person=gone)
    return Merged(keep, require(session, keep), both_named)


def not_same(session: Session, *, person: int, other: int) -> None:
    """Remembers that two people are not the same. Raises `Refused` for one and the same person, `NotFound`."""
    if person == other:
        raise Refused(N_("Choose two different people."))
    require(session, person)
    require(session, other)
    pair = {"person_id": min(person, other), "other_id": max(person, other)}
    if session.scalar(select(NotSame.id).filter_by(**pair)) is None:
        history.about(session, "person", person)
        session.execute(insert(NotSame).values(pair))


def _join_fields(session: Session, keep: int, gone: int, fields: Collection[str]) -> None:
    names = {"organisation_id" if name == "organisation" else name for name in PersonFields.__annotations__} - {"name", "given", "family"}
    taken = {"organisation_id" if name == "organisation" else name for name in fields}
    mine, theirs = (session.execute(select(Person.__table__).where(Person.id == each)).mappings().one() for each in (keep, gone))
    values: dict[str, Any] = {name: theirs[name] for name in names if theirs[name] is not None and (name in taken or mine[name] is None)}
    if "name" in taken or (theirs["family"] and not mine["family"] and mine["name"] == theirs["given"]):
        values |= {name: theirs[name] for name in ("name", "given", "family", "sort_key")}
    elif taken & {"given", "family"}:
        parts = {name: theirs[name] if name in taken else mine[name] for name in ("given", "family")}
        name = " ".join(part for part in parts.values() if part) or mine["name"]
        values |= parts | {"name": name, "sort_key": person_sort_key(name, parts["given"], parts["family"])}
    if theirs["added_on"] < mine["added_on"]:
        values["added_on"] = theirs["added_on"]
    if values:
        session.execute(update(Person).where(Person.id == keep).values(values))


def _join_times(session: Session, keep: int, gone: int) -> None:
    """Roles and places in groups that both have become one, from the earlier beginning to the later end."""
    for table, marks in ((Role, ("role",)), (Member, ("group_id", "role"))):
        rows = session.execute(select(table.__table__).where(table.person_id.in_((keep, gone))).order_by(table.id)).mappings().all()
        mine = {tuple(row[mark] for mark in marks): row for row in rows if row["person_id"] == keep}
        for theirs in (row for row in rows if row["person_id"] == gone):
            own = mine.get(tuple(theirs[mark] for mark in marks))
            if own is None:
                continue
            since = min((day for day in (own["since"], theirs["since"]) if day), default=None)
            until = max(own["until"], theirs["until"]) if own["until"] and theirs["until"] else None
            session.execute(update(table).where(table.id == own["id"]).values(since=since, until=until))
            session.execute(delete(table).where(table.id == theirs["id"]))


def _join_consents(session: Session, keep: int, gone: int) -> None:
    """Of two consents for one purpose the one last spoken about stays; a withdrawal of the same day weighs more."""
    rows = session.execute(select(Consent.__table__).where(Consent.person_id.in_((keep, gone)))).mappings().all()
    last: dict[object, Any] = {}
    for row in sorted(rows, key=lambda row: (row["withdrawn_on"] or row["given_on"], row["withdrawn_on"] is not None)):
        if (earlier := last.get(row["purpose"])) is not None:
            session.execute(delete(Consent).where(Consent.id == earlier["id"]))
        last[row["purpose"]] = row


def _join_attendance(session: Session, keep: int, gone: int) -> int:
    """Where both were named at one meeting, one stays, and he was a newcomer if either was; how many such meetings."""
    theirs = select(Attendance.meeting_id).where(Attendance.person_id == gone)
    shared = session.scalars(select(Attendance.meeting_id).where(Attendance.person_id == keep, Attendance.meeting_id.in_(theirs))).all()
    if shared:
        new = select(Attendance.meeting_id).where(Attendance.person_id == gone, Attendance.newcomer.is_(True))
        session.execute(
            update(Attendance)
            .where(Attendance.person_id == keep, Attendance.meeting_id.in_(shared), Attendance.meeting_id.in_(new))
            .values(newcomer=True),
            execution_options={"synchronize_session": False},
        )
        session.execute(delete(Attendance).where(Attendance.person_id == gone, Attendance.meeting_id.in_(shared)))
    return len(shared)


def _join_not_same(session: Session, keep: int, gone: int) -> None:
    rows = session.execute(
        delete(NotSame).where((NotSame.person_id == gone) | (NotSame.other_id == gone)).returning(NotSame.person_id, NotSame.other_id)
    ).all()
    for pair in rows:
        other = pair.other_id if pair.person_id == gone else pair.person_id
        if other != keep:
            not_same(session, person=keep, other=other)


def _move(session: Session, column: Column[Any], keep: int, gone: int) -> None:
    """Points rows at `keep`; a row that `keep` has already, as a table's unique rules see it, goes."""
    table = column.table
    for rule in (each for each in getattr(table, "constraints", ()) if isinstance(each, UniqueConstraint) and column in list(each.columns)):
        rest = [each for each in rule.columns if each is not column]
        mine = table.alias()
        same = [mine.c[each.name] == each for each in rest]
        session.execute(delete(table).where(column == gone, select(1).select_from(mine).where(mine.c[column.name] == keep, *same).exists()))
    if table is Contact.__table__:
        _drop_known_contacts(session, keep, gone)
    session.execute(update(table).where(column == gone).values({column: keep}))


def _drop_known_contacts(session: Session, keep: int, gone: int) -> None:
    """Contacts of `gone` that `keep` has go; the others come after his own."""
    mine = session.execute(select(Contact.kind, Contact.normal, Contact.rank).where(Contact.person_id == keep)).all()
    known = {(row.kind, row.normal) for row in mine}
    after = max((row.rank for row in mine), default=-1) + 1
    for row in session.execute(select(Contact.id, Contact.kind, Contact.normal, Contact.rank).where(Contact.person_id == gone)).all():
        if (row.kind, row.normal) in known:
            session.execute(delete(Contact).where(Contact.id == row.id))
        else:
            session.execute(update(Contact).where(Contact.id == row.id).values(rank=row.rank + after))
