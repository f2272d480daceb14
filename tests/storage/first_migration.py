"""Writes the first migration from the tables as they are: `python -m tests.storage.first_migration`. Until the first release only."""

import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import LargeBinary, TypeDecorator, create_engine
from sqlalchemy.types import REAL, Integer, Text

import coordinator_app
from coordinator_app.core.model import Table

FILE = Path(coordinator_app.__file__).parent / "storage" / "migrations" / "versions" / "0001_first_tables.py"
_HEAD = '''"""The tables of the first release."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:  # noqa: PLR0915 - one statement a table and index.
    """Makes every table; there is no way back but the backup made before it."""
'''
_NAMES = {Text: "sa.Text()", Integer: "sa.Integer()", REAL: "sa.REAL()", LargeBinary: "sa.LargeBinary()"}


def rendered() -> str:
    """The migration's text. A step of the past must not change with the models, so columns are written in SQL's own types."""

    def plain(kind: str, item: Any, _context: object) -> str | Literal[False]:
        if kind == "type" and isinstance(item, TypeDecorator):
            return _NAMES[type(item.impl_instance)]
        return False

    with create_engine("sqlite://").connect() as connection:
        context = MigrationContext.configure(connection, opts={"render_item": plain, "target_metadata": Table.metadata})
        upgrades = produce_migrations(context, Table.metadata).upgrade_ops
        assert upgrades is not None
        code = render_python_code(upgrades, render_item=plain)
    lines = [line for line in code.splitlines() if not line.strip().startswith(("#", "info="))]
    return _HEAD + "    " + "\n".join(lines).lstrip() + "\n"


if __name__ == "__main__":
    FILE.write_text(rendered(), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(FILE)], check=True)
