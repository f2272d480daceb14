"""Typed and imported text made clean before it is kept, and folded before it is searched."""

import string
import unicodedata
from collections.abc import Iterable

from coordinator_app.i18n import END_OF_ISOLATE, ISOLATE

_FOLDED = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ŋ": "n", "’": "'"})
# Some names and pictures are written with them.
_JOINERS = "\u200c\u200d"
# Those, and what breaks a line.
_KEPT = frozenset(f"\t\n\v\f\r\x1c\x1d\x1e\x85{_JOINERS}")
# Controls, signs without a width, marks that turn the direction of what stands beside them, and what is no letter at all.
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
_OBEYED = _UNSEEN | {"Zl", "Zp"}
# Where the pictures of the first controls begin, in their order.
_PICTURES = 0x2400
# A joiner with nothing on one side of it joins nothing.
_ENDS = f"{string.whitespace}\xa0{_JOINERS}"


def one_line(text: str | None) -> str | None:
    """The text on one line, without signs that cannot be seen and needless spaces; None when nothing is left."""
    return " ".join(_visible(text or "").split()).strip(_ENDS) or None


def lines(text: str | None) -> str | None:
    """The text with its line breaks, without other signs that cannot be seen and spaces at the ends; None when nothing is left."""
    return "\n".join(row.rstrip(_ENDS) for row in _visible(text or "").splitlines()).strip(_ENDS) or None


def beginning(text: str) -> str:
    """The text as it begins a line of its own, with a capital."""
    return text[:1].upper() + text[1:]


def pictured(text: str) -> str:
    """The text on one line for a place that would obey signs that cannot be seen, as a terminal: in place of each stands a picture."""
    return "".join(sign if unicodedata.category(sign) not in _OBEYED or sign in _JOINERS else _picture(sign) for sign in text)


def fold(text: str) -> str:
    """The text as a search sees it: case and accents gone, so that "makinen" is in "Mäkinen"."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDED))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def matches(typed: str, texts: Iterable[str | None]) -> bool:
    """Whether every typed word begins a word of the texts."""
    within = "".join(f" {fold(text)}" for text in texts if text)
    # On a screen names are told apart from the sentence they stand in by signs that nobody types.
    within = within.translate({ord(ISOLATE): None, ord(END_OF_ISOLATE): None})
    within = " " + within.replace("-", " ").replace("@", " ").replace(".", " ") + within
    return all(f" {word}" in within for word in fold(typed).split())


def _picture(sign: str) -> str:
    return chr(_PICTURES + ord(sign)) if sign < " " else "\ufffd"


def _visible(text: str) -> str:
    # Composed last: what is taken out may have kept a letter from its accent.
    return unicodedata.normalize("NFC", "".join(sign for sign in text if sign in _KEPT or unicodedata.category(sign) not in _UNSEEN))
