"""Whom a book has forgotten, as marks: a mark recognises a person who comes back with an older copy, and tells nobody's name."""

import hashlib
from collections.abc import Collection, Iterable

from msgspec import Struct
from sqlalchemy.orm import Session

from coordinator_app.core import settings

_MARKS = "erasure.marks"
# Set while what was erased may still lie in unused parts of the file.
_UNFINISHED = "erasure.unfinished"


class Forgotten(Struct, frozen=True):
    """Whom a command forgot: all ids they ever had, and what of them could be recognised. Not to be kept.

    `number` of people; `marks` of all whom this book has forgotten.
    """

    number: int
    ids: frozenset[int]
    said: frozenset[str]
    marks: frozenset[str]


class Memory(Struct, frozen=True):
    """The marks a book holds, and whether a forgetting was left `unfinished`."""

    marks: frozenset[str]
    unfinished: bool


def marks_of(session: Session, uids: Iterable[str]) -> list[str]:
    """The marks of the people with those `uid`s, in the same order."""
    book = settings.read(session).book_id
    return [hashlib.sha256(f"{book}/{uid}".encode()).hexdigest() for uid in uids]


def recall(session: Session) -> Memory:
    """What the book knows of those it forgot."""
    return Memory(frozenset(settings.recall(session, _MARKS, ())), bool(settings.recall(session, _UNFINISHED)))


def begin(session: Session, marks: Collection[str]) -> frozenset[str]:
    """Remembers marks as a forgetting begins; all the book holds."""
    settings.remember(session, _UNFINISHED, True)
    return know(session, marks)


def know(session: Session, marks: Collection[str]) -> frozenset[str]:
    """Remembers marks that came with another copy; all the book holds."""
    known = recall(session).marks.union(marks)
    settings.remember(session, _MARKS, sorted(known))
    return known


def finish(session: Session) -> None:
    """Nothing of what was erased is left in the file."""
    settings.remember(session, _UNFINISHED, None)
