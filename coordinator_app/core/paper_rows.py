"""The rows of attendance sheets on paper: what was printed is remembered, so that a typed row means the same man weeks later.

Without this the next meeting's row 3 would be another man as soon as this meeting's attendance is written down.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from coordinator_app.core import settings
from coordinator_app.core.model import Meeting, Preference

_NAME = "paper rows/"
_KEPT_FOR = dt.timedelta(days=120)


def keep(session: Session, *, rows: Mapping[int, Sequence[int]], today: dt.date) -> None:
    """The men of printed sheets by the meeting, in the order of the rows; both are ids.

    A row once given stays: printed again, a sheet has new men after the last row. Rows of meetings long past are dropped.
    """
    coming = select(Meeting.id).where(Meeting.held_on >= today - _KEPT_FOR)
    current = {f"{_NAME}{meeting}" for meeting in session.scalars(coming)}
    kept = session.scalars(select(Preference.name).where(Preference.name.startswith(_NAME)))
    session.execute(delete(Preference).where(Preference.name.in_(set(kept) - current)))
    for meeting, people in rows.items():
        before = of(session, meeting=meeting)
        settings.remember(session, f"{_NAME}{meeting}", [*before, *(each for each in people if each not in before)])


def of(session: Session, *, meeting: int) -> tuple[int, ...]:
    """The men on a meeting's newest paper sheet, row 1 first; some may be gone since. Empty where none was printed."""
    return tuple(settings.recall(session, f"{_NAME}{meeting}", ()))
