"""Groups of a file compared with the book's, and taken in."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from coordinator_app.core import groups, places
from coordinator_app.core.catalogue import DEFAULT_SERVICE
from coordinator_app.core.groups import SlotForm
from coordinator_app.core.importing import memory, slots
from coordinator_app.core.importing.found import FoundGroup, FoundSlot, Remark, Subject
from coordinator_app.core.importing.memory import Memory
from coordinator_app.core.importing.preview import Action, Choices, Difference, Fate, Likeness, PreviewRow, Tally
from coordinator_app.core.importing.slots import KnownSlot
from coordinator_app.core.model import Group, Place, Slot
from coordinator_app.core.recurrence import SlotRule
from coordinator_app.core.sorting import sort_key
from coordinator_app.core.texts import lines, one_line
from coordinator_app.i18n import N_

_FIELDS = {
    "name": N_("Name"),
    "label": N_("Belongs to"),
    "note": N_("Note"),
    "web": N_("Web page"),
    "public_contact": N_("Contact"),
    "public_phone": N_("Phone"),
    "public_email": N_("E-mail"),
    "service": N_("Service"),
}
_ALIKE = 90.0


class _Said(Struct, frozen=True):
    """A group of the file, tidied: its fields as the book would hold them, its slots by their marks, its own mark."""

    found: FoundGroup
    fields: Mapping[str, Any]
    slots: Mapping[str, FoundSlot]
    mark: str

    def remembered(self, rows: Mapping[str, int]) -> dict[str, Any]:
        """`rows` are the slots' ids in the book."""
        return {**self.fields, "slots": {mark: [rows.get(mark), slots.plain(slot)] for mark, slot in self.slots.items()}}


class _Compared(Struct, frozen=True):
    """What the file changes of a group: fields, slots to add, slots (by id) to change."""

    fields: Mapping[str, Any]
    new: Mapping[str, FoundSlot]
    changed: Mapping[int, tuple[str, FoundSlot]]
    same: Mapping[str, int]
    differences: tuple[Difference, ...]


class _Known:
    """The groups of the book, with the slots that hold today or later."""

    def __init__(self, session: Session, today: dt.date) -> None:
        columns = (Group.id, Group.sort_key, *(getattr(Group, name) for name in _FIELDS))
        self.fields = {row["id"]: dict(row) for row in session.execute(select(*columns)).mappings()}
        self.slots: dict[int, list[KnownSlot]] = defaultdict(list)
        now = or_(Slot.valid_until.is_(None), Slot.valid_until >= today)
        own = (Slot.id, Slot.group_id, Slot.rule, Slot.weekday, Slot.interval, Slot.nth, Slot.starts, Slot.minutes, Slot.mode, Slot.link)
        rows = session.execute(
            select(*own, Place.name.label("place"), Place.address).outerjoin(Place, Place.id == Slot.place_id).where(now).order_by(Slot.id)
        )
        for row in rows.mappings():
            self.slots[row["group_id"]].append(KnownSlot(row["id"], slots.plain_row(row)))
        self.memory = memory.load(session, Group)
        self.by_slot = {(source, mark): each for (source, _), each in self.memory.items() for mark in each.said.get("slots", {})}
        self.by_name: dict[str, list[int]] = defaultdict(list)
        for group, fields in self.fields.items():
            self.by_name[fields["sort_key"]].append(group)

    def find(self, said: _Said) -> tuple[int | None, Memory | None]:
        """The group of the book that this is, and what an earlier import said of it."""
        source = said.found.source
        marks = [each.source_id for each in said.found.slots if each.source_id]
        found = self.memory.get((source, said.mark)) or next(
            (self.by_slot[source, mark] for mark in marks if (source, mark) in self.by_slot), None
        )
        if found is not None:
            return found.row, found
        times = {(each.weekday, f"{each.starts:%H:%M}") for each in said.found.slots}
        for group in self.by_name.get(sort_key(said.fields["name"]), ()):
            if any((slot.said["weekday"], slot.said["starts"]) in times for slot in self.slots[group]):
                return group, None
        return None, None

    def like(self, said: _Said) -> tuple[Likeness, ...]:
        """Groups it may be: of the same name, or of a name that hardly differs and the same weekday and time."""
        from rapidfuzz import fuzz

        key = sort_key(said.fields["name"])
        times = {(each.weekday, f"{each.starts:%H:%M}") for each in said.found.slots}
        near = [
            group
            for group, fields in self.fields.items()
            if fields["sort_key"] == key
            or (
                any((slot.said["weekday"], slot.said["starts"]) in times for slot in self.slots[group])
                and fuzz.ratio(key, fields["sort_key"]) >= _ALIKE
            )
        ]
        return tuple(Likeness(group, self.fields[group]["name"]) for group in near[:3])


def preview(session: Session, found: Sequence[FoundGroup], *, today: dt.date) -> list[PreviewRow]:
    """What taking in these groups would do."""
    known = _Known(session, today)
    return [_row(known, index, said, first) for index, (said, first) in enumerate(_tidied(found))]


def apply(session: Session, found: Sequence[FoundGroup], choices: Choices, tally: Tally, *, today: dt.date) -> None:
    """Takes the groups in, as chosen; new ones meet by their rules from today on."""
    known = _Known(session, today)
    where = _Places(session, found)
    remembered: list[tuple[str, str, int, Mapping[str, Any]]] = []
    for index, (said, first) in enumerate(_tidied(found)):
        action, existing = choices.action(_row(known, index, said, first))
        if action is Action.ADD:
            group, rows = _add(session, said, where, today)
            tally.added[Subject.GROUP] += 1
        elif action is Action.SKIP or existing is None or existing not in known.fields:
            tally.left_out[Subject.GROUP] += 1
            continue
        else:
            group = existing
            changed, rows = _update(session, known, said, group, where, today)
            (tally.changed if changed else tally.unchanged)[Subject.GROUP] += 1
        old = known.memory.get((said.found.source, said.mark)) or known.find(said)[1]
        kept = {mark: value for mark, value in (old.said.get("slots", {}) if old and old.row == group else {}).items() if mark not in rows}
        words = said.remembered(rows)
        remembered.append(
            (said.found.source, old.mark if old and old.row == group else said.mark, group, words | {"slots": kept | words["slots"]})
        )
    memory.remember(session, Group, remembered)


def _row(known: _Known, index: int, said: _Said, first: str | None) -> PreviewRow:
    base = PreviewRow(Subject.GROUP, index, said.found.where, said.fields["name"], Fate.NEW, remarks=said.found.remarks)
    if first is not None:
        return replace(base, fate=Fate.REPEATED, remarks=(*base.remarks, Remark(N_("The same as in {where}."), {"where": first})))
    existing, remembered = known.find(said)
    if existing is None:
        like = known.like(said)
        return replace(base, fate=Fate.LOOKS_LIKE if like else Fate.NEW, like=like)
    differences = _compare(known, said, existing, remembered).differences
    changes = any(not each.kept for each in differences)
    return replace(base, fate=Fate.CHANGED if changes else Fate.UNCHANGED, existing=existing, differences=differences)


def _compare(known: _Known, said: _Said, group: int, remembered: Memory | None) -> _Compared:
    before = remembered.said if remembered and remembered.row == group else None
    own = known.fields[group]
    if own["service"] == DEFAULT_SERVICE and said.fields["service"] not in (None, DEFAULT_SERVICE) and not (before or {}).get("service"):
        # Every group has a service; the default one is no statement of the user.
        own = {**own, "service": None}
    fields = memory.merge(_FIELDS, own, said.fields, before)
    paired = slots.compare(said.slots, known.slots[group], None if before is None else before.get("slots", {}))
    return _Compared(fields.values, paired.new, paired.changed, paired.same, (*fields.differences, *paired.differences))


def _add(session: Session, said: _Said, where: "_Places", today: dt.date) -> tuple[int, dict[str, int]]:
    fields = {name: value for name, value in said.fields.items() if value is not None}
    forms = tuple(_form(each, where, today) for each in said.slots.values())
    group = groups.add(session, today=today, slots=forms, **fields)
    rows = session.scalars(select(Slot.id).where(Slot.group_id == group).order_by(Slot.id)).all()
    return group, dict(zip(said.slots, rows, strict=True))


def _update(session: Session, known: _Known, said: _Said, group: int, where: "_Places", today: dt.date) -> tuple[bool, dict[str, int]]:
    compared = _compare(known, said, group, known.find(said)[1])
    if compared.fields:
        groups.change(session, group=group, today=today, **compared.fields)
    rows = dict(compared.same)
    for mark, slot in compared.new.items():
        rows[mark] = groups.add_slot(session, group=group, slot=_form(slot, where, today), today=today)
    for row, (mark, slot) in compared.changed.items():
        rows[mark] = groups.change_slot(session, slot=row, to=_form(slot, where, today), today=today)
    return bool(compared.fields or compared.new or compared.changed), rows


def _form(slot: FoundSlot, where: "_Places", today: dt.date) -> SlotForm:
    rule = SlotRule(slot.rule, slot.weekday, slot.starts, slot.minutes, today, interval=slot.interval, nth=slot.nth, dates=slot.dates)
    return SlotForm(rule, where.of(slot), slot.mode, slot.link)


class _Places:
    """The places a file names, found or added as they are needed; their notes are gathered from all its rows."""

    def __init__(self, session: Session, found: Sequence[FoundGroup]) -> None:
        self._session = session
        self._ids: dict[tuple[str, str], int | None] = {}
        self._notes: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for slot in (slot for group in found for slot in group.slots):
            if slot.place_note:
                self._notes[self._key(slot)][slot.place_note] = None

    def of(self, slot: FoundSlot) -> int | None:
        name = one_line(slot.place) or one_line(slot.address)
        if name is None:
            return None
        key = self._key(slot)
        if key not in self._ids:
            self._ids[key] = place = places.named(self._session, name=name, address=lines(slot.address) if slot.place else None)
            if notes := "\n".join(self._notes[key]):
                self._session.execute(update(Place).where(Place.id == place, Place.note.is_(None)).values(note=notes))
        return self._ids[key]

    @staticmethod
    def _key(slot: FoundSlot) -> tuple[str, str]:
        return sort_key(slot.place or ""), sort_key(slot.address or "")


def _tidied(found: Sequence[FoundGroup]) -> list[tuple[_Said, str | None]]:
    """Each group of the file as the book would hold it, and where it already stands in the file, if it does."""
    seen: dict[str, str] = {}
    tidied = []
    for group in found:
        fields = {
            "name": one_line(group.name),
            "label": one_line(group.label),
            "note": lines(group.note),
            "web": one_line(group.web),
            "public_contact": one_line(group.contact),
            "public_phone": one_line(group.phone),
            "public_email": one_line(group.email),
            "service": group.service,
        }
        own = slots.marked(group.slots)
        mark = group.source_id or f"={sort_key(group.name)}|{sort_key(group.label or '')}"
        if group.source_id is None and mark in seen and own:
            mark = f"{mark}|{next(iter(own))}"
        first = seen.get(mark)
        seen.setdefault(mark, group.where)
        tidied.append((_Said(group, fields, own, mark), first))
    return tidied
