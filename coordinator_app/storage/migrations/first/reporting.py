"""The first tables of `core/model/reporting.py`."""

import sqlalchemy as sa
from alembic import op


def make() -> None:
    """Makes them, with their indexes."""
    for table in (_check_answer, _kept_count, _office_key, _quarter, _sent_summary, _signing_key, _taken_in):
        table()


def _check_answer() -> None:
    op.create_table(
        "check_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("choice", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_answer")),
        sa.UniqueConstraint("period", "rule", "of", name=op.f("uq_check_answer_period_rule_of")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _kept_count() -> None:
    op.create_table(
        "kept_count",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("services", sa.Text(), nullable=False),
        sa.Column("whole", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint('"number" > 0', name=op.f("ck_kept_count_some")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kept_count")),
        sa.UniqueConstraint("period", "indicator", "services", "whole", name=op.f("uq_kept_count_period_indicator_services_whole")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _office_key() -> None:
    op.create_table(
        "office_key",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("enrolled", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_key")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_office_key_fingerprint")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _quarter() -> None:
    op.create_table(
        "quarter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("nothing_to_report", sa.Integer(), nullable=False),
        sa.Column("went_well", sa.Text(), nullable=True),
        sa.Column("hard", sa.Text(), nullable=True),
        sa.Column("wishes", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quarter")),
        sa.UniqueConstraint("period", name=op.f("uq_quarter_period")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _sent_summary() -> None:
    op.create_table(
        "sent_summary",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("sealed", sa.Integer(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent_summary")),
        sa.UniqueConstraint("file_id", name=op.f("uq_sent_summary_file_id")),
        sa.UniqueConstraint("period", "revision", name=op.f("uq_sent_summary_period_revision")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _signing_key() -> None:
    op.create_table(
        "signing_key",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("private", sa.LargeBinary(), nullable=False),
        sa.Column("created", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_key")),
        sa.UniqueConstraint("epoch", name=op.f("uq_signing_key_epoch")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _taken_in() -> None:
    op.create_table(
        "taken_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("file", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taken_in")),
        sa.UniqueConstraint("sha256", name=op.f("uq_taken_in_sha256")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_taken_in_kind"), "taken_in", ["kind"], unique=False)
