"""Volunteer hours, logged one by one, and the months that were logged in full."""

import datetime as dt

import pytest

from coordinator_app.core import volunteering
from coordinator_app.core.errors import Refused
from coordinator_app.core.kinds import HoursTask
from coordinator_app.core.periods import Span
from coordinator_app.storage.database import Database

TODAY = dt.date(2026, 10, 20)
YEAR = Span(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def test_hours_are_logged_and_taken_away(book: Database) -> None:
    row = book.write(volunteering.log, on=TODAY, today=TODAY, minutes=90, task=HoursTask.TRAVELLING).result
    assert (row.minutes, row.service, row.task) == (90, "peer", HoursTask.TRAVELLING)
    assert book.read(volunteering.within, span=YEAR) == (row,)
    book.write(volunteering.remove, hours=row.id)
    assert book.read(volunteering.within, span=YEAR) == ()


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
