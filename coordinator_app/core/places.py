"""The places where groups meet and activities are held."""

from dataclasses import dataclass

from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as a list shows it."""

    id: int
    name: str
    address: str | None
    note: str | None


def add(session: Session, *, name: str, address: str | None = None, note: str | None = None) -> PlaceRow:
    """Adds a place. Raises `Refused` without a name."""
    raise NotImplementedError


def change(session: Session, *, place: int, name: str, address: str | None, note: str | None) -> PlaceRow:
    """Says anew what a place is. Raises `Refused` without a name, `NotFound`."""
    raise NotImplementedError


def named(session: Session, *, name: str, address: str | None = None) -> int | None:
    """The id of the place called so, whatever the case; added if there is none. Missing for an empty name."""
    raise NotImplementedError


def remove(session: Session, *, place: int) -> None:
    """Takes away a place that nothing is held at. Raises `Refused` if something is."""
    raise NotImplementedError


def listing(session: Session) -> tuple[PlaceRow, ...]:
    """Every place, in Finnish order."""
    raise NotImplementedError
