"""The steps from an older book lead to the same tables as a new book has, lose nothing, and stop whole."""

from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import insert, text

from coordinator_app.core import search
from coordinator_app.core.errors import BookTooNew
from coordinator_app.core.model import Place
from coordinator_app.storage import migrations, schema
from coordinator_app.storage.cipher import connect, engine_for
from coordinator_app.storage.database import Database
from tests.book import FAST, KEY

SCHEMA = """
SELECT type, name, tbl_name, sql FROM sqlite_schema
WHERE name NOT GLOB 'sqlite_*' AND name NOT GLOB 'search_*' AND tbl_name <> 'alembic_version'
"""


def layout(raw: Any) -> dict[tuple[str, str], tuple[str, str]]:
    """Every table, index and trigger, its SQL without the accidents of line breaks and the order of constraints."""
    rows = raw.execute(SCHEMA).fetchall()
    return {(kind, name): (table, _without_accidents(sql)) for kind, name, table, sql in rows}


def _without_accidents(sql: str | None) -> str:
    bare = "".join((sql or "").split()).replace('"', "")
    if not bare.startswith("CREATETABLE"):
        return bare
    return ",".join(sorted(part.strip(",") for part in bare.removesuffix(")STRICT").split("CONSTRAINT"))) + bare[-7:]


def test_all_steps_lead_to_the_tables_of_a_new_book(tmp_path: Path, book: Database) -> None:
    raw = connect(tmp_path / "old.db", KEY, create=True, settings=FAST)
    migrations.upgrade(raw)
    assert layout(raw) == layout(book.raw), "The tables have changed: run `python -m tests.storage.first_migration`."
    assert migrations.version_of(raw) == schema.HEAD
    raw.close()


def test_the_newest_step_is_the_program_s_own_version() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.HEAD


def test_a_book_of_a_newer_program_is_left_alone(book: Database) -> None:
    assert not migrations.is_behind(book.raw)
    book.raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(BookTooNew):
        migrations.is_behind(book.raw)


def test_what_was_found_before_is_found_after(book: Database) -> None:
    def add(session: Any) -> None:
        session.execute(insert(Place).values(name="Mäntylä", sort_key="m"))

    book.write(add)
    with engine_for(book.raw).begin() as connection:
        connection.execute(text("DELETE FROM search"))
    migrations.upgrade(book.raw)
    assert [hit.title for hit in book.read(search.find, typed="mantyla")] == ["Mäntylä"]
