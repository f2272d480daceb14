"""From the start of the process to a painted window, and the memory it then holds; making and opening a book of ten years."""

import time
from pathlib import Path

import pytest

from tests.bench import town
from tests.bench.side_by_side import Pair, Row, compared
from tests.bench.starting import start
from tests.bench.town import Town

TURNS = 15


def test_every_window_is_painted(small_town: Town, tmp_path: Path) -> None:
    book, key, memory = str(small_town.folder), small_town.key.hex(), str(tmp_path)
    assert start("bare").held
    assert start("bare_book", book, key).held
    assert start("unlock", book, memory).held
    assert start("home", book, key, memory).held


@pytest.mark.bench
def test_start_to_the_unlock_window(large_town: Town, tmp_path: Path, rows: list[Row]) -> None:
    pair = Pair(
        "start to the unlock window",
        "a bare PySide6 window",
        lambda _: start("unlock", str(large_town.folder), str(tmp_path)),
        lambda _: start("bare"),
    )
    row, _ = compared(pair, 1.5, TURNS)
    rows.append(row)
    assert row.passed


@pytest.mark.bench
def test_start_to_home(large_town: Town, tmp_path: Path, rows: list[Row]) -> None:
    book, key = str(large_town.copy(tmp_path / "book").folder), large_town.key.hex()
    pair = Pair(
        "start to Home, 10 years",
        "a bare window, SQLAlchemy, the book open",
        lambda _: start("home", book, key, str(tmp_path)),
        lambda _: start("bare_book", book, key),
    )
    row, _ = compared(pair, 1.5, TURNS)
    rows.append(row)
    assert row.passed


@pytest.mark.bench
def test_memory_at_home(large_town: Town, tmp_path: Path, rows: list[Row]) -> None:
    book, key = str(large_town.copy(tmp_path / "book").folder), large_town.key.hex()
    ratios = tuple(start("home", book, key, str(tmp_path)).held / start("bare").held for _ in range(5))
    row = Row("memory at Home", "a bare PySide6 window", ratios, 2.5)
    rows.append(row)
    assert row.passed


@pytest.mark.bench
def test_making_and_opening_ten_years(tmp_path: Path, rows: list[Row]) -> None:
    begun = time.perf_counter()
    made = town.make(tmp_path / "book", 10)
    making = time.perf_counter() - begun
    opening = []
    for _ in range(5):
        begun = time.perf_counter()
        with made.opened() as database:
            opening.append(1000 * (time.perf_counter() - begun))
            assert database.generation
    rows.append(Row("making the 10-year sample", "", (making,), 60, " s"))
    rows.append(Row("opening it, key known", "", tuple(opening), 1000, " ms"))
    assert all(row.passed for row in rows[-2:])
