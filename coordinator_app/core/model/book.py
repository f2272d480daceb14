"""What the book knows of itself: settings, imports, drafts, put-off cards, and the record of changes."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped

from coordinator_app.core.model.table import Json, Table, column, key


class Setting(Table):
    """A named value of the book."""

    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("name"),)
    id: Mapped[key]
    name: Mapped[str]
    value: Mapped[Any] = column(Json)


class Preference(Table):
    """How one screen was left (columns, splitters, choices of print); not worth an undo step."""

    __tablename__ = "preference"
    __table_args__ = (UniqueConstraint("name"), {"info": {"history": False}})
    id: Mapped[key]
    name: Mapped[str]
    value: Mapped[Any] = column(Json)


class Imported(Table):
    """Where a row came from and what the source said, so that a second import updates only what nobody has edited since.

    `kind` is the table's name, `row` the id in it; `said` the values as imported.
    """

    __tablename__ = "imported"
    __table_args__ = (UniqueConstraint("kind", "source", "source_id"), Index(None, "kind", "row"))
    id: Mapped[key]
    kind: Mapped[str]
    row: Mapped[int]
    source: Mapped[str]
    source_id: Mapped[str]
    said: Mapped[Any] = column(Json)


class Draft(Table):
    """An unfinished new record: `screen` says of which, `typed` when (`at`) and what stood in its `fields`."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("screen"), {"info": {"history": False}})
    id: Mapped[key]
    screen: Mapped[str]
    typed: Mapped[Any] = column(Json)


class PutOff(Table):
    """A card of Home that was answered Later (until a day) or Not needed (no day)."""

    __tablename__ = "put_off"
    __table_args__ = (UniqueConstraint("card"),)
    id: Mapped[key]
    card: Mapped[str]
    until: Mapped[dt.date | None]


class HistoryEntry(Table):
    """One command of the user. `open` is 1 while it runs, and missing after."""

    __tablename__ = "history_entry"
    __table_args__ = (
        Index("ix_history_entry_open", "open", unique=True, sqlite_where=text('"open" IS NOT NULL')),
        Index(None, "undoes"),
        {"info": {"history": False}},
    )
    id: Mapped[key]
    at: Mapped[dt.datetime]
    command: Mapped[str]
    subject: Mapped[str | None]
    undoes: Mapped[int | None]
    open: Mapped[int | None]


class HistoryRow(Table):
    """What one row was before a command touched it: `op` i(nsert), u(pdate), d(elete), n(oted only); `tab` the table's number."""

    __tablename__ = "history_row"
    __table_args__ = (
        Index(None, "entry", "tab"),
        Index(None, "tab", "row"),
        Index("ix_history_row_noted", "entry", sqlite_where=text("op = 'n'")),
        CheckConstraint("op IN ('i', 'u', 'd', 'n')", name="op"),
        {"info": {"history": False}},
    )
    id: Mapped[key]
    entry: Mapped[int] = column(ForeignKey("history_entry.id", ondelete="CASCADE"))
    tab: Mapped[int]
    row: Mapped[int]
    op: Mapped[str]
    before: Mapped[str | None]
