"""What a book does once a day is there, and nobody has to wait for."""

from contextlib import suppress

from coordinator_app.bootstrap import OpenBook
from coordinator_app.core import drafts, planning
from coordinator_app.core.errors import CannotWrite


def bring_to_day(book: OpenBook) -> frozenset[str]:
    """Drops what was left unfinished long ago, and plans the meetings up to the end of the next term; the kinds touched.

    A full disk leaves it for another day.
    """
    with suppress(CannotWrite):
        book.database.write(drafts.drop_old, now=book.clock.now())
        return book.database.write(planning.extend, today=book.clock.today()).kinds
    return frozenset()
