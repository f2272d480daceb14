"""What a file says, as values: groups, people, organisations and headcounts, before anything is compared with the book."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from coordinator_app.core.kinds import Mode, OrganisationKind, PersonRole, Rule
from coordinator_app.core.people.values import GivenContact
from coordinator_app.i18n import Words


class Subject(StrEnum):
    """What a row of a file is about."""

    GROUP = "group"
    PERSON = "person"
    ORGANISATION = "organisation"
    ATTENDANCE = "attendance"


class Remark(Struct, frozen=True):
    """A sentence about a row or a file: an English message marked with `N_`, and the values it names."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def said(self, words: Words) -> str:
        return words(self.message, **self.values)


Told = str | Remark
"""A text of somebody's own, which is shown as it is, or a sentence of the program's, which is shown in the language of the day."""


def told(said: Told, words: Words) -> str:
    """What is shown of it; a place that is called Monday is called so in every language."""
    return said.said(words) if isinstance(said, Remark) else said


class Guess(Struct, frozen=True):
    """What was guessed of a file, to be shown: what, as an `N_` message, and the answer."""

    what: str
    answer: Told


class ReadColumn(Struct, frozen=True):
    """How a table's column is read, and the first row's value in it. `meaning` is an `N_` message; None for a column that is not read."""

    header: str
    meaning: str | None
    first: str


class FoundSlot(Struct, frozen=True):
    """A rule a group meets by. `weekday` 0 = Monday; `source_id` is the source's own mark for this row, if it has one."""

    weekday: int | None
    starts: dt.time
    minutes: int
    source_id: str | None = None
    rule: Rule = Rule.WEEKLY
    interval: int = 1
    nth: int | None = None
    dates: tuple[dt.date, ...] = ()
    place: str | None = None
    address: str | None = None
    place_note: str | None = None
    mode: Mode = Mode.IN_PERSON
    link: str | None = None


class FoundGroup(Struct, frozen=True):
    """A group. `where` is its row or card in the file, by number; `source` the kind of source, in which `source_id` is unique."""

    where: str
    source: str
    source_id: str | None
    name: str
    slots: tuple[FoundSlot, ...]
    label: str | None = None
    note: str | None = None
    service: str | None = None
    web: str | None = None
    contact: str | None = None
    phone: str | None = None
    email: str | None = None
    remarks: tuple[Remark, ...] = ()


class FoundPerson(Struct, frozen=True):
    """A person. `groups` are names of groups he comes to, `organisation` the name of one."""

    where: str
    source: str
    source_id: str | None
    name: str
    given: str | None = None
    family: str | None = None
    contacts: tuple[GivenContact, ...] = ()
    organisation: str | None = None
    title: str | None = None
    address: str | None = None
    web: str | None = None
    language: str | None = None
    note: str | None = None
    roles: tuple[PersonRole, ...] = ()
    groups: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


class FoundOrganisation(Struct, frozen=True):
    """An organisation: a service, a newspaper, a partner."""

    where: str
    source: str
    source_id: str | None
    name: str
    kind: OrganisationKind = OrganisationKind.OTHER
    contacts: tuple[GivenContact, ...] = ()
    address: str | None = None
    web: str | None = None
    note: str | None = None
    remarks: tuple[Remark, ...] = ()


class FoundAttendance(Struct, frozen=True):
    """How many men were at a group's meeting on a day; blank counts were not asked."""

    where: str
    group: str
    on: dt.date
    headcount: int
    newcomers: int | None = None
    remote: int | None = None
    children: int | None = None
    remarks: tuple[Remark, ...] = ()


class Unread(Struct, frozen=True):
    """Something of the file that will not be taken in, where it stands and why."""

    where: str
    why: Remark


class Found(Struct, frozen=True):
    """All that one file says. `file` is its name without folders; `form` the kind of file, such as "vCard"."""

    file: str
    form: str
    groups: tuple[FoundGroup, ...] = ()
    people: tuple[FoundPerson, ...] = ()
    organisations: tuple[FoundOrganisation, ...] = ()
    attendances: tuple[FoundAttendance, ...] = ()
    unread: tuple[Unread, ...] = ()
    guesses: tuple[Guess, ...] = ()
    columns: tuple[ReadColumn, ...] = ()
