"""What can be searched: one full-text table with its own content, kept in step by triggers, so that undo keeps it in step too."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection

from coordinator_app.core.model.numbers import NUMBERS
from coordinator_app.core.search import KIND_SIGNS, ROWID_STEP

# Secure delete leaves nothing of a forgotten name in the index's own pages.
_TABLE = (
    "CREATE VIRTUAL TABLE search USING fts5(title, body, kind, tokenize = \"unicode61 remove_diacritics 2\", prefix = '1 2 3')",
    "INSERT INTO search (search, rank) VALUES ('secure-delete', 1)",
)
# The name a record is found by, and what else is found of it. A number is found as it was written, as it compares, and without
# the spaces and hyphens it was written with; contacts have entries of their own, so that writing one does not rewrite its owner's.
_SOURCES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "person": ("{row}.name", ("{row}.title", "{row}.address", "{row}.web", "{row}.note")),
    "organisation": ("{row}.name", ("{row}.address", "{row}.web", "{row}.note")),
    "contact": ("''", ('{row}."value"', "{row}.normal", "replace(replace({row}.\"value\", ' ', ''), '-', '')")),
    "grp": ("{row}.name", ("{row}.name_sv", "{row}.name_en", "{row}.label", "{row}.note")),
    "place": ("{row}.name", ("{row}.address", "{row}.note")),
    "activity": ("{row}.name", ("{row}.theme", "{row}.note")),
    "meeting": ("{row}.note", ()),
    "enquiry": ("{row}.note", ()),
    "support_talk": ("{row}.note", ()),
}


def create(connection: Connection) -> None:
    """Makes the empty index of a new book, and its triggers."""
    for statement in _TABLE:
        connection.exec_driver_sql(statement)
    install(connection)


def remake(connection: Connection) -> None:
    """Makes index and triggers anew, and fills the index from the records."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS search")
    create(connection)
    for table in _SOURCES:
        connection.exec_driver_sql(f"{_insert(table, table)} FROM {table} WHERE {_says_something(table, table)}")


def install(connection: Connection) -> None:
    """Makes the triggers anew."""
    drop(connection)
    for statement in _triggers():
        connection.exec_driver_sql(statement)


def drop(connection: Connection) -> None:
    """Takes the triggers away, as a migration must before it copies tables."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'search_*'")
    for name in names.scalars().all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def _triggers() -> Iterator[str]:
    for table in _SOURCES:
        said_before, says_now, differs = _says_something(table, "OLD"), _says_something(table, "NEW"), _differs(table)
        leave, enter = f"DELETE FROM search WHERE rowid = {_rowid(table, 'OLD')}", _insert(table, "NEW")
        yield f"CREATE TRIGGER search_{table}_i AFTER INSERT ON {table} WHEN {says_now} BEGIN {enter}; END"
        yield f"CREATE TRIGGER search_{table}_d AFTER DELETE ON {table} WHEN {said_before} BEGIN {leave}; END"
        yield f"CREATE TRIGGER search_{table}_u AFTER UPDATE ON {table} WHEN {differs} BEGIN {leave}; {enter} WHERE {says_now}; END"


def _insert(table: str, row: str) -> str:
    title, body = _SOURCES[table]
    parts = " || ' ' || ".join(f"coalesce({part.format(row=row)}, '')" for part in body) or "''"
    kind = f"char({KIND_SIGNS + NUMBERS[table]})"
    return f"INSERT INTO search (rowid, title, body, kind) SELECT {_rowid(table, row)}, {title.format(row=row)}, trim({parts}), {kind}"


def _rowid(table: str, row: str) -> str:
    return f"{row}.id * {ROWID_STEP} + {NUMBERS[table]}"


def _says_something(table: str, row: str) -> str:
    title, body = _SOURCES[table]
    return "(" + " OR ".join(f"{part.format(row=row)} <> ''" for part in (title, *body)) + ")"


def _differs(table: str) -> str:
    title, body = _SOURCES[table]
    return " OR ".join(f"{part.format(row='OLD')} IS NOT {part.format(row='NEW')}" for part in (title, *body))
