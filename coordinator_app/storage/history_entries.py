"""The entries of the record of changes: opening and closing them, joining the saves of one field, pruning."""

import datetime as dt
import json
from collections.abc import Mapping

from sqlalchemy import Connection

KEPT_STEPS = 100
KEPT_DAYS = 92
SAME_EDIT_SECONDS = 60

_FIRST_ROW = """SELECT tab, "row" FROM history_row WHERE entry = ? ORDER BY id LIMIT 1"""
_PREVIOUS = """
SELECT earlier.id, earlier.at FROM history_entry earlier JOIN history_entry now ON now.id = :entry
WHERE earlier.id = (SELECT max(id) FROM history_entry WHERE id < :entry)
AND earlier.command = now.command AND earlier.undoes IS NULL
"""
# The same row, changed again in columns of which the earlier image already holds what they were first.
_ONE_UPDATE = 'SELECT tab, "row", "op", "before" FROM history_row WHERE entry = ? LIMIT 2'
_TOO_OLD = """
DELETE FROM history_row WHERE entry IN (SELECT id FROM history_entry WHERE at < :day)
OR entry < (SELECT id FROM history_entry WHERE undoes IS NULL ORDER BY id DESC LIMIT 1 OFFSET :last)
"""


def open_entry(connection: Connection, command: str, at: dt.datetime, undoes: int | None = None) -> int:
    """Begins the record of one command."""
    entry: int = connection.exec_driver_sql(
        "INSERT INTO history_entry (at, command, undoes, open) VALUES (?, ?, ?, 1) RETURNING id",
        (at.isoformat(timespec="seconds"), command, undoes),
    ).scalar_one()
    return entry


def close_entry(connection: Connection, entry: int, names: Mapping[int, str], subject: str | None = None) -> frozenset[str]:
    """Ends it and tells the tables it touched; an entry under which nothing changed is taken away again.

    The subject is what the command said it was about, else the first row it touched.
    """
    touched = connection.exec_driver_sql("SELECT DISTINCT tab FROM history_row WHERE entry = ?", (entry,)).scalars().all()
    if not touched:
        take_away(connection, entry)
        # The number is given back, so that it rises with recorded changes alone.
        connection.exec_driver_sql("UPDATE sqlite_sequence SET seq = ? WHERE name = 'history_entry'", (entry - 1,))
        return frozenset()
    if subject is None:
        number, row = connection.exec_driver_sql(_FIRST_ROW, (entry,)).one()
        subject = f"{names[number]}:{row}"
    connection.exec_driver_sql("UPDATE history_entry SET open = NULL, subject = ? WHERE id = ?", (subject, entry))
    return frozenset(names[number] for number in touched)


def take_away(connection: Connection, entry: int) -> None:
    """Removes an entry and its images, as if the change had always been."""
    connection.exec_driver_sql("DELETE FROM history_row WHERE entry = ?", (entry,))
    connection.exec_driver_sql("DELETE FROM history_entry WHERE id = ?", (entry,))


def join_previous(connection: Connection, entry: int, at: dt.datetime, names: Mapping[int, str]) -> int | None:
    """Makes repeated saves of one field one step; returns the entry that holds the change now, none when all is as it was.

    The new entry goes into the one just before it when both are the same command, shortly after one another, on one and the
    same row, and the earlier image already holds every column that changed now.
    """
    previous = connection.exec_driver_sql(_PREVIOUS, {"entry": entry}).first()
    if previous is None or not 0 <= (at - dt.datetime.fromisoformat(previous.at)).total_seconds() <= SAME_EDIT_SECONDS:
        return entry
    mine, earlier = (connection.exec_driver_sql(_ONE_UPDATE, (each,)).all() for each in (entry, previous.id))
    if not (len(mine) == len(earlier) == 1 and mine[0][:3] == earlier[0][:3] and mine[0].op == "u"):
        return entry
    columns = json.loads(earlier[0].before)
    if not json.loads(mine[0].before).keys() <= columns.keys():
        return entry
    take_away(connection, entry)
    same = " AND ".join(f"\"{column}\" IS json_extract(:before, '$.{column}')" for column in columns)
    unchanged = f'SELECT 1 FROM "{names[earlier[0].tab]}" WHERE id = :row AND {same}'
    if connection.exec_driver_sql(unchanged, {"row": earlier[0].row, "before": earlier[0].before}).first():
        take_away(connection, previous.id)
        return None
    connection.exec_driver_sql("UPDATE history_entry SET at = ? WHERE id = ?", (at.isoformat(timespec="seconds"), previous.id))
    return int(previous.id)


def prune(connection: Connection, today: dt.date) -> None:
    """Drops the images older than the last 100 steps or three months; what was done stays told."""
    oldest = today - dt.timedelta(days=KEPT_DAYS)
    connection.exec_driver_sql(_TOO_OLD, {"day": oldest.isoformat(), "last": KEPT_STEPS - 1})
