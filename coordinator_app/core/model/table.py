"""The base of every table, and the types its columns are kept in."""

import datetime as dt
import enum
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import NoneType
from typing import Annotated, Any, ClassVar, TypeAlias, TypeVar, get_args, get_origin

import sqlalchemy
from sqlalchemy import REAL, Column, Dialect, Integer, LargeBinary, MetaData, Text, TypeDecorator
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

E = TypeVar("E", bound=enum.StrEnum)
Kind: TypeAlias = TypeEngine[Any] | type[TypeEngine[Any]]


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


@dataclass(frozen=True, slots=True)
class _Told:
    """What a class says of a column beyond its Python type."""

    kind: Kind | None = None
    items: tuple[SchemaItem, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)


def column(*given: SchemaItem | Kind, **options: Any) -> Any:
    """A column that needs more than its Python type: a type of its own, a foreign key, an option of `sqlalchemy.Column`."""
    kind = next((each for each in given if not isinstance(each, SchemaItem)), None)
    return _Told(kind, tuple(each for each in given if isinstance(each, SchemaItem)), options)


key = Annotated[int, column(primary_key=True)]

_TYPES: Mapping[Any, Kind] = {
    str: Text,
    int: Integer,
    float: REAL,
    bytes: LargeBinary,
    bool: Flag,
    dt.date: CivilDate,
    dt.time: CivilTime,
    dt.datetime: Moment,
}


def _made(name: str, hint: Any, told: _Told) -> Column[Any]:
    """The column that `name: Mapped[…] = column(…)` asks for; `… | None` makes it one that may be empty."""
    (kind,) = get_args(hint)
    optional = NoneType in get_args(kind)
    if optional:
        kind = next(each for each in get_args(kind) if each is not NoneType)
    if get_origin(kind) is Annotated:
        kind, told = get_args(kind)
    return Column(name, told.kind or _TYPES[kind], *told.items, nullable=optional, **told.options)


class _Stands(type):
    """Lets a class stand for its table wherever a statement asks for one: `insert(Person)`, `join(Person, …)`."""

    __table__: sqlalchemy.Table

    def __clause_element__(cls) -> sqlalchemy.Table:
        return cls.__table__


class Table(metaclass=_Stands):
    """A table of the book: STRICT, its ids never used twice. Its columns are what the class says, as `name: Mapped[str | None]`.

    A class only names its table and columns for statements, and `Mapped` tells the type checker what they give back. Rows are
    selected by column; no object is ever made of one, so none can be out of step with the book.

    `info["history"] = False` in `__table_args__` leaves a table out of the record of changes; `"noted"` records that it was
    touched but not what was there before, so that the command shows in the history and cannot be undone. Every recorded
    table has its number in `numbers.py`.
    """

    __tablename__: ClassVar[str]
    __table_args__: ClassVar[tuple[Any, ...]] = ()
    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
        }
    )

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        options = next((each for each in cls.__table_args__ if isinstance(each, dict)), {})
        rules = [each for each in cls.__table_args__ if not isinstance(each, dict)]
        columns = [_made(name, hint, cls.__dict__.get(name, _Told())) for name, hint in cls.__annotations__.items()]
        cls.__table__ = sqlalchemy.Table(
            cls.__tablename__, cls.metadata, *columns, *rules, sqlite_strict=True, sqlite_autoincrement=True, **options
        )
        for each in columns:
            setattr(cls, each.name, each)
