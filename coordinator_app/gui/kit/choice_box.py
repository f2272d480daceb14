"""A line that opens a list of a few choices."""

from PySide6.QtWidgets import QComboBox, QStyledItemDelegate

from coordinator_app.gui.kit.focus import INSIDE


class ChoiceBox(QComboBox):
    """Its list looks as the theme says, and is called as the line is.

    Qt paints the list without regard to the theme's sheet unless it is told to, which takes time: only who opens it needs it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._dressed = False

    def showPopup(self) -> None:
        if not self._dressed:
            self._dressed = True
            self.setItemDelegate(QStyledItemDelegate(self))
            # The list fills the frame that it opens in.
            self.view().setProperty(INSIDE, True)
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()
