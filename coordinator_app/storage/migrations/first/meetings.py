"""The first tables of `core/model/meetings.py`."""

import sqlalchemy as sa
from alembic import op


def make() -> None:
    """Makes them, with their indexes."""
    for table in (_meeting, _attendance, _meeting_counsellor):
        table()


def _meeting() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=False),
        sa.Column("slot_id", sa.Integer(), nullable=True),
        sa.Column("planned_on", sa.Text(), nullable=True),
        sa.Column("held_on", sa.Text(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("newcomers", sa.Integer(), nullable=True),
        sa.Column("remote", sa.Integer(), nullable=True),
        sa.Column("children", sa.Integer(), nullable=True),
        sa.Column("counsellors", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("by_hand", sa.Integer(), nullable=False),
        sa.Column("forgotten", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("(state = 'cancelled') = (reason IS NOT NULL)", name=op.f("ck_meeting_reason")),
        sa.CheckConstraint("(state = 'counted') = (headcount IS NOT NULL)", name=op.f("ck_meeting_counted")),
        sa.CheckConstraint(
            "headcount >= 0 AND newcomers >= 0 AND remote >= 0 AND children >= 0 AND counsellors >= 0", name=op.f("ck_meeting_not_negative")
        ),
        sa.CheckConstraint("newcomers <= headcount AND remote <= headcount AND children <= headcount", name=op.f("ck_meeting_subsets")),
        sa.CheckConstraint("slot_id IS NULL OR planned_on IS NOT NULL", name=op.f("ck_meeting_planned")),
        sa.ForeignKeyConstraint(["group_id"], ["grp.id"], name=op.f("fk_meeting_group_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_meeting_place_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_meeting_slot_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint("slot_id", "planned_on", name=op.f("uq_meeting_slot_id_planned_on")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_meeting_group_id_held_on"), "meeting", ["group_id", "held_on"], unique=False)
    op.create_index(op.f("ix_meeting_held_on_group_id"), "meeting", ["held_on", "group_id"], unique=False)
    op.create_index(op.f("ix_meeting_place_id"), "meeting", ["place_id"], unique=False)
    op.create_index(op.f("ix_meeting_service_held_on"), "meeting", ["service", "held_on"], unique=False)


def _attendance() -> None:
    op.create_table(
        "attendance",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("newcomer", sa.Integer(), nullable=False),
        sa.Column("remote", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_attendance_meeting_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_attendance_person_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("uq_attendance_meeting_id_person_id")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_attendance_person_id_meeting_id"), "attendance", ["person_id", "meeting_id"], unique=False)


def _meeting_counsellor() -> None:
    op.create_table(
        "meeting_counsellor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("meeting_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_counsellor_meeting_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_meeting_counsellor_person_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_counsellor")),
        sa.UniqueConstraint("meeting_id", "person_id", name=op.f("uq_meeting_counsellor_meeting_id_person_id")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_meeting_counsellor_person_id"), "meeting_counsellor", ["person_id"], unique=False)
