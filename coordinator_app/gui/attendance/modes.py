"""The two ways to record: the sheet of one meeting, or the grid of a month; a button for each above them."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import Switch, scrolled
from coordinator_app.gui.kit.tab_order import begin_at
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class Modes(QWidget):
    """`wanted(in_grid)` when a button is pressed; the screen answers with `show_mode`."""

    def __init__(self, kit: Kit, sheet: QWidget, grid: QWidget, wanted: Callable[[bool], None]) -> None:
        super().__init__()
        self._kit = kit
        self._labels = Labels(kit.voice.words)
        self.one = self._button(N_("One meeting"), lambda: wanted(False), Icon.ATTENDANCE)
        self.month = self._button(N_("Numbers of a month"), lambda: wanted(True), Icon.CALENDAR)
        self._sheet, self._grid = scrolled(sheet), grid
        begin_at(self._sheet, sheet)
        self._place = Switch(self._sheet, self._grid)
        self._place.addWidget(grid)
        begin_at(self, self._place)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.one)
        row.addWidget(self.month)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self._place, 1)
        self.show_mode(in_grid=False)

    @property
    def in_grid(self) -> bool:
        """Whether the grid is shown."""
        return self._place.currentWidget() is self._grid

    def show_mode(self, *, in_grid: bool) -> None:
        """Shows the grid or the sheet."""
        self._place.show_view(self._grid if in_grid else self._sheet)
        self.one.setChecked(not in_grid)
        self.month.setChecked(in_grid)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)

    def _button(self, text: str, run: Callable[[], None], icon: Icon) -> QPushButton:
        made = button(self._kit.icons, Action(text, run, icon))
        made.setCheckable(True)
        self._labels.put(made.setText, text)
        return made
