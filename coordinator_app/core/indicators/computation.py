"""The few ways in which a figure is made of the book's answers."""

from typing import Protocol

from msgspec import Struct

from coordinator_app.core.catalogue import Catalogue, Family
from coordinator_app.core.indicators.answers import Answers, RecordRef
from coordinator_app.core.indicators.scopes import Different, Scope
from coordinator_app.core.indicators.verdict import Judge, Verdict, number


class Computation(Protocol):
    """How the figures of one indicator are made, and what they are made of."""

    def covers(self, code: str, catalogue: Catalogue) -> bool:
        """Whether a code of the indicator's axis is its own; an activity of another family is not."""
        ...

    def verdict(self, answers: Answers, of: str) -> Verdict:
        """The figure of a code that is offered here, or of all."""
        ...

    def records(self, answers: Answers, of: str) -> tuple[RecordRef, ...]:
        """The records the figure is made of."""
        ...


class Added(Struct, frozen=True):
    """A measure of a scope, added up and judged.

    `families` are the kinds it is about; None among them: a kind the catalogue does not know.
    """

    scope: Scope
    name: str
    judge: Judge = number
    families: frozenset[Family | None] | None = None

    def covers(self, code: str, catalogue: Catalogue) -> bool:
        return self.families is None or catalogue.family(code) in self.families

    def verdict(self, answers: Answers, of: str) -> Verdict:
        return self.judge(answers.tally(self.scope, self.name, of))

    def records(self, answers: Answers, of: str) -> tuple[RecordRef, ...]:
        return answers.behind(self.scope, self.name, of)


class OfKind(Struct, frozen=True):
    """Persons counted among the activities of one kind; it has no breakdown, and is offered where the kind is."""

    scope: Scope
    name: str
    kind: str
    judge: Judge

    def covers(self, code: str, catalogue: Catalogue) -> bool:
        return code == self.kind

    def verdict(self, answers: Answers, of: str) -> Verdict:
        return self.judge(answers.tally(self.scope, self.name, of))

    def records(self, answers: Answers, of: str) -> tuple[RecordRef, ...]:
        return answers.behind(self.scope, self.name, of)


class Ones(Struct, frozen=True):
    """How many different ones; none is 0."""

    what: Different

    def covers(self, code: str, catalogue: Catalogue) -> bool:
        return True

    def verdict(self, answers: Answers, of: str) -> Verdict:
        return Verdict(answers.different(self.what, of))

    def records(self, answers: Answers, of: str) -> tuple[RecordRef, ...]:
        return answers.ones_behind(self.what, of)
