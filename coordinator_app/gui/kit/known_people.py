"""Names typed by hand, matched with the people already in the book."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any

from coordinator_app.core import people
from coordinator_app.core.errors import Refused
from coordinator_app.core.people import PersonRow
from coordinator_app.core.sorting import sort_key
from coordinator_app.i18n import N_


class KnownPeople:
    """`offered` are the texts to suggest: names, and where several share one, each with what tells it apart."""

    def __init__(self, rows: Sequence[PersonRow]) -> None:
        keys = [sort_key(row.name) for row in rows]
        shared = Counter(keys)
        self._by_text: dict[str, int] = {}
        self._by_name: dict[str, int | None] = {}
        for row, key in zip(rows, keys, strict=True):
            alone = shared[key] == 1
            apart = row.phone or row.email or row.title or row.organisation or str(row.id)
            self._by_text[row.name if alone else f"{row.name} ({apart})"] = row.id
            self._by_name[key] = row.id if alone else None
        self.offered: Sequence[str] = list(self._by_text)

    def find(self, typed: str) -> int | None:
        """The id of the person meant, whatever the case; nothing for a new one. Raises `Refused` when several are called so."""
        typed = typed.strip()
        if typed in self._by_text:
            return self._by_text[typed]
        person = self._by_name.get(sort_key(typed), 0)
        if person is None:
            raise Refused(N_("More than one person is called {name}. Choose the right one from the list under the field."), name=typed)
        return person or None


def known_people(session: Any, *, today: dt.date) -> KnownPeople:
    """Everyone in the book, got ready where the book is read: of thousands of names that would keep the window."""
    return KnownPeople(people.listing(session, today=today))
