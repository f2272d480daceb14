"""People, organisations, how to reach them, what they agreed to."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from coordinator_app.core.kinds import ConsentPurpose, ConsentWay, ContactKind, OrganisationKind, PersonRole
from coordinator_app.core.model.table import Code, Table, column, key


class Organisation(Table):
    """A service for men, a newspaper, a partner."""

    __tablename__ = "organisation"
    __table_args__ = (Index(None, "sort_key"),)
    id: Mapped[key]
    name: Mapped[str]
    sort_key: Mapped[str]
    kind: Mapped[OrganisationKind] = column(Code(OrganisationKind))
    address: Mapped[str | None]
    web: Mapped[str | None]
    note: Mapped[str | None]
    ended: Mapped[dt.date | None]


class Person(Table):
    """Someone known by name, if only by a first name. `uid` is the stable identity in contact files."""

    __tablename__ = "person"
    __table_args__ = (Index(None, "sort_key"), UniqueConstraint("uid"), Index(None, "organisation_id"))
    id: Mapped[key]
    uid: Mapped[str]
    name: Mapped[str]
    given: Mapped[str | None]
    family: Mapped[str | None]
    sort_key: Mapped[str]
    organisation_id: Mapped[int | None] = column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    title: Mapped[str | None]
    address: Mapped[str | None]
    web: Mapped[str | None]
    language: Mapped[str | None]
    note: Mapped[str | None]
    extract_checked_on: Mapped[dt.date | None]
    added_on: Mapped[dt.date]


class Role(Table):
    """What a person is to the locality's work, since when and until when."""

    __tablename__ = "role"
    __table_args__ = (Index(None, "person_id"), UniqueConstraint("person_id", "role"))
    id: Mapped[key]
    person_id: Mapped[int] = column(ForeignKey("person.id", ondelete="RESTRICT"))
    role: Mapped[PersonRole] = column(Code(PersonRole))
    since: Mapped[dt.date | None]
    until: Mapped[dt.date | None]


class Contact(Table):
    """A phone number or e-mail address as written, and as it compares: E.164, or lower case."""

    __tablename__ = "contact"
    __table_args__ = (
        CheckConstraint("(person_id IS NULL) <> (organisation_id IS NULL)", name="one_owner"),
        Index(None, "person_id"),
        Index(None, "organisation_id"),
        Index(None, "normal"),
    )
    id: Mapped[key]
    person_id: Mapped[int | None] = column(ForeignKey("person.id", ondelete="RESTRICT"))
    organisation_id: Mapped[int | None] = column(ForeignKey("organisation.id", ondelete="RESTRICT"))
    kind: Mapped[ContactKind] = column(Code(ContactKind))
    value: Mapped[str]
    normal: Mapped[str]
    label: Mapped[str | None]
    rank: Mapped[int]


class Consent(Table):
    """One purpose a person agreed to, when and how; a withdrawal is kept beside it."""

    __tablename__ = "consent"
    __table_args__ = (UniqueConstraint("person_id", "purpose"),)
    id: Mapped[key]
    person_id: Mapped[int] = column(ForeignKey("person.id", ondelete="RESTRICT"))
    purpose: Mapped[ConsentPurpose] = column(Code(ConsentPurpose))
    given_on: Mapped[dt.date]
    way: Mapped[ConsentWay] = column(Code(ConsentWay))
    withdrawn_on: Mapped[dt.date | None]


class NotSame(Table):
    """Two people who look alike and are not the same; asked once."""

    __tablename__ = "not_same"
    __table_args__ = (
        CheckConstraint("person_id < other_id", name="ordered"),
        UniqueConstraint("person_id", "other_id"),
        Index(None, "other_id"),
    )
    id: Mapped[key]
    person_id: Mapped[int] = column(ForeignKey("person.id", ondelete="RESTRICT"))
    other_id: Mapped[int] = column(ForeignKey("person.id", ondelete="RESTRICT"))


class MergedPerson(Table):
    """Another entry of the same man that was merged into his: its id and `uid`, so that no copy of it outlives him."""

    __tablename__ = "merged_person"
    __table_args__ = (Index(None, "person_id"),)
    id: Mapped[key]
    person_id: Mapped[int] = column(ForeignKey("person.id", ondelete="RESTRICT"))
    was: Mapped[int]
    uid: Mapped[str]


class ReviewAnswer(Table):
    """An answer of the privacy review: nothing of that kind is done until a day, to a person or (without one) at all.

    `reason` is a code, missing when the question was only put off.
    """

    __tablename__ = "review_answer"
    __table_args__ = (Index(None, "person_id"),)
    id: Mapped[key]
    kind: Mapped[str]
    person_id: Mapped[int | None] = column(ForeignKey("person.id", ondelete="RESTRICT"))
    reason: Mapped[str | None]
    until: Mapped[dt.date]
