"""What was printed of the schedule, where it hangs, and the marks that papers carry."""

import datetime as dt
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from coordinator_app.core.kinds import Mark
from coordinator_app.core.model.table import Code, Json, Table, column, key


class Printed(Table):
    """A document that left the program with a code on it; printing is not worth an undo step.

    `document` is its kind, `options` what it was asked to show, `first` to `last` the days it speaks of.
    """

    __tablename__ = "printed"
    __table_args__ = (UniqueConstraint("code", "document", "options"), {"info": {"history": False}})
    id: Mapped[key]
    code: Mapped[str]
    document: Mapped[str]
    options: Mapped[Any] = column(Json)
    first: Mapped[dt.date]
    last: Mapped[dt.date]
    on: Mapped[dt.date]


class Hanging(Table):
    """A printed poster on a wall; `place` in the user's words, as "library, notice board"."""

    __tablename__ = "hanging"
    __table_args__ = (Index(None, "printed_id"), Index(None, "sort_key"))
    id: Mapped[key]
    printed_id: Mapped[int] = column(ForeignKey("printed.id", ondelete="RESTRICT"))
    place: Mapped[str]
    sort_key: Mapped[str]
    since: Mapped[dt.date]


class Picture(Table):
    """A mark that is printed on the papers, as an SVG picture; `name` says whose."""

    __tablename__ = "picture"
    __table_args__ = (UniqueConstraint("name"),)
    id: Mapped[key]
    name: Mapped[Mark] = column(Code(Mark))
    svg: Mapped[str]
