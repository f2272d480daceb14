"""Taking in: what is new, what is known, what somebody has edited since; one undo, and a second time nothing."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator_app.core import consent, groups, importing, meetings, organisations, people
from coordinator_app.core.importing import (
    Action,
    Choice,
    Choices,
    Fate,
    Found,
    FoundAttendance,
    FoundGroup,
    FoundOrganisation,
    FoundPerson,
    FoundSlot,
    Subject,
)
from coordinator_app.core.kinds import ContactKind, MeetingState, NamesKept, OrganisationKind, PersonRole
from coordinator_app.core.model import Table
from coordinator_app.core.people import GivenContact
from coordinator_app.core.periods import Span
from coordinator_app.storage.database import Database

PHONE = GivenContact(ContactKind.PHONE, "040 123 4567")
MAIL = GivenContact(ContactKind.EMAIL, "matti@example.fi")
MATTI = FoundPerson("1", "vcard", None, "Matti Virtanen", contacts=(PHONE, MAIL), note="kahvi", organisation="Turun kaupunki")
SLOT = FoundSlot(1, dt.time(18), 90, source_id="ti", place="Kirjasto")
GROUP = FoundGroup("1", "meeting-guide", "ti", "Isät", (SLOT,), note="ovi auki")


def file(*rows: FoundGroup | FoundPerson | FoundOrganisation | FoundAttendance) -> Found:
    return Found(
        "tiedosto",
        "vCard",
        groups=tuple(row for row in rows if isinstance(row, FoundGroup)),
        people=tuple(row for row in rows if isinstance(row, FoundPerson)),
        organisations=tuple(row for row in rows if isinstance(row, FoundOrganisation)),
        attendances=tuple(row for row in rows if isinstance(row, FoundAttendance)),
    )


def every_row(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    tables = [table for table in Table.metadata.sorted_tables if not table.name.startswith("history_")]
    return {table.name: sorted((tuple(row) for row in session.execute(select(table))), key=repr) for table in tables}


def take(book: Database, today: dt.date, *rows: Any, choices: Choices | None = None) -> importing.Imported:
    return book.write(importing.apply, found=file(*rows), today=today, choices=choices).result


def fates(book: Database, today: dt.date, *rows: Any) -> list[Fate]:
    return [row.fate for row in book.read(importing.preview, found=file(*rows), today=today).rows]


def test_a_preview_writes_nothing_and_one_undo_takes_all_back(book: Database, today: dt.date) -> None:
    before = book.read(every_row)
    rows = (
        GROUP,
        MATTI,
        replace(MATTI, name="Teppo", contacts=(), groups=("Isät",)),
        FoundOrganisation("3", "vcard", None, "Turun Sanomat"),
    )
    assert fates(book, today, *rows) == [Fate.NEW] * 4
    assert book.read(every_row) == before
    done = book.write(importing.apply, found=file(*rows), today=today)
    assert done.result.added == {Subject.GROUP: 1, Subject.ORGANISATION: 1, Subject.PERSON: 2}
    assert {"grp", "person", "organisation", "member", "meeting"} <= done.kinds
    assert fates(book, today, *rows) == [Fate.UNCHANGED] * 4
    assert book.write(importing.apply, found=file(*rows), today=today).entry is None
    book.undo()
    assert book.read(every_row) == before


def test_a_second_import_updates_only_what_nobody_has_edited(book: Database, today: dt.date) -> None:
    take(book, today, MATTI)
    (row,) = book.read(people.listing, today=today)
    book.write(people.change, person=row.id, note="ei kahvia")
    newer = replace(MATTI, note="teetä", title="puuseppä", organisation="Raision kaupunki")
    (line,) = book.read(importing.preview, found=file(newer), today=today).rows
    assert (line.fate, {(each.field, each.after, each.kept) for each in line.differences}) == (
        Fate.CHANGED,
        {("Note", "teetä", True), ("Title", "puuseppä", False), ("Organisation", "Raision kaupunki", False)},
    )
    take(book, today, newer)
    one = book.read(people.detail, person=row.id)
    assert (one.note, one.title, one.organisation_name) == ("ei kahvia", "puuseppä", "Raision kaupunki")
    take(book, today, replace(newer, title=None))
    assert book.read(people.detail, person=row.id).title is None


def test_a_contact_taken_away_stays_away_and_a_new_one_comes(book: Database, today: dt.date) -> None:
    marked = replace(MATTI, source_id="uid-1")
    take(book, today, marked)
    (row,) = book.read(people.listing, today=today)
    book.write(people.set_contacts, person=row.id, contacts=(MAIL,))
    assert fates(book, today, marked) == [Fate.UNCHANGED]
    take(book, today, replace(marked, name="Matti Virta", contacts=(PHONE, MAIL, GivenContact(ContactKind.PHONE, "0507654321"))))
    one = book.read(people.detail, person=row.id)
    assert (one.name, one.family) == ("Matti Virta", "Virta")
    assert [each.value for each in one.contacts] == ["matti@example.fi", "0507654321"]


def test_one_man_in_two_files_is_one_man(book: Database, today: dt.date) -> None:
    take(book, today, replace(MATTI, contacts=(PHONE,)))
    other = FoundPerson("5", "table", None, "Virtanen, Matti", contacts=(GivenContact(ContactKind.PHONE, "+358401234567"), MAIL))
    assert fates(book, today, other) == [Fate.CHANGED]
    take(book, today, other)
    (row,) = book.read(people.listing, today=today)
    assert (row.name, row.email) == ("Matti Virtanen", "matti@example.fi")


def test_lookalikes_are_added_unless_chosen_otherwise(book: Database, today: dt.date) -> None:
    take(book, today, MATTI)
    (matti,) = book.read(people.listing, today=today)
    like = FoundPerson("2", "vcard", None, "Matti Wirtane", contacts=(GivenContact(ContactKind.PHONE, "0501111111"),))
    (line,) = book.read(importing.preview, found=file(like), today=today).rows
    assert (line.fate, [each.id for each in line.like]) == (Fate.LOOKS_LIKE, [matti.id])
    skip = Choices({(Subject.PERSON, 0): Choice(Action.SKIP)})
    assert take(book, today, like, choices=skip).left_out == {Subject.PERSON: 1}
    same = Choices({(Subject.PERSON, 0): Choice(Action.SAME_AS, matti.id)})
    assert take(book, today, like, choices=same).changed == {Subject.PERSON: 1}
    assert len(book.read(people.listing, today=today)) == 1
    assert fates(book, today, like) == [Fate.UNCHANGED]
    other = replace(like, contacts=())
    assert take(book, today, other, choices=Choices(role=PersonRole.VOLUNTEER)).added == {Subject.PERSON: 1}
    assert [row.roles for row in book.read(people.listing, today=today, role=PersonRole.VOLUNTEER)] == [(PersonRole.VOLUNTEER,)]


def test_repeated_rows_are_shown_and_first_names_are_not_taken_for_one(book: Database, today: dt.date) -> None:
    pekka = FoundPerson("7", "table", None, "Pekka")
    rows = (MATTI, replace(MATTI, where="2"), pekka, replace(pekka, where="8"))
    assert fates(book, today, *rows) == [Fate.NEW, Fate.REPEATED, Fate.NEW, Fate.NEW]
    done = take(book, today, *rows)
    assert (done.added, done.left_out) == ({Subject.PERSON: 3}, {Subject.PERSON: 1})
    assert fates(book, today, *rows) == [Fate.UNCHANGED, Fate.REPEATED, Fate.UNCHANGED, Fate.UNCHANGED]


def test_an_absent_row_takes_nothing_away(book: Database, today: dt.date) -> None:
    take(book, today, MATTI, replace(MATTI, name="Teppo", contacts=()))
    take(book, today, MATTI)
    assert len(book.read(people.listing, today=today)) == 2


def test_names_from_a_file_are_asked_about(book: Database, today: dt.date) -> None:
    take(book, today, GROUP)
    book.write(groups.change, group=book.read(groups.by_name, name="Isät"), today=today, names_kept=NamesKept.NAMED)
    (line,) = book.read(importing.preview, found=file(replace(MATTI, groups=("Isät", "Ei ole"))), today=today).rows
    assert [str(each.values["name"]) for each in line.remarks] == ["Ei ole"]
    take(book, today, replace(MATTI, groups=("Isät", "Ei ole")))
    assert [each.name for each in book.read(consent.missing, today=today)] == ["Matti Virtanen"]


def test_no_name_goes_into_a_group_that_keeps_none(book: Database, today: dt.date) -> None:
    take(book, today, replace(GROUP, service="violence_used"))
    (line,) = book.read(importing.preview, found=file(replace(MATTI, groups=("Isät",))), today=today).rows
    assert len(line.remarks) == 1
    take(book, today, replace(MATTI, groups=("Isät",)))
    assert book.read(groups.detail, group=book.read(groups.by_name, name="Isät")).members == ()


def test_a_group_changes_from_today_where_nobody_has_touched_it(book: Database, today: dt.date) -> None:
    take(book, today, GROUP)
    group = book.read(groups.by_name, name="Isät")
    assert [slot.place_name for slot in book.read(groups.detail, group=group).slots] == ["Kirjasto"]
    later = replace(
        GROUP, slots=(replace(SLOT, starts=dt.time(17)), replace(SLOT, source_id="to", weekday=3)), note="ovi kiinni", service="fatherhood"
    )
    assert fates(book, today, later) == [Fate.CHANGED]
    assert take(book, today, later).changed == {Subject.GROUP: 1}
    one = book.read(groups.detail, group=group)
    assert (one.note, one.service) == ("ovi kiinni", "fatherhood")
    assert {(slot.rule.weekday, slot.rule.starts) for slot in one.slots} == {(1, dt.time(17)), (3, dt.time(18))}
    assert fates(book, today, later) == [Fate.UNCHANGED]
    # The source forgets a day and renames the rest: nothing goes, the group is still known by its row.
    assert fates(book, today, replace(GROUP, source_id="to", name="Isien ryhmä", slots=(later.slots[1],), note="ovi kiinni")) == [
        Fate.CHANGED
    ]


def test_a_slot_changed_by_hand_stays(book: Database, today: dt.date) -> None:
    take(book, today, GROUP)
    group = book.read(groups.by_name, name="Isät")
    (slot,) = book.read(groups.detail, group=group).slots
    to = groups.SlotForm(replace(slot.rule, starts=dt.time(19)), slot.place, slot.mode)
    book.write(groups.change_slot, slot=slot.id, to=to, today=today)
    later = replace(GROUP, slots=(replace(SLOT, starts=dt.time(17)),))
    (line,) = book.read(importing.preview, found=file(later), today=today).rows
    assert (line.fate, [(each.field, each.before, each.after, each.kept) for each in line.differences]) == (
        Fate.UNCHANGED,
        [("Starts", "19:00", "17:00", True)],
    )
    take(book, today, later)
    assert {slot.rule.starts for slot in book.read(groups.detail, group=group).slots} == {dt.time(19)}


def test_a_group_written_by_hand_is_known_by_name_and_time(book: Database, today: dt.date) -> None:
    take(book, today, replace(GROUP, source="table", source_id=None, note=None))
    assert fates(book, today, GROUP) == [Fate.CHANGED]
    assert fates(book, today, replace(GROUP, slots=(replace(SLOT, weekday=4),))) == [Fate.LOOKS_LIKE]
    take(book, today, GROUP)
    assert len(book.read(groups.listing, today=today, records_begin=today)) == 1


def test_organisations_come_in_and_are_filled(book: Database, today: dt.date) -> None:
    book.write(organisations.add, name="Turun Sanomat")
    paper = FoundOrganisation("1", "vcard", None, "TURUN SANOMAT", OrganisationKind.MEDIA, (PHONE,), web="https://ts.fi")
    assert fates(book, today, paper, replace(paper, where="2")) == [Fate.CHANGED, Fate.REPEATED]
    take(book, today, paper)
    (row,) = book.read(organisations.listing, today=today)
    assert (row.name, row.phone) == ("Turun Sanomat", PHONE.value)
    assert fates(book, today, paper) == [Fate.UNCHANGED]


def test_headcounts_fill_meetings_and_conflicts_wait_for_a_choice(book: Database, today: dt.date) -> None:
    group = book.write(groups.add, name="Isät", today=today).result
    week = dt.timedelta(days=7)
    for weeks, headcount in ((1, 5), (2, 6)):
        book.write(meetings.record_on, group=group, on=today - weeks * week, state=MeetingState.COUNTED, today=today, headcount=headcount)
    book.write(meetings.record_on, group=group, on=today - 3 * week, state=MeetingState.CANCELLED, today=today, reason="break")
    book.write(meetings.add_extra, group=group, on=today - 4 * week)
    days = [today - week, today - 2 * week, today - 3 * week, today - 4 * week, today - 5 * week, today + week]
    rows = [FoundAttendance(str(number), "isät", on, 5 + number % 2 * 4, newcomers=1) for number, on in enumerate(days)]
    rows[0] = replace(rows[0], newcomers=None)
    rows += [replace(rows[0], where="9"), FoundAttendance("10", "Ei ole", today, 3)]
    assert fates(book, today, *rows) == [
        Fate.UNCHANGED,
        Fate.CONFLICT,
        Fate.CONFLICT,
        Fate.NEW,
        Fate.NEW,
        Fate.IMPOSSIBLE,
        Fate.REPEATED,
        Fate.IMPOSSIBLE,
    ]
    done = take(book, today, *rows)
    assert (done.added, done.unchanged, done.left_out) == ({Subject.ATTENDANCE: 2}, {Subject.ATTENDANCE: 1}, {Subject.ATTENDANCE: 5})

    def counted(on: dt.date) -> list[tuple[int | None, int | None]]:
        rows = book.read(meetings.strip, group=group, span=Span(on, on))
        return [(row.headcount, row.newcomers) for row in rows]

    assert counted(days[1]) == [(6, None)]
    assert counted(days[3]) == [(9, 1)]
    take(book, today, *rows, choices=Choices({(Subject.ATTENDANCE, 1): Choice(Action.TAKE)}))
    assert counted(days[1]) == [(9, 1)]
    assert counted(days[2]) == [(None, None)]


def test_a_headcount_corrected_by_a_file_keeps_what_the_file_does_not_say(book: Database, today: dt.date) -> None:
    group = book.write(groups.add, name="Isät", today=today).result
    meeting = book.write(meetings.add_extra, group=group, on=today).result.id
    book.write(meetings.count, meeting=meeting, headcount=6, newcomers=2, counsellors=2, today=today)
    row = FoundAttendance("1", "isät", today, 9)
    take(book, today, row, choices=Choices({(Subject.ATTENDANCE, 0): Choice(Action.TAKE)}))
    kept = book.read(meetings.one, meeting=meeting)
    assert (kept.headcount, kept.newcomers, kept.counsellors) == (9, 2, 2)


@pytest.mark.parametrize("name", ["<img src=x>", "=cmd()", "Robert'); DROP TABLE person;--", "a\x00b", "\u202egnp"])
def test_a_hostile_name_is_only_a_name(book: Database, today: dt.date, name: str) -> None:
    take(book, today, replace(MATTI, name=name))
    (row,) = book.read(people.listing, today=today)
    assert row.name == name.replace("\x00", "").replace("\u202e", "")
