"""Finding activities: one, those of a span or a series, those nothing is said about."""

import datetime as dt

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from coordinator_app.core.activities.values import ActivityRow, SeriesRow
from coordinator_app.core.errors import NotFound
from coordinator_app.core.kinds import MeetingState, Organiser
from coordinator_app.core.model import Activity, ActivityOrganisation, ActivityPerson, Organisation, Person, Place, Series
from coordinator_app.core.periods import Span
from coordinator_app.core.sorting import sort_key
from coordinator_app.i18n import N_

OURS = (Organiser.OWN, Organiser.LEAD)


def one(session: Session, *, activity: int) -> ActivityRow:
    """One activity. Raises `NotFound`."""
    found = _rows(session, Activity.id == activity)
    if not found:
        raise NotFound(N_("The activity is no longer in the book. Go back to the list."))
    return found[0]


def within(session: Session, *, span: Span, kind: str | None = None, service: str | None = None) -> tuple[ActivityRow, ...]:
    """The activities that begin within a span, by day and time."""
    only = [] if kind is None else [Activity.kind == kind]
    only += [] if service is None else [Activity.service == service]
    return _rows(session, Activity.held_on.between(span.first, span.last), *only)


def of_series(session: Session, *, series: int) -> tuple[ActivityRow, ...]:
    """The activities of a series, by day."""
    return _rows(session, Activity.series_id == series)


def unrecorded(session: Session, *, today: dt.date, records_begin: dt.date) -> tuple[ActivityRow, ...]:
    """Our own activities whose day has come and nothing is said about, oldest first."""
    return _rows(
        session,
        Activity.state == MeetingState.PLANNED,
        Activity.organiser.in_(OURS),
        Activity.held_on.between(records_begin, today),
    )


def people_of(session: Session, *, activity: int) -> tuple[tuple[int, str], ...]:
    """Who led or helped: ids and names."""
    rows = session.execute(
        select(Person.id, Person.name)
        .join(ActivityPerson, ActivityPerson.person_id == Person.id)
        .where(ActivityPerson.activity_id == activity)
        .order_by(ActivityPerson.id)
    )
    return tuple((person, name) for person, name in rows)


def partners_of(session: Session, *, activity: int) -> tuple[tuple[int, str], ...]:
    """Which organisations took part: ids and names."""
    rows = session.execute(
        select(Organisation.id, Organisation.name)
        .join(ActivityOrganisation, ActivityOrganisation.organisation_id == Organisation.id)
        .where(ActivityOrganisation.activity_id == activity)
        .order_by(ActivityOrganisation.id)
    )
    return tuple((organisation, name) for organisation, name in rows)


def series(session: Session) -> tuple[SeriesRow, ...]:
    """Every series, in Finnish order."""
    rows = (SeriesRow(*row) for row in session.execute(select(Series.id, Series.name, Series.kind).order_by(Series.id)))
    return tuple(sorted(rows, key=lambda row: sort_key(row.name)))


_ALL = (
    select(
        Activity.id,
        Activity.name,
        Activity.kind,
        Activity.service,
        Activity.series_id,
        Series.name,
        Activity.organiser,
        Activity.held_on,
        Activity.until,
        Activity.starts,
        Activity.minutes,
        Activity.place_id,
        Place.name,
        Activity.mode,
        Activity.public,
        Activity.state,
        Activity.reason,
        Activity.headcount,
        Activity.newcomers,
        Activity.remote,
        Activity.children,
        Activity.women,
        Activity.leaders,
        Activity.enrolled,
        Activity.completed,
        Activity.completed_on,
        Activity.reach,
        Activity.theme,
        Activity.sector,
        Activity.client_id,
        Organisation.name,
        Activity.note,
    )
    .outerjoin(Series, Series.id == Activity.series_id)
    .outerjoin(Place, Place.id == Activity.place_id)
    .outerjoin(Organisation, Organisation.id == Activity.client_id)
    .order_by(Activity.held_on, Activity.starts, Activity.id)
)


def _rows(session: Session, *where: ColumnElement[bool]) -> tuple[ActivityRow, ...]:
    return tuple(ActivityRow(*tuple(row)) for row in session.execute(_ALL.where(*where)))
