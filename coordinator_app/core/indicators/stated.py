"""Figures entered by hand, with their basis, where the records cannot tell."""

from msgspec import Struct
from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from coordinator_app.core.counts import check_typed
from coordinator_app.core.errors import Refused
from coordinator_app.core.figures import ALL
from coordinator_app.core.indicators.answers import Answers, RecordRef
from coordinator_app.core.indicators.window import PERIOD
from coordinator_app.core.kinds import Basis
from coordinator_app.core.model import StatedFigure
from coordinator_app.core.periods import Period
from coordinator_app.i18n import N_

# Those that count different persons, and the hours that can be estimated.
STATABLE = frozenset({"men.group", "men.group.year", "support.men", "counsellors.active", "volunteers.active", "volunteers.hours"})

_OF_PERIOD = (
    select(StatedFigure.id, StatedFigure.indicator, StatedFigure.of, StatedFigure.value, StatedFigure.basis)
    .where(StatedFigure.period == PERIOD)
    .order_by(StatedFigure.id)
)


class Stated(Struct, frozen=True):
    """A figure entered by hand; `of` is a service or `all`, `value` men, persons or hours."""

    id: int
    indicator: str
    of: str
    value: int
    basis: Basis

    @property
    def record(self) -> RecordRef:
        return RecordRef("stated_figure", self.id, None, self.indicator, self.value)


def state(session: Session, *, period: Period, indicator: str, of: str, value: int, basis: Basis) -> Stated:
    """Enters a figure by hand, instead of one entered before. Men serve only where the records cannot tell; hours, where none are logged.

    Raises `Refused` for an indicator that is always computed, and for a negative value.
    """
    if indicator not in STATABLE:
        raise Refused(N_("This figure is computed from the records and cannot be entered by hand."))
    check_typed([value])
    rows = insert(StatedFigure).values(period=str(period), indicator=indicator, of=of, value=value, basis=basis)
    rows = rows.on_conflict_do_update(index_elements=["period", "indicator", "of"], set_={"value": value, "basis": basis.value})
    session.execute(rows)
    return next(each for each in stated(session, period=period) if (each.indicator, each.of) == (indicator, of))


def unstate(session: Session, *, period: Period, indicator: str, of: str) -> None:
    """Takes a figure entered by hand away."""
    row = (StatedFigure.period == str(period)) & (StatedFigure.indicator == indicator) & (StatedFigure.of == of)
    session.execute(delete(StatedFigure).where(row))


def stated(session: Session, *, period: Period) -> tuple[Stated, ...]:
    """The figures of a period that were entered by hand."""
    return tuple(Stated(*row) for row in session.execute(_OF_PERIOD, {"period": str(period)}))


def by_hand(answers: Answers, indicator: str, of: str) -> Stated | None:
    """What was entered by hand for a figure of the period, if anything; not what may count men of a service that is left out."""
    if of in answers.window.left_out or (of == ALL and answers.window.left_out):
        return None
    found = answers.once(_OF_PERIOD, lambda: [Stated(*row) for row in answers.rows(_OF_PERIOD)])
    return next((each for each in found if (each.indicator, each.of) == (indicator, of)), None)
