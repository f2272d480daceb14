"""What is not finished: kept as typed, no part of the records, gone with the people it names and after three months."""

import ast
import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import select

from coordinator_app.core import anywhere, drafts, erasure, own_data, people
from coordinator_app.core.catalogue import shipped
from coordinator_app.core.kinds import ContactKind
from coordinator_app.core.model import Draft, HistoryEntry
from coordinator_app.core.people import GivenContact
from coordinator_app.storage.database import Database
from tests.book import StoppedClock

SOURCE = Path(drafts.__file__).parents[1]
NAME, PHONE, STREET = "Kanarias Lintunen", "040 765 4321", "Häkkikuja 3"
TYPED = {"name": "Mat", "on": "20.", "contacts": {"phone": ["04"]}, "public": False, "headcount": None}


def keep(book: Database, clock: StoppedClock, screen: str, **fields: object) -> None:
    book.write(drafts.keep, screen=screen, fields=fields, now=clock.now())


def screens(book: Database) -> list[str]:
    return list(book.read(lambda session: session.scalars(select(Draft.screen).order_by(Draft.screen)).all()))


def test_what_was_typed_is_found_as_it_was(book: Database, clock: StoppedClock) -> None:
    keep(book, clock, "people/person", name="Ma")
    keep(book, clock, "people/person", **TYPED)
    keep(book, clock, "groups/new", name="Tiistairyhmä")
    kept = book.read(drafts.find, screen="people/person")
    assert kept == drafts.Unfinished(clock.now(), TYPED)
    assert book.read(drafts.find, screen="activities/new") is None
    book.write(drafts.drop, screen="people/person")
    assert screens(book) == ["groups/new"]


def test_a_draft_is_no_step_of_the_history_and_no_record(book: Database, clock: StoppedClock) -> None:
    before = book.read(lambda session: session.scalars(select(HistoryEntry.id)).all()), book.generation
    done = book.write(drafts.keep, screen="people/person", fields={"name": NAME}, now=clock.now())
    assert (done.entry, done.kinds) == (None, frozenset())
    assert (book.read(lambda session: session.scalars(select(HistoryEntry.id)).all()), book.generation) == before
    assert not book.read(anywhere.find, typed="kanarias", today=clock.today(), shown_notes=())
    assert not book.read(people.listing, today=clock.today())


WITHIN = [NAME, PHONE, "+358407654321", "kanarias  LINTUNEN"]


@pytest.mark.parametrize("said", [*WITHIN, "0407654321"])
def test_forgetting_a_person_takes_the_drafts_that_name_him(book: Database, clock: StoppedClock, said: str) -> None:
    person = book.write(people.add, name=NAME, today=clock.today(), contacts=[GivenContact(ContactKind.PHONE, PHONE)]).result
    keep(book, clock, "activities/enquiry", person=said, note="")
    keep(book, clock, "attendance/1/planned/None", man=said, people={"present": []})
    keep(book, clock, "people/person", name="Joku", contacts={"phone": [said]})
    keep(book, clock, "groups/new", name="Tiistairyhmä")
    if said in WITHIN:
        keep(book, clock, "activities/talk", note=f"Kysyi, tunnemmeko: {said}.")
    assert book.read(erasure.traces, people=[person]).drafts == len(screens(book)) - 1
    book.erase(erasure.forget, people=[person], today=clock.today(), catalogue=shipped())
    assert screens(book) == ["groups/new"]


def test_a_first_name_is_his_where_a_field_says_no_more_and_the_book_knows_no_more(book: Database, clock: StoppedClock) -> None:
    person = book.write(people.add, name="Kanarias", today=clock.today()).result
    keep(book, clock, "activities/hours", person="kanarias")
    keep(book, clock, "activities/enquiry", note="Kanarias lauloi.")
    book.erase(erasure.forget, people=[person], today=clock.today(), catalogue=shipped())
    assert screens(book) == ["activities/enquiry"]


def test_what_is_about_a_person_goes_with_him_and_with_no_other(book: Database, clock: StoppedClock) -> None:
    person = book.write(people.add, name=NAME, today=clock.today()).result
    for number in (person, 10 * person + 1):
        keep(book, clock, drafts.of_person(number, "consent/group_mail"), on="20.10.")
    book.erase(erasure.forget, people=[person], today=clock.today(), catalogue=shipped())
    assert screens(book) == [drafts.of_person(10 * person + 1, "consent/group_mail")]


def test_he_may_read_what_is_begun_about_him_and_nothing_of_others(book: Database, clock: StoppedClock) -> None:
    person = book.write(people.add, name=NAME, today=clock.today()).result
    book.write(people.add, name="Esko Lahti", today=clock.today())
    keep(book, clock, "activities/enquiry", note=f"{NAME} soitti Eskon puolesta.", minutes="30")
    clock.pass_by(days=1)
    keep(book, clock, "attendance/1/planned/None", people={"present": [person]}, note="Lahti myöhästyi")
    keep(book, clock, "groups/new", name="Lahden ryhmä")
    data = book.read(own_data.everything, person=person)
    assert data.unfinished == (
        own_data.Begun(dt.date(2026, 10, 20), f"{NAME} soitti {own_data.BLACK} puolesta."),
        own_data.Begun(dt.date(2026, 10, 21), ""),
    )


def test_forgetting_a_person_takes_his_marks_off_a_sheet(book: Database, clock: StoppedClock) -> None:
    person = book.write(people.add, name=NAME, today=clock.today()).result
    marks = {"present": [person, 77], "new": [person], "remote": []}
    keep(book, clock, "attendance/1", people=marks, headcount="3", note=STREET)
    book.erase(erasure.forget, people=[person], today=clock.today(), catalogue=shipped())
    kept = book.read(drafts.find, screen="attendance/1")
    assert kept is not None
    assert kept.fields == {"people": {"present": [77], "new": [], "remote": []}, "headcount": "3", "note": STREET}


def test_one_that_nobody_came_back_for_goes_after_three_months(book: Database, clock: StoppedClock) -> None:
    keep(book, clock, "people/person", name=NAME)
    clock.pass_by(days=60)
    keep(book, clock, "activities/enquiry", note="soitti")
    clock.pass_by(days=33)
    book.write(drafts.drop_old, now=clock.now())
    assert screens(book) == ["activities/enquiry"]
    assert clock.today() == dt.date(2027, 1, 21)


def test_nothing_but_the_rights_of_a_person_looks_at_drafts() -> None:
    """So they reach no figure, search, paper or file but the one about himself, whatever is asked for. Where he is taken out they go."""
    imports = [(path, node) for path in SOURCE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    told = {
        (path.relative_to(SOURCE).as_posix(), name.name, node.module)
        for path, node in imports
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("coordinator_app.core")
        for name in node.names
    }
    assert {path for path, name, module in told if name == "Draft" and module != "coordinator_app.core.drafts"} == {
        "core/drafts.py",
        "core/model/__init__.py",
    }
    assert {path for path, name, _ in told if name == "drafts" and not path.startswith("gui/")} == {
        "bootstrap/today.py",
        "core/erasure/forgetting.py",
        "core/erasure/traces.py",
        "core/own_data.py",
        "core/people/merging.py",
        "core/people/writing.py",
    }


@pytest.mark.parametrize("merged", [True, False])
def test_what_is_half_typed_of_a_man_goes_when_he_is_merged_or_removed(book: Database, clock: StoppedClock, merged: bool) -> None:
    keeps, goes = (book.write(people.add, name=name, today=clock.today()).result for name in ("Matti", "Matti M"))
    for person in (keeps, goes, 10 * goes):
        keep(book, clock, drafts.of_person(person, "fields"), contacts=["04"])
    if merged:
        book.write(people.merge, keep=keeps, gone=goes)
    else:
        book.write(people.remove, person=goes)
    assert screens(book) == [drafts.of_person(person, "fields") for person in (keeps, 10 * goes)]
