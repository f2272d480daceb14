"""A command that forgets people: every row that is about them goes, and every pointer at them; the figures stay."""

import datetime as dt
import json
from collections.abc import Collection

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import drafts, forgotten, history
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.erasure.counts import keeping_figures, names_go
from coordinator_app.core.erasure.texts import naming, said_of, take_out
from coordinator_app.core.errors import NotFound
from coordinator_app.core.forgotten import Forgotten
from coordinator_app.core.model import (
    Attendance,
    Contact,
    Enquiry,
    HistoryRow,
    Imported,
    MergedPerson,
    Person,
    ReviewAnswer,
    SupportTalk,
)
from coordinator_app.core.model.numbers import NUMBERS
from coordinator_app.core.people.pointers import pointers
from coordinator_app.i18n import N_


def forget(session: Session, *, people: Collection[int], today: dt.date, catalogue: Catalogue) -> Forgotten:
    """Takes every trace of `people` out of the records. To be run by `Database.erase`, which takes it out of everything else.

    Meetings keep their headcounts, talks and hours their numbers, each period its count of different men. Notes about their
    enquiries and talks go; elsewhere their names and numbers are taken out of the text. Raises `NotFound`.
    """
    rows = session.execute(select(Person.id, Person.uid).where(Person.id.in_(people))).all()
    if not rows or len(rows) < len(set(people)):
        raise NotFound(N_("This person is no longer in the book."))
    merged = session.execute(select(MergedPerson.was, MergedPerson.uid).where(MergedPerson.person_id.in_(people))).all()
    said, names = said_of(session, people=people), naming(session, people=people)
    ids = {row[0] for row in (*rows, *merged)} | _removed_before(session, said)
    history.about(session, Person.__tablename__, rows[0].id)
    with keeping_figures(session, people=people, today=today, catalogue=catalogue):
        _drop(session, people)
    take_out(session, said=said)
    drafts.forget(session, people=people, names=names)
    marks = forgotten.begin(session, forgotten.marks_of(session, [row[1] for row in (*rows, *merged)]))
    return Forgotten(len(rows), frozenset(ids), said, marks)


def marked(session: Session, *, marks: Collection[str]) -> tuple[int, ...]:
    """The people in the book who were forgotten before, as after an older copy of it was put in its place."""
    uids = [*session.execute(select(Person.id, Person.uid)), *session.execute(select(MergedPerson.person_id, MergedPerson.uid))]
    known = forgotten.marks_of(session, [uid for _, uid in uids])
    return tuple(sorted({person for (person, _), mark in zip(uids, known, strict=True) if mark in marks}))


def _drop(session: Session, people: Collection[int]) -> None:
    names_go(session, Attendance.person_id.in_(people))
    _drop_notes(session, people)
    session.execute(update(SupportTalk).where(SupportTalk.person_id.in_(people)).values(forgotten=True))
    for table in (Contact, ReviewAnswer):
        session.execute(delete(table).where(table.person_id.in_(people)))
    # A record of the work that can do without him stays without him; what is his alone goes.
    for column in pointers():
        mine = column.in_(people)
        session.execute(update(column.table).where(mine).values({column: None}) if column.nullable else delete(column.table).where(mine))
    session.execute(delete(Imported).where(Imported.kind == Person.__tablename__, Imported.row.in_(people)))
    session.execute(delete(Person).where(Person.id.in_(people)))


def _drop_notes(session: Session, people: Collection[int]) -> None:
    """The notes of their enquiries and talks go, and of the same matter those that name nobody."""
    for table, of_matter, theirs in (
        (Enquiry, Enquiry.id, select(SupportTalk.enquiry_id).where(SupportTalk.person_id.in_(people), SupportTalk.enquiry_id.is_not(None))),
        (SupportTalk, SupportTalk.enquiry_id, select(Enquiry.id).where(Enquiry.person_id.in_(people))),
    ):
        unnamed = table.person_id.is_(None) & of_matter.in_(theirs)
        session.execute(update(table).where(or_(table.person_id.in_(people), unnamed)).values(note=None))


def _removed_before(session: Session, said: Collection[str]) -> set[int]:
    """The ids of entries of the same name that were taken away before, and of which the history may still tell."""
    person = NUMBERS[Person.__tablename__]
    rows = session.execute(select(HistoryRow.row, HistoryRow.before).where(HistoryRow.tab == person, HistoryRow.op == "d"))
    return {row for row, before in rows if json.loads(before or "{}").get("name") in said}
