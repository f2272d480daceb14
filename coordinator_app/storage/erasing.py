"""What forgetting does beyond the records: the history keeps that something was done, and nothing of what was there."""

import json
from collections.abc import Collection

from sqlalchemy import Connection

from coordinator_app.core.history import NOTED
from coordinator_app.core.model.numbers import NUMBERS
from coordinator_app.core.people.pointers import pointers

# An image becomes a note: its row was touched, so that what was done stands in the way of earlier steps, and no more is known.
_FORGET = f"UPDATE history_row SET op = '{NOTED}', \"before\" = NULL WHERE "
# All images of the rows this command took away or took a pointer from.
_TOUCHED = '(tab, "row") IN (SELECT tab, "row" FROM history_row WHERE entry = :entry)'
_POINTING = """
(tab, "row") IN (
    SELECT tab, "row" FROM history_row WHERE tab = :tab AND "before" ->> :column IN (SELECT value FROM json_each(:people))
)
"""
_OF_ROWS = 'tab = :tab AND "row" IN (SELECT value FROM json_each(:people))'
_SPEAKING = """
"before" IS NOT NULL AND EXISTS (
    SELECT 1 FROM json_each("before") field JOIN json_each(:said) said ON field.type = 'text' AND instr(field.value, said.value) > 0
)
"""


def scrub(connection: Connection, entry: int, people: Collection[int], said: Collection[str]) -> None:
    """Takes out of the history all that the command of `entry` forgot: rows of `people`, what ever pointed at them, what speaks of them.

    `said` is what they are recognised by. Steps that lose an image can no longer be undone, this command first of all.
    """
    ids = json.dumps(sorted(people))
    connection.exec_driver_sql(_FORGET + _TOUCHED, {"entry": entry})
    connection.exec_driver_sql(_FORGET + _OF_ROWS, {"tab": NUMBERS["person"], "people": ids})
    for column in pointers():
        values = {"tab": NUMBERS[column.table.name], "column": f"$.{column.name}", "people": ids}
        connection.exec_driver_sql(_FORGET + _POINTING, values)
    connection.exec_driver_sql(_FORGET + _SPEAKING, {"said": json.dumps(sorted(said))})
