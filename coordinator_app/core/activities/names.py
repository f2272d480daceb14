"""What an activity is joined to, given by name as it is typed: a place, a series, a client. What has no entry yet gets one."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from coordinator_app.core import organisations, places
from coordinator_app.core.activities.reading import one
from coordinator_app.core.activities.values import ActivityRow
from coordinator_app.core.activities.writing import add_series
from coordinator_app.core.history import about
from coordinator_app.core.kinds import OrganisationKind
from coordinator_app.core.model import Activity, Organisation, Series
from coordinator_app.core.sorting import sort_key
from coordinator_app.core.texts import one_line


def held_at(session: Session, *, activity: int, place: str) -> ActivityRow:
    """It is held at the place of that name, added if it is new; at none for an empty name. Raises `NotFound`."""
    about(session, "activity", one(session, activity=activity).id)
    session.execute(update(Activity).where(Activity.id == activity).values(place_id=places.named(session, name=place)))
    return one(session, activity=activity)


def in_series(session: Session, *, activity: int, series: str) -> ActivityRow:
    """It belongs to the series of that name, begun if it is new; to none for an empty name. Raises `NotFound`."""
    kept = one(session, activity=activity)
    about(session, "activity", activity)
    name = one_line(series)
    found: int | None = None
    if name:
        known = session.execute(select(Series.id, Series.name).order_by(Series.id)).all()
        found = next((row.id for row in known if row.name.casefold() == name.casefold()), None)
        found = found or add_series(session, name=name, kind=kept.kind)
    session.execute(update(Activity).where(Activity.id == activity).values(series_id=found))
    return one(session, activity=activity)


def for_client(session: Session, *, activity: int, client: str) -> ActivityRow:
    """It is done for the organisation of that name, added as a client if it is new; for none for an empty name. Raises `NotFound`."""
    one(session, activity=activity)
    name = one_line(client)
    found: int | None = None
    if name:
        same = select(Organisation.id).where(Organisation.sort_key == sort_key(name)).order_by(Organisation.id).limit(1)
        found = session.scalar(same) or organisations.add(session, name=name, kind=OrganisationKind.CLIENT)
    about(session, "activity", activity)
    session.execute(update(Activity).where(Activity.id == activity).values(client_id=found))
    return one(session, activity=activity)
