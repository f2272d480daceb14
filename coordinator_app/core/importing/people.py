"""People of a file compared with the book's, and taken in."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from coordinator_app.core.duplicates import Names
from coordinator_app.core.groups import names_allowed
from coordinator_app.core.importing import memory
from coordinator_app.core.importing.found import FoundPerson, Remark, Subject
from coordinator_app.core.importing.memory import Memory
from coordinator_app.core.importing.preview import Action, Choices, Difference, Fate, Likeness, PreviewRow, Tally
from coordinator_app.core.kinds import ContactKind, MemberRole, OrganisationKind, PersonRole
from coordinator_app.core.model import Contact, Group, Member, Organisation, Person, Role
from coordinator_app.core.people.contacts import clean, rows_for
from coordinator_app.core.people.names import person_sort_key, same_name, shown_name, split_name
from coordinator_app.core.people.said import ROLES
from coordinator_app.core.people.values import PersonMore
from coordinator_app.core.people.writing import new_values
from coordinator_app.core.sorting import sort_key
from coordinator_app.core.texts import lines, one_line
from coordinator_app.i18n import N_

_FIELDS = {
    "name": N_("Name"),
    "given": N_("First name"),
    "family": N_("Last name"),
    "title": N_("Title"),
    "organisation": N_("Organisation"),
    "address": N_("Address"),
    "web": N_("Web page"),
    "language": N_("Language"),
    "note": N_("Note"),
}
_MOST_ALIKE = 3
_Marks = frozenset[tuple[ContactKind, str]]


class _Said(Struct, frozen=True):
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

    def find(self, said: _Said) -> tuple[int | None, Memory | None]:
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

    def like(self, said: _Said) -> tuple[Likeness, ...]:
        """Who he may be, likeliest first."""
        scores = self.names.alike(said.fields["name"])
        sharing = {person for mark in said.contacts for person in self.by_contact.get(mark, ())}
        order = sorted(scores.keys() | sharing, key=lambda person: (person not in sharing, -scores.get(person, 0.0), person))
        return tuple(Likeness(person, self.fields[person]["name"]) for person in order[:_MOST_ALIKE])


def preview(session: Session, found: Sequence[FoundPerson]) -> list[PreviewRow]:
    """What taking in these people would do."""
    known = Known(session)
    return [_row(known, index, said, first) for index, (said, first) in enumerate(_tidied(found))]


def apply(session: Session, found: Sequence[FoundPerson], choices: Choices, tally: Tally, *, today: dt.date) -> None:
    """Takes the people in, as chosen."""
    known = Known(session)
    employers = _Employers(session)
    new: list[tuple[_Said, tuple[PersonRole, ...]]] = []
    remembered: list[tuple[str, str, int, Mapping[str, Any]]] = []
    contacts: list[dict[str, Any]] = []
    for index, (said, first) in enumerate(_tidied(found)):
        row = _row(known, index, said, first)
        action, existing = choices.action(row)
        if action is Action.SKIP or (action is Action.SAME_AS and existing not in known.fields):
            tally.left_out[Subject.PERSON] += 1
        elif action is Action.ADD:
            new.append((said, tuple(dict.fromkeys((*said.found.roles, *([choices.role] if choices.role else []))))))
            tally.added[Subject.PERSON] += 1
        elif existing is not None:
            changed = _update(session, known, employers, said, existing, contacts, today)
            (tally.changed if changed else tally.unchanged)[Subject.PERSON] += 1
            remembered.append((said.found.source, said.mark, existing, said.remembered()))
    remembered += _add(session, known, employers, new, contacts, today)
    if contacts:
        session.execute(insert(Contact), contacts)
    memory.remember(session, Person, remembered)


def _row(known: Known, index: int, said: _Said, first: str | None) -> PreviewRow:
    base = PreviewRow(
        Subject.PERSON, index, said.found.where, said.fields["name"], Fate.NEW, remarks=said.found.remarks + _group_remarks(known, said)
    )
    if first is not None:
        return replace(base, fate=Fate.REPEATED, remarks=(*base.remarks, Remark(N_("The same as in {where}."), {"where": first})))
    existing, remembered = known.find(said)
    if existing is None:
        like = known.like(said)
        return replace(base, fate=Fate.LOOKS_LIKE if like else Fate.NEW, like=like)
    differences = _differences(known, said, existing, remembered)
    changes = any(not each.kept for each in differences)
    return replace(base, fate=Fate.CHANGED if changes else Fate.UNCHANGED, existing=existing, differences=differences)


def _differences(known: Known, said: _Said, person: int, remembered: Memory | None) -> tuple[Difference, ...]:
    own = known.fields[person]
    fields = memory.merge(_FIELDS, own, said.fields, None if remembered is None else remembered.said).differences
    ways = {ContactKind.PHONE: N_("Phone"), ContactKind.EMAIL: N_("E-mail")}
    new = sorted(_new_contacts(known, said, person, remembered))
    contacts = [Difference(ways[kind], "", normal) for kind, normal in new]
    roles = [Difference(N_("Role"), "", Remark(ROLES[role])) for role in _new_roles(known, said, person, remembered)]
    groups = [Difference(N_("Group"), "", name) for name, _ in _new_groups(known, said, person, remembered)]
    return (*fields, *contacts, *roles, *groups)


def _new_contacts(known: Known, said: _Said, person: int, remembered: Memory | None) -> set[tuple[ContactKind, str]]:
    """Contacts the book lacks; one that an earlier import brought and somebody took away stays away."""
    before = set(remembered.said.get("contacts", ())) if remembered else set()
    return {mark for mark in said.contacts - known.contacts.get(person, set()) if mark[1] not in before}


def _new_roles(known: Known, said: _Said, person: int, remembered: Memory | None) -> list[PersonRole]:
    before = set(remembered.said.get("roles", ())) if remembered else set()
    return [role for role in said.found.roles if role not in known.roles.get(person, set()) and role not in before]


def _new_groups(known: Known, said: _Said, person: int | None, remembered: Memory | None) -> list[tuple[str, int]]:
    before = set(remembered.said.get("groups", ())) if remembered else set()
    named = ((name, known.groups.get(sort_key(name))) for name in said.found.groups if sort_key(name) not in before)
    return [(name, group) for name, group in named if group is not None and (person is None or (group, person) not in known.members)]


def _group_remarks(known: Known, said: _Said) -> tuple[Remark, ...]:
    nameless, unknown = (
        N_("The group {name} keeps no names; he is not put in it."),
        N_("There is no group called {name}; take the groups in first."),
    )
    missing = (name for name in said.found.groups if sort_key(name) not in known.groups)
    return tuple(Remark(nameless if sort_key(name) in known.nameless else unknown, {"name": name}) for name in missing)


def _update(
    session: Session, known: Known, employers: "_Employers", said: _Said, person: int, contacts: list[dict[str, Any]], today: dt.date
) -> bool:
    remembered = known.memory.get((said.found.source, said.mark))
    remembered = remembered if remembered and remembered.row == person else None
    values = memory.merge(_FIELDS, known.fields[person], said.fields, remembered.said if remembered else None).values
    new = _new_contacts(known, said, person, remembered)
    roles = _new_roles(known, said, person, remembered)
    groups = _new_groups(known, said, person, remembered)
    if values:
        now = {**known.fields[person], **values}
        if values.keys() & {"name", "given", "family"}:
            values["sort_key"] = person_sort_key(now["name"], now["given"], now["family"])
        if "organisation" in values:
            values["organisation_id"] = employers.named(values.pop("organisation"))
        session.execute(update(Person).where(Person.id == person).values(values))
    if new:
        known.contacts[person] |= new
        given = [each for mark, each in clean(said.found.contacts).items() if mark in new]
        rows = rows_for("person_id", person, given)
        contacts += [row | {"rank": len(known.contacts[person]) - len(rows) + number} for number, row in enumerate(rows)]
    _give(session, [(person, role) for role in roles], [(person, group) for _, group in groups], today)
    return bool(values or new or roles or groups)


def _add(
    session: Session,
    known: Known,
    employers: "_Employers",
    new: Sequence[tuple[_Said, tuple[PersonRole, ...]]],
    contacts: list[dict[str, Any]],
    today: dt.date,
) -> list[tuple[str, str, int, Mapping[str, Any]]]:
    if not new:
        return []
    rows = [_columns(said, employers, today) for said, _ in new]
    session.execute(insert(Person), rows)
    uids = [row["uid"] for row in rows]
    ids = dict(session.execute(select(Person.uid, Person.id).where(Person.id > max(known.fields, default=0))).all())
    people = [(ids[uid], said, roles) for uid, (said, roles) in zip(uids, new, strict=True)]
    contacts += [row for person, said, _ in people for row in rows_for("person_id", person, said.found.contacts)]
    groups = [(person, group) for person, said, _ in people for _, group in _new_groups(known, said, None, None)]
    _give(session, [(person, role) for person, _, roles in people for role in roles], groups, today)
    return [(said.found.source, said.mark, person, said.remembered()) for person, said, _ in people]


def _columns(said: _Said, employers: "_Employers", today: dt.date) -> dict[str, Any]:
    fields: PersonMore = {
        "given": said.fields["given"],
        "family": said.fields["family"],
        "title": said.fields["title"],
        "address": said.fields["address"],
        "web": said.fields["web"],
        "language": said.fields["language"],
        "note": said.fields["note"],
        "organisation": employers.named(said.fields["organisation"]),
    }
    return new_values(name=said.fields["name"], today=today, fields=fields)


def _give(session: Session, roles: Sequence[tuple[int, PersonRole]], groups: Sequence[tuple[int, int]], today: dt.date) -> None:
    if roles:
        session.execute(insert(Role), [{"person_id": person, "role": role, "since": today, "until": None} for person, role in roles])
    if groups:
        rows = [
            {"group_id": group, "person_id": person, "role": MemberRole.MEMBER, "since": today, "until": None} for person, group in groups
        ]
        session.execute(insert(Member), rows)


class _Employers:
    """The organisations by name; one that a file names and the book lacks is added."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ids = {
            key: id_ for id_, key in session.execute(select(Organisation.id, Organisation.sort_key).order_by(Organisation.id.desc()))
        }

    def named(self, name: str | None) -> int | None:
        if name is None:
            return None
        from coordinator_app.core import organisations

        key = sort_key(name)
        if key not in self._ids:
            self._ids[key] = organisations.add(self._session, name=name, kind=OrganisationKind.OTHER)
        return self._ids[key]


def _fields_of(session: Session) -> dict[int, dict[str, Any]]:
    own = (Person.id, Person.uid, Person.name, Person.given, Person.family, Person.title, Person.address, Person.web, Person.language)
    rows = session.execute(
        select(*own, Person.note, Organisation.name.label("organisation")).outerjoin(
            Organisation, Organisation.id == Person.organisation_id
        )
    ).mappings()
    return {row["id"]: dict(row) for row in rows}


def _tidied(found: Sequence[FoundPerson]) -> Iterable[tuple[_Said, str | None]]:
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
        yield _Said(person, fields, contacts, mark), first


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
