"""Meetings, planned and held, and who was there."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from coordinator_app.core.kinds import Content, MeetingState, Mode
from coordinator_app.core.model.table import Code, Table, column, key


class Meeting(Table):
    """One occasion of a group, with its own service, place and minutes, as they were.

    `planned_on` is the day the rule says (missing: an extra); `held_on` the day it counts by, which differs when it was moved.
    `by_hand` marks what a person has set, so that a change of the rule leaves it alone. `forgotten` is how many of the headcount
    were here by name and are a number now.
    Counts are of men, counsellors excluded; blank is not asked, which is not 0.
    """

    __tablename__ = "meeting"
    __table_args__ = (
        UniqueConstraint("slot_id", "planned_on"),
        Index(None, "held_on", "group_id"),
        Index(None, "group_id", "held_on"),
        Index(None, "service", "held_on"),
        Index(None, "place_id"),
        CheckConstraint("headcount >= 0 AND newcomers >= 0 AND remote >= 0 AND children >= 0 AND counsellors >= 0", name="not_negative"),
        CheckConstraint("newcomers <= headcount AND remote <= headcount AND children <= headcount", name="subsets"),
        CheckConstraint("(state = 'counted') = (headcount IS NOT NULL)", name="counted"),
        CheckConstraint("(state = 'cancelled') = (reason IS NOT NULL)", name="reason"),
        CheckConstraint("slot_id IS NULL OR planned_on IS NOT NULL", name="planned"),
    )
    id: Mapped[key]
    group_id: Mapped[int] = column(ForeignKey("grp.id", ondelete="RESTRICT"))
    slot_id: Mapped[int | None] = column(ForeignKey("slot.id", ondelete="RESTRICT"))
    planned_on: Mapped[dt.date | None]
    held_on: Mapped[dt.date]
    starts: Mapped[dt.time]
    minutes: Mapped[int]
    place_id: Mapped[int | None] = column(ForeignKey("place.id", ondelete="RESTRICT"))
    mode: Mapped[Mode] = column(Code(Mode))
    service: Mapped[str]
    state: Mapped[MeetingState] = column(Code(MeetingState))
    reason: Mapped[str | None]
    content: Mapped[Content] = column(Code(Content))
    headcount: Mapped[int | None]
    newcomers: Mapped[int | None]
    remote: Mapped[int | None]
    children: Mapped[int | None]
    counsellors: Mapped[int | None]
    note: Mapped[str | None]
    by_hand: Mapped[bool]
    forgotten: Mapped[int] = column(server_default="0")


class Attendance(Table):
    """A named man at a meeting. The names may go, the headcount stays."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"), Index(None, "person_id", "meeting_id"))
    id: Mapped[key]
    meeting_id: Mapped[int] = column(ForeignKey("meeting.id", ondelete="RESTRICT"))
    person_id: Mapped[int] = column(ForeignKey("person.id", ondelete="RESTRICT"))
    newcomer: Mapped[bool]
    remote: Mapped[bool]


class MeetingCounsellor(Table):
    """Who runs a meeting (before it) or ran it (after it)."""

    __tablename__ = "meeting_counsellor"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"), Index(None, "person_id"))
    id: Mapped[key]
    meeting_id: Mapped[int] = column(ForeignKey("meeting.id", ondelete="RESTRICT"))
    person_id: Mapped[int] = column(ForeignKey("person.id", ondelete="RESTRICT"))
