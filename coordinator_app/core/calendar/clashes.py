"""Where two things want the same place, or the same man, at the same time."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator_app.core.calendar.values import Clash, Event, EventKind
from coordinator_app.core.kinds import MeetingState, MemberRole
from coordinator_app.core.model import Activity, ActivityPerson, Meeting, MeetingCounsellor, Member, Person
from coordinator_app.core.periods import Span

_People = Mapping[int, str]
_DAY = 24 * 60


def clashes_of(session: Session, held: Iterable[Event], span: Span) -> tuple[Clash, ...]:
    """The clashes of place and person among the meetings and activities of a span, by day; cancelled things clash with nothing."""
    timed = [
        event for event in held if event.state is not MeetingState.CANCELLED and event.starts is not None and event.minutes is not None
    ]
    pairs = list(_overlapping(timed))
    if not pairs:
        return ()
    runs, only = _runners(session, span), _only_counsellors(session)
    return tuple(clash for first, second in pairs for clash in _between(first, second, _who(first, runs, only), _who(second, runs, only)))


def _overlapping(events: Iterable[Event]) -> Iterator[tuple[Event, Event]]:
    """Every two that are going on at the same time, on one day or over midnight, the earlier first."""
    going_on: list[tuple[int, Event]] = []
    for begins, ends, event in sorted(((*_minutes(event), event) for event in events), key=itemgetter(0)):
        going_on = [(until, each) for until, each in going_on if until > begins]
        yield from ((each, event) for _, each in going_on if (each.kind, each.id) != (event.kind, event.id))
        going_on.append((ends, event))


def _between(first: Event, second: Event, first_people: _People, second_people: _People) -> Iterator[Clash]:
    if first.place is not None and first.place == second.place:
        yield Clash(first, second, first.place_name, None)
    for person in sorted(first_people.keys() & second_people.keys()):
        yield Clash(first, second, None, first_people[person])


def _minutes(event: Event) -> tuple[int, int]:
    """From when to when, in minutes since the beginning of the calendar."""
    starts, lasts = event.starts or dt.time(), event.minutes or 0
    midnight = _DAY * event.on.toordinal()
    begins = midnight + 60 * starts.hour + starts.minute
    # What lasts longer than a day stands on each of its days, and has each of them to its end.
    return begins, begins + lasts if lasts <= _DAY else midnight + _DAY


def _who(event: Event, runs: Mapping[tuple[EventKind, int | None], _People], only: Mapping[int, tuple[int, str, Span]]) -> _People:
    """Who runs it: those who are named for it, else the only counsellor the group has that day."""
    named = runs.get((event.kind, event.id), {})
    if named or event.group is None or event.group not in only:
        return named
    person, name, stays = only[event.group]
    return {person: name} if event.on in stays else {}


def _runners(session: Session, span: Span) -> dict[tuple[EventKind, int | None], dict[int, str]]:
    """Who is named for each meeting and activity of a span, by id and name."""
    found: dict[tuple[EventKind, int | None], dict[int, str]] = defaultdict(dict)
    runs = select(MeetingCounsellor.meeting_id, Person.id, Person.name).join(Person, Person.id == MeetingCounsellor.person_id)
    runs = runs.join(Meeting, Meeting.id == MeetingCounsellor.meeting_id).where(Meeting.held_on.between(span.first, span.last))
    leads = select(ActivityPerson.activity_id, Person.id, Person.name).join(Person, Person.id == ActivityPerson.person_id)
    leads = leads.join(Activity, Activity.id == ActivityPerson.activity_id).where(
        Activity.held_on <= span.last, func.coalesce(Activity.until, Activity.held_on) >= span.first
    )
    for kind, statement in ((EventKind.MEETING, runs), (EventKind.ACTIVITY, leads)):
        for of, person, name in session.execute(statement):
            found[kind, of][person] = name
    return found


def _only_counsellors(session: Session) -> dict[int, tuple[int, str, Span]]:
    """The counsellor of each group that has just one, with the days he is there."""
    columns = (Member.group_id, Person.id, Person.name, Member.since, Member.until)
    statement = select(*columns).join(Person, Person.id == Member.person_id).where(Member.role == MemberRole.COUNSELLOR)
    alone = select(Member.group_id).where(Member.role == MemberRole.COUNSELLOR).group_by(Member.group_id).having(func.count() == 1)
    rows = session.execute(statement.where(Member.group_id.in_(alone)))
    return {group: (person, name, Span(since or dt.date.min, until or dt.date.max)) for group, person, name, since, until in rows}
