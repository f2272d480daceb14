"""The base of every table, and the types its columns are kept in."""

import datetime as dt
import enum
import json
from typing import Annotated, Any, ClassVar, TypeVar

from sqlalchemy import REAL, Dialect, Integer, LargeBinary, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, mapped_column

E = TypeVar("E", bound=enum.StrEnum)


class CivilDate(TypeDecorator[dt.date]):
    """A local civil date, as text that sorts: `2026-10-20`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dt.date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.date | None:
        return None if value is None else dt.date.fromisoformat(value)


class CivilTime(TypeDecorator[dt.time]):
    """A local time of day to the minute: `18:05`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dt.time | None, dialect: Dialect) -> str | None:
        return None if value is None else f"{value:%H:%M}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.time | None:
        return None if value is None else dt.time.fromisoformat(value)


class Moment(TypeDecorator[dt.datetime]):
    """A local time with its offset, to the second: `2026-10-20T18:05:00+03:00`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat(timespec="seconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> dt.datetime | None:
        return None if value is None else dt.datetime.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """Yes or no, as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class Json(TypeDecorator[Any]):
    """A small value without a shape of its own, as JSON text with sorted keys."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


class Code(TypeDecorator[E]):
    """A member of a closed set, by its code."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[E]) -> None:
        super().__init__()
        self.kind = kind
        # Long lists are read through this, and calling the kind takes five times as long.
        self._members: dict[str | None, E] = {member.value: member for member in kind}

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        return None if value is None else self._members[value]


key = Annotated[int, mapped_column(Integer, primary_key=True)]


class Table(DeclarativeBase):
    """A table of the book: STRICT, its ids never used twice.

    `info["history"] = False` in `__table_args__` leaves a table out of the record of changes; `"noted"` records that it was
    touched but not what was there before, so that the command shows in the history and cannot be undone. Every recorded
    table has its number in `numbers.py`.
    """

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        int: Integer,
        float: REAL,
        bytes: LargeBinary,
        bool: Flag,
        dt.date: CivilDate,
        dt.time: CivilTime,
        dt.datetime: Moment,
    }

    def __init_subclass__(cls, **kwargs: Any) -> None:
        given = tuple(getattr(cls, "__table_args__", ()))
        options = given[-1] if given and isinstance(given[-1], dict) else {}
        rules = given[:-1] if options else given
        cls.__table_args__ = (*rules, {"sqlite_strict": True, "sqlite_autoincrement": True, **options})
        super().__init_subclass__(**kwargs)
