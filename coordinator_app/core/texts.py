"""Typed and imported text made clean before it is kept, and folded before it is searched."""

import unicodedata
from collections.abc import Iterable

_FOLDED = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ŋ": "n", "’": "'"})
# The controls a text may carry; every other one is invisible on screen and harmful in files.
_KEPT = {"\n", "\t"}


def one_line(text: str | None) -> str | None:
    """The text on one line, without controls and needless spaces; None when nothing is left."""
    if not text:
        return None
    return " ".join(_visible(text).split()) or None


def lines(text: str | None) -> str | None:
    """The text with its line breaks, without other controls and spaces at the ends; None when nothing is left."""
    if not text:
        return None
    rows = _visible(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(row.rstrip() for row in rows).strip() or None


def fold(text: str) -> str:
    """The text as a search sees it: case and accents gone, so that "makinen" is in "Mäkinen"."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDED))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def matches(typed: str, texts: Iterable[str | None]) -> bool:
    """Whether every typed word begins a word of the texts."""
    within = "".join(f" {fold(text)}" for text in texts if text)
    within = " " + within.replace("-", " ").replace("@", " ").replace(".", " ") + within
    return all(f" {word}" in within for word in fold(typed).split())


def _visible(text: str) -> str:
    normal = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in normal if sign in _KEPT or unicodedata.category(sign) not in ("Cc", "Cs", "Co", "Cn") or sign.isspace())
