"""The figures that are made of names, and how they are kept when names go."""

import datetime as dt
from collections.abc import Collection
from contextlib import AbstractContextManager

from sqlalchemy import ColumnElement, Text, delete, func, select, type_coerce, union, update
from sqlalchemy.orm import Session

from coordinator_app.core import settings
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.indicators.kept import keeping
from coordinator_app.core.indicators.men import PERSONS
from coordinator_app.core.indicators.volunteers import WORKERS
from coordinator_app.core.indicators.window import Window
from coordinator_app.core.model import Activity, ActivityPerson, Attendance, Meeting, MeetingCounsellor, SupportTalk, VolunteerHours
from coordinator_app.core.periods import Period

_NAMES = {each.indicator: each.names for each in (*PERSONS, *WORKERS)}
# Where a name counts, and on which day.
_DAYS = (
    (select(Meeting.held_on).join(Attendance, Attendance.meeting_id == Meeting.id), Attendance.person_id),
    (select(Meeting.held_on).join(MeetingCounsellor, MeetingCounsellor.meeting_id == Meeting.id), MeetingCounsellor.person_id),
    (select(Activity.held_on).join(ActivityPerson, ActivityPerson.activity_id == Activity.id), ActivityPerson.person_id),
    (select(SupportTalk.on), SupportTalk.person_id),
    (select(VolunteerHours.on), VolunteerHours.person_id),
)


def keeping_figures(session: Session, *, people: Collection[int], today: dt.date, catalogue: Catalogue) -> AbstractContextManager[None]:
    """What is done inside may take the names of `people` away; how many different ones every period counted stays."""
    begin = settings.read(session).records_begin
    periods = [Period(year, quarter) for year in _years(session, people) for quarter in range(1, 5)]
    windows = [Window.of(period, today=today, records_begin=begin) for period in periods]
    return keeping(session, _NAMES, windows, people, catalogue=catalogue)


def _years(session: Session, people: Collection[int]) -> list[int]:
    """The years in which any record names one of them; a year's figures look at all of it."""
    days = union(*(rows.where(person.in_(people)) for rows, person in _DAYS)).subquery()
    year = func.substr(type_coerce(days.c[0], Text), 1, 4, type_=Text)
    return sorted({int(each) for each in session.scalars(select(year).distinct())})


def names_go(session: Session, which: ColumnElement[bool]) -> int:
    """Turns those attendances into numbers: the headcounts stay, and the meetings know that nobody was left out. How many went."""
    gone = select(func.count()).where(Attendance.meeting_id == Meeting.id, which).correlate(Meeting).scalar_subquery()
    here = select(Attendance.meeting_id).where(which)
    session.execute(update(Meeting).where(Meeting.id.in_(here)).values(forgotten=Meeting.forgotten + gone))
    return len(session.execute(delete(Attendance).where(which).returning(Attendance.id)).all())
