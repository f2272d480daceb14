"""Activities of every kind that are not group meetings, and the series they belong to."""

from coordinator_app.core.activities.names import for_client, held_at, in_series
from coordinator_app.core.activities.reading import OURS, of_series, one, partners_of, people_of, series, unrecorded, within
from coordinator_app.core.activities.values import ActivityFields, ActivityMore, ActivityRow, Counts, SeriesRow
from coordinator_app.core.activities.writing import (
    add,
    add_series,
    cancel,
    change,
    clear,
    count,
    joined_by,
    move,
    not_counted,
    record_on,
    remove,
    repeat,
    run_by,
)

__all__ = [
    "OURS",
    "ActivityFields",
    "ActivityMore",
    "ActivityRow",
    "Counts",
    "SeriesRow",
    "add",
    "add_series",
    "cancel",
    "change",
    "clear",
    "count",
    "for_client",
    "held_at",
    "in_series",
    "joined_by",
    "move",
    "not_counted",
    "of_series",
    "one",
    "partners_of",
    "people_of",
    "record_on",
    "remove",
    "repeat",
    "run_by",
    "series",
    "unrecorded",
    "within",
]
