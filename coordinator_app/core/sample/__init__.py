"""An ordinary book full of made-up life: for practice, for trials of speed, and for pictures."""

import datetime as dt
from random import Random

from msgspec import Struct
from sqlalchemy.orm import Session

from coordinator_app.core import planning, settings
from coordinator_app.core.periods import Period
from coordinator_app.core.sample import ahead, meetings, people, rest, town


class Filled(Struct, frozen=True):
    """How much was made."""

    groups: int
    people: int
    meetings: int
    attendances: int


def fill(session: Session, *, years: int, seed: int, today: dt.date) -> Filled:
    """Fills an empty book with the life of a town in the last `years` years; the same for the same seed and day.

    12 groups, and for each year about 200 people, 600 meetings and 6,000 attendances.
    """
    settings.change(session, records_begin=Period(today.year - years, Period.of(today).quarter).first)
    frame = planning.frame_of(session, today)
    random = Random(seed)
    place = town.read()
    crowd = people.add(session, random, place, frame)
    groups = meetings.plan(session, random, place, crowd, frame)
    held = meetings.record(session, random, groups, frame)
    rest.add(session, random, place, crowd, groups, frame)
    ahead.add(session, crowd, groups, frame)
    return Filled(groups=len(groups), people=crowd.number, meetings=held.meetings, attendances=held.attendances)
