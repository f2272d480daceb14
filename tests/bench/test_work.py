"""Work on an open book: the figures, search, saving, the poster."""

from collections.abc import Callable

import pytest

from coordinator_app.storage.database import Database
from tests.bench import pairs
from tests.bench.side_by_side import Pair, Row, compared

FRAME = 0.016
KEYS = ("m", "mäk")
CROWD = 100_000
LIMITS: dict[Callable[[Database], Pair], tuple[float, int]] = {
    pairs.summary: (2, 60),
    pairs.poster: (1.5, 15),
}


@pytest.mark.parametrize("pair", [pairs.summary, pairs.saving], ids=lambda pair: pair.__name__)
def test_both_ways_give_the_same(small_book: Database, pair: Callable[[Database], Pair]) -> None:
    both = pair(small_book)
    assert both.ours(1) == both.bare(2)


def test_both_ways_of_searching_find_the_same(small_book: Database) -> None:
    for typed in KEYS:
        both = pairs.one_key(small_book, typed)
        ours, bare = both.ours(1), both.bare(2)
        assert isinstance(ours, list)
        assert isinstance(bare, list)
        named = [title for title in bare if title]
        assert ours[: len(named)] == named[: len(ours)]
        assert ours


def test_both_ways_of_saving_leave_the_same_trace(small_book: Database) -> None:
    both = pairs.saving(small_book)
    traces = []
    for way in (both.ours, both.bare):
        way(1)
        last = "SELECT tab, op FROM history_row WHERE entry = (SELECT max(id) FROM history_entry) ORDER BY tab, op"
        traces.append(small_book.raw.execute(last).fetchall())
    assert traces[0] == traces[1]
    assert len(traces[0]) == pairs.SHEET + 1


def test_both_ways_of_setting_a_poster_give_a_page_of_the_same_size(small_book: Database) -> None:
    both = pairs.poster(small_book)
    ours, bare = both.ours(1), both.bare(2)
    assert isinstance(ours, int)
    assert isinstance(bare, int)
    assert abs(ours - bare) < 1_000


@pytest.mark.bench
@pytest.mark.parametrize("pair", LIMITS, ids=lambda pair: pair.__name__)
def test_is_hardly_slower_than_the_bare_thing(large_book: Database, rows: list[Row], pair: Callable[[Database], Pair]) -> None:
    limit, turns = LIMITS[pair]
    row, _ = compared(pair(large_book), limit, turns)
    rows.append(row)
    assert row.passed


@pytest.mark.bench
def test_saving_a_sheet_takes_less_than_a_frame(large_book: Database, rows: list[Row]) -> None:
    both = pairs.saving(large_book)
    _hardly_slower(both, rows, 150)


@pytest.mark.bench
@pytest.mark.parametrize("persons", [2_000, CROWD])
def test_a_key_in_search_takes_less_than_a_frame(large_book: Database, rows: list[Row], persons: int) -> None:
    there = large_book.raw.execute("SELECT count(*) FROM person").fetchone()[0]
    if persons > there:
        large_book.write(pairs.crowd, number=persons - there)
    faults = []
    for typed in KEYS:
        both = pairs.one_key(large_book, typed, f", {persons:,} persons")
        try:
            _hardly_slower(both, rows, 150)
        except AssertionError as fault:
            faults.append(fault)
    assert not faults


def _hardly_slower(both: Pair, rows: list[Row], turns: int) -> None:
    """At most three times as slow, and within a frame of the screen."""
    ratio, seconds = compared(both, 3, turns)
    frame = Row(both.name, "a frame", tuple(1000 * each for each in seconds), 1000 * FRAME, " ms")
    rows += [ratio, frame]
    assert ratio.passed
    assert frame.passed
