"""Where the book points at people."""

from typing import Any

from sqlalchemy import Column

from coordinator_app.core.model import Person, Table


def pointers() -> list[Column[Any]]:
    """Every column that points at a person, of whatever table, so that a table added later is known too."""
    target = Person.__table__.c.id
    return [
        column
        for table in Table.metadata.sorted_tables
        for column in table.columns
        if any(key.column is target for key in column.foreign_keys)
    ]
