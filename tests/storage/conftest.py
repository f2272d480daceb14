"""A closed book of Turku for the tests that open, spoil and restore one."""

import shutil
from pathlib import Path

import pytest

from tests.book import StoppedClock
from tests.storage.town import add, new


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed book with one place in it and one backup, and its recovery code."""
    folder = tmp_path_factory.mktemp("made") / "turku"
    opened, code = new(folder, StoppedClock())
    opened.database.write(add, name="Kirjasto")
    opened.close()
    return folder, code


@pytest.fixture
def turku(made: tuple[Path, str], tmp_path: Path) -> Path:
    """A closed book of this test's own."""
    shutil.copytree(made[0], tmp_path / "turku")
    return tmp_path / "turku"
