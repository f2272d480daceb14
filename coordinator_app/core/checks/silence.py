"""Groups that have not met for six weeks outside their breaks."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.checks import rules
from coordinator_app.core.checks.rules import Finding
from coordinator_app.core.indicators import RecordRef
from coordinator_app.core.kinds import MeetingState
from coordinator_app.core.model import Group, Meeting, Pause
from coordinator_app.core.periods import Span

LONGEST_SILENCE = 42
_HELD = Meeting.state.in_((MeetingState.COUNTED, MeetingState.NOT_COUNTED))


def silent(session: Session, span: Span, *, records_begin: dt.date, catalogue: Catalogue) -> Iterator[Finding]:
    """The groups that ran within the span and went longer than six weeks without a meeting, days of breaks not counted.

    Silence begins after the last meeting held, though it lies before the span, and no earlier than the group or the book's records.
    """
    rows = session.execute(
        select(Group.id, Group.name, Group.service, Group.started, Group.ended)
        .where(or_(Group.started.is_(None), Group.started <= span.last), or_(Group.ended.is_(None), Group.ended >= span.first))
        .order_by(Group.sort_key, Group.id)
    ).all()
    met, breaks = _met(session, span), _breaks(session, span.last)
    for group, name, service, started, ended in rows:
        first = max(records_begin, started or records_begin)
        last = min(span.last, ended or span.last)
        n = longest_silence(met[group], first, last, [*breaks[None], *breaks[group]], since=span.first)
        if n > LONGEST_SILENCE:
            text_allowed = not catalogue.is_sensitive(service)
            ref = RecordRef("grp", group, met[group][-1] if met[group] else None, name, n)
            yield Finding(rules.SILENT, str(group), service=service, n=n, group=name, refs=(ref,), text_allowed=text_allowed)


def longest_silence(met: Iterable[dt.date], first: dt.date, last: dt.date, breaks: Iterable[Span], *, since: dt.date) -> int:
    """The most days in a row without a meeting, from `first` to `last`, breaks not counted; a silence that was over by `since` is past."""
    out = {day for pause in breaks for day in _days(max(pause.first, first), min(pause.last, last))}
    edges = [first - dt.timedelta(days=1), *sorted(day for day in met if first <= day <= last), last + dt.timedelta(days=1)]
    longest = 0
    for before, after in pairwise(edges):
        if after > since:
            days = (after - before).days - 1
            if days > longest:
                longest = max(longest, days - sum(before < day < after for day in out))
    return longest


def _days(first: dt.date, last: dt.date) -> list[dt.date]:
    return [first + dt.timedelta(days=n) for n in range((last - first).days + 1)]


def _met(session: Session, span: Span) -> dict[int, list[dt.date]]:
    """The days each group met within the span, after its last one before."""
    met: dict[int, list[dt.date]] = defaultdict(list)
    before = select(Meeting.group_id, func.max(Meeting.held_on, type_=Meeting.held_on.type)).where(_HELD, Meeting.held_on < span.first)
    within = select(Meeting.group_id, Meeting.held_on).where(_HELD, Meeting.held_on.between(span.first, span.last))
    for statement in (before.group_by(Meeting.group_id), within.order_by(Meeting.held_on)):
        for group, day in session.execute(statement):
            met[group].append(day)
    return met


def _breaks(session: Session, last: dt.date) -> dict[int | None, list[Span]]:
    breaks: dict[int | None, list[Span]] = defaultdict(list)
    for group, begins, ends in session.execute(select(Pause.group_id, Pause.first, Pause.last).where(Pause.first <= last)):
        breaks[group].append(Span(begins, ends))
    return breaks
