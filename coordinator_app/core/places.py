"""The places where groups meet and activities are held."""

from msgspec import Struct
from sqlalchemy import delete, exists, insert, or_, select, update
from sqlalchemy.orm import Session

from coordinator_app.core.errors import NotFound, Refused
from coordinator_app.core.model import Activity, Meeting, Place, Slot
from coordinator_app.core.sorting import sort_key
from coordinator_app.core.texts import lines, one_line
from coordinator_app.i18n import N_


class PlaceRow(Struct, frozen=True):
    """A place as a list shows it."""

    id: int
    name: str
    address: str | None
    note: str | None


def add(session: Session, *, name: str, address: str | None = None, note: str | None = None) -> PlaceRow:
    """Adds a place. Raises `Refused` without a name."""
    values = _values(name, address, note)
    return _row(session.execute(insert(Place).values(**values).returning(Place.id)).scalar_one(), values)


def change(session: Session, *, place: int, name: str, address: str | None, note: str | None) -> PlaceRow:
    """Says anew what a place is. Raises `Refused` without a name, `NotFound`."""
    values = _values(name, address, note)
    if session.execute(update(Place).where(Place.id == place).values(**values).returning(Place.id)).one_or_none() is None:
        raise NotFound(N_("The place is no longer in the book."))
    return _row(place, values)


def named(session: Session, *, name: str, address: str | None = None) -> int | None:
    """The id of the place called so, whatever the case; added if there is none. Missing for an empty name.

    With an address, only a place of the same address, or of none, is the same.
    """
    wanted, where = one_line(name), one_line(address) or ""
    if wanted is None:
        return None
    found = session.execute(select(Place.id, Place.name, Place.address).where(Place.sort_key == sort_key(wanted)).order_by(Place.id))
    for row in found:
        if row.name.casefold() == wanted.casefold() and (not where or (row.address or "").casefold() in ("", where.casefold())):
            return int(row.id)
    return add(session, name=wanted, address=where).id


def remove(session: Session, *, place: int) -> None:
    """Takes away a place that nothing is held at. Raises `Refused` if something is."""
    uses = (exists().where(table.place_id == place) for table in (Slot, Meeting, Activity))
    if session.scalar(select(or_(*uses))):
        raise Refused(N_("Groups or activities meet at this place. Give them another place first."))
    session.execute(delete(Place).where(Place.id == place))


def listing(session: Session) -> tuple[PlaceRow, ...]:
    """Every place, in Finnish order."""
    rows = session.execute(select(Place.id, Place.name, Place.address, Place.note).order_by(Place.sort_key, Place.id))
    return tuple(PlaceRow(*row) for row in rows)


def _values(name: str, address: str | None, note: str | None) -> dict[str, str | None]:
    called = one_line(name)
    if called is None:
        raise Refused(N_("The place needs a name."))
    return {"name": called, "sort_key": sort_key(called), "address": one_line(address), "note": lines(note)}


def _row(place: int, values: dict[str, str | None]) -> PlaceRow:
    return PlaceRow(place, values["name"] or "", values["address"], values["note"])
