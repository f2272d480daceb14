"""The people of a file, tidied, and those of the book among whom they are looked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator_app.core.duplicates import Names
from coordinator_app.core.groups import names_allowed
from coordinator_app.core.importing import memory
from coordinator_app.core.importing.found import FoundPerson
from coordinator_app.core.importing.memory import Memory
from coordinator_app.core.importing.preview import Likeness
from coordinator_app.core.kinds import ContactKind, PersonRole
from coordinator_app.core.model import Contact, Group, Member, Organisation, Person, Role
from coordinator_app.core.people.contacts import clean
from coordinator_app.core.people.names import same_name, shown_name, split_name
from coordinator_app.core.sorting import sort_key
from coordinator_app.core.texts import lines, one_line

_MOST_ALIKE = 3
_Marks = frozenset[tuple[ContactKind, str]]


class Said(Struct, frozen=True):
    """A person of the file, tidied: his fields as the book would hold them, the normal forms of his contacts, his mark."""

    found: FoundPerson
    fields: Mapping[str, Any]
    contacts: _Marks
    mark: str

    def remembered(self) -> dict[str, Any]:
        return {
            **self.fields,
            "contacts": sorted(normal for _, normal in self.contacts),
            "roles": sorted(self.found.roles),
            "groups": sorted(sort_key(name) for name in self.found.groups),
        }


class Known:
    """The people of the book, as an import needs them: loaded once, in a fixed number of statements."""

    def __init__(self, session: Session) -> None:
        self.fields = _fields_of(session)
        self.contacts: dict[int, set[tuple[ContactKind, str]]] = defaultdict(set)
        self.by_contact: dict[tuple[ContactKind, str], set[int]] = defaultdict(set)
        ways = select(Contact.person_id, Contact.kind, Contact.normal).where(Contact.person_id.is_not(None))
        for person, kind, normal in session.execute(ways):
            if person is not None:
                self.contacts[person].add((kind, normal))
                self.by_contact[kind, normal].add(person)
        self.roles: dict[int, set[PersonRole]] = defaultdict(set)
        for person, role in session.execute(select(Role.person_id, Role.role)):
            self.roles[person].add(role)
        named = session.execute(select(Group.id, Group.sort_key, Group.service).order_by(Group.id.desc())).all()
        self.groups = {key: group for group, key, service in named if names_allowed(service)}
        self.nameless = {key for _, key, service in named if not names_allowed(service)}
        self.members = {(group, person) for group, person in session.execute(select(Member.group_id, Member.person_id))}
        self.memory = memory.load(session, Person)
        self.names = Names((person, fields["name"]) for person, fields in self.fields.items())
        self.by_uid = {fields["uid"]: person for person, fields in self.fields.items()}

    def find(self, said: Said) -> tuple[int | None, Memory | None]:
        """The person of the book that this is, and what an earlier import said of him."""
        found = self.memory.get((said.found.source, said.mark))
        if found is not None:
            return found.row, found
        uid = self.by_uid.get(said.found.source_id or "")
        if uid is not None:
            return uid, None
        name = same_name(said.fields["name"])
        sharing = {person for mark in said.contacts for person in self.by_contact.get(mark, ())}
        same = sorted(person for person in sharing if same_name(self.fields[person]["name"]) == name)
        return (same[0] if same else None), None

    def like(self, said: Said) -> tuple[Likeness, ...]:
        """Who he may be, likeliest first."""
        scores = self.names.alike(said.fields["name"])
        sharing = {person for mark in said.contacts for person in self.by_contact.get(mark, ())}
        order = sorted(scores.keys() | sharing, key=lambda person: (person not in sharing, -scores.get(person, 0.0), person))
        return tuple(Likeness(person, self.fields[person]["name"]) for person in order[:_MOST_ALIKE])


def tidied(found: Sequence[FoundPerson]) -> Iterable[tuple[Said, str | None]]:
    """Each person of the file as the book would hold him, and where he already stands in the file, if he does.

    A first name alone may stand there twice for two men; a whole name without a phone or e-mail is taken for one man.
    """
    seen: dict[str, str] = {}
    for person in found:
        fields = _tidy(person)
        contacts = frozenset(clean(person.contacts))
        own = "|".join((same_name(fields["name"]), *sorted(normal for _, normal in contacts)))
        mark = person.source_id or f"={own}"
        alone = not contacts and person.source_id is None and fields["family"] is None
        first = None if alone else seen.get(mark)
        number = 2
        while alone and mark in seen:
            mark, number = f"={own}#{number}", number + 1
        seen.setdefault(mark, person.where)
        yield Said(person, fields, contacts, mark), first


def _tidy(person: FoundPerson) -> dict[str, Any]:
    written = one_line(person.name) or ""
    given, family = one_line(person.given), one_line(person.family)
    if given is None and family is None:
        given, family = split_name(written)
    return {
        "name": shown_name(written),
        "given": given,
        "family": family,
        "title": one_line(person.title),
        "organisation": one_line(person.organisation),
        "address": lines(person.address),
        "web": one_line(person.web),
        "language": one_line(person.language),
        "note": lines(person.note),
    }


def _fields_of(session: Session) -> dict[int, dict[str, Any]]:
    own = (Person.id, Person.uid, Person.name, Person.given, Person.family, Person.title, Person.address, Person.web, Person.language)
    rows = session.execute(
        select(*own, Person.note, Organisation.name.label("organisation")).outerjoin(
            Organisation, Organisation.id == Person.organisation_id
        )
    ).mappings()
    return {row["id"]: dict(row) for row in rows}
