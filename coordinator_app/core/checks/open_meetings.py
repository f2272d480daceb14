"""Meetings of which it is not known who came: not recorded, or not counted. Extras too, though no figure of the ledger has them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.checks import rules
from coordinator_app.core.checks.figures import Figures
from coordinator_app.core.checks.rules import Finding
from coordinator_app.core.figures import ALL
from coordinator_app.core.indicators import RecordRef
from coordinator_app.core.kinds import MeetingState
from coordinator_app.core.model import Group, Meeting
from coordinator_app.core.periods import Span

Extras = Mapping[tuple[MeetingState, str], tuple[RecordRef, ...]]

_ASKED = (
    (MeetingState.PLANNED, "meetings.unrecorded", rules.UNRECORDED),
    (MeetingState.NOT_COUNTED, "meetings.uncounted", rules.UNCOUNTED),
)


def open_meetings(session: Session, figures: Figures, span: Span, *, records_begin: dt.date, catalogue: Catalogue) -> Iterator[Finding]:
    """One finding for each service that has such meetings; `span` are the days of the period that have come."""
    extras = _extras(session, Span(max(span.first, records_begin), span.last))
    for state, indicator, rule in _ASKED:
        of_ledger = {of: int(figure.value) for (name, of), figure in figures.items() if name == indicator and of != ALL and figure.value}
        for of in dict.fromkeys([*of_ledger, *(of for said, of in extras if said is state)]):
            refs = extras.get((state, of), ())
            yield Finding(
                rule,
                of,
                service=of,
                n=of_ledger.get(of, 0) + len(refs),
                behind=((indicator, of),) if of in of_ledger else (),
                refs=refs,
                text_allowed=not catalogue.is_sensitive(of),
            )


def _extras(session: Session, span: Span) -> Extras:
    """The extras of the days whose record is missing or has no count, by state and service."""
    rows = session.execute(
        select(Meeting.state, Meeting.service, Meeting.id, Meeting.held_on, Group.name)
        .join(Group, Group.id == Meeting.group_id)
        .where(Meeting.planned_on.is_(None), Meeting.state.in_([state for state, _, _ in _ASKED]))
        .where(Meeting.held_on.between(span.first, span.last))
        .order_by(Meeting.held_on, Meeting.id)
    )
    found: dict[tuple[MeetingState, str], list[RecordRef]] = defaultdict(list)
    for state, service, meeting, on, name in rows:
        found[state, service].append(RecordRef("meeting", meeting, on, name, 1))
    return {key: tuple(refs) for key, refs in found.items()}
