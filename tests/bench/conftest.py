"""A small town for the daily share, a large one for `make bench`, and the table at its end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator_app.storage.database import Database
from tests.bench import town
from tests.bench.side_by_side import Row, table
from tests.bench.town import Town

_ROWS = pytest.StashKey[list[Row]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash.setdefault(_ROWS, [])


@pytest.fixture
def rows(pytestconfig: pytest.Config) -> list[Row]:
    """The lines of the table; a measurement adds its own."""
    return pytestconfig.stash.setdefault(_ROWS, [])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    found = config.stash.get(_ROWS, [])
    if found:
        terminalreporter.section("ratios, ours against the bare thing")
        terminalreporter.write_line(table(found))


@pytest.fixture(scope="session")
def small_town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """One year."""
    return town.make(tmp_path_factory.mktemp("small") / "book", 1)


@pytest.fixture(scope="session")
def large_town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """Ten years: 12 groups, 2,000 people, 6,000 meetings, 60,000 attendances."""
    return town.make(tmp_path_factory.mktemp("large") / "book", 10)


@pytest.fixture
def small_book(small_town: Town, tmp_path: Path) -> Iterator[Database]:
    """A copy of the small town's book, open."""
    with small_town.copy(tmp_path / "book").opened() as database:
        yield database


@pytest.fixture
def large_book(large_town: Town, tmp_path: Path) -> Iterator[Database]:
    """A copy of the large town's book, open."""
    with large_town.copy(tmp_path / "book").opened() as database:
        yield database
