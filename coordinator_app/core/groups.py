"""Groups: what they are, the rules they meet by, their breaks and members, their beginning and end."""

import datetime as dt
from dataclasses import dataclass
from typing import TypedDict

from sqlalchemy.orm import Session

from coordinator_app.core.kinds import MemberRole, Mode, NamesKept
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule


@dataclass(frozen=True, slots=True)
class SlotForm:
    """A slot as it is written down: its rule, where and how men take part. `place` is the place's id."""

    rule: SlotRule
    place: int | None = None
    mode: Mode = Mode.IN_PERSON
    link: str | None = None


@dataclass(frozen=True, slots=True)
class SlotRow:
    """A slot as it is kept, with its place's name."""

    id: int
    rule: SlotRule
    place: int | None
    place_name: str | None
    mode: Mode
    link: str | None


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The next meeting of a group that is not cancelled, today's included."""

    id: int
    on: dt.date
    starts: dt.time
    minutes: int
    place_name: str | None


@dataclass(frozen=True, slots=True)
class GroupCard:
    """A group in the list. `slots` are those that hold today or later; `unrecorded` due meetings nothing is said about."""

    id: int
    name: str
    service: str
    names_kept: NamesKept
    public: bool
    started: dt.date | None
    ended: dt.date | None
    slots: tuple[SlotRow, ...]
    next: NextMeeting | None
    unrecorded: int
    members: int
    waiting: int


@dataclass(frozen=True, slots=True)
class PauseRow:
    """A break; of the whole locality when `group` is missing."""

    id: int
    group: int | None
    span: Span
    why: str | None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A person's place in a group."""

    id: int
    person: int
    name: str
    role: MemberRole
    since: dt.date | None
    until: dt.date | None
    last_there: dt.date | None


@dataclass(frozen=True, slots=True)
class GroupDetail:
    """All that the form of one group shows. `slots` past and coming, oldest first; `pauses` the locality's included.

    `has_records` tells whether the group can only end (True) or may still be removed.
    """

    id: int
    name: str
    name_sv: str | None
    name_en: str | None
    service: str
    names_kept: NamesKept
    public: bool
    hide_place: bool
    contact: int | None
    contact_name: str | None
    public_contact: str | None
    public_phone: str | None
    public_email: str | None
    web: str | None
    label: str | None
    note: str | None
    started: dt.date | None
    ended: dt.date | None
    slots: tuple[SlotRow, ...]
    pauses: tuple[PauseRow, ...]
    members: tuple[MemberRow, ...]
    has_records: bool


class GroupFields(TypedDict, total=False):
    """The fields of a group that can be given and changed one by one."""

    name: str
    name_sv: str | None
    name_en: str | None
    service: str
    names_kept: NamesKept
    public: bool
    hide_place: bool
    contact_id: int | None
    public_contact: str | None
    public_phone: str | None
    public_email: str | None
    web: str | None
    label: str | None
    note: str | None
    started: dt.date | None


def add(
    session: Session,
    *,
    name: str,
    today: dt.date,
    slots: tuple[SlotForm, ...] = (),
    service: str = "peer",
    names_kept: NamesKept = NamesKept.HEADCOUNT,
    public: bool = True,
    hide_place: bool = False,
    contact_id: int | None = None,
    **fields: object,
) -> int:
    """Adds a group with its slots and plans its meetings; the id. Further fields as in `GroupFields`.

    Raises `Refused` without a name, or when names are to be kept in a service that keeps headcounts only.
    """
    raise NotImplementedError


def change(session: Session, *, group: int, today: dt.date, **fields: object) -> None:
    """Changes some fields of a group, named as in `GroupFields`. A new service counts from today on."""
    raise NotImplementedError


def add_slot(session: Session, *, group: int, slot: SlotForm, today: dt.date) -> int:
    """Adds a rule the group meets by; the slot's id."""
    raise NotImplementedError


def change_slot(session: Session, *, slot: int, to: SlotForm, today: dt.date, from_day: dt.date | None = None) -> int:
    """Changes a rule from a day on, today by default: the old slot ends the day before and a new one begins; its id.

    What was recorded, cancelled or moved is kept. `to.rule.valid_from` is not looked at. Raises `Refused` for a past day.
    """
    raise NotImplementedError


def end_slot(session: Session, *, slot: int, last: dt.date, today: dt.date) -> None:
    """The rule holds for the last time on `last`; planned meetings after it go."""
    raise NotImplementedError


def add_pause(session: Session, *, first: dt.date, last: dt.date, today: dt.date, group: int | None = None, why: str | None = None) -> int:
    """A break of a group, or of the whole locality without one; the break's id.

    Meetings to come are taken off the plan; past ones nothing is said about are marked cancelled with the reason "break".
    """
    raise NotImplementedError


def remove_pause(session: Session, *, pause: int, today: dt.date) -> None:
    """Takes a break back; the meetings from today on are planned again."""
    raise NotImplementedError


def end(session: Session, *, group: int, on: dt.date, today: dt.date) -> None:
    """The group's last day. Meetings after it that nothing is said about go; recorded ones stay."""
    raise NotImplementedError


def reopen(session: Session, *, group: int, today: dt.date) -> None:
    """Takes the end back; meetings are planned from today on."""
    raise NotImplementedError


def remove(session: Session, *, group: int) -> None:
    """Takes a group away. Raises `Refused` if anything is recorded of it: such a group can only end."""
    raise NotImplementedError


def add_member(session: Session, *, group: int, person: int, role: MemberRole = MemberRole.MEMBER, since: dt.date | None = None) -> int:
    """Gives a person a place in a group; one who waited and becomes a member no longer waits. The id of the place."""
    raise NotImplementedError


def remove_member(session: Session, *, member: int, on: dt.date | None = None) -> None:
    """Ends a person's place in a group on a day, or takes it away when no day is given."""
    raise NotImplementedError


def listing(session: Session, *, today: dt.date, records_begin: dt.date, ended: bool = False) -> tuple[GroupCard, ...]:
    """The running groups (with `ended` also the ended ones) by weekday, time and name. A fixed number of statements."""
    raise NotImplementedError


def detail(session: Session, *, group: int) -> GroupDetail:
    """One group. Raises `NotFound`."""
    raise NotImplementedError


def pauses(session: Session, *, span: Span) -> tuple[PauseRow, ...]:
    """The breaks that touch a span, of groups and of the locality."""
    raise NotImplementedError


def by_name(session: Session, *, name: str) -> int:
    """The id of the group called so, whatever the case. Raises `NotFound`, or `Refused` when two are."""
    raise NotImplementedError
