"""What earlier imports said of each row, so that a later one updates only what nobody has edited since."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field
from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from coordinator_app.core.importing.preview import Difference
from coordinator_app.core.model import Imported, Table


class Memory(Struct, frozen=True):
    """One remembered row: the mark it is remembered by, its id in the book, and what the source said of it."""

    mark: str
    row: int
    said: Mapping[str, Any]


class Merge(Struct):
    """What the file changes of a row: the new values, how each differs, and the values to remember."""

    values: dict[str, Any] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)


def load(session: Session, table: type[Table]) -> dict[tuple[str, str], Memory]:
    """What is remembered of rows of a table that are still there, by (source, its mark)."""
    there = select(table.__table__.c.id)
    rows = session.execute(
        select(Imported.source, Imported.source_id, Imported.row, Imported.said).where(
            Imported.kind == table.__tablename__, Imported.row.in_(there)
        )
    )
    return {(source, mark): Memory(mark, row, said) for source, mark, row, said in rows}


def remember(session: Session, table: type[Table], said: Sequence[tuple[str, str, int, Mapping[str, Any]]]) -> None:
    """Remembers (source, mark, row, what was said); rows remembered with the same words are not touched."""
    kind = table.__tablename__
    known = {
        (source, mark): (id_, row, words)
        for id_, source, mark, row, words in session.execute(
            select(Imported.id, Imported.source, Imported.source_id, Imported.row, Imported.said).where(Imported.kind == kind)
        )
    }
    new: dict[tuple[str, str], dict[str, Any]] = {}
    for source, mark, row, words in said:
        old = known.get((source, mark))
        if old is None:
            new[source, mark] = {"kind": kind, "source": source, "source_id": mark, "row": row, "said": dict(words)}
        elif (old[1], old[2]) != (row, dict(words)):
            session.execute(update(Imported).where(Imported.id == old[0]).values(row=row, said=dict(words)))
    if new:
        session.execute(insert(Imported), list(new.values()))


def merge(fields: Mapping[str, str], book: Mapping[str, Any], file: Mapping[str, Any], said: Mapping[str, Any] | None) -> Merge:
    """Compares what the file says with the book and with what an earlier import said.

    `fields` names the fields to compare and what each is called. A field that somebody has edited since stays; without a
    memory only what the book lacks is filled.
    """
    found = Merge()
    for name, called in fields.items():
        new, own = file.get(name), book.get(name)
        if new == own or (said is not None and new == said.get(name)) or (said is None and new is None):
            continue
        free = own is None if said is None else own == said.get(name)
        found.differences.append(Difference(called, shown(own), shown(new), kept=not free))
        if free:
            found.values[name] = new
    return found


def shown(value: Any) -> str:
    return "" if value is None else str(value)
