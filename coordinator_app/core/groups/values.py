"""What is said of groups, as values that cross layers."""

import datetime as dt
from typing import TypedDict

from msgspec import Struct

from coordinator_app.core.kinds import MemberRole, Mode, NamesKept
from coordinator_app.core.periods import Span
from coordinator_app.core.recurrence import SlotRule


class SlotForm(Struct, frozen=True):
    """A slot as it is written down: its rule, where and how men take part. `place` is an id, or a name, added if it is new."""

    rule: SlotRule
    place: int | str | None = None
    mode: Mode = Mode.IN_PERSON
    link: str | None = None


class SlotRow(Struct, frozen=True):
    """A slot as it is kept, with its place's name."""

    id: int
    rule: SlotRule
    place: int | None
    place_name: str | None
    mode: Mode
    link: str | None


class NextMeeting(Struct, frozen=True):
    """The next meeting of a group that is not cancelled, today's included."""

    id: int
    on: dt.date
    starts: dt.time
    minutes: int
    place_name: str | None


class GroupCard(Struct, frozen=True):
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


class NamedGroup(Struct, frozen=True):
    """A group as it is chosen from a list."""

    id: int
    name: str
    service: str
    ended: dt.date | None


class PauseRow(Struct, frozen=True):
    """A break; of the whole locality when `group` is missing."""

    id: int
    group: int | None
    span: Span
    why: str | None


class MemberRow(Struct, frozen=True):
    """A person's place in a group; `phone` the first number he gave."""

    id: int
    person: int
    name: str
    role: MemberRole
    since: dt.date | None
    until: dt.date | None
    last_there: dt.date | None
    phone: str | None


class GroupDetail(Struct, frozen=True):
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
