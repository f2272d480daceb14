"""The marks that papers carry: the association's logo and the funder's mark, kept in the book."""

from collections.abc import Mapping

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from coordinator_app.core.kinds import Mark
from coordinator_app.core.model import Picture


def keep(session: Session, *, mark: Mark, svg: str) -> None:
    """Puts a picture on every paper, in the place of the one before. It was checked when it was read."""
    statement = insert(Picture).values(name=mark, svg=svg)
    session.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"svg": statement.excluded["svg"]}))


def remove(session: Session, *, mark: Mark) -> None:
    """Takes a picture off the papers; where there is none, nothing changes."""
    session.execute(delete(Picture).where(Picture.name == mark))


def all_kept(session: Session) -> Mapping[Mark, str]:
    """Each mark that has a picture, as SVG."""
    return {row.name: row.svg for row in session.execute(select(Picture.name, Picture.svg).order_by(Picture.id))}
