"""Who gives a paper out, as its head and foot say it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from coordinator_app.core.schedule import Localised, ScheduleContact
from coordinator_app.core.settings import locality_said
from coordinator_app.i18n import N_, Words
from coordinator_app.printing.omissions import Omission


class Issuer(Struct, frozen=True):
    """The association, the locality and its contact man, and the day. `practice` marks a paper in which nothing is real."""

    association: str
    locality: Localised
    made: dt.date
    contact: ScheduleContact | None = None
    practice: bool = False

    def named(self, words: Words) -> str:
        """The association within a sentence; "the association" where its name is not known."""
        return self.association or words("the association")

    def place(self, words: Words) -> str:
        """The locality as a heading writes it."""
        return locality_said(self.locality.said(words.language), words, practice=self.practice)

    def reached(self) -> str:
        """How to reach the contact man, in one line; "" if nothing is known."""
        return ", ".join(filter(None, (self.contact.name, self.contact.phone, self.contact.email))) if self.contact else ""

    def head(self, words: Words) -> Mapping[str, Any]:
        """What the head of every form says of its issuer."""
        return {"association": self.association, "locality": self.place(words)}

    def lacks(self) -> tuple[Omission, ...]:
        """What a paper that must name its issuer cannot say."""
        lacks = []
        if not self.association:
            lacks.append(Omission(N_("The association’s name is not in the book, so the paper says “the association”.")))
        if not self.reached():
            lacks.append(Omission(N_("The contact man is not named on the paper. Write his name and number in Settings, Locality.")))
        return tuple(lacks)
