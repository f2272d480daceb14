"""Where posters hang, which of them are out of date, and what a code on a wall stands for."""

import datetime as dt
from collections.abc import Callable

import pytest
from msgspec import structs

from coordinator_app.core import history, posters
from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.periods import Span
from coordinator_app.core.posters import Age, Posted, Sheet
from coordinator_app.i18n import Language, Words
from coordinator_app.storage.database import Database

TODAY = dt.date(2026, 10, 20)
SHEET = Sheet("P-7K3Q", "poster", {"languages": ["fi"], "paper": "a4"}, Span(dt.date(2026, 8, 10), dt.date(2026, 12, 31)))


def same(sheet: Sheet) -> str:
    return sheet.code


def other(sheet: Sheet) -> str:
    return "P-AAAA"


def hung(book: Database, place: str = "Kirjasto, ilmoitustaulu", sheet: Sheet = SHEET) -> int:
    printed = book.write(posters.note_printed, sheet=sheet, today=TODAY).result
    return book.write(posters.hang, printed=printed, place=place, since=TODAY).result


def standing(book: Database, today: dt.date = TODAY, now: Callable[[Sheet], str] = same) -> Posted:
    (found,) = book.read(posters.standings, today=today, now=now, again=other)
    return found


def test_posters_are_listed_by_place_with_what_they_say(book: Database) -> None:
    hung(book, "  Terveysasema  ")
    hung(book, "Äimän baari")
    hung(book)
    rows = book.read(posters.listing)
    assert [row.place for row in rows] == ["Kirjasto, ilmoitustaulu", "Terveysasema", "Äimän baari"]
    assert {row.printed.sheet.code for row in rows} == {SHEET.code}
    assert len({row.printed.id for row in rows}) == 1, "the same sheet printed again is the same"


@pytest.mark.parametrize("place", ["", "   "])
def test_a_poster_hangs_somewhere(book: Database, place: str) -> None:
    with pytest.raises(Refused):
        hung(book, place)
    assert book.read(posters.listing) == ()


@pytest.mark.parametrize(
    ("today", "now", "age"),
    [
        (TODAY, same, Age.FRESH),
        (SHEET.valid.last, same, Age.FRESH),
        (SHEET.valid.last + dt.timedelta(1), same, Age.ENDED),
        (TODAY, other, Age.CHANGED),
        (SHEET.valid.last + dt.timedelta(1), other, Age.ENDED),
    ],
)
def test_a_poster_is_out_of_date_when_its_facts_changed_or_its_term_ended(
    book: Database, today: dt.date, now: Callable[[Sheet], str], age: Age
) -> None:
    hung(book)
    found = standing(book, today, now)
    assert found.standing.age is age
    assert found.out_of_date is (age is not Age.FRESH)
    assert found.standing.wanted == ("" if age is Age.FRESH else "P-AAAA")


def test_the_new_sheet_is_known_once_it_was_printed_and_then_hangs(book: Database) -> None:
    hanging = hung(book)
    smaller = structs.replace(SHEET, code="P-AAAA", options={"languages": ["sv"], "paper": "a4"})
    book.write(posters.note_printed, sheet=smaller, today=TODAY)
    assert standing(book, now=other).standing.renewed is None, "another language is another sheet"
    new = book.write(posters.note_printed, sheet=structs.replace(SHEET, code="P-AAAA"), today=TODAY).result
    renewed = standing(book, now=other).standing.renewed
    assert renewed is not None and renewed.id == new
    book.write(posters.replace, hanging=hanging, printed=new, since=TODAY + dt.timedelta(1))
    (row,) = book.read(posters.listing)
    assert (row.place, row.since, row.printed.sheet.code) == ("Kirjasto, ilmoitustaulu", TODAY + dt.timedelta(1), "P-AAAA")


@pytest.mark.parametrize("typed", ["P-7K3Q", "p7k3q", " p 7k3q ", "p–7k3q"])
def test_a_code_is_found_as_it_is_typed(book: Database, typed: str) -> None:
    hung(book)
    (found,) = book.read(posters.by_code, code=typed)
    assert found.sheet == SHEET
    assert found.on == TODAY


def test_letters_that_look_like_digits_are_digits(book: Database) -> None:
    hung(book, sheet=structs.replace(SHEET, code="P-1010"))
    assert book.read(posters.by_code, code="P-IOLO")


@pytest.mark.parametrize("typed", ["", "7K3Q", "PP-7K3Q", "1-7K3Q", "Ö-7K3Q", "P-7K3", "kirjasto"])
def test_what_is_no_code_is_said(book: Database, typed: str) -> None:
    with pytest.raises(Refused, match="not the code of a paper"):
        book.read(posters.by_code, code=typed)


def test_an_unknown_code_finds_nothing(book: Database) -> None:
    assert book.read(posters.by_code, code="P-ZZZZ") == ()


def test_every_change_is_taken_back_in_words(book: Database) -> None:
    hanging = hung(book)
    book.write(posters.change, hanging=hanging, place="Kirjasto, aula", since=TODAY)
    book.write(posters.take_down, hanging=hanging)
    english = Words(Language.EN)
    assert [line.said(english) for line in book.read(history.lines)] == [
        "note that a poster was taken down (Kirjasto, aula, 20\u00a0October)",
        "correct where a poster hangs (Kirjasto, aula, 20\u00a0October)",
        "note where a poster hangs (Kirjasto, aula, 20\u00a0October)",
    ]
    book.undo()
    book.undo()
    assert [row.place for row in book.read(posters.listing)] == ["Kirjasto, ilmoitustaulu"]
    book.undo()
    assert book.read(posters.listing) == ()


def test_what_is_gone_is_said(book: Database) -> None:
    hanging = hung(book)
    book.write(posters.take_down, hanging=hanging)
    with pytest.raises(NotFound):
        book.write(posters.take_down, hanging=hanging)
    with pytest.raises(NotFound):
        book.write(posters.change, hanging=hanging, place="Kirjasto", since=TODAY)
    with pytest.raises(NotFound):
        book.write(posters.hang, printed=99, place="Kirjasto", since=TODAY)
