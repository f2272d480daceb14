"""Tables in memory, without the encrypted book around them, where a test puts in rows that no command would make."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from coordinator_app.core import settings
from coordinator_app.core.model import Table
from tests.book import TURKU


@pytest.fixture(scope="session")
def tables() -> Iterator[Engine]:
    """Every table, empty but for the settings of Turku."""
    engine = create_engine("sqlite+pysqlite://", module=dbapi2)
    Table.metadata.create_all(engine)
    with Session(engine) as session, session.begin():
        settings.begin(session, TURKU)
    yield engine
    engine.dispose()


@pytest.fixture
def memory(tables: Engine) -> Iterator[Session]:
    """A session over empty tables; what it writes goes when the test ends."""
    with Session(tables) as session:
        yield session
        session.rollback()
