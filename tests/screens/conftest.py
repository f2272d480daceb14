"""The practice town, made once for all the tests that look at screens."""

from pathlib import Path

import pytest

from coordinator_app import bootstrap
from coordinator_app.core import sample
from coordinator_app.i18n import Language
from tests.book import StoppedClock
from tests.gui.conftest import ask, kit
from tests.gui.program import PASSPHRASE

__all__ = ["ask", "kit", "town"]


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book of a made-up town, one year old on Tuesday 20 October 2026."""
    folder, clock = tmp_path_factory.mktemp("town") / "turku", StoppedClock()
    book, _ = bootstrap.new_book(
        folder, locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE, practice=True, clock=clock
    )
    book.database.write(sample.fill, years=1, seed=1, today=clock.today())
    book.close(back_up=False)
    return folder
