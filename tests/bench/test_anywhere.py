"""The search over everything keeps up with whoever types, however many people there are."""

import datetime as dt
import time

import pytest

from coordinator_app.core import anywhere
from coordinator_app.storage.database import Database
from tests.bench import pairs
from tests.bench.side_by_side import Row

FRAME = 0.016
TURNS = 50
TODAY = dt.date(2026, 10, 20)


@pytest.mark.bench
@pytest.mark.parametrize("persons", [2_000, 100_000])
def test_a_key_takes_less_than_a_frame(large_book: Database, rows: list[Row], persons: int) -> None:
    there = large_book.raw.execute("SELECT count(*) FROM person").fetchone()[0]
    if persons > there:
        large_book.write(pairs.crowd, number=persons - there)
    for typed in ("m", "mäk", "mäkinen", "0401", "zz"):
        seconds = []
        for _ in range(TURNS):
            began = time.perf_counter()
            large_book.read(anywhere.find, typed=typed, today=TODAY, shown_notes=frozenset({"peer"}))
            seconds.append(time.perf_counter() - began)
        name = f"search over everything “{typed}”, {persons:,} persons"
        rows.append(Row(name, "a frame", tuple(1000 * each for each in seconds[1:]), 1000 * FRAME, " ms"))
    assert all(row.passed for row in rows)
