"""Rows for tests of figures: what is not said is ordinary."""

import datetime as dt
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from coordinator_app.core import model
from coordinator_app.core.kinds import Content, HoursTask, MeetingState, Mode, NamesKept, OrganisationKind, Organiser

COUNTED, UNCOUNTED, CANCELLED, PLANNED = (
    MeetingState.COUNTED,
    MeetingState.NOT_COUNTED,
    MeetingState.CANCELLED,
    MeetingState.PLANNED,
)


def put(session: Session, table: type[model.Table], **values: Any) -> int:
    """Puts a row in; its id."""
    made: int = session.execute(insert(table).values(**values).returning(table.__table__.c.id)).scalar_one()
    return made


def group(session: Session, **values: Any) -> int:
    usual = {
        "name": "Ryhmä",
        "sort_key": "ryhma",
        "service": "peer",
        "names_kept": NamesKept.HEADCOUNT,
        "public": True,
        "hide_place": False,
    }
    return put(session, model.Group, **usual | values)


def meeting(session: Session, in_group: int, on: dt.date, state: MeetingState, **values: Any) -> int:
    """A planned meeting held on its day; `headcount` makes it counted unless said otherwise."""
    usual = {
        "group_id": in_group,
        "planned_on": on,
        "held_on": on,
        "starts": dt.time(18),
        "minutes": 90,
        "mode": Mode.IN_PERSON,
        "service": "peer",
        "state": state,
        "reason": "break" if state is CANCELLED else None,
        "content": Content.TALK,
        "by_hand": False,
    }
    return put(session, model.Meeting, **usual | values)


def there(session: Session, at: int, *people: int) -> None:
    for each in people:
        put(session, model.Attendance, meeting_id=at, person_id=each, newcomer=False, remote=False)


def person(session: Session, name: str = "Mies") -> int:
    number = len(session.scalars(select(model.Person.id)).all())
    return put(session, model.Person, uid=f"uid-{number}", name=name, sort_key=name.lower(), added_on=dt.date(2026, 1, 1))


def organisation(session: Session, name: str = "Kumppani") -> int:
    return put(session, model.Organisation, name=name, sort_key=name.lower(), kind=OrganisationKind.PARTNER)


def activity(session: Session, kind: str, on: dt.date, state: MeetingState = COUNTED, **values: Any) -> int:
    usual = {
        "name": "Tapahtuma",
        "kind": kind,
        "service": "peer",
        "organiser": Organiser.OWN,
        "held_on": on,
        "mode": Mode.IN_PERSON,
        "public": True,
        "state": state,
        "reason": "weather" if state is CANCELLED else None,
    }
    return put(session, model.Activity, **usual | values)


def hours(session: Session, on: dt.date, minutes: int, **values: Any) -> int:
    return put(session, model.VolunteerHours, **{"on": on, "minutes": minutes, "service": "peer", "task": HoursTask.RUNNING} | values)
