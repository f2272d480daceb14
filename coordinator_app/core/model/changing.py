"""Changes of many rows at once, each to values of its own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import bindparam, update
from sqlalchemy.orm import Session

from coordinator_app.core.model.table import Table


def change_each(session: Session, table: type[Table], rows: Iterable[Mapping[str, Any]]) -> None:
    """Gives each row, told by its `id`, the values named beside it; rows that name the same columns share a statement."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        alike[tuple(sorted(row.keys() - {"id"}))].append({f"to_{name}": value for name, value in row.items()})
    columns = table.__table__.c
    for names, values in alike.items():
        change = update(table).where(columns.id == bindparam("to_id")).values({name: bindparam(f"to_{name}") for name in names})
        session.execute(change, values)
