"""What the paper leaves out, in sentences, before it is printed; and the other way to print it that would do better."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import scrolled, text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words
from coordinator_app.printing.omissions import Omission, list_said, said_briefly

# Five lines, which is what a folded paper has to say when there are sensitive groups.
_HIGHEST = 110


class Remarks(QWidget):
    """A heading and the sentences; where there are many they are scrolled. `take_a3` is called when the larger sheet is taken."""

    def __init__(self, kit: Kit, take_a3: Callable[[], object]) -> None:
        super().__init__()
        self._kit, self._words = kit, kit.voice.words
        self._omissions: tuple[Omission, ...] = ()
        self._list_of = 0
        self._heading, self._said = text_label("label"), text_label()
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._labels = Labels(kit.voice.words)
        self.offer = button(kit.icons, Action(N_("It fits on one A3 sheet: use A3"), take_a3, Icon.FILE))
        self._labels.put(self.offer.setText, N_("It fits on one A3 sheet: use A3"))
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._said)
        inside.addStretch(1)
        self._area = scrolled(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._area)
        column.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeft)
        kit.theme.changed.connect(self._measure)
        self.show_remarks((), ())

    def show_remarks(self, omissions: Sequence[Omission], offers: Sequence[str], *, list_of: int = 0) -> None:
        """What is left out, and what a document offers; `list_of` is its number of pages where a list took the place of one sheet."""
        self._omissions, self._list_of = tuple(omissions), list_of
        self.offer.setVisible("a3" in offers)
        self.say(self._words)

    def text(self) -> str:
        """The sentences shown, one a line."""
        return self._said.text()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._words = words
        self._labels.say(words)
        sentences = said_briefly(self._omissions, words)
        if self._list_of:
            sentences.insert(0, list_said(self._list_of, words))
        self._heading.setText(words(N_("Before you print") if sentences else N_("Nothing is left out.")))
        self._said.setText("\n".join(sentences))
        self._area.setVisible(bool(sentences))
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        width = max(self.width() - self._kit.theme.px(16), 100)
        self._area.setFixedHeight(min(self._said.heightForWidth(width) + 2, self._kit.theme.px(_HIGHEST)))
