"""The checks a summary goes through before it leaves, as a table: code, severity, sentence. Source: domain.md, "Checks"."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from coordinator_app.core.catalogue import Catalogue, Listing
from coordinator_app.core.figures import ALL, CheckAnswer
from coordinator_app.core.indicators import RecordRef
from coordinator_app.i18n import N_, Words


class Severity(StrEnum):
    """An error must go before the summary can leave; a warning is answered."""

    ERROR = "error"
    WARNING = "warning"


Counted = Callable[[Words, int, Mapping[str, str]], str]


class Rule(Struct, frozen=True):
    """A check: its sentence, or what makes the sentence where it counts something."""

    code: str
    severity: Severity
    message: str | Counted


def _unrecorded(words: Words, n: int, values: Mapping[str, str]) -> str:
    return words.count("{of}: {n} meeting is not recorded.", "{of}: {n} meetings are not recorded.", n, **values)


def _uncounted(words: Words, n: int, values: Mapping[str, str]) -> str:
    return words.count(
        "{of}: {n} meeting was held, and the participants were not counted.",
        "{of}: {n} meetings were held, and the participants were not counted.",
        n,
        **values,
    )


LEDGER = Rule(
    "ledger",
    Severity.ERROR,
    N_("{of}: {n} meetings were due, but their ends add up to {limit}. Correct the meetings until they agree."),
)
SUBSET = Rule("subset", Severity.ERROR, N_("{of}: “{part}” is {n}, more than “{whole}” with {limit}. Correct one of them."))
NEGATIVE = Rule("negative", Severity.ERROR, N_("{of}: “{part}” is {n}, below 0. Correct the records behind it."))
MEN_ABOVE = Rule("men_above_visits", Severity.ERROR, N_("{of}: “{part}” is {n}, but “{whole}” only {limit}. Correct one of them."))
NOT_OVER = Rule("not_over", Severity.ERROR, N_("The period ends on {day}. The summary can be sent from that day on."))
NOT_NOTHING = Rule(
    "nothing_but_held",
    Severity.ERROR,
    N_("“Nothing to report” is chosen, though something was held or received. Take the choice back, or what was recorded by mistake."),
)
NOT_BEGUN = Rule(
    "before_records",
    Severity.ERROR,
    N_("The book’s records begin on {day}, and nothing is in it from this period. Choose “nothing to report” if that is how it was."),
)
UNRECORDED = Rule("unrecorded", Severity.WARNING, _unrecorded)
UNCOUNTED = Rule("uncounted", Severity.WARNING, _uncounted)
JUMP = Rule("jump", Severity.WARNING, N_("“{part}” is {n}, in the same period last year it was {limit}."))
SILENT = Rule("silent", Severity.WARNING, N_("{group}: no meeting for {n} days outside its breaks."))
VOLUNTEERS = Rule("volunteers", Severity.WARNING, N_("{of}: something was held, but nothing is known of “{part}”."))

RULES: Mapping[str, Rule] = {
    rule.code: rule
    for rule in (LEDGER, SUBSET, NEGATIVE, MEN_ABOVE, NOT_OVER, NOT_NOTHING, NOT_BEGUN, UNRECORDED, UNCOUNTED, JUMP, SILENT, VOLUNTEERS)
}


class Finding(Struct, frozen=True):
    """A check that did not pass. `of` is what it is about: a service or kind, `all`, an indicator, or a group's id.

    `service` is the service it belongs to, where it is one. `behind` names the figures whose records lie behind it, `refs` other records.
    `text_allowed` tells whether its answer may carry a line of text. `part` and `whole` are indicators, `group` a name.
    """

    rule: Rule
    of: str
    service: str | None = None
    n: int | Decimal = 0
    limit: int | Decimal = 0
    part: str = ""
    whole: str = ""
    group: str = ""
    day: dt.date | None = None
    behind: tuple[tuple[str, str], ...] = ()
    refs: tuple[RecordRef, ...] = ()
    text_allowed: bool = True
    answer: CheckAnswer | None = None

    @property
    def is_error(self) -> bool:
        return self.rule.severity is Severity.ERROR

    @property
    def mends_itself(self) -> bool:
        """Whether nothing need be done but wait."""
        return self.rule is NOT_OVER

    def said(self, words: Words, catalogue: Catalogue) -> str:
        """The sentence for the user."""
        values = {
            "of": _name(self.of, words, catalogue),
            "limit": _number(self.limit, words),
            "part": catalogue.name(Listing.INDICATOR, self.part, words.language),
            "whole": catalogue.name(Listing.INDICATOR, self.whole, words.language),
            "group": self.group,
            "day": "" if self.day is None else words.date(self.day),
        }
        message = self.rule.message
        return words(message, n=_number(self.n, words), **values) if isinstance(message, str) else message(words, int(self.n), values)


class Findings(Struct, frozen=True):
    """What the checks of a period found, in their order."""

    errors: tuple[Finding, ...]
    warnings: tuple[Finding, ...]

    @property
    def to_mend(self) -> tuple[Finding, ...]:
        """The errors that somebody can do something about."""
        return tuple(each for each in self.errors if not each.mends_itself)

    @property
    def unanswered(self) -> tuple[Finding, ...]:
        return tuple(each for each in self.warnings if each.answer is None)

    @property
    def may_send(self) -> bool:
        """Whether a summary may leave: no errors, and every warning answered."""
        return not self.errors and not self.unanswered

    @property
    def answers(self) -> tuple[CheckAnswer, ...]:
        return tuple(each.answer for each in self.warnings if each.answer is not None)


def _name(of: str, words: Words, catalogue: Catalogue) -> str:
    if of == ALL:
        return words("All together")
    listing = next((each for each in (Listing.SERVICE, Listing.KIND, Listing.QUESTION) if catalogue.knows(each, of)), Listing.SERVICE)
    return catalogue.name(listing, of, words.language)


def _number(value: int | Decimal, words: Words) -> str:
    return words.number(value, 1 if isinstance(value, Decimal) else 0)
