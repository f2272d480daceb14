"""What the groups' screen asks the book, each answer in one read."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from coordinator_app.bootstrap.office_files import catalogue_in_force
from coordinator_app.core import groups, mailing, meetings, places, settings
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.groups import GroupCard, GroupDetail
from coordinator_app.core.kinds import MeetingState, MemberRole
from coordinator_app.core.mailing import Mailing
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.core.periods import Span


@dataclass(frozen=True, slots=True)
class Overview:
    """The list of groups, and what its forms offer."""

    cards: tuple[GroupCard, ...]
    places: tuple[str, ...]
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class Shown:
    """One group with the meetings of one term. `runs` tells who runs which meeting: ids and names by the meeting's id."""

    group: GroupDetail
    term: Span
    meetings: tuple[MeetingRow, ...]
    runs: dict[int, tuple[tuple[int, str], ...]]
    records_begin: dt.date
    today: dt.date

    def counsellors(self, on: dt.date) -> dict[int, str]:
        """Those who run the group on a day, by id, in Finnish order."""
        rows = (row for row in self.group.members if row.role is MemberRole.COUNSELLOR)
        return {row.person: row.name for row in rows if row.until is None or row.until >= on}

    def coming(self) -> tuple[MeetingRow, ...]:
        """The meetings of the term that are planned for today or later."""
        return tuple(row for row in self.meetings if row.state is MeetingState.PLANNED and row.held_on >= self.today)

    def gaps(self) -> frozenset[int]:
        """The coming meetings that nobody runs, if the evenings of the term are shared out."""
        coming = {row.id for row in self.coming()}
        named = coming & self.runs.keys()
        return frozenset(coming - named if named else ())


def overview(session: Any, *, today: dt.date, ended: bool) -> Overview:
    """The groups by weekday; with `ended` also those that have ended."""
    kept = settings.read(session)
    return Overview(
        groups.listing(session, today=today, records_begin=kept.records_begin, ended=ended),
        tuple(dict.fromkeys(place.name for place in places.listing(session))),
        catalogue_in_force(session),
    )


def shown(session: Any, *, group: int, on: dt.date, today: dt.date) -> Shown:
    """A group with its meetings in the term that `on` lies in. Raises `NotFound`."""
    kept = settings.read(session)
    term = kept.term_rule.term_of(on)
    detail = groups.detail(session, group=group)
    rows = meetings.strip(session, group=group, span=term)
    runs = meetings.counsellors_of(session, meetings=[row.id for row in rows])
    return Shown(detail, term, rows, runs, kept.records_begin, today)


def message(session: Any, *, group: int, today: dt.date) -> Mailing:
    """Whom a message to a group reaches. Raises `Refused` for a group that is never written to."""
    return mailing.to_group(session, group=group, today=today, catalogue=catalogue_in_force(session))
