"""Writes the first migration from the tables as they are: `python -m tests.storage.first_migration`. Until the first release only."""

import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations.ops import UpgradeOps
from sqlalchemy import LargeBinary, TypeDecorator, create_engine
from sqlalchemy.types import REAL, Integer, Text

import coordinator_app
from coordinator_app.core import model
from coordinator_app.core.model import Table

FOLDER = Path(coordinator_app.__file__).parent / "storage" / "migrations" / "first"
# Each needs only tables of those before it.
ROOMS = (model.book, model.people, model.groups, model.meetings, model.activities, model.reporting, model.posters)
_HEAD = '''"""The first tables of `core/model/{room}.py`."""

import sqlalchemy as sa
from alembic import op


def make() -> None:
    """Makes them, with their indexes."""
    for table in ({tables}):
        table()
'''
_NAMES = {Text: "sa.Text()", Integer: "sa.Integer()", REAL: "sa.REAL()", LargeBinary: "sa.LargeBinary()"}


def rendered() -> dict[str, str]:
    """The text of each room's file. A step of the past must not change with the models, so columns are written in SQL's own types."""
    with create_engine("sqlite://").connect() as connection:
        context = MigrationContext.configure(connection, opts={"render_item": _plain, "target_metadata": Table.metadata})
        upgrades = produce_migrations(context, Table.metadata).upgrade_ops
    assert upgrades is not None
    return {_name(room): _written(room, upgrades) for room in ROOMS}


def _name(room: Any) -> str:
    return str(room.__name__.rpartition(".")[2])


def _written(room: Any, upgrades: UpgradeOps) -> str:
    own = {each.__tablename__ for each in vars(room).values() if getattr(each, "__module__", "") == room.__name__ and _is_table(each)}
    steps: dict[str, list[Any]] = {}
    for step in upgrades.ops:
        if _table_of(step) in own:
            steps.setdefault(_table_of(step), []).append(step)
    made = "".join(f"\n\ndef _{table}() -> None:\n    {_code(each)}\n" for table, each in steps.items())
    return _HEAD.format(room=_name(room), tables=", ".join(f"_{table}" for table in steps)) + made


def _code(steps: list[Any]) -> str:
    lines = render_python_code(UpgradeOps(steps), render_item=_plain).splitlines()
    return "\n".join(line for line in lines if not line.strip().startswith(("#", "info="))).lstrip()


def _plain(kind: str, item: Any, _context: object) -> str | Literal[False]:
    if kind == "type" and isinstance(item, TypeDecorator):
        return _NAMES[type(item.impl_instance)]
    return False


def _is_table(each: Any) -> bool:
    return isinstance(each, type) and "__tablename__" in vars(each)


def _table_of(step: Any) -> str:
    return str(step.table_name)


if __name__ == "__main__":
    for room, text in rendered().items():
        (FOLDER / f"{room}.py").write_text(text, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(FOLDER)], check=True)
