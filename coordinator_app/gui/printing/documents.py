"""The documents that can be printed, and what is wanted of one of them."""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coordinator_app.core.periods import Period, Span
from coordinator_app.i18n import N_, Language, Words
from coordinator_app.printing.poster import PosterOptions
from coordinator_app.printing.selection import Choice
from coordinator_app.printing.term_calendar import CalendarOptions
from coordinator_app.printing.typst import Paper

_NOT_IN_A_NAME = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


class Kind(StrEnum):
    """A document, in the order of the screen. The values are kept in the memory of the window."""

    POSTER = "poster"
    CALENDAR = "calendar"
    QUARTER = "quarter"
    TEXT = "text"


NAMES: Mapping[Kind, str] = {
    Kind.POSTER: N_("Poster"),
    Kind.CALENDAR: N_("Term calendar"),
    Kind.QUARTER: N_("Quarter summary"),
    Kind.TEXT: N_("Schedule as text"),
}
# What each document can be told; the names are those of the fields of `Wanted`.
SWITCHES: Mapping[Kind, tuple[str, ...]] = {
    Kind.POSTER: ("language", "next_term", "paper", "strips", "groups", "sensitive_addresses"),
    Kind.CALENDAR: ("language", "next_term", "paper", "groups", "sensitive_addresses"),
    Kind.QUARTER: ("period", "public", "language"),
    Kind.TEXT: ("language", "next_term", "groups", "sensitive_addresses"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One document with its options. `groups` are ids, None for all; `period` is the quarter of a summary."""

    kind: Kind
    language: Language
    period: Period
    paper: Paper = Paper.A4
    strips: int = 0
    next_term: bool = False
    groups: frozenset[int] | None = None
    sensitive_addresses: bool = False
    public: bool = False

    def but(self, name: str, value: object) -> "Wanted":
        """The same with another value of one option."""
        return dataclasses.replace(self, **{name: value})  # type: ignore[arg-type]

    def options(self) -> PosterOptions | CalendarOptions:
        """What the poster or the calendar is asked to show."""
        choice = self.choice()
        if self.kind is Kind.POSTER:
            return PosterOptions(choice.language, choice.groups, choice.sensitive_addresses, paper=self.paper, strips=self.strips)
        return CalendarOptions(choice.language, choice.groups, choice.sensitive_addresses, paper=self.paper)

    def choice(self) -> Choice:
        """What of the schedule is shown, whatever the document."""
        return Choice(self.language, self.groups, self.sensitive_addresses)

    def file_name(self, locality: str, term: Span, words: Words) -> str:
        """A name for its file without the ending, in the words of the paper: `Juliste Turku 2026-12`.

        The month is the last one of the term it speaks of.
        """
        parts = [words(NAMES[self.kind]), locality, str(self.period) if self.kind is Kind.QUARTER else f"{term.last:%Y-%m}"]
        if self.kind is Kind.QUARTER and self.public:
            parts.append(words("For the public"))
        if "paper" in SWITCHES[self.kind] and self.paper is Paper.A3:
            parts.append(self.paper.upper())
        return _NOT_IN_A_NAME.sub(" ", " ".join(parts)).strip(" .")
