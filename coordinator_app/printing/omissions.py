"""What a document leaves out or could not say, with the reason, so that it is told before printing."""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from coordinator_app.i18n import Words

_ALIKE_SHOWN = 3


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


def said_briefly(omissions: Iterable[Omission], words: Words) -> list[str]:
    """The sentences in the language of the screen. Every group left out is named; of remarks alike a few, and how many more there are."""
    counts: Counter[str] = Counter()
    sentences = []
    for omission in omissions:
        counts[omission.message] += not omission.left_out
        if omission.left_out or counts[omission.message] <= _ALIKE_SHOWN:
            sentences.append(omission.said(words))
    more = sum(count - _ALIKE_SHOWN for count in counts.values() if count > _ALIKE_SHOWN)
    if more:
        sentences.append(words.count("{n} more remark like these.", "{n} more remarks like these.", more))
    return sentences
