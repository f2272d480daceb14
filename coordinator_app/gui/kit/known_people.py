"""Names typed by hand, matched with the people already in the book."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Any

from coordinator_app.core import people
from coordinator_app.core.errors import Refused
from coordinator_app.core.people import PersonRow
from coordinator_app.core.sorting import sort_key
from coordinator_app.i18n import N_


class KnownPeople:
    """`offered` are the texts to suggest: names, and where several share one, each with what tells it apart."""

    def __init__(self, named: Sequence[tuple[int, str, str]]) -> None:
        """Each person's id, name, and what tells him from others of that name; nothing where there are none."""
        self._named = named
        self._by_text = {f"{name} ({apart})" if apart else name: person for person, name, apart in named}
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

    @cached_property
    def _by_name(self) -> dict[str, int | None]:
        """Made when it is first needed: most who see the offers choose one."""
        found: dict[str, int | None] = {}
        for person, name, _ in self._named:
            key = sort_key(name)
            found[key] = None if key in found else person
        return found


def known_people(session: Any, *, today: dt.date) -> KnownPeople:
    """Everyone in the book, got ready where the book is read: of thousands of names that would keep the window."""
    named = people.names(session)
    called = Counter(name.casefold() for _, name in named)
    shared = [person for person, name in named if called[name.casefold()] > 1]
    apart = {row.id: _told_apart(row) for row in people.listing(session, today=today, only=shared)} if shared else {}
    return KnownPeople([(person, name, apart.get(person, "")) for person, name in named])


def _told_apart(row: PersonRow) -> str:
    return row.phone or row.email or row.title or row.organisation or str(row.id)
