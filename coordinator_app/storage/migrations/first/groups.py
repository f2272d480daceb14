"""The first tables of `core/model/groups.py`."""

import sqlalchemy as sa
from alembic import op


def make() -> None:
    """Makes them, with their indexes."""
    for table in (_place, _grp, _member, _pause, _slot, _slot_date):
        table()


def _place() -> None:
    op.create_table(
        "place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sort_key", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_place_sort_key"), "place", ["sort_key"], unique=False)


def _grp() -> None:
    op.create_table(
        "grp",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_sv", sa.Text(), nullable=True),
        sa.Column("name_en", sa.Text(), nullable=True),
        sa.Column("sort_key", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("names_kept", sa.Text(), nullable=False),
        sa.Column("public", sa.Integer(), nullable=False),
        sa.Column("hide_place", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("public_contact", sa.Text(), nullable=True),
        sa.Column("public_phone", sa.Text(), nullable=True),
        sa.Column("public_email", sa.Text(), nullable=True),
        sa.Column("web", sa.Text(), nullable=True),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("started", sa.Text(), nullable=True),
        sa.Column("ended", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["person.id"], name=op.f("fk_grp_contact_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grp")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_grp_contact_id"), "grp", ["contact_id"], unique=False)
    op.create_index(op.f("ix_grp_service"), "grp", ["service"], unique=False)
    op.create_index(op.f("ix_grp_sort_key"), "grp", ["sort_key"], unique=False)


def _member() -> None:
    op.create_table(
        "member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["grp.id"], name=op.f("fk_member_group_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_member_person_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("group_id", "person_id", "role", name=op.f("uq_member_group_id_person_id_role")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_member_group_id"), "member", ["group_id"], unique=False)
    op.create_index(op.f("ix_member_person_id"), "member", ["person_id"], unique=False)


def _pause() -> None:
    op.create_table(
        "pause",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.CheckConstraint('"first" <= "last"', name=op.f("ck_pause_order")),
        sa.ForeignKeyConstraint(["group_id"], ["grp.id"], name=op.f("fk_pause_group_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_pause_group_id"), "pause", ["group_id"], unique=False)


def _slot() -> None:
    op.create_table(
        "slot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=True),
        sa.Column("interval", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=True),
        sa.Column("starts", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=True),
        sa.Column("skip_holidays", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.Text(), nullable=True),
        sa.CheckConstraint("nth IN (-1, 1, 2, 3, 4, 5) OR (nth IS NULL AND rule <> 'monthly')", name=op.f("ck_slot_nth")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6 OR (weekday IS NULL AND rule = 'dates')", name=op.f("ck_slot_weekday")),
        sa.CheckConstraint('"interval" BETWEEN 1 AND 52', name=op.f("ck_slot_interval")),
        sa.CheckConstraint("minutes BETWEEN 1 AND 1440", name=op.f("ck_slot_minutes")),
        sa.ForeignKeyConstraint(["group_id"], ["grp.id"], name=op.f("fk_slot_group_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_slot_place_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_slot_group_id"), "slot", ["group_id"], unique=False)
    op.create_index(op.f("ix_slot_place_id"), "slot", ["place_id"], unique=False)


def _slot_date() -> None:
    op.create_table(
        "slot_date",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slot_id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_slot_date_slot_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot_date")),
        sa.UniqueConstraint("slot_id", "on", name=op.f("uq_slot_date_slot_id_on")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
