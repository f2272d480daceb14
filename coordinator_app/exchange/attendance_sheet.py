"""The meetings and activities of a book with their numbers, as a list for a spreadsheet; nobody's name is in it."""

from collections.abc import Iterable

from coordinator_app.core.activities import ActivityRow
from coordinator_app.core.catalogue import Catalogue, Listing
from coordinator_app.core.kinds import MeetingState
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.exchange.spreadsheet import Cell, Heading, Sheet
from coordinator_app.i18n import N_, Words

_STATES = {
    MeetingState.PLANNED: N_("planned"),
    MeetingState.COUNTED: N_("held"),
    MeetingState.NOT_COUNTED: N_("not counted"),
    MeetingState.CANCELLED: N_("cancelled"),
}
_COLUMNS = (
    ("held_on", N_("Day"), 12),
    ("starts", N_("Begins at"), 10),
    ("minutes", N_("Minutes"), 10),
    ("kind", N_("Kind"), 22),
    ("name", N_("Name"), 34),
    ("service", N_("Service"), 26),
    ("state", N_("State"), 14),
    ("reason", N_("Reason"), 22),
    ("headcount", N_("Participants"), 14),
    ("newcomers", N_("Newcomers"), 12),
    ("remote", N_("Remotely"), 12),
    ("children", N_("Children"), 12),
)


def attendance_sheet(meetings: Iterable[MeetingRow], activities: Iterable[ActivityRow], *, names: Catalogue, words: Words) -> Sheet:
    """All of them by day and time; headings and words in the language of `words`."""
    group = words(N_("Group meeting"))
    rows = [_row(each, group, each.group_name, names, words) for each in meetings]
    rows += [_row(each, names.name(Listing.KIND, each.kind, words.language), each.name, names, words) for each in activities]
    rows.sort(key=lambda row: (row[0], str(row[1] or ""), str(row[4])))
    headings = tuple(Heading(code, words(text), width) for code, text, width in _COLUMNS)
    return Sheet(words(N_("Attendance")), headings, tuple(rows))


def _row(each: MeetingRow | ActivityRow, kind: str, name: str, names: Catalogue, words: Words) -> tuple[Cell, ...]:
    reason = names.name(Listing.CANCEL_REASON, each.reason, words.language) if each.reason else None
    return (
        each.held_on,
        each.starts,
        each.minutes,
        kind,
        name,
        names.name(Listing.SERVICE, each.service, words.language),
        words(_STATES[each.state]),
        reason,
        each.headcount,
        each.newcomers,
        each.remote,
        each.children,
    )
