"""The first tables of `core/model/posters.py`."""

import sqlalchemy as sa
from alembic import op


def make() -> None:
    """Makes them, with their indexes."""
    for table in (_picture, _printed, _hanging):
        table()


def _picture() -> None:
    op.create_table(
        "picture",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("svg", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_picture")),
        sa.UniqueConstraint("name", name=op.f("uq_picture_name")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _printed() -> None:
    op.create_table(
        "printed",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("on", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printed")),
        sa.UniqueConstraint("code", "document", "options", name=op.f("uq_printed_code_document_options")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _hanging() -> None:
    op.create_table(
        "hanging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("printed_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("sort_key", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["printed_id"], ["printed.id"], name=op.f("fk_hanging_printed_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hanging")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_hanging_printed_id"), "hanging", ["printed_id"], unique=False)
    op.create_index(op.f("ix_hanging_sort_key"), "hanging", ["sort_key"], unique=False)
