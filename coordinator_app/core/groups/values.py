"""What is said of groups, as values that cross layers."""

import datetime as dt
from dataclasses import dataclass
from typing import TypedDict

from coordinator_app.core.kinds import MemberRole, Mode, NamesKept
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule


@dataclass(frozen=True, slots=True)
class SlotForm:
    """A slot as it is written down: its rule, where and how men take part. `place` is an id, or a name, added if it is new."""

    rule: SlotRule
    place: int | str | None = None
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
    name_sv: str | None
    name_en: str | None
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
class NamedGroup:
    """A group as it is chosen from a list."""

    id: int
    name: str
    service: str
    ended: dt.date | None


@dataclass(frozen=True, slots=True)
class PauseRow:
    """A break; of the whole locality when `group` is missing."""

    id: int
    group: int | None
    span: Span
    why: str | None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A person's place in a group; `phone` the first number he gave."""

    id: int
    person: int
    name: str
    role: MemberRole
    since: dt.date | None
    until: dt.date | None
    last_there: dt.date | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class GroupDetail:
    """All that the form of one group shows. `slots` past and coming, oldest first; `pauses` the locality's included.

    `members` are its counsellors and members in Finnish order, then the waiting list, who has waited longest first.

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
    contact_id: int | None
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


class OtherFields(TypedDict, total=False):
    """The fields of a group beside its name. A blank text is no text."""

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


class GroupFields(OtherFields, total=False):
    """The fields of a group that can be changed one by one."""

    name: str
