"""Putting the before-images of a command back, as a command of its own."""

import json
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, MetaData, Table
from sqlalchemy.exc import IntegrityError

from coordinator_app.storage.history_triggers import is_blob, numbers, stored

# One run is a stretch of neighbouring images of the same table and operation, so that an import goes back in a few statements.
_RUNS = """
WITH marked AS (
    SELECT id, tab, op, row_number() OVER (ORDER BY id) - row_number() OVER (PARTITION BY tab, op ORDER BY id) AS island
    FROM history_row WHERE entry = :entry
)
SELECT min(id), max(id), tab, op FROM marked GROUP BY tab, op, island ORDER BY 1 DESC
"""
_IMAGES = 'SELECT "row", "before" FROM history_row WHERE entry = :entry AND id BETWEEN :low AND :high ORDER BY id DESC'
_LATER_SAME_ROW = """
SELECT min(later.entry) FROM history_row mine JOIN history_row later ON later.tab = mine.tab AND later."row" = mine."row"
WHERE mine.entry = :entry AND later.entry IN (SELECT value FROM json_each(:standing))
"""
_LATER_TOUCH = """
SELECT max(entry) FROM history_row WHERE entry > :entry AND (tab, "row") IN (SELECT value ->> 0, value ->> 1 FROM json_each(:rows))
"""
_LATER_SAME_TABLE = """
SELECT max(entry) FROM history_row WHERE entry > :entry AND tab IN (SELECT tab FROM history_row WHERE entry = :entry)
"""


class ClashError(Exception):
    """The images cannot all be put back; `entry` is the later change that stands in the way, if one is known."""

    def __init__(self, entry: int | None) -> None:
        super().__init__(entry)
        self.entry = entry


def put_back(connection: Connection, metadata: MetaData, entry: int) -> None:
    """Puts the images of `entry` back, the last change first. Foreign keys are to be off; they are checked here.

    Raises `ClashError` when a later row hangs on what would go, or holds a value that may stand only once.
    """
    tables = {number: metadata.tables[name] for name, number in numbers(metadata).items()}
    runs = connection.exec_driver_sql(_RUNS, {"entry": entry}).all()
    try:
        for low, high, number, op in runs:
            _put_run_back(connection, tables[number], op, {"entry": entry, "low": low, "high": high})
    except IntegrityError as error:
        later = _latest_in_same_tables(connection, entry)
        if later is None:
            raise
        raise ClashError(later) from error
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if orphans:
        known = numbers(metadata)
        rows = [(known[table], row) for table, row, *_ in orphans if table in known]
        raise ClashError(connection.exec_driver_sql(_LATER_TOUCH, {"entry": entry, "rows": json.dumps(rows)}).scalar())


def in_the_way(connection: Connection, entry: int, standing: Collection[int]) -> int | None:
    """The first of the `standing` entries that touched a row which `entry` touched."""
    found: int | None = connection.exec_driver_sql(_LATER_SAME_ROW, {"entry": entry, "standing": json.dumps(sorted(standing))}).scalar()
    return found


def _put_run_back(connection: Connection, table: Table, op: str, where: dict[str, int]) -> None:
    values = {column.name: _restored(column.name, is_blob(column)) for column in stored(table)}
    if op == "i":
        connection.exec_driver_sql(
            f'DELETE FROM "{table.name}" WHERE id IN (SELECT "row" FROM history_row WHERE entry = :entry AND id BETWEEN :low AND :high)',
            where,
        )
    elif op == "d":
        columns = ", ".join(f'"{name}"' for name in values)
        connection.exec_driver_sql(
            f'INSERT INTO "{table.name}" (id, {columns}) SELECT "row", {", ".join(values.values())} FROM history_row '
            "WHERE entry = :entry AND id BETWEEN :low AND :high ORDER BY id DESC",
            where,
        )
    elif op == "u":
        _put_updates_back(connection, table, values, where)


def _put_updates_back(connection: Connection, table: Table, values: Mapping[str, str], where: dict[str, int]) -> None:
    """One row after another: each image names only the columns that changed."""
    for row, before in connection.exec_driver_sql(_IMAGES, where).all():
        changes = ", ".join(f'"{name}" = {values[name]}' for name in json.loads(before))
        connection.exec_driver_sql(
            f'UPDATE "{table.name}" SET {changes} FROM (SELECT :before AS "before") WHERE id = :row', {"row": row, "before": before}
        )


def _restored(column: str, blob: bool) -> str:
    value = f"json_extract(\"before\", '$.{column}')"
    return f"unhex({value})" if blob else value


def _latest_in_same_tables(connection: Connection, entry: int) -> int | None:
    """The latest change after `entry` to a table that it touched: a value that may stand only once names no row."""
    found: int | None = connection.exec_driver_sql(_LATER_SAME_TABLE, {"entry": entry}).scalar()
    return found
