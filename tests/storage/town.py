"""A small book on disk, and what tests do with one."""

from pathlib import Path

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from coordinator_app import bootstrap
from coordinator_app.core.model import Place
from coordinator_app.i18n import Language
from tests.book import StoppedClock

PASSPHRASE = "neljä sanaa riittää"


def new(folder: Path, clock: StoppedClock) -> tuple[bootstrap.OpenBook, str]:
    return bootstrap.new_book(
        folder, locality_code="turku", locality_name="Turku", language=Language.FI, passphrase=PASSPHRASE, clock=clock
    )


def add(session: Session, *, name: str) -> None:
    session.execute(insert(Place).values(name=name, sort_key=name))


def opened(folder: Path, clock: StoppedClock | None = None) -> bootstrap.OpenBook:
    return bootstrap.open_book(folder, passphrase=PASSPHRASE, clock=clock or StoppedClock())


def names(book: bootstrap.OpenBook) -> list[str]:
    return book.database.read(lambda session: sorted(session.scalars(select(Place.name))))


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
