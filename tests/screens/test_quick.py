"""The window answers at once whatever the size of the book: it is never kept for long, and a screen asks no more of a large book."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine, event

from tests.screens.conftest import town_of
from tests.screens.heartbeat import Heartbeat
from tests.screens.tour import touring
from tests.screens.walk import steps

# In seconds. The daily share runs beside other tests, and counts the window's own work alone.
LONGEST, LONGEST_WHEN_BUSY = 0.1, 0.8
# A quarter asks a statement more when its volunteers' hours were sampled; that has nothing to do with the size.
KINDS_OF_QUARTER = 2
# They change the book, and how often what is shown is read again for it depends on when the answers come.
WRITING = {"quarter-send", "undo"}


@pytest.fixture(scope="session")
def two_towns(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two closed books; also the smaller has every quarter that is listed, and the year before each to compare it with."""
    place = tmp_path_factory.mktemp("two")
    return town_of(place / "small", 3), town_of(place / "large", 5)


@pytest.fixture(scope="session")
def large_town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book of ten years."""
    return town_of(tmp_path_factory.mktemp("large") / "turku", 10)


def walk(qapp: QApplication, qtbot: QtBot, town: Path, place: Path, clock: Callable[[], float]) -> dict[str, float]:
    """The longest that the window was kept, by what was being done."""
    heartbeat = Heartbeat(clock)
    with touring(qapp, qtbot, town, place) as tour:
        for name, step in steps(tour):
            with heartbeat.doing(name):
                step()
                tour.settle()
    return heartbeat.longest


def told(longest: dict[str, float]) -> str:
    worst = sorted(longest.items(), key=lambda each: -each[1])[:12]
    return "\n".join(f"{1000 * seconds:5.0f} ms {name}" for name, seconds in worst)


def test_the_window_is_kept_by_nothing(qapp: QApplication, qtbot: QtBot, town: Path, tmp_path: Path) -> None:
    longest = walk(qapp, qtbot, town, tmp_path, time.thread_time)
    assert max(longest.values()) < LONGEST_WHEN_BUSY, told(longest)


@pytest.mark.bench
def test_nor_is_it_with_ten_years(qapp: QApplication, qtbot: QtBot, large_town: Path, tmp_path: Path) -> None:
    walks = [walk(qapp, qtbot, large_town, tmp_path / str(turn), time.thread_time) for turn in range(2)]
    least = {name: min(longest[name] for longest in walks) for name in walks[0]}
    print(f"\n{told(least)}")  # noqa: T201 - the figures belong in the report of `make bench`.
    assert max(least.values()) < LONGEST, told(least)


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """How many statements the book is asked, and how many of them look for what was left unfinished."""
    asked: Counter[str] = Counter()

    def note(*call: object) -> None:
        asked["statements"] += call[2] != "BEGIN"
        asked["unfinished"] += "FROM draft" in str(call[2])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def statements(qapp: QApplication, qtbot: QtBot, town: Path, place: Path) -> dict[str, int]:
    """How many statements each stop of the tour takes."""
    found: dict[str, int] = {}
    with counted() as asked, touring(qapp, qtbot, town, place) as tour:
        # Soon after Home the book is brought to the day, which is no screen's doing.
        qtbot.waitUntil(lambda: asked["unfinished"] > 0)
        tour.settle()
        for stop in tour.stops():
            asked.clear()
            stop.come()
            tour.settle()
            found[stop.name] = asked["statements"]
    return found


def test_a_screen_asks_no_more_of_a_larger_book(qapp: QApplication, qtbot: QtBot, two_towns: tuple[Path, Path], tmp_path: Path) -> None:
    small, large = (statements(qapp, qtbot, town, tmp_path / town.name) for town in two_towns)
    assert {name: count for name, count in large.items() if name not in WRITING and count > small[name] + KINDS_OF_QUARTER} == {}
    assert sum(small.values()) > len(small)
