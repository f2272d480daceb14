"""Everything that is not a group meeting: activities, enquiries, support talks, volunteer hours, feedback."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from coordinator_app.core.kinds import Basis, HoursTask, MeetingState, Mode, Organiser
from coordinator_app.core.model.table import Code, Table, column, key


class Series(Table):
    """Activities that belong together: a course, a yearly forum, the sessions with one client."""

    __tablename__ = "series"
    id: Mapped[key]
    name: Mapped[str]
    kind: Mapped[str]


class Activity(Table):
    """An activity of any kind; counts are of participants, leaders excluded, blank is not asked.

    `enrolled` counts in the period of `held_on`, `completed` in that of `completed_on`.
    """

    __tablename__ = "activity"
    __table_args__ = (
        Index(None, "held_on"),
        Index(None, "kind", "held_on"),
        Index(None, "series_id"),
        Index(None, "place_id"),
        Index(None, "client_id"),
        CheckConstraint("headcount >= 0 AND newcomers >= 0 AND remote >= 0 AND children >= 0 AND women >= 0", name="not_negative"),
        CheckConstraint("leaders >= 0 AND enrolled >= 0 AND completed >= 0 AND reach >= 0", name="not_negative_others"),
        CheckConstraint("newcomers <= headcount AND remote <= headcount AND children <= headcount AND women <= headcount", name="subsets"),
        CheckConstraint("headcount IS NULL OR state = 'counted'", name="counted"),
        CheckConstraint("(state = 'cancelled') = (reason IS NOT NULL)", name="reason"),
    )
    id: Mapped[key]
    name: Mapped[str]
    kind: Mapped[str]
    service: Mapped[str]
    series_id: Mapped[int | None] = column(ForeignKey("series.id", ondelete="RESTRICT"))
    organiser: Mapped[Organiser] = column(Code(Organiser))
    held_on: Mapped[dt.date]
    until: Mapped[dt.date | None]
    starts: Mapped[dt.time | None]
    minutes: Mapped[int | None]
    place_id: Mapped[int | None] = column(ForeignKey("place.id", ondelete="RESTRICT"))
    mode: Mapped[Mode] = column(Code(Mode))
    public: Mapped[bool]
    state: Mapped[MeetingState] = column(Code(MeetingState))
    reason: Mapped[str | None]
    headcount: Mapped[int | None]
    newcomers: Mapped[int | None]
    remote: Mapped[int | None]
    children: Mapped[int | None]
    women: Mapped[int | None]
    leaders: Mapped[int | None]
    enrolled: Mapped[int | None]
    completed: Mapped[int | None]
    completed_on: Mapped[dt.date | None]
    reach: Mapped[int | None]
    theme: Mapped[str | None]
    sector: Mapped[str | None]
    client_id: Mapped[int | None] = column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    note: Mapped[str | None]


class ActivityPerson(Table):
    """A volunteer who led or helped in an activity."""

    __tablename__ = "activity_person"
    __table_args__ = (UniqueConstraint("activity_id", "person_id"), Index(None, "person_id"))
    id: Mapped[key]
    activity_id: Mapped[int] = column(ForeignKey("activity.id", ondelete="RESTRICT"))
    person_id: Mapped[int] = column(ForeignKey("person.id", ondelete="RESTRICT"))


class ActivityOrganisation(Table):
    """A partner who took part in an activity."""

    __tablename__ = "activity_organisation"
    __table_args__ = (UniqueConstraint("activity_id", "organisation_id"), Index(None, "organisation_id"))
    id: Mapped[key]
    activity_id: Mapped[int] = column(ForeignKey("activity.id", ondelete="RESTRICT"))
    organisation_id: Mapped[int] = column(ForeignKey("organisation.id", ondelete="RESTRICT"))


class Enquiry(Table):
    """One matter, counted once, however many calls it took."""

    __tablename__ = "enquiry"
    __table_args__ = (Index(None, "on"), Index(None, "person_id"))
    id: Mapped[key]
    on: Mapped[dt.date]
    service: Mapped[str]
    channel: Mapped[str]
    person_id: Mapped[int | None] = column(ForeignKey("person.id", ondelete="RESTRICT"))
    note: Mapped[str | None]


class SupportTalk(Table):
    """A talk one to one, 15 minutes or more, about the man's own situation; `forgotten` when he was named and is so no longer."""

    __tablename__ = "support_talk"
    __table_args__ = (
        Index(None, "on"),
        Index(None, "enquiry_id"),
        Index(None, "person_id"),
        CheckConstraint("minutes >= 15", name="long_enough"),
    )
    id: Mapped[key]
    on: Mapped[dt.date]
    service: Mapped[str]
    minutes: Mapped[int]
    enquiry_id: Mapped[int | None] = column(ForeignKey("enquiry.id", ondelete="RESTRICT"))
    person_id: Mapped[int | None] = column(ForeignKey("person.id", ondelete="RESTRICT"))
    note: Mapped[str | None]
    forgotten: Mapped[bool] = column(server_default="0")


class Referral(Table):
    """A guiding onward to another service, out of an enquiry or a support talk."""

    __tablename__ = "referral"
    __table_args__ = (Index(None, "on"), Index(None, "enquiry_id"), Index(None, "talk_id"), Index(None, "organisation_id"))
    id: Mapped[key]
    on: Mapped[dt.date]
    service: Mapped[str]
    enquiry_id: Mapped[int | None] = column(ForeignKey("enquiry.id", ondelete="RESTRICT"))
    talk_id: Mapped[int | None] = column(ForeignKey("support_talk.id", ondelete="RESTRICT"))
    organisation_id: Mapped[int | None] = column(ForeignKey("organisation.id", ondelete="RESTRICT"))


class VolunteerHours(Table):
    """Volunteer work that was logged; `minutes` in all, of one person or of `people` together."""

    __tablename__ = "volunteer_hours"
    __table_args__ = (
        Index(None, "on"),
        Index(None, "person_id"),
        Index(None, "group_id"),
        Index(None, "activity_id"),
        CheckConstraint("minutes > 0", name="some"),
    )
    id: Mapped[key]
    on: Mapped[dt.date]
    service: Mapped[str]
    task: Mapped[HoursTask] = column(Code(HoursTask))
    minutes: Mapped[int]
    person_id: Mapped[int | None] = column(ForeignKey("person.id", ondelete="RESTRICT"))
    group_id: Mapped[int | None] = column(ForeignKey("grp.id", ondelete="RESTRICT"))
    activity_id: Mapped[int | None] = column(ForeignKey("activity.id", ondelete="RESTRICT"))


class SampledMonth(Table):
    """A month in which the hours of a service were logged in full, to stand for its whole period; `month` is its first day."""

    __tablename__ = "sampled_month"
    __table_args__ = (UniqueConstraint("service", "month"),)
    id: Mapped[key]
    service: Mapped[str]
    month: Mapped[dt.date]


class StatedFigure(Table):
    """A figure entered by hand, with its basis: different men, or hours by estimate. `period` as `2026Q3`."""

    __tablename__ = "stated_figure"
    __table_args__ = (UniqueConstraint("period", "indicator", "of"), CheckConstraint('"value" >= 0', name="not_negative"))
    id: Mapped[key]
    period: Mapped[str]
    indicator: Mapped[str]
    of: Mapped[str]
    value: Mapped[int]
    basis: Mapped[Basis] = column(Code(Basis))


class FeedbackTally(Table):
    """How a group or activity answered one question: asked, answered, agreed."""

    __tablename__ = "feedback_tally"
    __table_args__ = (
        Index(None, "on"),
        Index(None, "group_id"),
        Index(None, "activity_id"),
        CheckConstraint("0 <= agree AND agree <= answers AND answers <= asked", name="subsets"),
    )
    id: Mapped[key]
    on: Mapped[dt.date]
    question: Mapped[str]
    service: Mapped[str]
    group_id: Mapped[int | None] = column(ForeignKey("grp.id", ondelete="RESTRICT"))
    activity_id: Mapped[int | None] = column(ForeignKey("activity.id", ondelete="RESTRICT"))
    asked: Mapped[int]
    answers: Mapped[int]
    agree: Mapped[int]
