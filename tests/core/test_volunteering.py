"""Volunteer hours, logged one by one, and the months that were logged in full."""

import datetime as dt

import pytest
from msgspec.structs import replace

from coordinator_app.core import volunteering
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.kinds import HoursTask
from coordinator_app.core.periods import Span
from coordinator_app.core.volunteering import Correctable
from coordinator_app.storage.database import Database

TODAY = dt.date(2026, 10, 20)
YEAR = Span(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def test_hours_are_logged_and_taken_away(book: Database) -> None:
    row = book.write(volunteering.log, on=TODAY, today=TODAY, minutes=90, task=HoursTask.TRAVELLING).result
    assert (row.minutes, row.service, row.task) == (90, "peer", HoursTask.TRAVELLING)
    assert book.read(volunteering.within, span=YEAR) == (row,)
    book.write(volunteering.remove, hours=row.id)
    assert book.read(volunteering.within, span=YEAR) == ()


def test_a_number_typed_wrong_is_corrected_and_taken_back(book: Database) -> None:
    row = book.write(volunteering.log, on=TODAY, today=TODAY, minutes=900, task=HoursTask.TRAVELLING).result
    mended = book.write(volunteering.change, hours=row.id, today=TODAY, minutes=90).result
    assert mended == replace(row, minutes=90)
    assert book.read(volunteering.within, span=YEAR) == (mended,)
    book.undo()
    assert book.read(volunteering.within, span=YEAR) == (row,)


@pytest.mark.parametrize("wrong", [{"minutes": 0}, {"on": TODAY + dt.timedelta(days=1)}])
def test_corrections_that_cannot_be(book: Database, wrong: Correctable) -> None:
    row = book.write(volunteering.log, on=TODAY, today=TODAY, minutes=90).result
    with pytest.raises(Refused):
        book.write(volunteering.change, hours=row.id, today=TODAY, **wrong)
    book.write(volunteering.remove, hours=row.id)
    with pytest.raises(NotFound):
        book.write(volunteering.change, hours=row.id, today=TODAY, minutes=60)


@pytest.mark.parametrize(("on", "minutes", "service"), [(TODAY + dt.timedelta(days=1), 60, "peer"), (TODAY, 0, "peer"), (TODAY, 60, " ")])
def test_hours_that_cannot_be(book: Database, on: dt.date, minutes: int, service: str) -> None:
    with pytest.raises(Refused):
        book.write(volunteering.log, on=on, today=TODAY, minutes=minutes, service=service)


def test_a_month_is_sampled_once(book: Database) -> None:
    for day in (dt.date(2026, 8, 1), dt.date(2026, 8, 31)):
        book.write(volunteering.sample_month, service="peer", month=day)
    august = volunteering.SampledMonthRow("peer", dt.date(2026, 8, 1))
    assert book.read(volunteering.sampled, span=YEAR) == (august,)
    book.write(volunteering.unsample_month, service="peer", month=dt.date(2026, 8, 15))
    assert book.read(volunteering.sampled, span=YEAR) == ()
