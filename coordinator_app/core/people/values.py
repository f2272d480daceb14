"""What the book says of people, as values that cross layers."""

import datetime as dt
from typing import TypedDict

from msgspec import Struct

from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, ContactKind, MemberRole, PersonRole


class GivenContact(Struct, frozen=True):
    """A phone number or e-mail address as it was typed."""

    kind: ContactKind
    value: str
    label: str | None = None


class ContactRow(Struct, frozen=True):
    """A phone number or e-mail address in the book.

    `normal` is how it compares: E.164 or lower case; the bare digits of a number that no phone has.
    """

    id: int
    kind: ContactKind
    value: str
    normal: str
    label: str | None


class RoleRow(Struct, frozen=True):
    """What a person is to the work, since when and until when; both days are included, and either may be unknown."""

    role: PersonRole
    since: dt.date | None
    until: dt.date | None


class PersonRow(Struct, frozen=True):
    """A person as a list shows him: his first phone and e-mail, the roles he has today, and the day he came into the book."""

    id: int
    name: str
    sort_key: str
    organisation: str | None
    title: str | None
    phone: str | None
    email: str | None
    roles: tuple[PersonRole, ...]
    added_on: dt.date


class PersonGroup(Struct, frozen=True):
    """A person's place in a group, by its id `member`, and the last meeting he was at by name."""

    member: int
    group: int
    name: str
    role: MemberRole
    since: dt.date | None
    until: dt.date | None
    last_seen: dt.date | None


class ConsentRow(Struct, frozen=True):
    """One purpose a person agreed to; `withdrawn_on` is set when he took it back."""

    purpose: ConsentPurpose
    given_on: dt.date
    way: ConsentWay
    withdrawn_on: dt.date | None


class PersonDetail(Struct, frozen=True):
    """Everything a form shows of one person. `uid` is his stable identity in contact files."""

    id: int
    uid: str
    name: str
    given: str | None
    family: str | None
    organisation: int | None
    organisation_name: str | None
    title: str | None
    address: str | None
    web: str | None
    language: str | None
    note: str | None
    extract_checked_on: dt.date | None
    added_on: dt.date
    contacts: tuple[ContactRow, ...]
    roles: tuple[RoleRow, ...]
    groups: tuple[PersonGroup, ...]
    consents: tuple[ConsentRow, ...]


class Occasion(Struct, frozen=True):
    """A meeting a person was at, as a participant or as its counsellor."""

    meeting: int
    group: int
    group_name: str
    held_on: dt.date
    counsellor: bool
    newcomer: bool


class PersonMore(TypedDict, total=False):
    """What may be said of a person besides his name. `organisation` is an id."""

    given: str | None
    family: str | None
    organisation: int | None
    title: str | None
    address: str | None
    web: str | None
    language: str | None
    note: str | None
    extract_checked_on: dt.date | None


class PersonFields(PersonMore, total=False):
    """What of a person can be changed; what is not named stays."""

    name: str
