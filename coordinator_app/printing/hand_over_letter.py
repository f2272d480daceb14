"""The letter that goes with a hand-over box: what the next contact man gets, what to do first, his groups, and what is open."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from coordinator_app.core.hand_over import HandOver, OpenMatters
from coordinator_app.i18n import Language, Words
from coordinator_app.printing.letter import Letterhead, Section, letter
from coordinator_app.printing.typst import Manuscript

_IN_A_NUMBER = re.compile(r"(?<=\d) (?=\d)")


class HandOverLetter(Struct, frozen=True):
    """Whose book it is, who hands it over, and what the box's file is called."""

    association: str
    locality: str
    made: dt.date
    contact: str
    file: str
    facts: HandOver


def hand_over_letter(said: HandOverLetter, language: Language) -> Manuscript:
    """The letter's manuscript. The passphrase of the box is never in it, nor what the facts keep off paper."""
    words = Words(language)
    head = Letterhead(
        association=said.association,
        title=words("To the next contact man"),
        about=said.locality,
        made=said.made,
        foot=words("Confidential: for the next contact man only"),
        warning=words("Keep this letter apart from the box’s passphrase, which is told by voice and is not written here."),
    )
    return letter(head, list(_sections(said, words)), language)


def _sections(said: HandOverLetter, words: Words) -> Iterator[Section]:
    yield Section(
        words("What you get"),
        points=[
            words("The file {file}: the locality’s whole book, encrypted. Without its passphrase nobody can read it.", file=said.file),
            words("The passphrase of the box, told to you by voice."),
            words("This letter, as a map of the first weeks."),
        ],
    )
    yield Section(
        words("What to do first"),
        points=[
            words("Install the program. In its first window choose the hand-over box, and the file."),
            words("Type the passphrase of the box, then choose a passphrase of your own. The old ones no longer open your book."),
            words("Write down or print the new recovery sheet, and keep it locked away from the computer."),
            words("Under Settings, Locality, write your own name, telephone and e-mail: they go on the papers."),
            words("Call the central office, and say that you are the contact man now."),
            words("Tell the contact man before you that the book has opened. Only then does he delete his own copy and the box."),
        ],
    )
    kept = words("in the book")
    rows = [
        (each.name, each.when, kept if each.place is None else each.place, kept if each.runs is None else _reached(each.runs))
        for each in said.facts.groups
    ]
    if rows:
        yield Section(words("The groups"), head=[words("Group"), words("When"), words("Where"), words("Who runs it")], rows=rows)
    else:
        yield Section(words("The groups"), texts=[words("No group is running now.")])
    points = list(_open(said.facts.open, words))
    yield Section(words("What is open"), texts=[] if points else [words("Nothing is open.")], points=points)
    if said.contact:
        yield Section(words("If something is unclear"), texts=[words("Ask the contact man before you: {contact}.", contact=said.contact)])


def _reached(runs: Sequence[str]) -> str:
    """Who they are, with numbers that are never torn apart."""
    return "; ".join(_IN_A_NUMBER.sub("\u00a0", each) for each in runs)


def _open(matters: OpenMatters, words: Words) -> Iterator[str]:
    if matters.unrecorded:
        yield words.count("{n} meeting is not recorded yet.", "{n} meetings are not recorded yet.", matters.unrecorded)
    for period in matters.unsent:
        yield words("The summary of {quarter} has not been sent to the central office.", quarter=period.said(words))
    if matters.posters:
        yield words("Posters hang here: {places}.", places=words.listing(matters.posters))
    if matters.review:
        yield words.count("{n} privacy decision is waiting.", "{n} privacy decisions are waiting.", matters.review)
