"""The wall for counts that are typed: none below 0, none so large that only a slip of the finger explains it."""

from collections.abc import Iterable

from coordinator_app.core.errors import Refused
from coordinator_app.i18n import N_

LARGEST = 999_999


def check_typed(typed: Iterable[int | None]) -> None:
    """Raises `Refused` for a count that cannot be; blank is not asked and passes."""
    for count in typed:
        if count is not None and count < 0:
            raise Refused(N_("A number cannot be below 0. Leave it blank if it was not asked."))
        if count is not None and count > LARGEST:
            raise Refused(N_("{n} is more than can be right; the most is {most}. Correct the number."), n=count, most=LARGEST)
