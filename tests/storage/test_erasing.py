"""Forgetting people: nothing of them is left in the file, its log, the search index and the history; and the controls that must fail."""

import datetime as dt
from pathlib import Path

import pytest

from coordinator_app.core import erasure, search
from coordinator_app.core.catalogue import shipped
from coordinator_app.storage import erasing
from coordinator_app.storage.database import Database
from tests.book import KEY
from tests.storage import canaries

MANY = 12


@pytest.fixture
def folder(book: Database, tmp_path: Path) -> Path:
    return tmp_path / "book"


@pytest.fixture
def men(book: Database, today: dt.date) -> list[int]:
    """The ids of the people numbered from 0."""
    return [canaries.put(book, number, today) for number in range(MANY)]


def forget(book: Database, *ids: int, today: dt.date) -> None:
    book.erase(erasure.forget, people=ids, today=today, catalogue=shipped())


def test_nothing_of_them_is_left_and_the_others_are_whole(book: Database, folder: Path, men: list[int], today: dt.date) -> None:
    whole = canaries.hits(canaries.lying_in(folder, KEY), range(MANY))
    assert len(whole) == MANY * len(canaries.words(0))
    forget(book, *men[: MANY // 2], today=today)
    book.vacuum()
    left = canaries.lying_in(folder, KEY)
    assert canaries.hits(left, range(MANY // 2)) == []
    assert (folder / "book.db-wal").stat().st_size == 0
    others = canaries.hits(left, range(MANY // 2, MANY))
    assert len(others) == MANY // 2 * len(canaries.words(0))
    assert book.read(search.find, typed="Nimikas001", most=5) == ()
    assert len(book.read(search.find, typed="Nimikas007", most=5)) > 0


def test_without_writing_the_file_anew_something_is_left(book: Database, folder: Path, men: list[int], today: dt.date) -> None:
    forget(book, *men, today=today)
    assert canaries.hits(canaries.lying_in(folder, KEY), range(MANY)) != []


def test_without_cleaning_the_history_something_is_left(
    book: Database, folder: Path, men: list[int], today: dt.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing, "scrub", lambda *_: None)
    forget(book, *men, today=today)
    book.vacuum()
    assert canaries.hits(canaries.lying_in(folder, KEY), range(MANY)) != []
