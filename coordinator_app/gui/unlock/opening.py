"""What the unlock window sets going: the book is opened in its own thread, or brought back from its newest good backup."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coordinator_app.core.clock import Clock
from coordinator_app.core.errors import BookDamaged, Refused
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.unlock.window import Attempt, UnlockWindow
from coordinator_app.i18n import N_

if TYPE_CHECKING:
    from coordinator_app.bootstrap import OpenBook


def serve(kit: Kit, window: UnlockWindow, opened: Callable[[Attempt, OpenBook], object]) -> None:
    """Opens what the window asks for."""

    def attempt(tried: Attempt) -> None:
        kit.tasks.open(lambda: _open(tried, kit.clock), lambda book: opened(tried, book), window.refused)

    window.tried.connect(attempt)


def _open(tried: Attempt, clock: Clock) -> OpenBook:
    from coordinator_app import bootstrap

    keys = {"passphrase": tried.passphrase, "recovery_code": tried.recovery_code}
    if not tried.from_backup:
        return bootstrap.open_book(tried.folder, **keys, clock=clock)
    for backup in bootstrap.backups_in(tried.folder / "backups"):
        try:
            return bootstrap.restore_book(tried.folder, backup, **keys, clock=clock)
        except BookDamaged:
            continue  # The one before it may be sound.
    raise Refused(
        N_("No backup in {folder} can be opened. If there are backups on a stick, copy them into that folder and try again."),
        folder=tried.folder / "backups",
    )
