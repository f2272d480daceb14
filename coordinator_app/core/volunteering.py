"""Volunteer hours: logged one by one, or in full for a sampled month that stands for its period."""

import datetime as dt
from collections.abc import Mapping
from typing import TypedDict, Unpack

from msgspec import Struct
from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.orm import Session

from coordinator_app.core.catalogue import DEFAULT_SERVICE
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.kinds import HoursTask
from coordinator_app.core.model import Activity, Group, Person, SampledMonth, VolunteerHours
from coordinator_app.core.periods import Span
from coordinator_app.core.texts import one_line
from coordinator_app.i18n import N_

TASKS: Mapping[HoursTask, str] = {
    HoursTask.RUNNING: N_("Running groups and activities"),
    HoursTask.PLANNING: N_("Planning"),
    HoursTask.PREPARING: N_("Preparing"),
    HoursTask.TRAVELLING: N_("Travelling"),
}
"""What the tasks are called."""


class HoursRow(Struct, frozen=True):
    """Volunteer work of one day, `minutes` in all, of a named volunteer or of those who were there together."""

    id: int
    on: dt.date
    service: str
    task: HoursTask
    minutes: int
    person: int | None
    person_name: str | None
    group: int | None
    group_name: str | None
    activity: int | None
    activity_name: str | None


class SampledMonthRow(Struct, frozen=True):
    """A month in which the hours of a service were logged in full; `month` is its first day."""

    service: str
    month: dt.date


class Correctable(TypedDict, total=False):
    """What can be said anew of hours that were logged."""

    on: dt.date
    minutes: int
    task: HoursTask


def log(
    session: Session,
    *,
    on: dt.date,
    today: dt.date,
    minutes: int,
    service: str = DEFAULT_SERVICE,
    task: HoursTask = HoursTask.RUNNING,
    person: int | None = None,
    group: int | None = None,
    activity: int | None = None,
) -> HoursRow:
    """Volunteer work that was done. Raises `Refused` for a day to come or no time at all."""
    _check(on, minutes, today)
    values = {"on": on, "service": _service(service), "task": task, "minutes": minutes}
    values |= {"person_id": person, "group_id": group, "activity_id": activity}
    made = session.execute(insert(VolunteerHours).values(**values).returning(VolunteerHours.id)).scalar_one()
    return _one(session, made)


def change(session: Session, *, hours: int, today: dt.date, **fields: Unpack[Correctable]) -> HoursRow:
    """Corrects logged hours. Raises `Refused` like `log`, `NotFound`."""
    kept = _one(session, hours)
    _check(fields.get("on", kept.on), fields.get("minutes", kept.minutes), today)
    if fields:
        session.execute(update(VolunteerHours).where(VolunteerHours.id == hours).values(**fields))
    return _one(session, hours)


def remove(session: Session, *, hours: int) -> None:
    """Takes logged hours away."""
    session.execute(delete(VolunteerHours).where(VolunteerHours.id == hours))


def sample_month(session: Session, *, service: str, month: dt.date) -> SampledMonthRow:
    """Says that the hours of a service were logged in full in the month of that day, to stand for its whole period."""
    kept = SampledMonthRow(_service(service), month.replace(day=1))
    if session.scalar(select(SampledMonth.id).where(*_is(kept))) is None:
        session.execute(insert(SampledMonth).values(service=kept.service, month=kept.month))
    return kept


def unsample_month(session: Session, *, service: str, month: dt.date) -> None:
    """Takes back that the month stands for its period."""
    session.execute(delete(SampledMonth).where(*_is(SampledMonthRow(service, month.replace(day=1)))))


def sampled(session: Session, *, span: Span) -> tuple[SampledMonthRow, ...]:
    """The sampled months that begin within a span."""
    within_span = SampledMonth.month.between(span.first, span.last)
    rows = session.execute(
        select(SampledMonth.service, SampledMonth.month).where(within_span).order_by(SampledMonth.month, SampledMonth.id)
    )
    return tuple(SampledMonthRow(*row) for row in rows)


def within(session: Session, *, span: Span) -> tuple[HoursRow, ...]:
    """The logged hours of a span, newest first."""
    return _rows(session, VolunteerHours.on.between(span.first, span.last))


_ALL = (
    select(
        VolunteerHours.id,
        VolunteerHours.on,
        VolunteerHours.service,
        VolunteerHours.task,
        VolunteerHours.minutes,
        VolunteerHours.person_id,
        Person.name,
        VolunteerHours.group_id,
        Group.name,
        VolunteerHours.activity_id,
        Activity.name,
    )
    .outerjoin(Person, Person.id == VolunteerHours.person_id)
    .outerjoin(Group, Group.id == VolunteerHours.group_id)
    .outerjoin(Activity, Activity.id == VolunteerHours.activity_id)
    .order_by(VolunteerHours.on.desc(), VolunteerHours.id.desc())
)


def _rows(session: Session, where: ColumnElement[bool]) -> tuple[HoursRow, ...]:
    return tuple(HoursRow(*row) for row in session.execute(_ALL.where(where)))


def _one(session: Session, hours: int) -> HoursRow:
    for row in _rows(session, VolunteerHours.id == hours):
        return row
    raise NotFound(N_("These hours are not in the book any more."))


def _check(on: dt.date, minutes: int, today: dt.date) -> None:
    if on > today:
        raise Refused(N_("The day lies ahead. Choose today or a day before it."))
    if minutes < 1:
        raise Refused(N_("Say how long the work took: at least a minute."))


def _is(month: SampledMonthRow) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return SampledMonth.service == month.service, SampledMonth.month == month.month


def _service(code: str) -> str:
    said = one_line(code)
    if said is None:
        raise Refused(N_("Choose the service it belongs to."))
    return said
