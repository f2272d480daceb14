"""Buttons of which one is chosen, as a keyboard meets them: Tab comes to the chosen one, the arrows go through the others."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QButtonGroup


class OneOf(QButtonGroup):
    """Qt leads Tab to one button of a group as well, but only once one of them had the keyboard; before that to the first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.buttonToggled.connect(lambda _button, _chosen: self._lead())

    def take(self, *buttons: QAbstractButton) -> None:
        """These can be chosen, too."""
        for each in buttons:
            each.setCheckable(True)
            self.addButton(each)
        self._lead()

    def _lead(self) -> None:
        chosen = self.checkedButton()
        for each in self.buttons():
            tab = Qt.FocusPolicy.TabFocus if chosen in (None, each) else Qt.FocusPolicy.NoFocus
            each.setFocusPolicy(Qt.FocusPolicy.ClickFocus | tab)
