"""What can be reached or begun by its name."""

from collections.abc import Callable
from dataclasses import dataclass

from coordinator_app.gui.kit.icons import Icon


@dataclass(frozen=True, slots=True)
class Command:
    """A screen, or something that can be done, by its name (`N_`); `of` names the part of the program it belongs to."""

    text: str
    icon: Icon
    run: Callable[[], object]
    keys: str = ""
    of: str = ""
