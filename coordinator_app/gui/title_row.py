"""The row above each screen: its title, the way to its help, and its one filled button."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.screen import Screen
from coordinator_app.i18n import Words


class TitleRow(QHBoxLayout):
    """Shows whose screen is shown; `help` is the same on every screen, the filled button the screen's own."""

    def __init__(self, kit: Kit, help_: Action) -> None:
        super().__init__()
        self._kit, self._help_action = kit, help_
        self.primary: QPushButton | None = None
        self._title = text_label("title", wrap=False)
        self.help = button(kit.icons, help_, "quiet")
        self.addWidget(self._title, 1)
        self.addWidget(self.help)
        kit.theme.changed.connect(self._measure)
        self._measure()

    def show_screen(self, screen: Screen, words: Words) -> None:
        """Says the screen's title and offers its button."""
        self._title.setText(words(screen.title))
        self.help.setText(words(self._help_action.text))
        if self.primary is not None:
            # Its keys would stand against those of its successor until it is gone.
            self.primary.hide()
            self.primary.deleteLater()
            self.primary = None
        action = screen.primary
        if action is not None:
            self.primary = button(self._kit.icons, action, "primary")
            self.primary.setText(words(action.text))
            self.addWidget(self.primary)

    def _measure(self) -> None:
        """As high as the filled button, so that what is below stays where it is on screens without one."""
        self._title.setMinimumHeight(self._kit.theme.px(38))
