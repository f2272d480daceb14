"""What a document is, which switches it has, and what is wanted of it."""

import datetime as dt
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from msgspec import Struct, structs

from coordinator_app.bootstrap.marks import marked
from coordinator_app.core.periods import Period, Span
from coordinator_app.i18n import N_, Language, Words
from coordinator_app.printing.schedule_text import ScheduleText
from coordinator_app.printing.selection import Choice
from coordinator_app.printing.typst import Manuscript, Paper

Draft = Manuscript | ScheduleText
_NOT_IN_A_NAME = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


class Switch(StrEnum):
    """What a document can be told; the values are the names of the fields of `Wanted`."""

    LANGUAGES = "languages"
    NEXT_TERM = "next_term"
    PAPER = "paper"
    STRIPS = "strips"
    CARDS = "cards"
    GROUPS = "groups"
    SENSITIVE_ADDRESSES = "sensitive_addresses"
    PERIOD = "period"
    PUBLIC = "public"
    MEETINGS = "meetings"
    ACTIVITY = "activity"
    NAMES = "names"


class Part(StrEnum):
    """What a document is for; the values head the parts of the list of documents, in this order."""

    WALL = N_("For the wall")
    HAND = N_("To hand out")
    GROUP = N_("For a group’s evening")
    OTHER = N_("Other papers")


class Kind(Struct, frozen=True):
    """A document. `code` names it on the command line and in the memory of the window.

    `draft` makes its manuscript in one read: `draft(session, wanted, now)`. One that is `text` has no pages; of one that is a
    `schedule` the same can be had as text; one that is `duplex` is printed on both sides, turned on the long edge; one that is
    `backed` has a second language on the back of the first.
    """

    code: str
    name: str
    switches: tuple[Switch, ...]
    draft: Callable[[Any, "Wanted", dt.datetime], Draft]
    schedule: bool = False
    text: bool = False
    duplex: bool = False
    backed: bool = False
    part: Part = Part.OTHER

    @property
    def hangs(self) -> bool:
        """Whether it is put where people see it, so that it is to be known when it is out of date."""
        return self.part is Part.WALL

    @property
    def of_groups(self) -> bool:
        """Whether it speaks of the groups and nothing else, so that without one it would be empty."""
        return self.schedule or Switch.MEETINGS in self.switches

    @property
    def remembered(self) -> bool:
        """Whether its code is remembered: a paper with the schedule goes out into the world, where it may be met again."""
        return self.schedule and not self.text


class Wanted(Struct, frozen=True):
    """One document with its options. `groups` are ids, None for all; `period` is the quarter of a summary.

    Of the `languages` the first is the main one. `meetings` is how many of each group's next meetings get a sheet, `activity`
    the id of the training a certificate is for, `names` who gets one. `printed` asks what a sheet that speaks of those days,
    printed on the first of them or before, would say if it were right today.
    """

    kind: Kind
    languages: tuple[Language, ...]
    period: Period
    paper: Paper = Paper.A4
    strips: int = 0
    cards: int = 4
    next_term: bool = False
    groups: frozenset[int] | None = None
    sensitive_addresses: bool = False
    public: bool = False
    meetings: int = 1
    activity: int | None = None
    names: tuple[str, ...] = ()
    printed: Span | None = None

    @property
    def language(self) -> Language:
        return self.languages[0]

    @property
    def duplex(self) -> bool:
        """Whether it is to be printed on both sides."""
        return self.kind.duplex or (self.kind.backed and len(self.languages) > 1)

    def drafted(self, session: Any, now: dt.datetime) -> Draft:
        """A query: what the document says, with the marks that papers carry."""
        draft = self.kind.draft(session, self, now)
        return draft if isinstance(draft, ScheduleText) else marked(session, draft)

    def but(self, name: str, value: object) -> "Wanted":
        """The same with another value of one option."""
        return structs.replace(self, **{name: value})

    def choice(self) -> Choice:
        """What of the schedule is shown, whatever the document."""
        return Choice(self.languages, self.groups, self.sensitive_addresses)

    def file_name(self, locality: str, term: Span, words: Words) -> str:
        """A name for its file without the ending, in the words of the paper: `Juliste Turku 2026-12`.

        The month is the last one of the term it speaks of. No name of a person is ever in it.
        """
        switches = self.kind.switches
        parts = [words(self.kind.name), locality]
        if Switch.PERIOD in switches:
            parts.append(str(self.period))
        elif self.kind.schedule:
            parts.append(f"{term.last:%Y-%m}")
        if Switch.PUBLIC in switches and self.public:
            parts.append(words(N_("For the public")))
        if Switch.PAPER in switches and self.paper is Paper.A3:
            parts.append(self.paper.upper())
        return _NOT_IN_A_NAME.sub(" ", " ".join(parts)).strip(" .")
