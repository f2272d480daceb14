"""One typesetter for all printing tests, as the program keeps one."""

import pytest

from coordinator_app.printing.typst import Typesetter


@pytest.fixture(scope="session")
def typesetter() -> Typesetter:
    return Typesetter()
