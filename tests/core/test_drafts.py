"""Unfinished new records: kept as typed, no part of the records, gone with the people they name and after three months."""

import ast
import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import select

from coordinator_app.core import anywhere, drafts, erasure, people
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


@pytest.mark.parametrize("said", [NAME, PHONE, "+358407654321"])
def test_forgetting_a_person_takes_the_drafts_that_name_him(book: Database, clock: StoppedClock, said: str) -> None:
    person = book.write(people.add, name=NAME, today=clock.today(), contacts=[GivenContact(ContactKind.PHONE, PHONE)]).result
    keep(book, clock, "activities/enquiry", person="", note=f"Kysyi, tunnemmeko: {said}.")
    keep(book, clock, "people/person", name="Joku", contacts={"phone": [said]})
    keep(book, clock, "groups/new", name="Tiistairyhmä")
    book.erase(erasure.forget, people=[person], today=clock.today(), catalogue=shipped())
    assert screens(book) == ["groups/new"]


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


def test_nothing_but_forgetting_looks_at_drafts() -> None:
    """So they reach no figure, search, paper or file, whatever is asked for."""
    imports = [(path, node) for path in SOURCE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    who = {
        path.relative_to(SOURCE).as_posix()
        for path, node in imports
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("coordinator_app.core.model")
        if any(name.name == "Draft" for name in node.names)
    }
    assert who == {"core/drafts.py", "core/erasure/texts.py", "core/model/__init__.py"}
