"""Who was there: the sheet of one meeting, the grid of a month, and the line a counsellor sends in a text message."""

from coordinator_app.core.attendance.line import parse_line
from coordinator_app.core.attendance.reading import coming, grid, keeps_names, sheet
from coordinator_app.core.attendance.values import GridRow, Line, RosterLine, Sheet
from coordinator_app.core.attendance.writing import record, record_line

__all__ = [
    "GridRow",
    "Line",
    "RosterLine",
    "Sheet",
    "coming",
    "grid",
    "keeps_names",
    "parse_line",
    "record",
    "record_line",
    "sheet",
]
