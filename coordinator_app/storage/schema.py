"""Making a fresh book's tables, triggers and search index."""

from sqlalchemy import Connection

from coordinator_app.core.model import Table
from coordinator_app.storage import history_triggers, search_index

HEAD = "0001"
VERSION_TABLE = "alembic_version"
_VERSION = f"CREATE TABLE {VERSION_TABLE} (version_num VARCHAR(32) NOT NULL, CONSTRAINT {VERSION_TABLE}_pkc PRIMARY KEY (version_num))"


def create(connection: Connection) -> None:
    """Makes everything a new book holds before its first record."""
    Table.metadata.create_all(connection)
    search_index.create(connection)
    history_triggers.install(connection, Table.metadata)
    connection.exec_driver_sql(_VERSION)
    connection.exec_driver_sql(f"INSERT INTO {VERSION_TABLE} VALUES ('{HEAD}')")
