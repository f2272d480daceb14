"""A letter to one reader, of sections; the erasure receipt, the hand-over letter and what a person may read of himself are such."""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from coordinator_app.i18n import Language, Words
from coordinator_app.printing.typst import Manuscript


class Section(Struct, frozen=True):
    """A part of a letter in ready words: sentences, then points, then a table with its heads. All rows have as many cells."""

    heading: str = ""
    texts: Sequence[str] = ()
    points: Sequence[str] = ()
    head: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()


class Letterhead(Struct, frozen=True):
    """From whom a letter is and about what; all in ready words but the day it was made."""

    association: str
    title: str
    about: str
    made: dt.date
    foot: str
    warning: str = ""


def letter(head: Letterhead, sections: Sequence[Section], language: Language) -> Manuscript:
    """The letter's manuscript, of as many pages as it takes. It bears no document code: it does not hang anywhere."""
    words = Words(language)
    values = {
        "association": head.association,
        "title": head.title,
        "about": head.about,
        "made": words.date(head.made),
        "foot": head.foot,
        "warning": head.warning,
        "sections": [
            {
                "heading": each.heading,
                "texts": list(each.texts),
                "points": list(each.points),
                "head": list(each.head),
                "rows": [list(row) for row in each.rows],
            }
            for each in sections
        ],
    }
    return Manuscript("letter", language, values)
