"""What is said of a period besides its figures: how it went, or that there is nothing to report."""

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from coordinator_app.core.errors import Refused
from coordinator_app.core.figures import NARRATIVE_LIMIT, Narrative
from coordinator_app.core.model import Quarter
from coordinator_app.core.periods import Period
from coordinator_app.core.summary.values import Said
from coordinator_app.core.texts import lines
from coordinator_app.i18n import N_


def say_nothing(session: Session, *, period: Period, nothing: bool = True) -> Said:
    """Says on purpose that there is nothing to report, or takes it back."""
    return _keep(session, period, nothing_to_report=nothing)


def narrate(session: Session, *, period: Period, went_well: str | None = None, hard: str | None = None, wishes: str | None = None) -> Said:
    """What went well, what was hard, what is wished for; what is not given stays. Raises `Refused` for more than 2,000 characters."""
    given = {"went_well": went_well, "hard": hard, "wishes": wishes}
    texts = {name: lines(text) for name, text in given.items() if text is not None}
    if any(len(text) > NARRATIVE_LIMIT for text in texts.values() if text is not None):
        raise Refused(N_("Each text may have {limit} characters. Shorten it."), limit=NARRATIVE_LIMIT)
    return _keep(session, period, **texts)


def said(session: Session, *, period: Period) -> Said:
    """What is said of a period so far."""
    columns = (Quarter.nothing_to_report, Quarter.went_well, Quarter.hard, Quarter.wishes)
    row = session.execute(select(*columns).where(Quarter.period == str(period))).one_or_none()
    return Said() if row is None else Said(row[0], Narrative(row[1] or "", row[2] or "", row[3] or ""))


def _keep(session: Session, period: Period, **values: bool | str | None) -> Said:
    if values:
        row = insert(Quarter).values(**{"period": str(period), "nothing_to_report": False} | values)
        session.execute(row.on_conflict_do_update(index_elements=["period"], set_=values))
    return said(session, period=period)
