"""What is said of a quarter before it leaves, and the exact bytes that left or came."""

import datetime as dt

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from coordinator_app.core.kinds import SummaryKind
from coordinator_app.core.model.table import Code, Table, column, key


class Quarter(Table):
    """What is said of a reporting period besides its figures. `period` as `2026Q3`."""

    __tablename__ = "quarter"
    __table_args__ = (UniqueConstraint("period"),)
    id: Mapped[key]
    period: Mapped[str]
    nothing_to_report: Mapped[bool]
    went_well: Mapped[str | None]
    hard: Mapped[str | None]
    wishes: Mapped[str | None]


class KeptCount(Table):
    """Different ones of a period's figure whose names are gone: `number` of them, who count under each of `services`.

    `services` are codes with a space between. `whole` when they count under `all` too; else others of their records still name them.
    """

    __tablename__ = "kept_count"
    __table_args__ = (UniqueConstraint("period", "indicator", "services", "whole"), CheckConstraint('"number" > 0', name="some"))
    id: Mapped[key]
    period: Mapped[str]
    indicator: Mapped[str]
    services: Mapped[str]
    whole: Mapped[bool]
    number: Mapped[int]


class CheckAnswer(Table):
    """The choice that answers a warning of a period."""

    __tablename__ = "check_answer"
    __table_args__ = (UniqueConstraint("period", "rule", "of"),)
    id: Mapped[key]
    period: Mapped[str]
    rule: Mapped[str]
    of: Mapped[str]
    choice: Mapped[str]
    text: Mapped[str | None]


class SentSummary(Table):
    """A summary as it left: the payload that was signed and the file itself. Sending cannot be undone, only revised."""

    __tablename__ = "sent_summary"
    __table_args__ = (UniqueConstraint("period", "revision"), UniqueConstraint("file_id"), {"info": {"history": "noted"}})
    id: Mapped[key]
    period: Mapped[str]
    revision: Mapped[int]
    kind: Mapped[SummaryKind] = column(Code(SummaryKind))
    file_id: Mapped[str]
    sha256: Mapped[str]
    sealed: Mapped[bool]
    created: Mapped[dt.datetime]
    file_name: Mapped[str]
    payload: Mapped[bytes]
    file: Mapped[bytes]


class TakenIn(Table):
    """An update file or receipt of the office, as it came."""

    __tablename__ = "taken_in"
    __table_args__ = (UniqueConstraint("sha256"), Index(None, "kind"), {"info": {"history": "noted"}})
    id: Mapped[key]
    kind: Mapped[str]
    version: Mapped[str]
    sha256: Mapped[str]
    at: Mapped[dt.datetime]
    file: Mapped[bytes]


class OfficeKey(Table):
    """A signing key of the office that was compared and enrolled."""

    __tablename__ = "office_key"
    __table_args__ = (UniqueConstraint("fingerprint"), {"info": {"history": "noted"}})
    id: Mapped[key]
    office_id: Mapped[str]
    fingerprint: Mapped[str]
    public: Mapped[bytes]
    enrolled: Mapped[dt.datetime]


class SigningKey(Table):
    """The locality's own Ed25519 key; the newest epoch signs."""

    __tablename__ = "signing_key"
    __table_args__ = (UniqueConstraint("epoch"), {"info": {"history": "noted"}})
    id: Mapped[key]
    epoch: Mapped[int]
    private: Mapped[bytes]
    created: Mapped[dt.datetime]
