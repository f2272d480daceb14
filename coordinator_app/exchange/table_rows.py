"""Rows of a table, their columns known, read as groups, people, organisations or headcounts."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from coordinator_app.core.importing.found import (
    Found,
    FoundAttendance,
    FoundGroup,
    FoundOrganisation,
    FoundPerson,
    FoundSlot,
    Remark,
    Subject,
    Unread,
)
from coordinator_app.core.kinds import ContactKind, Mode, OrganisationKind, Rule
from coordinator_app.core.people.values import GivenContact
from coordinator_app.core.sorting import sort_key
from coordinator_app.core.texts import lines
from coordinator_app.exchange import cells
from coordinator_app.exchange.cells import Cell, DateForm
from coordinator_app.exchange.vocabulary import Column, kind_of, mode_of, role_of, service_of, weekday_of
from coordinator_app.i18n import N_

SOURCE = "table"
CALLED: Mapping[Subject, str] = {
    Subject.GROUP: N_("groups"),
    Subject.PERSON: N_("people"),
    Subject.ORGANISATION: N_("organisations"),
    Subject.ATTENDANCE: N_("numbers of participants"),
}
_DEFAULT_MINUTES = 90


class Row(Struct, frozen=True):
    """A row: its number in the file, its filled cells by meaning, and how the table writes dates."""

    where: str
    cells: Mapping[Column, tuple[Cell, ...]]
    dates: DateForm | None

    def cell(self, column: Column) -> Cell:
        return next(iter(self.cells.get(column, ())), None)

    def text(self, column: Column) -> str | None:
        return cells.text(self.cell(column)) or None

    def long(self, column: Column) -> str | None:
        """The text of all cells of that meaning, with its line breaks."""
        return lines("\n".join(cell if isinstance(cell, str) else cells.text(cell) for cell in self.cells.get(column, ())))

    def contacts(self) -> tuple[GivenContact, ...]:
        """Every phone and e-mail of the row; several may share a cell."""
        found = []
        for kind, column in ((ContactKind.PHONE, Column.PHONE), (ContactKind.EMAIL, Column.EMAIL)):
            for cell in self.cells.get(column, ()):
                parts = cells.text(cell).replace(";", ",").replace(" / ", ",").split(",")
                found += [GivenContact(kind, part.strip()) for part in parts if part.strip()]
        return tuple(found)

    def address(self) -> str | None:
        town = " ".join(part for part in (self.text(Column.POSTCODE), self.text(Column.TOWN)) if part)
        return lines("\n".join(part for part in (self.long(Column.ADDRESS), town) if part))


def read(subject: Subject, rows: Sequence[Row], found: Found) -> Found:
    """Adds to `found` what the rows say."""
    reader: Callable[[Row], object] = {
        Subject.GROUP: _group,
        Subject.PERSON: _person,
        Subject.ORGANISATION: _organisation,
        Subject.ATTENDANCE: _attendance,
    }[subject]
    said = [(row, reader(row)) for row in rows]
    each = [value for _, value in said]
    return replace(
        found,
        groups=_joined([value for value in each if isinstance(value, FoundGroup)]),
        people=tuple(value for value in each if isinstance(value, FoundPerson)),
        organisations=tuple(value for value in each if isinstance(value, FoundOrganisation)),
        attendances=tuple(value for value in each if isinstance(value, FoundAttendance)),
        unread=found.unread + tuple(Unread(row.where, value) for row, value in said if isinstance(value, Remark)),
    )


def _person(row: Row) -> FoundPerson | Remark:
    given, family = row.text(Column.GIVEN), row.text(Column.FAMILY)
    contacts = row.contacts()
    name = (
        row.text(Column.NAME)
        or " ".join(part for part in (given, family) if part)
        or next((each.value for each in reversed(contacts)), None)
    )
    if name is None:
        return Remark(N_("It has no name, phone or e-mail."))
    words = [word.strip() for word in (row.text(Column.ROLE) or "").replace(";", ",").replace("/", ",").split(",") if word.strip()]
    roles = [role for word in words if (role := role_of(word))]
    unknown = [word for word in words if role_of(word) is None]
    remarks = tuple(Remark(N_("The role “{word}” is not known and was left out."), {"word": word}) for word in unknown)
    groups = (row.text(Column.GROUP) or "").replace(";", ",").split(",")
    return FoundPerson(
        where=row.where,
        source=SOURCE,
        source_id=row.text(Column.MARK),
        name=name,
        given=given,
        family=family,
        contacts=contacts,
        organisation=row.text(Column.ORGANISATION),
        title=row.text(Column.TITLE),
        address=row.address(),
        web=row.text(Column.WEB),
        language=_language(row.text(Column.LANGUAGE)),
        note=row.long(Column.NOTE),
        roles=tuple(dict.fromkeys(roles)),
        groups=tuple(group.strip() for group in groups if group.strip()),
        remarks=remarks,
    )


def _organisation(row: Row) -> FoundOrganisation | Remark:
    name = row.text(Column.NAME) or row.text(Column.ORGANISATION)
    if name is None:
        return Remark(N_("It has no name."))
    kind = kind_of(row.text(Column.KIND) or "") or OrganisationKind.OTHER
    mark = row.text(Column.MARK)
    return FoundOrganisation(
        row.where, SOURCE, mark, name, kind, row.contacts(), row.address(), row.text(Column.WEB), row.long(Column.NOTE)
    )


def _attendance(row: Row) -> FoundAttendance | Remark:
    on, group, headcount = cells.day(row.cell(Column.DATE), row.dates), row.text(Column.GROUP), cells.whole(row.cell(Column.HEADCOUNT))
    if group is None:
        return Remark(N_("It names no group."))
    if on is None:
        return Remark(N_("It has no date that can be read."))
    if headcount is None:
        said = row.text(Column.HEADCOUNT)
        return (
            Remark(N_("“{said}” is not a number of participants."), {"said": said})
            if said
            else Remark(N_("It has no number of participants."))
        )
    parts = {name: cells.whole(row.cell(column)) for name, column in _PARTS.items()}
    above = [name for name, value in parts.items() if value is not None and value > headcount]
    remarks = tuple(Remark(N_("A part is above the whole and was left out.")) for _ in above[:1])
    kept = {name: None if name in above else value for name, value in parts.items()}
    return FoundAttendance(row.where, group, on, headcount, **kept, remarks=remarks)


_PARTS = {"newcomers": Column.NEWCOMERS, "remote": Column.REMOTE, "children": Column.CHILDREN}


def _group(row: Row) -> FoundGroup | Remark:
    name = row.text(Column.NAME) or row.text(Column.GROUP)
    if name is None:
        return Remark(N_("It has no name."))
    label = row.text(Column.LABEL) or (row.text(Column.GROUP) if row.text(Column.NAME) else None)
    slot, remarks = _slot(row)
    service = row.text(Column.SERVICE)
    code = service_of(service) if service else None
    if service and code is None:
        remarks.append(Remark(N_("The service “{word}” is not known and was left out."), {"word": service}))
    contacts = row.contacts()
    if contacts or row.text(Column.CONTACT):
        remarks.append(Remark(N_("Its contact will stand on the printed schedule: check that he agrees.")))
    return FoundGroup(
        where=row.where,
        source=SOURCE,
        source_id=row.text(Column.MARK),
        name=name,
        slots=(slot,) if slot else (),
        label=None if label == name else label,
        note=row.long(Column.NOTE),
        service=code,
        web=row.text(Column.WEB),
        contact=row.text(Column.CONTACT),
        phone=next((each.value for each in contacts if each.kind is ContactKind.PHONE), None),
        email=next((each.value for each in contacts if each.kind is ContactKind.EMAIL), None),
        remarks=tuple(remarks),
    )


def _slot(row: Row) -> tuple[FoundSlot | None, list[Remark]]:
    remarks: list[Remark] = []
    said = " ".join(part for part in (row.text(Column.WEEKDAY), row.text(Column.STARTS)) if part)
    weekday = weekday_of(row.text(Column.WEEKDAY) or "") or weekday_of(row.text(Column.STARTS) or "")
    when = cells.times(row.cell(Column.STARTS)) or cells.times(_after_weekday(row.text(Column.WEEKDAY)))
    if weekday is None or not when:
        why = (
            N_("Its weekday and time “{said}” cannot be read; it is taken in without them.") if said else N_("It has no weekday and time.")
        )
        return None, [Remark(why, {"said": said} if said else {})]
    ends = cells.times(row.cell(Column.ENDS)) or when[1:]
    long = cells.minutes(row.cell(Column.MINUTES)) or (_between(when[0], ends[0]) if ends else None)
    if long is None:
        remarks.append(Remark(N_("It does not say when it ends; {minutes} minutes are assumed."), {"minutes": _DEFAULT_MINUTES}))
    if weekday.interval > 1:
        remarks.append(Remark(N_("It meets every other week: check that the first week is right.")))
    rule = Rule.MONTHLY if weekday.nth is not None else Rule.EVERY_N_WEEKS if weekday.interval > 1 else Rule.WEEKLY
    slot = FoundSlot(
        weekday=weekday.weekday,
        starts=when[0],
        minutes=long or _DEFAULT_MINUTES,
        rule=rule,
        interval=weekday.interval,
        nth=weekday.nth,
        place=row.text(Column.PLACE),
        address=row.address(),
        mode=mode_of(row.text(Column.MODE) or "") or Mode.IN_PERSON,
        link=row.text(Column.LINK),
    )
    return slot, remarks


def _after_weekday(text: str | None) -> str | None:
    """The time in `ti klo 18` or `kuukauden 1. tiistai klo 18`: what follows `klo` or the weekday's name."""
    words = (text or "").split()
    last = max((number for number, word in enumerate(words) if weekday_of(word)), default=None)
    return None if last is None else " ".join(words[last + 1 :])


def _joined(groups: Sequence[FoundGroup]) -> tuple[FoundGroup, ...]:
    """Rows of one name and label are one group that meets by several rules."""
    found: dict[tuple[str, str], FoundGroup] = {}
    for group in groups:
        mark = (sort_key(group.name), sort_key(group.label or ""))
        one = found.get(mark)
        if one is None:
            found[mark] = group
            continue
        slots = one.slots + tuple(slot for slot in group.slots if slot not in one.slots)
        remarks = one.remarks + tuple(each for each in group.remarks if each not in one.remarks)
        found[mark] = replace(one, where=f"{one.where}, {group.where}", slots=slots, note=one.note or group.note, remarks=remarks)
    return tuple(found.values())


def _between(starts: dt.time, ends: dt.time) -> int | None:
    return (60 * ends.hour + ends.minute - 60 * starts.hour - starts.minute) % (24 * 60) or None


def _language(said: str | None) -> str | None:
    known = {
        "suomi": "fi",
        "finska": "fi",
        "finnish": "fi",
        "ruotsi": "sv",
        "svenska": "sv",
        "swedish": "sv",
        "englanti": "en",
        "engelska": "en",
    }
    word = (said or "").strip().casefold()
    return known.get(word, word[:2]) if word else None
