"""Headcounts of a file compared with the book's meetings, and taken in."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import TypedDict

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator_app.core import meetings
from coordinator_app.core.importing.found import FoundAttendance, Remark, Subject
from coordinator_app.core.importing.preview import Action, Choices, Difference, Fate, PreviewRow, Tally
from coordinator_app.core.kinds import MeetingState
from coordinator_app.core.model import Attendance, Group, Meeting
from coordinator_app.core.sorting import sort_key
from coordinator_app.i18n import N_

_COUNTS = {
    "headcount": N_("Participants"),
    "newcomers": N_("New participants"),
    "remote": N_("Took part remotely"),
    "children": N_("Children"),
}


class _Parts(TypedDict):
    newcomers: int | None
    remote: int | None
    children: int | None
    counsellors: int | None


class _Held(Struct, frozen=True):
    """A meeting of the book; `names` how many are marked present by name."""

    id: int
    state: MeetingState
    headcount: int | None
    newcomers: int | None
    remote: int | None
    children: int | None
    counsellors: int | None
    names: int


class _Known:
    def __init__(self, session: Session, found: Sequence[FoundAttendance]) -> None:
        self.groups: dict[str, list[int]] = defaultdict(list)
        for group, key in session.execute(select(Group.id, Group.sort_key).order_by(Group.ended.is_not(None), Group.id)):
            self.groups[key].append(group)
        self.meetings: dict[tuple[int, dt.date], list[_Held]] = defaultdict(list)
        self.by_id: dict[int, _Held] = {}
        if found:
            self._load(session, min(each.on for each in found), max(each.on for each in found))

    def parts(self, meeting: int, each: FoundAttendance) -> _Parts:
        """The counts beside the headcount: what the file leaves blank stays as the book has it, as far as it fits."""
        held = self.by_id.get(meeting)

        def part(new: int | None, own: int | None) -> int | None:
            return new if new is not None else own if own is not None and own <= each.headcount else None

        if held is None:
            return {"newcomers": each.newcomers, "remote": each.remote, "children": each.children, "counsellors": None}
        return {
            "newcomers": part(each.newcomers, held.newcomers),
            "remote": part(each.remote, held.remote),
            "children": part(each.children, held.children),
            "counsellors": held.counsellors,
        }

    def _load(self, session: Session, first: dt.date, last: dt.date) -> None:
        names = select(func.count()).where(Attendance.meeting_id == Meeting.id).scalar_subquery()
        counts = (Meeting.headcount, Meeting.newcomers, Meeting.remote, Meeting.children, Meeting.counsellors)
        rows = session.execute(
            select(Meeting.group_id, Meeting.held_on, Meeting.id, Meeting.state, *counts, names)
            .where(Meeting.held_on.between(first, last))
            .order_by(Meeting.starts, Meeting.id)
        )
        for group, on, *held in rows:
            one = _Held(*held)
            self.meetings[group, on].append(one)
            self.by_id[one.id] = one


def preview(session: Session, found: Sequence[FoundAttendance], *, today: dt.date) -> list[PreviewRow]:
    """What taking in these headcounts would do."""
    known = _Known(session, found)
    return [row for row, _ in _rows(known, found, today)]


def apply(session: Session, found: Sequence[FoundAttendance], choices: Choices, tally: Tally, *, today: dt.date) -> None:
    """Takes the headcounts in, as chosen: a meeting that no rule planned is made an extra."""
    known = _Known(session, found)
    for row, group in _rows(known, found, today):
        action, existing = choices.action(row)
        if group is None or action is Action.SKIP:
            tally.left_out[Subject.ATTENDANCE] += 1
        elif row.fate is Fate.UNCHANGED:
            tally.unchanged[Subject.ATTENDANCE] += 1
        else:
            each = found[row.index]
            meeting = existing or row.existing or meetings.add_extra(session, group=group, on=each.on).id
            meetings.count(session, meeting=meeting, headcount=each.headcount, today=today, **known.parts(meeting, each))
            (tally.added if row.fate is Fate.NEW else tally.changed)[Subject.ATTENDANCE] += 1


def _rows(known: _Known, found: Sequence[FoundAttendance], today: dt.date) -> list[tuple[PreviewRow, int | None]]:
    seen: dict[tuple[str, dt.date], str] = {}
    rows: list[tuple[PreviewRow, int | None]] = []
    for index, each in enumerate(found):
        base = PreviewRow(Subject.ATTENDANCE, index, each.where, f"{each.group} {each.on.isoformat()}", Fate.NEW, remarks=each.remarks)
        first = seen.setdefault((sort_key(each.group), each.on), each.where)
        groups = known.groups.get(sort_key(each.group), [])
        if first != each.where:
            rows.append((_with(base, Fate.REPEATED, Remark(N_("The same as in {where}."), {"where": first})), None))
        elif not groups:
            why = Remark(N_("There is no group called {name}; take the groups in first."), {"name": each.group})
            rows.append((_with(base, Fate.IMPOSSIBLE, why), None))
        elif each.on > today:
            rows.append((_with(base, Fate.IMPOSSIBLE, Remark(N_("Its day is still to come."))), None))
        else:
            group = next((group for group in groups if known.meetings.get((group, each.on))), groups[0])
            rows.append((_compared(base, each, known.meetings.get((group, each.on), [])), group))
    return rows


def _compared(base: PreviewRow, each: FoundAttendance, held: Sequence[_Held]) -> PreviewRow:
    if not held:
        return _with(base, Fate.NEW, Remark(N_("No meeting was planned that day; it is taken in as an extra one.")))
    counted = next((one for one in held if one.state is MeetingState.COUNTED and _same(one, each)), None)
    if counted is not None:
        return replace(base, fate=Fate.UNCHANGED, existing=counted.id)
    planned = [one for one in held if one.state is MeetingState.PLANNED]
    if len(planned) == 1:
        fewer = planned[0].names > each.headcount
        why = Remark(N_("{names} men are named as present, more than the file counts."), {"names": planned[0].names})
        return _with(base, Fate.IMPOSSIBLE, why) if fewer else replace(base, existing=planned[0].id)
    if len(planned) > 1:
        return _with(base, Fate.IMPOSSIBLE, Remark(N_("The group meets more than once that day. Record it by hand.")))
    one = held[0]
    if one.names > each.headcount:
        return _with(
            base, Fate.IMPOSSIBLE, Remark(N_("{names} men are named as present, more than the file counts."), {"names": one.names})
        )
    if one.state is not MeetingState.COUNTED:
        said = (
            N_("The book says that it was cancelled.") if one.state is MeetingState.CANCELLED else N_("The book says that nobody counted.")
        )
        return _with(replace(base, existing=one.id), Fate.CONFLICT, Remark(said))
    differences = tuple(
        Difference(called, "" if getattr(one, name) is None else str(getattr(one, name)), str(getattr(each, name)), kept=True)
        for name, called in _COUNTS.items()
        if getattr(each, name) is not None and getattr(one, name) != getattr(each, name)
    )
    return replace(base, fate=Fate.CONFLICT, existing=one.id, differences=differences)


def _same(held: _Held, each: FoundAttendance) -> bool:
    return all(getattr(each, name) in (None, getattr(held, name)) for name in _COUNTS)


def _with(row: PreviewRow, fate: Fate, why: Remark) -> PreviewRow:
    return replace(row, fate=fate, remarks=(*row.remarks, why))
