"""Opens the help beside the window one works in; what shows it is loaded only then."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coordinator_app.gui.kit.kit import Kit

if TYPE_CHECKING:
    from coordinator_app.gui.help.window import HelpWindow

# The pages that belong to no screen.
CONTENTS, SHORTCUTS = "begin", "shortcuts"


class Help:
    """The help of one window, with which it closes."""

    def __init__(self, kit: Kit, owner: QWidget) -> None:
        self._kit, self._owner = kit, owner
        self.window: HelpWindow | None = None

    def show(self, page: str) -> None:
        """Shows a page, in the window that may be open already."""
        from coordinator_app.gui.help.window import HelpWindow

        if self.window is None:
            self.window = HelpWindow(self._kit, self._owner)
        self.window.show_page(page)
