"""Bringing an older book up to date, in one transaction, after a verified backup."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from coordinator_app.core.errors import BookTooNew
from coordinator_app.core.model import Table
from coordinator_app.i18n import N_
from coordinator_app.storage import history_triggers, search_index
from coordinator_app.storage.cipher import engine_for
from coordinator_app.storage.schema import HEAD, VERSION_TABLE


def version_of(raw: Any) -> str:
    """The version of an open database's tables."""
    return str(raw.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()[0])


def is_behind(raw: Any) -> bool:
    """Whether the tables are older than this program's. Raises `BookTooNew` when a newer program has changed them."""
    version = version_of(raw)
    if version > HEAD:
        raise BookTooNew(N_("A newer version of this program has changed this book. Install the newest one."))
    return version < HEAD


def upgrade(raw: Any, to: str = HEAD) -> None:
    """Brings the tables up to `to`. Undo steps from before are dropped: their images fit the older tables.

    Foreign keys are off throughout, because copying a table would otherwise empty those that hang on it; they are checked
    before the end. Whatever is raised, the database is as it was.
    """
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        with engine_for(raw).begin() as connection:
            _upgrade_tables(connection, to)
            lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if lost:
                raise RuntimeError(f"{len(lost)} rows lost what they belong to in the step to {to}")
    finally:
        raw.execute("PRAGMA foreign_keys = ON")


def _upgrade_tables(connection: Connection, to: str) -> None:
    from alembic import command
    from alembic.config import Config

    history_triggers.drop(connection)
    search_index.drop(connection)
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent))
    command.upgrade(config, to)
    connection.exec_driver_sql("DELETE FROM history_row")
    search_index.remake(connection)
    history_triggers.install(connection, Table.metadata)
