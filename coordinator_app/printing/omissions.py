"""What a document leaves out or could not say, with the reason, so that it is told before printing."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from coordinator_app.i18n import N_, Words

# The values of a message that name whom or what it is about.
_WHO = ("group", "name", "place")


class Omission(Struct, frozen=True):
    """One thing that is not on the paper: an English sentence marked with `N_`, and the values it names.

    `group` is the id of the group it speaks of. `left_out` tells a whole group that is missing from a mere remark.
    """

    message: str
    values: Mapping[str, object] = field(default_factory=dict)
    group: int | None = None
    left_out: bool = False

    def said(self, words: Words) -> str:
        """The sentence in the language of the screen."""
        return words(self.message, **self.values)


# A remark for papers that have a page for each language, one behind the other.
ON_THE_BACK = Omission(N_("The second language is on the back: print on both sides."))


def list_said(pages: int, words: Words) -> str:
    """What is said of a list that took the place of one sheet."""
    return words.count(
        "Not everything fits on one sheet in readable type, so it is a list of {n} page.",
        "Not everything fits on one sheet in readable type, so it is a list of {n} pages.",
        pages,
    )


def said_briefly(omissions: Iterable[Omission], words: Words) -> list[str]:
    """The sentences in the language of the screen. Every group left out has its own; a remark that holds for several names them all."""
    named: dict[object, list[str]] = {}
    first: dict[object, Omission] = {}
    for at, omission in enumerate(omissions):
        said = omission.values
        who = [str(said[each]) for each in _WHO if each in said]
        others = tuple((name, value) for name, value in said.items() if name not in _WHO)
        alike = (omission.message, others) if who and not omission.left_out else at
        first.setdefault(alike, omission)
        named.setdefault(alike, []).extend(who)
    return [_of_all(first[alike], list(dict.fromkeys(named[alike])), words) for alike in first]


def _of_all(omission: Omission, named: list[str], words: Words) -> str:
    if len(named) < 2:
        return omission.said(words)
    who = words.listing(named)
    return words(omission.message, **{name: who if name in _WHO else value for name, value in omission.values.items()})
