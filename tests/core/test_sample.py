"""The made-up town: a whole, ordinary book, the same for the same seed, undone in one step."""

import datetime as dt

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator_app.core import sample
from coordinator_app.core.kinds import MeetingState
from coordinator_app.core.model import Attendance, Group, Meeting, Person, Table
from coordinator_app.storage.database import Database

TODAY = dt.date(2026, 10, 20)


def counts(session: Session) -> dict[str, int]:
    return {table.name: session.scalar(select(func.count()).select_from(table)) or 0 for table in Table.metadata.sorted_tables}


def names(session: Session) -> list[str]:
    return list(session.scalars(select(Person.name).order_by(Person.id)))


@pytest.fixture
def filled(book: Database) -> sample.Filled:
    return book.write(sample.fill, years=1, seed=7, today=TODAY).result


def test_a_year_has_a_years_life(book: Database, filled: sample.Filled) -> None:
    assert (filled.groups, filled.people) == (12, 210)
    assert filled.meetings > 550
    assert filled.attendances > 3_500
    found = book.read(counts)
    assert found["attendance"] == filled.attendances
    for table in ("activity", "enquiry", "support_talk", "volunteer_hours", "feedback_tally", "consent", "organisation", "pause"):
        assert found[table] > 0, table


def test_nothing_is_recorded_of_what_lies_ahead(book: Database, filled: sample.Filled) -> None:
    def ahead(session: Session) -> set[MeetingState]:
        return set(session.scalars(select(Meeting.state).where(Meeting.held_on >= TODAY).distinct()))

    assert filled.meetings
    assert book.read(ahead) == {MeetingState.PLANNED}


def test_the_guarded_group_has_no_names(book: Database, filled: sample.Filled) -> None:
    def named(session: Session) -> int | None:
        joined = select(func.count()).select_from(Attendance).join(Meeting).join(Group)
        return session.scalar(joined.where(Group.service == "violence_used"))

    assert filled.attendances
    assert book.read(named) == 0


def test_the_same_seed_makes_the_same_town_and_another_does_not(book: Database, filled: sample.Filled) -> None:
    first = book.read(names)
    book.undo()
    assert book.read(counts)["person"] == 0
    assert book.write(sample.fill, years=1, seed=7, today=TODAY).result == filled
    assert book.read(names) == first
    book.undo()
    book.write(sample.fill, years=1, seed=8, today=TODAY)
    assert book.read(names) != first
