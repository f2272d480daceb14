"""Real files, when they are beside the project: nothing lost, nothing twice, all undone."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator_app.core import groups, importing, people
from coordinator_app.core.importing import Fate, Subject
from coordinator_app.core.kinds import ContactKind, Mode
from coordinator_app.core.model import Group, Place, Slot, Table
from coordinator_app.exchange.reading import read_file
from coordinator_app.storage.database import Database

DATA = Path(__file__).parents[3] / "shared" / "data"
COUNTY = DATA / "groups" / "sussex-county.json"
CARDS = [DATA / "contacts" / name for name in ("android.vcf", "gmail.vcf", "iphone.vcf", "outlook-2007.vcf")]

pytestmark = pytest.mark.skipif(not COUNTY.exists(), reason="the real files are not here")


def every_row(session: Session) -> dict[str, list[tuple[Any, ...]]]:
    """The whole book, its history aside."""
    tables = [table for table in Table.metadata.sorted_tables if not table.name.startswith("history_")]
    return {table.name: sorted(session.execute(select(table)).all(), key=repr) for table in tables}


def as_kept(session: Session) -> list[tuple[Any, ...]]:
    return list(
        session.execute(
            select(
                Group.name,
                Slot.weekday,
                Slot.starts,
                Slot.minutes,
                Place.name,
                Place.address,
                Slot.mode,
                Group.note,
                Group.label,
                Place.note,
            )
            .join(Slot, Slot.group_id == Group.id)
            .outerjoin(Place, Place.id == Slot.place_id)
            .order_by(Group.id)
        )
    )


def test_the_countys_meetings_come_in_as_groups(book: Database, today: dt.date) -> None:
    before = book.read(every_row)
    found = read_file(COUNTY)
    assert (len(found.groups), found.unread) == (123, ())
    done = book.write(importing.apply, found=found, today=today)
    assert done.result.added == {Subject.GROUP: 123}

    modes = {"in_person": Mode.IN_PERSON, "online": Mode.REMOTE, "hybrid": Mode.HYBRID}
    for row, kept in zip(json.loads(COUNTY.read_text("utf-8")), book.read(as_kept), strict=True):
        hours = [int(part) for part in (row["time"] + ":" + row["end_time"]).split(":")]
        assert kept[:2] == (" ".join(row["name"].split()), (row["day"] + 6) % 7)
        assert (f"{kept[2]:%H:%M}", kept[3]) == (row["time"], (60 * (hours[2] - hours[0]) + hours[3] - hours[1]) % 1440)
        assert kept[4:7] == (row["location"], row["formatted_address"], modes[row["attendance_option"]])
        assert " ".join((kept[7] or "").split()) == " ".join(row.get("notes", "").split())
        assert kept[8] == row.get("group")
        assert row.get("location_notes", "") in (kept[9] or "")

    once = book.read(every_row)
    again = book.write(importing.apply, found=found, today=today)
    assert again.result.unchanged == {Subject.GROUP: 123}
    assert (again.entry, again.kinds) == (None, frozenset())
    assert book.read(every_row) == once

    book.undo()
    assert book.read(every_row) == before


def test_the_people_of_every_phone_come_in(book: Database, today: dt.date) -> None:
    before = book.read(every_row)
    for path in CARDS:
        found = read_file(path)
        assert found.unread == ()
        book.write(importing.apply, found=found, today=today)
        once = book.read(every_row)
        preview = book.read(importing.preview, found=found, today=today)
        assert {row.fate for row in preview.rows} == {Fate.UNCHANGED}
        assert book.write(importing.apply, found=found, today=today).entry is None
        assert book.read(every_row) == once

    kept = {}
    for row in book.read(people.listing, today=today):
        one = book.read(people.detail, person=row.id)
        kept[one.name] = one
    assert set(kept) == {
        "john.doe@company.com",
        "jane.doe@company.com",
        "Ñ Ñ Ñ Ñ Ñ",
        "Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ",
        "Ñ Ñ Ñ Ñ",
        "ÑÑÑÑ",
        "Mr. John Richter, James Doe Sr.",
        "Mr. Michael Angstadt Jr.",
    }

    def ways(name: str, kind: ContactKind) -> list[str]:
        return [each.value for each in kept[name].contacts if each.kind is kind]

    assert ways("Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ", ContactKind.PHONE) == ["123456", "234567", "3456789", "45678901"]
    assert ways("Ñ Ñ Ñ Ñ", ContactKind.EMAIL) == ["bob@company.com", "Ñ" * 14]
    # Gmail's and the iPhone's card are of one man: same name, same number, same address.
    john = "Mr. John Richter, James Doe Sr."
    assert ways(john, ContactKind.PHONE) == [f"905-{part}-1234" for part in ("555", "666", "777", "888", "999", "111", "222")]
    assert ways(john, ContactKind.EMAIL) == ["john.doe@ibm.com"]
    assert (kept[john].given, kept[john].family, kept[john].organisation_name) == ("John", "Doe", "IBM")
    michael = kept["Mr. Michael Angstadt Jr."]
    assert ways(michael.name, ContactKind.PHONE) == ["(111) 555-1111", "(111) 555-2222", "(111) 555-4444", "(111) 555-3333"]
    assert (michael.title, michael.organisation_name, michael.web) == ("TheJobTitle", "TheCompany", "http://mikeangstadt.name")
    assert michael.note is not None and michael.note.startswith("This is the NOTE field\nI assume")

    for _ in CARDS:
        book.undo()
    assert book.read(every_row) == before


def test_a_countys_group_edited_by_hand_keeps_the_edit(book: Database, today: dt.date) -> None:
    found = read_file(COUNTY)
    book.write(importing.apply, found=found, today=today)
    group = book.read(groups.by_name, name="Last Call")
    book.write(groups.change, group=group, today=today, note="Ovikello rikki")
    preview = book.read(importing.preview, found=found, today=today)
    assert {row.fate for row in preview.rows} == {Fate.UNCHANGED}
    book.write(importing.apply, found=found, today=today)
    assert book.read(groups.detail, group=group).note == "Ovikello rikki"
