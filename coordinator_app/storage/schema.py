"""Making a fresh book's tables, triggers and search index."""

from sqlalchemy import Connection

from coordinator_app.core.model import Table
from coordinator_app.storage import history_triggers


def create(connection: Connection) -> None:
    """Makes everything a new book holds before its first record."""
    Table.metadata.create_all(connection)
    history_triggers.install(connection, Table.metadata)
