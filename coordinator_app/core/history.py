"""What was done, in words: which commands stand, which are undone, and what each was about."""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct
from sqlalchemy import Select, func, literal, literal_column, null, select
from sqlalchemy.orm import Session

from coordinator_app.core.commands import COMMANDS, OTHER
from coordinator_app.core.model import (
    Activity,
    ActivityOrganisation,
    ActivityPerson,
    Attendance,
    CheckAnswer,
    Consent,
    Contact,
    Enquiry,
    FeedbackTally,
    Group,
    Hanging,
    HistoryEntry,
    HistoryRow,
    Meeting,
    MeetingCounsellor,
    Member,
    Organisation,
    Pause,
    Person,
    Place,
    Quarter,
    Referral,
    Role,
    SentSummary,
    Series,
    Slot,
    StatedFigure,
    SupportTalk,
    VolunteerHours,
)
from coordinator_app.core.model.numbers import NUMBERS
from coordinator_app.core.periods import Period
from coordinator_app.i18n import N_, Words

_ROOM = "coordinator_app.core."
_ABOUT = "about"
NOTED = "n"
"""The `op` of a row that was touched and of which nothing is kept, so that its command cannot be taken back."""
# The columns that name what was taken away, and its day.
_NAMES, _DAYS = ("name", "place", "why"), ("held_on", "on", "since", "first")
_OWNERS = (("person_id", Person), ("organisation_id", Organisation), ("group_id", Group))
_BOTH = re.compile(r"[a-z_]+:\d+ [a-z_]+:\d+", re.ASCII)
_PERIOD = re.compile(r"\d{4}Q[1-4]", re.ASCII)

_ORDER = select(HistoryEntry.id, HistoryEntry.undoes).order_by(HistoryEntry.id)
_OF_ENTRY = select(HistoryRow.id).where(HistoryRow.entry == HistoryEntry.id)
# Written out, because a bound value would not find the index of the rows that are noted only, and an import has very many rows.
_NOTED_ONLY = select(HistoryRow.entry).where(HistoryRow.op == literal_column(f"'{NOTED}'"))
_WITH_IMAGES = select(HistoryEntry.id).where(_OF_ENTRY.exists(), HistoryEntry.id.not_in(_NOTED_ONLY))


class HistoryLine(Struct, frozen=True):
    """One command as the history lists it: the name and the day of what it was about, as far as it has them.

    `within` names the group where a person has his place, if it was about that.
    """

    entry: int
    at: dt.datetime
    command: str
    name: str
    day: dt.date | None
    undone: bool
    can_undo: bool
    within: str = ""

    def said(self, words: Words) -> str:
        """`cancel the meeting Tiistairyhmä, 6 October`."""
        day = words.day_and_month(self.day) if self.day else ""
        name = Period.parse(self.name).said(words) if _PERIOD.fullmatch(self.name) else self.name
        subject = words(N_("{name}, {day}"), name=name, day=day) if name and day else name or day
        if name and self.within:
            subject = words(N_("{name}, {group}"), name=name, group=self.within)
        # Of what is forgotten, or was never named, no more can be said.
        return words(COMMANDS.get(self.command, OTHER), subject=subject or "…")


class Standing(Struct, frozen=True):
    """Which entries stand. An undo is an entry that points at what it undid, and a redo one that points at the undo."""

    order: tuple[tuple[int, int | None], ...]
    undoer: Mapping[int, int]
    undone: frozenset[int]
    with_images: frozenset[int]

    def top(self, entry: int) -> int:
        """The newest of the undoings and redoings of an entry, or itself."""
        while entry in self.undoer:
            entry = self.undoer[entry]
        return entry

    def to_undo(self) -> list[int]:
        """The commands that can be taken back, the newest first."""
        return [each for each, undoes in reversed(self.order) if undoes is None and self._ready(each) and each not in self.undone]

    def to_redo(self) -> list[int]:
        """The commands that were taken back since the last new one, the last taken back first."""
        newest = max((each for each, undoes in self.order if undoes is None), default=0)
        gone = [each for each, undoes in self.order if undoes is None and each in self.undone and self._ready(each)]
        return sorted((each for each in gone if self.top(each) > newest), key=self.top, reverse=True)

    def after(self, entry: int) -> frozenset[int]:
        """The later entries whose effect is still there; a change and its undo, both later, cancel each other."""
        later = ((each, undoes) for each, undoes in self.order if each > entry and each not in self.undone)
        return frozenset(each for each, undoes in later if undoes is None or undoes < entry)

    def _ready(self, entry: int) -> bool:
        return self.top(entry) in self.with_images


def standing(session: Session, *, since: int | None = None) -> Standing:
    """Reads which entries stand: of those that can still be undone, and of all from `since` on."""
    first = session.scalar(select(func.min(HistoryRow.entry))) or 0
    wanted = HistoryEntry.id >= (first if since is None else min(first, since))
    order = tuple((each, undoes) for each, undoes in session.execute(_ORDER.where(wanted)))
    undone: set[int] = set()
    for each, undoes in reversed(order):
        if undoes is not None and each not in undone:
            undone.add(undoes)
    undoer = {undoes: each for each, undoes in order if undoes is not None}
    return Standing(order, undoer, frozenset(undone), frozenset(session.scalars(_WITH_IMAGES.where(wanted))))


def lines(session: Session, *, most: int = 200, before: int | None = None) -> tuple[HistoryLine, ...]:
    """What was done, the newest first; `before` an entry, to read on."""
    wanted = select(HistoryEntry.id).where(HistoryEntry.undoes.is_(None)).order_by(HistoryEntry.id.desc()).limit(most)
    if before is not None:
        wanted = wanted.where(HistoryEntry.id < before)
    entries = list(session.scalars(wanted))
    return _told(session, entries, standing(session, since=min(entries, default=0)))


class Steps(Struct, frozen=True):
    """The change that Undo would take back, and the one that Redo would make again."""

    undo: HistoryLine | None
    redo: HistoryLine | None


def next_steps(session: Session) -> Steps:
    """Both as they are now."""
    state = standing(session)
    undo, redo = state.to_undo()[:1], state.to_redo()[:1]
    told = {line.entry: line for line in _told(session, undo + redo, state)} if undo or redo else {}
    return Steps(*(told.get(next(iter(each), 0)) for each in (undo, redo)))


def line(session: Session, *, entry: int) -> HistoryLine | None:
    """One command, as an error names the later change that stands in the way."""
    return next(iter(_told(session, [entry], standing(session, since=entry))), None)


def command_code(command: Callable[..., Any]) -> str:
    """The code a command is recorded under, its room and name: `groups.add`."""
    room = command.__module__.removeprefix(_ROOM).split(".")[0]
    return f"{room}.{command.__name__}"


def about(session: Session, kind: str, row: int) -> None:
    """A command says which row it is about, when that is not the first row it changes."""
    session.info[_ABOUT] = f"{kind}:{row}"


def about_place(session: Session, *, person: int, group: int) -> None:
    """The same of a person's place in a group: it is told by both, for he may have a place in several."""
    session.info[_ABOUT] = f"{Person.__tablename__}:{person} {Group.__tablename__}:{group}"


def subject_of(session: Session) -> str | None:
    """What the command said it was about."""
    return session.info.get(_ABOUT)


def _told(session: Session, entries: list[int], state: Standing) -> tuple[HistoryLine, ...]:
    rows = session.execute(
        select(HistoryEntry.id, HistoryEntry.at, HistoryEntry.command, HistoryEntry.subject)
        .where(HistoryEntry.id.in_(entries))
        .order_by(HistoryEntry.id.desc())
    ).all()
    parts = {row.id: _parts(row.subject or "") for row in rows}
    known = named(session, {part for both in parts.values() for part in both if part})
    can = frozenset(state.to_undo())
    lines = []
    for row in rows:
        (name, day), (within, _) = (known.get(part, ("", None)) for part in parts[row.id])
        lines.append(HistoryLine(row.id, row.at, row.command, name, day, row.id in state.undone, row.id in can, within))
    return tuple(lines)


def _parts(subject: str) -> tuple[str, str]:
    """What it was about, and within which group; a subject that is a text of its own stays whole."""
    one, _, other = subject.partition(" ") if _BOTH.fullmatch(subject) else (subject, "", "")
    return one, other


def named(session: Session, subjects: Iterable[str]) -> dict[str, tuple[str, dt.date | None]]:
    """The name and day of each subject, as it is now, or as it was when it was taken away."""
    by_kind: dict[str, list[int]] = {}
    known: dict[str, tuple[str, dt.date | None]] = {}
    for subject in subjects:
        kind, _, row = subject.partition(":")
        if kind in _NAMED:
            by_kind.setdefault(kind, []).append(int(row))
        elif kind not in NUMBERS:
            known[subject] = (subject, None)
    for kind, ids in by_kind.items():
        statement = _NAMED[kind]
        key = statement.selected_columns[0]
        found = {row: (name or "", day) for row, name, day in session.execute(statement.where(key.in_(ids)))}
        known |= {f"{kind}:{row}": told for row, told in found.items()}
        known |= {f"{kind}:{row}": _as_it_was(session, kind, row) for row in ids if row not in found}
    return known


def _as_it_was(session: Session, kind: str, row: int) -> tuple[str, dt.date | None]:
    taken_away = (
        select(HistoryRow.before)
        .where(HistoryRow.tab == NUMBERS[kind], HistoryRow.row == row, HistoryRow.op == "d")
        .order_by(HistoryRow.id.desc())
        .limit(1)
    )
    image = json.loads(session.scalar(taken_away) or "{}")
    name, day = (next((image[each] for each in columns if image.get(each)), "") for columns in (_NAMES, _DAYS))
    whose = next(((owner, image[column]) for column, owner in _OWNERS if image.get(column)), None)
    if not name and whose is not None:
        # What has no name of its own is called after whom it belonged to.
        name = session.scalar(select(whose[0].name).where(whose[0].id == whose[1])) or ""
    return name, dt.date.fromisoformat(day) if day else None


# How each kind of row is named: its id, a name, a day. All that follows is one statement a kind.
_NO_NAME, _NO_DAY = literal(""), null()
_NAMED: Mapping[str, Select[*tuple[Any, ...]]] = {
    **{each.__tablename__: select(each.id, each.name, _NO_DAY) for each in (Person, Organisation, Group, Place, Series)},
    **{
        each.__tablename__: select(each.id, Person.name, _NO_DAY).join(Person, each.person_id == Person.id)
        for each in (Role, Consent, Member)
    },
    "slot": select(Slot.id, Group.name, _NO_DAY).join(Group, Slot.group_id == Group.id),
    "pause": select(Pause.id, func.coalesce(Group.name, Pause.why), Pause.first).outerjoin(Group, Pause.group_id == Group.id),
    **{each.__tablename__: select(each.id, _NO_NAME, each.on) for each in (Enquiry, SupportTalk, Referral, VolunteerHours, FeedbackTally)},
    **{
        each.__tablename__: select(each.id, Group.name, Meeting.held_on)
        .join(Meeting, each.meeting_id == Meeting.id)
        .join(Group, Meeting.group_id == Group.id)
        for each in (Attendance, MeetingCounsellor)
    },
    **{
        each.__tablename__: select(each.id, Activity.name, Activity.held_on).join(Activity, each.activity_id == Activity.id)
        for each in (ActivityPerson, ActivityOrganisation)
    },
    **{each.__tablename__: select(each.id, each.period, _NO_DAY) for each in (CheckAnswer, Quarter, SentSummary, StatedFigure)},
    "hanging": select(Hanging.id, Hanging.place, Hanging.since),
    "activity": select(Activity.id, Activity.name, Activity.held_on),
    "meeting": select(Meeting.id, Group.name, Meeting.held_on).join(Group, Meeting.group_id == Group.id),
    "contact": select(Contact.id, func.coalesce(Person.name, Organisation.name), _NO_DAY)
    .outerjoin(Person, Contact.person_id == Person.id)
    .outerjoin(Organisation, Contact.organisation_id == Organisation.id),
}
