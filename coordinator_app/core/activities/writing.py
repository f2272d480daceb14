"""Planning activities, and saying what became of them."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Unpack

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import history
from coordinator_app.core.activities.reading import one, within
from coordinator_app.core.activities.values import ActivityFields, ActivityMore, ActivityRow, Counts
from coordinator_app.core.catalogue import DEFAULT_SERVICE
from coordinator_app.core.counts import check_typed
from coordinator_app.core.errors import Refused
from coordinator_app.core.kinds import MeetingState, Mode, Organiser
from coordinator_app.core.model import Activity, ActivityOrganisation, ActivityPerson, FeedbackTally, Series, VolunteerHours
from coordinator_app.core.periods import Span
from coordinator_app.core.texts import lines, one_line
from coordinator_app.i18n import N_

_YEAR_LATER = dt.timedelta(weeks=52)


def add(
    session: Session,
    *,
    name: str,
    kind: str,
    held_on: dt.date,
    service: str = DEFAULT_SERVICE,
    organiser: Organiser = Organiser.OWN,
    mode: Mode = Mode.IN_PERSON,
    public: bool = False,
    **more: Unpack[ActivityMore],
) -> ActivityRow:
    """A planned activity of a kind and a service, both codes of the catalogue. Raises `Refused` for values that cannot stand."""
    given = {"name": name, "kind": kind, "service": service, "held_on": held_on, "organiser": organiser, "mode": mode, "public": public}
    values = _columns(given | more)
    _check_days(held_on, more.get("until"))
    made = session.execute(insert(Activity).values(state=MeetingState.PLANNED, **values).returning(Activity.id)).scalar_one()
    return one(session, activity=made)


def change(session: Session, *, activity: int, **changes: Unpack[ActivityFields]) -> ActivityRow:
    """Changes what is named; what was counted stays. Raises `Refused` for values that cannot stand, `NotFound`."""
    kept = one(session, activity=activity)
    _check_days(changes.get("held_on", kept.held_on), changes.get("until", kept.until))
    values = _columns(dict(changes))
    if values:
        session.execute(update(Activity).where(Activity.id == activity).values(**values))
    return one(session, activity=activity)


def move(session: Session, *, activity: int, on: dt.date, today: dt.date, starts: dt.time | None = None) -> ActivityRow:
    """Moves an activity so that `on` is its first day, and to a time if one is given; how many days it takes stays.

    Raises `Refused` for a cancelled activity, and for a recorded one that would come to lie ahead; `NotFound`.
    """
    kept = one(session, activity=activity)
    if kept.state is MeetingState.CANCELLED:
        raise Refused(N_("“{name}” is cancelled. Take the cancellation back before moving it."), name=kept.name)
    if kept.state is not MeetingState.PLANNED and on > today:
        raise Refused(N_("“{name}” is recorded as held, so it cannot lie ahead. Choose a day up to today."), name=kept.name)
    until = None if kept.until is None else kept.until + (on - kept.held_on)
    return _say(session, activity, held_on=on, until=until, starts=kept.starts if starts is None else starts)


def count(session: Session, *, activity: int, today: dt.date, **counts: Unpack[Counts]) -> ActivityRow:
    """It was held, with so many; what is not given is not asked. `completed` counts on `completed_on`, else on the last day.

    Raises `Refused` for an activity to come, a negative number, or a part above the whole.
    """
    kept = _over(session, activity, today)
    values: dict[str, Any] = dict.fromkeys(Counts.__annotations__) | dict(counts)
    _check_counts(values)
    if values["completed"] is None:
        values["completed_on"] = None
    else:
        values["completed_on"] = values["completed_on"] or min(kept.until or kept.held_on, today)
        if not kept.held_on <= values["completed_on"] <= today:
            raise Refused(N_("The day of completion must lie between the activity’s day and today."))
    return _say(session, activity, state=MeetingState.COUNTED, reason=None, **values)


def not_counted(session: Session, *, activity: int, today: dt.date) -> ActivityRow:
    """It was held, and nobody counted. Raises `Refused` for an activity to come."""
    _over(session, activity, today)
    return _say(session, activity, state=MeetingState.NOT_COUNTED, reason=None, **dict.fromkeys(Counts.__annotations__))


def cancel(session: Session, *, activity: int, reason: str) -> ActivityRow:
    """It was not held; `reason` is a code of the catalogue's cancel reasons. Raises `Refused` without one."""
    one(session, activity=activity)
    said = one_line(reason)
    if said is None:
        raise Refused(N_("Choose why the activity was cancelled."))
    return _say(session, activity, state=MeetingState.CANCELLED, reason=said, **dict.fromkeys(Counts.__annotations__))


def clear(session: Session, *, activity: int) -> ActivityRow:
    """Takes back what was said of it: it is planned again."""
    one(session, activity=activity)
    return _say(session, activity, state=MeetingState.PLANNED, reason=None, **dict.fromkeys(Counts.__annotations__))


def repeat(session: Session, *, activity: int, on: dt.date | None = None) -> ActivityRow:
    """Plans the same again: "copy last year's". Without a day it is 52 weeks later, on the same weekday. Nothing counted is copied."""
    kept = one(session, activity=activity)
    held_on = on or kept.held_on + _YEAR_LATER
    return add(
        session,
        name=kept.name,
        kind=kept.kind,
        held_on=held_on,
        service=kept.service,
        organiser=kept.organiser,
        mode=kept.mode,
        public=kept.public,
        series=kept.series,
        until=None if kept.until is None else held_on + (kept.until - kept.held_on),
        starts=kept.starts,
        minutes=kept.minutes,
        place=kept.place,
        theme=kept.theme,
        sector=kept.sector,
        client=kept.client,
        note=kept.note,
    )


def remove(session: Session, *, activity: int) -> None:
    """Takes away an activity nothing is recorded of. Raises `Refused` for one with a record: that can be cancelled, not vanish."""
    kept = one(session, activity=activity)
    used = [session.scalar(select(table.id).where(table.activity_id == activity).limit(1)) for table in (VolunteerHours, FeedbackTally)]
    if kept.state is not MeetingState.PLANNED or any(row is not None for row in used):
        raise Refused(N_("“{name}” has records and cannot be removed. Take the records back first."), name=kept.name)
    history.about(session, "activity", activity)
    session.execute(delete(ActivityPerson).where(ActivityPerson.activity_id == activity))
    session.execute(delete(ActivityOrganisation).where(ActivityOrganisation.activity_id == activity))
    session.execute(delete(Activity).where(Activity.id == activity))


def record_on(
    session: Session,
    *,
    name: str,
    kind: str,
    on: dt.date,
    headcount: int,
    today: dt.date,
    newcomers: int | None = None,
    remote: int | None = None,
    service: str | None = None,
) -> ActivityRow:
    """Counts the activity of that name, kind and day; if there is none, it is made, for the default service unless one is given.

    Counts that are not given stay as they were.
    """
    sought = (one_line(name) or "").casefold()
    found = [row for row in within(session, span=Span(on, on), kind=kind, service=service) if row.name.casefold() == sought]
    if len(found) > 1:
        raise Refused(
            N_("There are several activities called “{name}” that day. Record it in the window, where you can choose."), name=name
        )
    kept = found[0] if found else add(session, name=name, kind=kind, held_on=on, service=service or DEFAULT_SERVICE)
    said = {"headcount": headcount, "newcomers": newcomers, "remote": remote}
    counts: dict[str, Any] = {name: getattr(kept, name) for name in Counts.__annotations__}
    counts |= {name: value for name, value in said.items() if value is not None}
    return count(session, activity=kept.id, today=today, **counts)


def run_by(session: Session, *, activity: int, people: Sequence[int]) -> None:
    """The volunteers who led or helped: ids of persons; replaces who was named before."""
    history.about(session, "activity", activity)
    session.execute(delete(ActivityPerson).where(ActivityPerson.activity_id == activity))
    rows = [{"activity_id": activity, "person_id": person} for person in dict.fromkeys(people)]
    if rows:
        session.execute(insert(ActivityPerson), rows)


def joined_by(session: Session, *, activity: int, organisations: Sequence[int]) -> None:
    """The partners who took part: ids of organisations; replaces who was named before."""
    history.about(session, "activity", activity)
    session.execute(delete(ActivityOrganisation).where(ActivityOrganisation.activity_id == activity))
    rows = [{"activity_id": activity, "organisation_id": organisation} for organisation in dict.fromkeys(organisations)]
    if rows:
        session.execute(insert(ActivityOrganisation), rows)


def add_series(session: Session, *, name: str, kind: str) -> int:
    """A course, a yearly forum, the sessions with one client; returns its id. Raises `Refused` without a name."""
    values = _columns({"name": name, "kind": kind})
    return session.execute(insert(Series).values(**values).returning(Series.id)).scalar_one()


_REFERENCES: Mapping[str, str] = {"series": "series_id", "place": "place_id", "client": "client_id"}
_NEEDED: Mapping[str, str] = {
    "name": N_("Give it a name."),
    "kind": N_("Choose what kind of activity it is."),
    "service": N_("Choose the service it belongs to."),
}


def _say(session: Session, activity: int, **values: Any) -> ActivityRow:
    session.execute(update(Activity).where(Activity.id == activity).values(**values))
    return one(session, activity=activity)


def _over(session: Session, activity: int, today: dt.date) -> ActivityRow:
    kept = one(session, activity=activity)
    if kept.held_on > today:
        raise Refused(N_("“{name}” lies ahead and cannot be recorded yet. Change its day, or cancel it."), name=kept.name)
    return kept


def _columns(given: Mapping[str, Any]) -> dict[str, Any]:
    """The values as the table keeps them. Raises `Refused` for a needed text that is missing."""
    values = {_REFERENCES.get(name, name): value for name, value in given.items()}
    for name, missing in _NEEDED.items():
        if name in values:
            values[name] = one_line(values[name])
            if values[name] is None:
                raise Refused(missing)
    if "note" in values:
        values["note"] = lines(values["note"])
    minutes = values.get("minutes")
    if minutes is not None and minutes < 1:
        raise Refused(N_("How long it lasts must be at least a minute, or left blank."))
    return values


def _check_days(first: dt.date, last: dt.date | None) -> None:
    if last is not None and last < first:
        raise Refused(N_("The last day comes before the first. Correct one of them."))


def _check_counts(values: Mapping[str, Any]) -> None:
    check_typed(value for value in values.values() if isinstance(value, int))
    whole = values["headcount"]
    parts = [values[name] for name in ("newcomers", "remote", "children", "women") if values[name] is not None]
    if parts and whole is None:
        raise Refused(N_("Say first how many took part in all."))
    if parts and max(parts) > whole:
        raise Refused(
            N_("Newcomers, remote, children and women are part of the {headcount} who took part and cannot be more."), headcount=whole
        )
