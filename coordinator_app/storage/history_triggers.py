"""The triggers that write down what each row was before a command changed it, generated from the tables."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Column, Connection, LargeBinary, MetaData, Table

from coordinator_app.core.model.numbers import NUMBERS

_INTO = 'INSERT INTO history_row ("entry", "tab", "row", "op", "before") VALUES'
_ENTRY = "(SELECT id FROM history_entry WHERE open = 1)"


def recorded(metadata: MetaData) -> list[Table]:
    """The tables whose changes can be undone."""
    return [table for table in metadata.sorted_tables if table.info.get("history", True) is True]


def noted(metadata: MetaData) -> list[Table]:
    """The tables of which only the fact of a change is written down: what they hold cannot be undone."""
    return [table for table in metadata.sorted_tables if table.info.get("history") == "noted"]


def numbers(metadata: MetaData) -> Mapping[str, int]:
    """The number of every table that is recorded or noted."""
    return {table.name: NUMBERS[table.name] for table in recorded(metadata) + noted(metadata)}


def stored(table: Table) -> list[Column[object]]:
    """The columns an image holds: all but the key and what the database computes."""
    return [column for column in table.columns if column.computed is None and column.name != "id"]


def is_blob(column: Column[object]) -> bool:
    return isinstance(getattr(column.type, "impl", column.type), LargeBinary) or isinstance(column.type, LargeBinary)


def install(connection: Connection, metadata: MetaData) -> None:
    """Makes the triggers anew."""
    drop(connection)
    for statement in _triggers(metadata):
        connection.exec_driver_sql(statement)


def drop(connection: Connection) -> None:
    """Takes the triggers away, as a migration must before it copies tables."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'history\\_%' ESCAPE '\\'")
    for name in names.scalars().all():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def _triggers(metadata: MetaData) -> Iterator[str]:
    for table in recorded(metadata):
        number = NUMBERS[table.name]
        yield _trigger(table, "i", "AFTER INSERT", f"({_ENTRY}, {number}, NEW.id, 'i', NULL)")
        yield _trigger(table, "d", "AFTER DELETE", f"({_ENTRY}, {number}, OLD.id, 'd', {_image(table)})")
        yield _trigger(table, "u", "AFTER UPDATE", f"({_ENTRY}, {number}, OLD.id, 'u', {_changed(table)})", _differs(table))
        yield (
            f'CREATE TRIGGER "history_{table.name}_k" BEFORE UPDATE OF id ON "{table.name}" WHEN OLD.id IS NOT NEW.id '
            "BEGIN SELECT RAISE(ABORT, 'a row keeps its id'); END"
        )
    for table in noted(metadata):
        number = NUMBERS[table.name]
        for op, when, row in (("i", "AFTER INSERT", "NEW"), ("d", "AFTER DELETE", "OLD"), ("u", "AFTER UPDATE", "OLD")):
            yield _trigger(table, op, when, f"({_ENTRY}, {number}, {row}.id, 'n', NULL)")


def _trigger(table: Table, op: str, when: str, values: str, only_if: str = "") -> str:
    condition = f" WHEN {only_if}" if only_if else ""
    return f'CREATE TRIGGER "history_{table.name}_{op}" {when} ON "{table.name}"{condition} BEGIN {_INTO} {values}; END'


def _differs(table: Table) -> str:
    return " OR ".join(f'OLD."{column.name}" IS NOT NEW."{column.name}"' for column in stored(table))


def _image(table: Table) -> str:
    """The whole row as JSON; bytes as hexadecimal digits, which JSON can hold."""
    return "json_object(" + ", ".join(f"'{column.name}', {_value(column)}" for column in stored(table)) + ")"


def _changed(table: Table) -> str:
    """The columns that changed, as JSON: the whole row less the columns that are the same."""
    same = ", ".join(
        f"CASE WHEN OLD.\"{column.name}\" IS NEW.\"{column.name}\" THEN '$.{column.name}' ELSE '$.-' END" for column in stored(table)
    )
    return f"json_remove({_image(table)}, {same})"


def _value(column: Column[object]) -> str:
    name = f'OLD."{column.name}"'
    return f"CASE WHEN {name} IS NULL THEN NULL ELSE hex({name}) END" if is_blob(column) else name
