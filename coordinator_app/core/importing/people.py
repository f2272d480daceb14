"""People of a file compared with the book's, and taken in."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from coordinator_app.core.importing import memory
from coordinator_app.core.importing.found import FoundPerson, Remark, Subject
from coordinator_app.core.importing.memory import Memory
from coordinator_app.core.importing.people_known import Known, Said, tidied
from coordinator_app.core.importing.preview import Action, Choices, Difference, Fate, PreviewRow, Tally
from coordinator_app.core.kinds import ContactKind, MemberRole, OrganisationKind, PersonRole
from coordinator_app.core.model import Contact, Member, Organisation, Person, Role
from coordinator_app.core.people.contacts import clean, rows_for
from coordinator_app.core.people.names import person_sort_key
from coordinator_app.core.people.said import ROLES
from coordinator_app.core.people.values import PersonMore
from coordinator_app.core.people.writing import new_values
from coordinator_app.core.sorting import sort_key
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


def preview(session: Session, found: Sequence[FoundPerson]) -> list[PreviewRow]:
    """What taking in these people would do."""
    known = Known(session)
    return [_row(known, index, said, first) for index, (said, first) in enumerate(tidied(found))]


def apply(session: Session, found: Sequence[FoundPerson], choices: Choices, tally: Tally, *, today: dt.date) -> None:
    """Takes the people in, as chosen."""
    known = Known(session)
    employers = _Employers(session)
    new: list[tuple[Said, tuple[PersonRole, ...]]] = []
    remembered: list[tuple[str, str, int, Mapping[str, Any]]] = []
    contacts: list[dict[str, Any]] = []
    for index, (said, first) in enumerate(tidied(found)):
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


def _row(known: Known, index: int, said: Said, first: str | None) -> PreviewRow:
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


def _differences(known: Known, said: Said, person: int, remembered: Memory | None) -> tuple[Difference, ...]:
    own = known.fields[person]
    fields = memory.merge(_FIELDS, own, said.fields, None if remembered is None else remembered.said).differences
    ways = {ContactKind.PHONE: N_("Phone"), ContactKind.EMAIL: N_("E-mail")}
    new = sorted(_new_contacts(known, said, person, remembered))
    contacts = [Difference(ways[kind], "", normal) for kind, normal in new]
    roles = [Difference(N_("Role"), "", Remark(ROLES[role])) for role in _new_roles(known, said, person, remembered)]
    groups = [Difference(N_("Group"), "", name) for name, _ in _new_groups(known, said, person, remembered)]
    return (*fields, *contacts, *roles, *groups)


def _new_contacts(known: Known, said: Said, person: int, remembered: Memory | None) -> set[tuple[ContactKind, str]]:
    """Contacts the book lacks; one that an earlier import brought and somebody took away stays away."""
    before = set(remembered.said.get("contacts", ())) if remembered else set()
    return {mark for mark in said.contacts - known.contacts.get(person, set()) if mark[1] not in before}


def _new_roles(known: Known, said: Said, person: int, remembered: Memory | None) -> list[PersonRole]:
    before = set(remembered.said.get("roles", ())) if remembered else set()
    return [role for role in said.found.roles if role not in known.roles.get(person, set()) and role not in before]


def _new_groups(known: Known, said: Said, person: int | None, remembered: Memory | None) -> list[tuple[str, int]]:
    before = set(remembered.said.get("groups", ())) if remembered else set()
    named = ((name, known.groups.get(sort_key(name))) for name in said.found.groups if sort_key(name) not in before)
    return [(name, group) for name, group in named if group is not None and (person is None or (group, person) not in known.members)]


def _group_remarks(known: Known, said: Said) -> tuple[Remark, ...]:
    nameless, unknown = (
        N_("The group {name} keeps no names; he is not put in it."),
        N_("There is no group called {name}; take the groups in first."),
    )
    missing = (name for name in said.found.groups if sort_key(name) not in known.groups)
    return tuple(Remark(nameless if sort_key(name) in known.nameless else unknown, {"name": name}) for name in missing)


def _update(
    session: Session, known: Known, employers: "_Employers", said: Said, person: int, contacts: list[dict[str, Any]], today: dt.date
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
    new: Sequence[tuple[Said, tuple[PersonRole, ...]]],
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


def _columns(said: Said, employers: "_Employers", today: dt.date) -> dict[str, Any]:
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
