"""Tallies of answers to the office's questions."""

import datetime as dt

import pytest
from msgspec.structs import replace

from coordinator_app.core import feedback
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.periods import Span
from coordinator_app.storage.database import Database

TODAY = dt.date(2026, 10, 20)
YEAR = Span(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def test_a_tally_is_kept_and_taken_away(book: Database) -> None:
    row = book.write(feedback.tally, on=TODAY, today=TODAY, question="helped", asked=10, answers=8, agree=7).result
    assert (row.question, row.service, row.asked, row.answers, row.agree) == ("helped", "peer", 10, 8, 7)
    assert book.read(feedback.within, span=YEAR) == (row,)
    book.write(feedback.remove, tally=row.id)
    assert book.read(feedback.within, span=YEAR) == ()


def test_a_number_typed_wrong_is_corrected_and_taken_back(book: Database) -> None:
    row = book.write(feedback.tally, on=TODAY, today=TODAY, question="helped", asked=10, answers=8, agree=0).result
    mended = book.write(feedback.change, tally=row.id, today=TODAY, agree=7).result
    assert mended == replace(row, agree=7)
    with pytest.raises(Refused, match="No more than 6 can have agreed"):
        book.write(feedback.change, tally=row.id, today=TODAY, answers=6)
    book.undo()
    assert book.read(feedback.within, span=YEAR) == (row,)
    book.write(feedback.remove, tally=row.id)
    with pytest.raises(NotFound):
        book.write(feedback.change, tally=row.id, today=TODAY, agree=1)


@pytest.mark.parametrize(
    ("asked", "answers", "agree", "said"),
    [
        (5, 6, 0, "No more than 5 can have answered"),
        (5, 4, 5, "No more than 4 can have agreed"),
        (5, -1, -1, "below 0"),
        (-1, 0, 0, "below 0"),
    ],
)
def test_numbers_that_do_not_fit(book: Database, asked: int, answers: int, agree: int, said: str) -> None:
    with pytest.raises(Refused, match=said):
        book.write(feedback.tally, on=TODAY, today=TODAY, question="helped", asked=asked, answers=answers, agree=agree)


@pytest.mark.parametrize(
    ("on", "question", "service"), [(TODAY + dt.timedelta(days=1), "helped", "peer"), (TODAY, " ", "peer"), (TODAY, "helped", "")]
)
def test_tallies_that_cannot_be(book: Database, on: dt.date, question: str, service: str) -> None:
    with pytest.raises(Refused):
        book.write(feedback.tally, on=on, today=TODAY, question=question, asked=5, answers=4, agree=3, service=service)
