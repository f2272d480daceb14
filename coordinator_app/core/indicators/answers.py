"""What the book answers about one period: each statement is asked once, whichever figures need it."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import Struct
from sqlalchemy import Executable
from sqlalchemy.orm import Session

from coordinator_app.core.catalogue import DEFAULT_SERVICE, By, Catalogue, Listing
from coordinator_app.core.figures import ALL, Number
from coordinator_app.core.indicators.offered import OFFERED
from coordinator_app.core.indicators.scopes import Different, Scope
from coordinator_app.core.indicators.verdict import Tally
from coordinator_app.core.indicators.window import Window

T = TypeVar("T")

_LISTS = {By.SERVICE: Listing.SERVICE, By.KIND: Listing.KIND, By.QUESTION: Listing.QUESTION}
# Every locality is there for the default service.
_ALWAYS = {By.SERVICE: frozenset({DEFAULT_SERVICE})}


class RecordRef(Struct, frozen=True):
    """A record behind a figure: `kind` is its table, `id` the id in it, `value` what it adds (missing: it was not asked).

    `title` is the name of the group, activity, person or organisation; for a record without one, a code of the catalogue.
    """

    kind: str
    id: int
    on: dt.date | None
    title: str
    value: Number | None


class Answers:
    """The answers for one period, kept while its figures are made."""

    def __init__(self, session: Session, window: Window, catalogue: Catalogue) -> None:
        self.window = window
        self.catalogue = catalogue
        # What a command has not yet written must be there; beyond that the mapping of objects would only cost time here.
        session.flush()
        self._connection = session.connection()
        self._values = window.values(catalogue)
        self._kept: dict[object, Any] = {}

    def rows(self, statement: Executable, **values: Any) -> list[Any]:
        """What a statement gives, with the period's days put in."""
        return list(self._connection.execute(statement, {**self._values, **values}).all())

    def offered(self, by: By) -> frozenset[str]:
        """The codes of an axis of which the book has anything up to the period's last day."""
        return self.once((OFFERED, by), lambda: self._offered(by))

    def codes(self, by: By) -> tuple[str, ...]:
        """The codes of an axis, in the catalogue's order; after them those of the book that it does not know."""
        return self.once(by, lambda: self._codes(by))

    def _offered(self, by: By) -> frozenset[str]:
        pairs = self.once(OFFERED, lambda: {tuple(row) for row in self.rows(OFFERED)})
        return frozenset(code for axis, code in pairs if axis == by) | (_ALWAYS.get(by, frozenset()) - self.window.left_out)

    def _codes(self, by: By) -> tuple[str, ...]:
        known = tuple(each.code for each in getattr(self.catalogue, _LISTS[by].value)) if by in _LISTS else ()
        known = tuple(code for code in known if by is not By.SERVICE or code not in self.window.left_out)
        return known + tuple(sorted(self.offered(by) - set(known)))

    def once(self, what: object, find: Callable[[], T]) -> T:
        """What was found, or is found now and kept."""
        if what not in self._kept:
            self._kept[what] = find()
        found: T = self._kept[what]
        return found

    def tally(self, scope: Scope, name: str, of: str) -> Tally:
        """A measure of one code, or of all codes together."""
        found = self.once(scope, lambda: self._tallies(scope))[name]
        return sum(found.values(), Tally()) if of == ALL else found.get(of, Tally())

    def different(self, what: Different, of: str) -> int:
        """How many different ones under one code, or under all."""
        pairs = self.once(what, lambda: self.rows(what.pairs))
        return len({one for code, one in pairs if of in (code, ALL)})

    def behind(self, scope: Scope, name: str, of: str) -> tuple[RecordRef, ...]:
        """The records behind a measure, by day."""
        return tuple(RecordRef(scope.kind, *row) for row in self.rows(scope.listing(name, all_codes=of == ALL), of=of))

    def ones_behind(self, what: Different, of: str) -> tuple[RecordRef, ...]:
        """The different ones themselves, by name."""
        return tuple(RecordRef(what.kind, *row) for row in self.rows(what.listing(all_codes=of == ALL), of=of))

    def _tallies(self, scope: Scope) -> dict[str, dict[str, Tally]]:
        tallies: dict[str, dict[str, Tally]] = {name: {} for name in scope.measures}
        for row in self.rows(scope.totals):
            for name, tally in scope.tallies(row):
                tallies[name][row[0]] = tally
        return tallies
