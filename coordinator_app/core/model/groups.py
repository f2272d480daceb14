"""Groups, the rules they meet by, their places, breaks and members."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from coordinator_app.core.kinds import MemberRole, Mode, NamesKept, Rule
from coordinator_app.core.model.table import Code, Table, column, key


class Place(Table):
    """Where something is held."""

    __tablename__ = "place"
    __table_args__ = (Index(None, "sort_key"),)
    id: Mapped[key]
    name: Mapped[str]
    sort_key: Mapped[str]
    address: Mapped[str | None]
    note: Mapped[str | None]


class Group(Table):
    """Men who meet by a rule. `label` is what other programs call the body several groups belong to."""

    __tablename__ = "grp"
    __table_args__ = (Index(None, "sort_key"), Index(None, "service"), Index(None, "contact_id"))
    id: Mapped[key]
    name: Mapped[str]
    name_sv: Mapped[str | None]
    name_en: Mapped[str | None]
    sort_key: Mapped[str]
    service: Mapped[str]
    names_kept: Mapped[NamesKept] = column(Code(NamesKept))
    public: Mapped[bool]
    hide_place: Mapped[bool]
    contact_id: Mapped[int | None] = column(ForeignKey("person.id", ondelete="RESTRICT"))
    public_contact: Mapped[str | None]
    public_phone: Mapped[str | None]
    public_email: Mapped[str | None]
    web: Mapped[str | None]
    label: Mapped[str | None]
    note: Mapped[str | None]
    started: Mapped[dt.date | None]
    ended: Mapped[dt.date | None]


class Slot(Table):
    """A rule a group meets by. An every-n-weeks rule counts from its first weekday on or after `valid_from`.

    `weekday` 0 = Monday. `nth` 1 to 5, or -1 for the last. `minutes` how long.
    """

    __tablename__ = "slot"
    __table_args__ = (
        Index(None, "group_id"),
        Index(None, "place_id"),
        CheckConstraint("minutes BETWEEN 1 AND 1440", name="minutes"),
        CheckConstraint("weekday BETWEEN 0 AND 6 OR (weekday IS NULL AND rule = 'dates')", name="weekday"),
        CheckConstraint('"interval" BETWEEN 1 AND 52', name="interval"),
        CheckConstraint("nth IN (-1, 1, 2, 3, 4, 5) OR (nth IS NULL AND rule <> 'monthly')", name="nth"),
    )
    id: Mapped[key]
    group_id: Mapped[int] = column(ForeignKey("grp.id", ondelete="RESTRICT"))
    rule: Mapped[Rule] = column(Code(Rule))
    weekday: Mapped[int | None]
    interval: Mapped[int]
    nth: Mapped[int | None]
    starts: Mapped[dt.time]
    minutes: Mapped[int]
    place_id: Mapped[int | None] = column(ForeignKey("place.id", ondelete="RESTRICT"))
    mode: Mapped[Mode] = column(Code(Mode))
    link: Mapped[str | None]
    skip_holidays: Mapped[bool]
    valid_from: Mapped[dt.date]
    valid_until: Mapped[dt.date | None]


class SlotDate(Table):
    """A listed date of a slot whose rule is `dates`."""

    __tablename__ = "slot_date"
    __table_args__ = (UniqueConstraint("slot_id", "on"),)
    id: Mapped[key]
    slot_id: Mapped[int] = column(ForeignKey("slot.id", ondelete="RESTRICT"))
    on: Mapped[dt.date]


class Pause(Table):
    """A break of one group, or of the whole locality when `group_id` is missing; both days included."""

    __tablename__ = "pause"
    __table_args__ = (Index(None, "group_id"), CheckConstraint('"first" <= "last"', name="order"))
    id: Mapped[key]
    group_id: Mapped[int | None] = column(ForeignKey("grp.id", ondelete="RESTRICT"))
    first: Mapped[dt.date]
    last: Mapped[dt.date]
    why: Mapped[str | None]


class Member(Table):
    """A person's place in a group: one who comes, one who runs it, one who waits."""

    __tablename__ = "member"
    __table_args__ = (Index(None, "group_id"), Index(None, "person_id"), UniqueConstraint("group_id", "person_id", "role"))
    id: Mapped[key]
    group_id: Mapped[int] = column(ForeignKey("grp.id", ondelete="RESTRICT"))
    person_id: Mapped[int] = column(ForeignKey("person.id", ondelete="RESTRICT"))
    role: Mapped[MemberRole] = column(Code(MemberRole))
    since: Mapped[dt.date | None]
    until: Mapped[dt.date | None]
