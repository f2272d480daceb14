"""How groups and activities answered the office's questions, as tallies: asked, answered, agreed."""

import datetime as dt
from typing import TypedDict, Unpack

from msgspec import Struct
from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.orm import Session

from coordinator_app.core.catalogue import DEFAULT_SERVICE
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.model import Activity, FeedbackTally, Group
from coordinator_app.core.periods import Span
from coordinator_app.core.texts import one_line
from coordinator_app.i18n import N_


class TallyRow(Struct, frozen=True):
    """One question, asked of one group or activity. `question` is a code of the catalogue."""

    id: int
    on: dt.date
    question: str
    service: str
    group: int | None
    group_name: str | None
    activity: int | None
    activity_name: str | None
    asked: int
    answers: int
    agree: int


class Correctable(TypedDict, total=False):
    """What can be said anew of a tally."""

    on: dt.date
    asked: int
    answers: int
    agree: int


def tally(
    session: Session,
    *,
    on: dt.date,
    today: dt.date,
    question: str,
    asked: int,
    answers: int,
    agree: int,
    service: str = DEFAULT_SERVICE,
    group: int | None = None,
    activity: int | None = None,
) -> TallyRow:
    """How many were asked, answered, and agreed. Raises `Refused` for a day to come, a negative number or a part above its whole."""
    _check(on, asked, answers, agree, today)
    code, offered = one_line(question), one_line(service)
    if code is None or offered is None:
        raise Refused(N_("Choose the question and the service."))
    values = {"on": on, "question": code, "service": offered, "group_id": group, "activity_id": activity}
    values |= {"asked": asked, "answers": answers, "agree": agree}
    made = session.execute(insert(FeedbackTally).values(**values).returning(FeedbackTally.id)).scalar_one()
    return _one(session, made)


def change(session: Session, *, tally: int, today: dt.date, **fields: Unpack[Correctable]) -> TallyRow:
    """Corrects a tally. Raises `Refused` like `tally`, `NotFound`."""
    kept = _one(session, tally)
    numbers = fields.get("asked", kept.asked), fields.get("answers", kept.answers), fields.get("agree", kept.agree)
    _check(fields.get("on", kept.on), *numbers, today)
    if fields:
        session.execute(update(FeedbackTally).where(FeedbackTally.id == tally).values(**fields))
    return _one(session, tally)


def remove(session: Session, *, tally: int) -> None:
    """Takes a tally away."""
    session.execute(delete(FeedbackTally).where(FeedbackTally.id == tally))


def within(session: Session, *, span: Span) -> tuple[TallyRow, ...]:
    """The tallies of a span, newest first."""
    return _rows(session, FeedbackTally.on.between(span.first, span.last))


_ALL = (
    select(
        FeedbackTally.id,
        FeedbackTally.on,
        FeedbackTally.question,
        FeedbackTally.service,
        FeedbackTally.group_id,
        Group.name,
        FeedbackTally.activity_id,
        Activity.name,
        FeedbackTally.asked,
        FeedbackTally.answers,
        FeedbackTally.agree,
    )
    .outerjoin(Group, Group.id == FeedbackTally.group_id)
    .outerjoin(Activity, Activity.id == FeedbackTally.activity_id)
    .order_by(FeedbackTally.on.desc(), FeedbackTally.id.desc())
)


def _rows(session: Session, where: ColumnElement[bool]) -> tuple[TallyRow, ...]:
    return tuple(TallyRow(*row) for row in session.execute(_ALL.where(where)))


def _one(session: Session, tally: int) -> TallyRow:
    for row in _rows(session, FeedbackTally.id == tally):
        return row
    raise NotFound(N_("This feedback is not in the book any more."))


def _check(on: dt.date, asked: int, answers: int, agree: int, today: dt.date) -> None:
    if on > today:
        raise Refused(N_("The day lies ahead. Choose today or a day before it."))
    if min(asked, answers, agree) < 0:
        raise Refused(N_("A number cannot be below 0."))
    if answers > asked:
        raise Refused(N_("No more than {asked} can have answered: so many were asked."), asked=asked)
    if agree > answers:
        raise Refused(N_("No more than {answers} can have agreed: only {answers} answered."), answers=answers)
