"""Planned meetings: rows made by rule up to the end of the next term, and made again from today on when a rule changes."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy.orm import Session

from coordinator_app.core.periods import TermRule


@dataclass(frozen=True, slots=True)
class Frame:
    """What bounds the plan: the day it is, the day the book's records begin, and when the terms begin."""

    today: dt.date
    records_begin: dt.date
    terms: TermRule = TermRule()

    @property
    def horizon(self) -> dt.date:
        """The last day of the next term: so far meetings are planned."""
        return self.terms.after(self.terms.term_of(self.today)).last


@dataclass(frozen=True, slots=True)
class Replanned:
    """How many planned meetings were made, changed and taken away."""

    made: int
    changed: int
    removed: int


def extend(session: Session, *, frame: Frame) -> Replanned:
    """Rolls the plan of every group on to the horizon; called when a book is opened. Touches nothing when nothing is missing."""
    return remake(session, frame=frame)


def remake(session: Session, *, frame: Frame, groups: Collection[int] | None = None, fresh: Collection[int] = ()) -> Replanned:
    """Makes the planned meetings of `groups` (all if missing) agree with their rules from today on.

    What is past, carries a record or was set by hand stays as it is. Slots in `fresh` are new: theirs are made from the
    day they hold from, also when that is past.
    """
    raise NotImplementedError
