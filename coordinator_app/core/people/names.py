"""A person's name: as it is shown, split in two, and where it stands in a list."""

from collections import Counter
from collections.abc import Sequence

from coordinator_app.core.sorting import sort_key
from coordinator_app.core.texts import fold

# Words that begin a family name rather than end a given one.
_PARTICLES = {"af", "av", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "ten", "van", "von", "zu"}
_HEADS = {"mr", "mrs", "ms", "dr", "prof", "herra", "rouva", "herr", "fru", "tri"}
_TAILS = {"jr", "sr", "ii", "iii", "iv"}


def split_name(name: str) -> tuple[str | None, str | None]:
    """Given and family name, as `Matti Meikäläinen` or `Meikäläinen, Matti` says them; a lone word is a given name."""
    if name.count(",") == 1:
        family, given = (part.strip() for part in name.split(","))
        # More words before the comma are a title or two names, not a family name.
        alone = len(family.split()) == 1 or family.split(" ")[0].casefold() in _PARTICLES
        if alone and family and given and given.casefold().rstrip(".") not in _TAILS:
            return given, family
    words = name.replace(",", " ").split()
    while len(words) > 1 and words[0].casefold().rstrip(".") in _HEADS:
        del words[0]
    while len(words) > 1 and words[-1].casefold().rstrip(".") in _TAILS:
        del words[-1]
    if len(words) < 2:
        return (words[0] if words else None), None
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].casefold() in _PARTICLES:
        cut -= 1
    return " ".join(words[:cut]), " ".join(words[cut:])


def shown_name(name: str) -> str:
    """The name as it is shown: what was written family name first is turned round."""
    given, family = split_name(name)
    turned = f"{given} {family}"
    return turned if name.count(",") == 1 and given and family and name == f"{family}, {given}" else name


def first_names(people: Sequence[tuple[str, str | None, str | None]]) -> list[str]:
    """First names alone, with an initial where two share one; `people` are names with their given and family name."""
    first = [given or name.split()[0] for name, given, _ in people]
    shared = Counter(first)
    return [f"{said} {family[0]}." if family and shared[said] > 1 else said for said, (_, _, family) in zip(first, people, strict=True)]


def person_sort_key(name: str, given: str | None, family: str | None) -> str:
    """Where a person stands in a list: by family name, then given name."""
    return sort_key(f"{family} {given or ''}") if family else sort_key(name)


def same_name(name: str) -> str:
    """The words of a name in alphabetical order, folded: `Virtanen, Åke` and `ake  virtanen` are the same."""
    return " ".join(sorted(sort_key(fold(name)).split()))
