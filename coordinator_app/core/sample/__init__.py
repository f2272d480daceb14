"""An ordinary book full of made-up life: for practice, for trials of speed, and for pictures."""

from dataclasses import dataclass
from random import Random

from sqlalchemy.orm import Session

from coordinator_app.core.planning import Frame
from coordinator_app.core.sample import meetings, people, rest, town


@dataclass(frozen=True, slots=True)
class Filled:
    """How much was made."""

    groups: int
    people: int
    meetings: int
    attendances: int


def fill(session: Session, *, seed: int, frame: Frame) -> Filled:
    """Fills an empty book with the life of a town from `frame.records_begin` to `frame.today`; the same for the same seed.

    About 12 groups, and for each year 200 people, 600 meetings and 6,000 attendances.
    """
    random = Random(seed)
    place = town.read()
    crowd = people.add(session, random, place, frame)
    groups = meetings.plan(session, random, place, crowd, frame)
    held = meetings.record(session, random, groups, frame)
    rest.add(session, random, place, crowd, groups, frame)
    return Filled(groups=len(groups), people=crowd.number, meetings=held.meetings, attendances=held.attendances)
