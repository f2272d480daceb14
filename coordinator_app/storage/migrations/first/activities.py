"""The first tables of `core/model/activities.py`."""

import sqlalchemy as sa
from alembic import op


def make() -> None:
    """Makes them, with their indexes."""
    for table in (
        _sampled_month,
        _series,
        _stated_figure,
        _activity,
        _activity_organisation,
        _activity_person,
        _enquiry,
        _feedback_tally,
        _support_talk,
        _volunteer_hours,
        _referral,
    ):
        table()


def _sampled_month() -> None:
    op.create_table(
        "sampled_month",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sampled_month")),
        sa.UniqueConstraint("service", "month", name=op.f("uq_sampled_month_service_month")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _series() -> None:
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _stated_figure() -> None:
    op.create_table(
        "stated_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.CheckConstraint('"value" >= 0', name=op.f("ck_stated_figure_not_negative")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stated_figure")),
        sa.UniqueConstraint("period", "indicator", "of", name=op.f("uq_stated_figure_period_indicator_of")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def _activity() -> None:
    op.create_table(
        "activity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column("organiser", sa.Text(), nullable=False),
        sa.Column("held_on", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("starts", sa.Text(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("public", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("headcount", sa.Integer(), nullable=True),
        sa.Column("newcomers", sa.Integer(), nullable=True),
        sa.Column("remote", sa.Integer(), nullable=True),
        sa.Column("children", sa.Integer(), nullable=True),
        sa.Column("women", sa.Integer(), nullable=True),
        sa.Column("leaders", sa.Integer(), nullable=True),
        sa.Column("enrolled", sa.Integer(), nullable=True),
        sa.Column("completed", sa.Integer(), nullable=True),
        sa.Column("completed_on", sa.Text(), nullable=True),
        sa.Column("reach", sa.Integer(), nullable=True),
        sa.Column("theme", sa.Text(), nullable=True),
        sa.Column("sector", sa.Text(), nullable=True),
        sa.Column("client_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.CheckConstraint("(state = 'cancelled') = (reason IS NOT NULL)", name=op.f("ck_activity_reason")),
        sa.CheckConstraint("headcount IS NULL OR state = 'counted'", name=op.f("ck_activity_counted")),
        sa.CheckConstraint(
            "headcount >= 0 AND newcomers >= 0 AND remote >= 0 AND children >= 0 AND women >= 0", name=op.f("ck_activity_not_negative")
        ),
        sa.CheckConstraint(
            "leaders >= 0 AND enrolled >= 0 AND completed >= 0 AND reach >= 0", name=op.f("ck_activity_not_negative_others")
        ),
        sa.CheckConstraint(
            "newcomers <= headcount AND remote <= headcount AND children <= headcount AND women <= headcount",
            name=op.f("ck_activity_subsets"),
        ),
        sa.ForeignKeyConstraint(["client_id"], ["organisation.id"], name=op.f("fk_activity_client_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_activity_place_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_activity_series_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_activity_client_id"), "activity", ["client_id"], unique=False)
    op.create_index(op.f("ix_activity_held_on"), "activity", ["held_on"], unique=False)
    op.create_index(op.f("ix_activity_kind_held_on"), "activity", ["kind", "held_on"], unique=False)
    op.create_index(op.f("ix_activity_place_id"), "activity", ["place_id"], unique=False)
    op.create_index(op.f("ix_activity_series_id"), "activity", ["series_id"], unique=False)


def _activity_organisation() -> None:
    op.create_table(
        "activity_organisation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_activity_organisation_activity_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_activity_organisation_organisation_id"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_organisation")),
        sa.UniqueConstraint("activity_id", "organisation_id", name=op.f("uq_activity_organisation_activity_id_organisation_id")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_activity_organisation_organisation_id"), "activity_organisation", ["organisation_id"], unique=False)


def _activity_person() -> None:
    op.create_table(
        "activity_person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_activity_person_activity_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_activity_person_person_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_person")),
        sa.UniqueConstraint("activity_id", "person_id", name=op.f("uq_activity_person_activity_id_person_id")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_activity_person_person_id"), "activity_person", ["person_id"], unique=False)


def _enquiry() -> None:
    op.create_table(
        "enquiry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_enquiry_person_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enquiry")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_enquiry_on"), "enquiry", ["on"], unique=False)
    op.create_index(op.f("ix_enquiry_person_id"), "enquiry", ["person_id"], unique=False)


def _feedback_tally() -> None:
    op.create_table(
        "feedback_tally",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("agree", sa.Integer(), nullable=False),
        sa.CheckConstraint("0 <= agree AND agree <= answers AND answers <= asked", name=op.f("ck_feedback_tally_subsets")),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_feedback_tally_activity_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["group_id"], ["grp.id"], name=op.f("fk_feedback_tally_group_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_tally")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_feedback_tally_activity_id"), "feedback_tally", ["activity_id"], unique=False)
    op.create_index(op.f("ix_feedback_tally_group_id"), "feedback_tally", ["group_id"], unique=False)
    op.create_index(op.f("ix_feedback_tally_on"), "feedback_tally", ["on"], unique=False)


def _support_talk() -> None:
    op.create_table(
        "support_talk",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("forgotten", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("minutes >= 15", name=op.f("ck_support_talk_long_enough")),
        sa.ForeignKeyConstraint(["enquiry_id"], ["enquiry.id"], name=op.f("fk_support_talk_enquiry_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_support_talk_person_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_talk")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_support_talk_enquiry_id"), "support_talk", ["enquiry_id"], unique=False)
    op.create_index(op.f("ix_support_talk_on"), "support_talk", ["on"], unique=False)
    op.create_index(op.f("ix_support_talk_person_id"), "support_talk", ["person_id"], unique=False)


def _volunteer_hours() -> None:
    op.create_table(
        "volunteer_hours",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("group_id", sa.Integer(), nullable=True),
        sa.Column("activity_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_volunteer_hours_some")),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_volunteer_hours_activity_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["group_id"], ["grp.id"], name=op.f("fk_volunteer_hours_group_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_volunteer_hours_person_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_volunteer_hours")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_volunteer_hours_activity_id"), "volunteer_hours", ["activity_id"], unique=False)
    op.create_index(op.f("ix_volunteer_hours_group_id"), "volunteer_hours", ["group_id"], unique=False)
    op.create_index(op.f("ix_volunteer_hours_on"), "volunteer_hours", ["on"], unique=False)
    op.create_index(op.f("ix_volunteer_hours_person_id"), "volunteer_hours", ["person_id"], unique=False)


def _referral() -> None:
    op.create_table(
        "referral",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("on", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=True),
        sa.Column("talk_id", sa.Integer(), nullable=True),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["enquiry_id"], ["enquiry.id"], name=op.f("fk_referral_enquiry_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name=op.f("fk_referral_organisation_id"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["talk_id"], ["support_talk.id"], name=op.f("fk_referral_talk_id"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_referral_enquiry_id"), "referral", ["enquiry_id"], unique=False)
    op.create_index(op.f("ix_referral_on"), "referral", ["on"], unique=False)
    op.create_index(op.f("ix_referral_organisation_id"), "referral", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_referral_talk_id"), "referral", ["talk_id"], unique=False)
