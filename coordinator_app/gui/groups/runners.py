"""Who runs one evening: the group's counsellors, each a button that is in or out."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.plain import on_button
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class Runners(QWidget):
    """`changed(ids)` with everyone who is in after a press."""

    def __init__(self, kit: Kit, changed: Callable[[tuple[int, ...]], None]) -> None:
        super().__init__()
        self._kit, self._changed = kit, changed
        self._labels = Labels(kit.voice.words)
        heading = text_label("label")
        self._labels.put(heading.setText, N_("Run by"))
        self._row = Flow()
        self.buttons: dict[int, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addLayout(self._row)

    def show_runners(self, counsellors: Mapping[int, str], running: Mapping[int, str]) -> None:
        """The group's counsellors, and those who run this evening, who need not be of the group any more; names by id."""
        people = {**counsellors, **running}
        if list(people) != list(self.buttons):
            self._rebuild(people)
        for person, made in self.buttons.items():
            # A name with an ampersand must not become a key of the button.
            made.setText(on_button(people[person]))
            made.setChecked(person in running)
            icon, role = (Icon.CHECK, "primary") if person in running else (Icon.PERSON, "quiet")
            made.setIcon(self._kit.icons.icon(icon, role))
        self.setVisible(bool(people))

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)

    def _rebuild(self, people: dict[int, str]) -> None:
        for old in self.buttons.values():
            self._row.removeWidget(old)
            old.deleteLater()
        self.buttons = {}
        for person in people:
            made = QPushButton()
            made.setCheckable(True)
            made.clicked.connect(lambda _checked: self._pressed())
            self._row.addWidget(made)
            self.buttons[person] = made

    def _pressed(self) -> None:
        self._changed(tuple(person for person, made in self.buttons.items() if made.isChecked()))
