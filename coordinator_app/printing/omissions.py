"""What a document leaves out or could not say, with the reason, so that it is told before printing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coordinator_app.i18n import Words


@dataclass(frozen=True, slots=True)
class Omission:
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
