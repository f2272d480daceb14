"""The first tables of `core/model/book.py`."""

import sqlalchemy as sa
from alembic import op


def make() -> None:
    """Makes them, with their indexes."""
    for table in (_draft, _history_entry, _imported, _preference, _put_off, _setting, _history_row):
        table()


def _draft() -> None:
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("screen", sa.Text(), nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("screen", name=op.f("uq_draft_screen")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _history_entry() -> None:
    op.create_table(
        "history_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("command", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("open", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history_entry")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index("ix_history_entry_open", "history_entry", ["open"], unique=True, sqlite_where=sa.text('"open" IS NOT NULL'))
    op.create_index(op.f("ix_history_entry_undoes"), "history_entry", ["undoes"], unique=False)


def _imported() -> None:
    op.create_table(
        "imported",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported")),
        sa.UniqueConstraint("kind", "source", "source_id", name=op.f("uq_imported_kind_source_source_id")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_imported_kind_row"), "imported", ["kind", "row"], unique=False)


def _preference() -> None:
    op.create_table(
        "preference",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_preference")),
        sa.UniqueConstraint("name", name=op.f("uq_preference_name")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _put_off() -> None:
    op.create_table(
        "put_off",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_put_off")),
        sa.UniqueConstraint("card", name=op.f("uq_put_off_card")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _setting() -> None:
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("name", name=op.f("uq_setting_name")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _history_row() -> None:
    op.create_table(
        "history_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("tab", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("op", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.CheckConstraint("op IN ('i', 'u', 'd', 'n')", name=op.f("ck_history_row_op")),
        sa.ForeignKeyConstraint(["entry"], ["history_entry.id"], name=op.f("fk_history_row_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history_row")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_history_row_entry_tab"), "history_row", ["entry", "tab"], unique=False)
    op.create_index("ix_history_row_noted", "history_row", ["entry"], unique=False, sqlite_where=sa.text("op = 'n'"))
    op.create_index(op.f("ix_history_row_tab_row"), "history_row", ["tab", "row"], unique=False)
