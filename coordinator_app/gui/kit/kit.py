"""Everything a screen is given to work with, in one value."""

from collections.abc import Callable
from dataclasses import dataclass

from coordinator_app.core.clock import Clock
from coordinator_app.gui.kit.dialogs import Ask
from coordinator_app.gui.kit.icons import Icons
from coordinator_app.gui.kit.memory import Memory
from coordinator_app.gui.kit.notice import Notice
from coordinator_app.gui.kit.tasks import Tasks
from coordinator_app.gui.kit.theme import Theme
from coordinator_app.gui.kit.voice import Voice


@dataclass(frozen=True, slots=True)
class Kit:
    """What a screen and its parts use; made once by `gui.app`, or by a test with its own `Ask` and clock.

    `go(screen, subject)` opens another screen by its name, at a subject of its own (an id) if one is given.
    """

    tasks: Tasks
    theme: Theme
    icons: Icons
    voice: Voice
    notice: Notice
    ask: Ask
    memory: Memory
    clock: Clock
    go: Callable[[str, int | None], None]
