"""Organisations of a file compared with the book's, and taken in."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from coordinator_app.core import organisations
from coordinator_app.core.importing import memory
from coordinator_app.core.importing.found import FoundOrganisation, Remark, Subject
from coordinator_app.core.importing.preview import Action, Choices, Difference, Fate, PreviewRow, Tally
from coordinator_app.core.kinds import ContactKind
from coordinator_app.core.model import Contact, Organisation
from coordinator_app.core.organisations import OrganisationMore
from coordinator_app.core.people.contacts import clean, rows_for
from coordinator_app.core.sorting import sort_key
from coordinator_app.core.texts import lines, one_line
from coordinator_app.i18n import N_

_FIELDS = {"name": N_("Name"), "address": N_("Address"), "web": N_("Web page"), "note": N_("Note")}


class _Known:
    def __init__(self, session: Session) -> None:
        columns = (Organisation.id, Organisation.name, Organisation.sort_key, Organisation.address, Organisation.web, Organisation.note)
        self.fields = {row["id"]: dict(row) for row in session.execute(select(*columns).order_by(Organisation.id.desc())).mappings()}
        self.by_name = {fields["sort_key"]: id_ for id_, fields in self.fields.items()}
        self.memory = memory.load(session, Organisation)
        self.contacts: dict[int, set[tuple[ContactKind, str]]] = defaultdict(set)
        ways = select(Contact.organisation_id, Contact.kind, Contact.normal).where(Contact.organisation_id.is_not(None))
        for owner, kind, normal in session.execute(ways):
            if owner is not None:
                self.contacts[owner].add((kind, normal))

    def compare(self, found: FoundOrganisation, existing: int) -> tuple[memory.Merge, set[tuple[ContactKind, str]]]:
        remembered = self.memory.get((found.source, mark(found)))
        said = remembered.said if remembered and remembered.row == existing else None
        before = set(said.get("contacts", ())) if said else set()
        new = {each for each in clean(found.contacts).keys() - self.contacts[existing] if each[1] not in before}
        return memory.merge(_FIELDS, self.fields[existing], _tidy(found), said), new


def mark(found: FoundOrganisation) -> str:
    """What the source knows it by, or its name."""
    return found.source_id or f"={sort_key(found.name)}"


def preview(session: Session, found: Sequence[FoundOrganisation]) -> list[PreviewRow]:
    """What taking in these organisations would do."""
    known = _Known(session)
    return [_row(known, found, index) for index in range(len(found))]


def apply(session: Session, found: Sequence[FoundOrganisation], choices: Choices, tally: Tally) -> None:
    """Takes the organisations in, as chosen."""
    known = _Known(session)
    remembered: list[tuple[str, str, int, Mapping[str, Any]]] = []
    for index, each in enumerate(found):
        action, existing = choices.action(_row(known, found, index))
        fields = _tidy(each)
        if action is Action.ADD:
            more: OrganisationMore = {"address": fields["address"], "web": fields["web"], "note": fields["note"]}
            existing = organisations.add(session, name=each.name, kind=each.kind, contacts=each.contacts, **more)
            tally.added[Subject.ORGANISATION] += 1
        elif action is Action.SKIP or existing is None or existing not in known.fields:
            tally.left_out[Subject.ORGANISATION] += 1
            continue
        else:
            changed = _update(session, known, each, existing)
            (tally.changed if changed else tally.unchanged)[Subject.ORGANISATION] += 1
        said = fields | {"contacts": sorted(normal for _, normal in clean(each.contacts))}
        remembered.append((each.source, mark(each), existing, said))
    memory.remember(session, Organisation, remembered)


def _row(known: _Known, found: Sequence[FoundOrganisation], index: int) -> PreviewRow:
    each = found[index]
    base = PreviewRow(Subject.ORGANISATION, index, each.where, each.name, Fate.NEW, remarks=each.remarks)
    first = next((other.where for other in found[:index] if mark(other) == mark(each)), None)
    if first is not None:
        return replace(base, fate=Fate.REPEATED, remarks=(*base.remarks, Remark(N_("The same as in {where}."), {"where": first})))
    remembered = known.memory.get((each.source, mark(each)))
    existing = remembered.row if remembered else known.by_name.get(sort_key(each.name))
    if existing is None:
        return base
    merged, new = known.compare(each, existing)
    ways = {ContactKind.PHONE: N_("Phone"), ContactKind.EMAIL: N_("E-mail")}
    differences = (*merged.differences, *(Difference(ways[kind], "", normal) for kind, normal in sorted(new)))
    changes = any(not each.kept for each in differences)
    return replace(base, fate=Fate.CHANGED if changes else Fate.UNCHANGED, existing=existing, differences=differences)


def _update(session: Session, known: _Known, found: FoundOrganisation, existing: int) -> bool:
    merged, new = known.compare(found, existing)
    if merged.values:
        organisations.change(session, organisation=existing, **merged.values)
    if new:
        given = [each for way, each in clean(found.contacts).items() if way in new]
        rows = rows_for("organisation_id", existing, given)
        session.execute(insert(Contact), [row | {"rank": len(known.contacts[existing]) + number} for number, row in enumerate(rows)])
    return bool(merged.values or new)


def _tidy(found: FoundOrganisation) -> dict[str, Any]:
    return {"name": one_line(found.name), "address": lines(found.address), "web": one_line(found.web), "note": lines(found.note)}
