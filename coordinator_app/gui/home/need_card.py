"""One thing to do, as a card: what and when, the button that does it, and two that put it off."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coordinator_app.core.home import Need, NeedKind
from coordinator_app.gui.home import said
from coordinator_app.gui.home.reading import Overview
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.i18n import N_, Words

_TEXT_LEAST = 320


class NeedCard(QFrame):
    """Its buttons call what they are given with the need. The first card's verb is the filled button of the screen."""

    def __init__(self, kit: Kit, need: Need, *, first: bool, acts: "Acts") -> None:
        super().__init__()
        self.need, self._kit = need, kit
        self.setProperty("role", "card")
        look = said.LOOKS[need.kind]
        self._icon = IconLabel(kit, look.icon, look.role, 28)
        self._title, self._about = text_label("section"), text_label("quiet")
        self._places: list[tuple[QPushButton, str]] = []
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        keys = "Ctrl+R" if need.kind is NeedKind.RECORD else ""
        self.do = self._button(Action(look.verb, lambda: acts.do(need), None, keys), "primary" if first else "")
        if need.kind is NeedKind.START:
            self._button(Action(N_("Bring in from a file"), acts.bring_in, Icon.BRING_IN))
        else:
            self.later = self._button(Action(N_("Later"), lambda: acts.later(need), Icon.LATER), "quiet")
            self.not_needed = self._button(Action(N_("Not needed"), lambda: acts.not_needed(need), Icon.CLOSE), "quiet")
        for made, _ in self._places:
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._lay_out()

    def say(self, words: Words, overview: Overview) -> None:
        """Speaks this language."""
        title = said.title(self.need, words)
        self._title.setText(title)
        self._about.setText(said.about(self.need, overview.today, words))
        for made, text in self._places:
            made.setText(words(text))
            made.setAccessibleName(words(N_("{verb}: {what}"), verb=words(text), what=title))

    def text(self) -> str:
        """Everything said on the card."""
        return f"{self._title.text()}\n{self._about.text()}"

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() - self._buttons_width() > self._kit.theme.px(_TEXT_LEAST)
        self._outer.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _buttons_width(self) -> int:
        return sum(made.sizeHint().width() for made, _ in self._places) + 8 * (len(self._places) - 1)

    def _button(self, action: Action, role: str = "") -> QPushButton:
        made = button(self._kit.icons, action, role)
        self._places.append((made, action.text))
        return made

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self._title)
        texts.addWidget(self._about)
        said_side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        said_side.setSpacing(16)
        said_side.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        said_side.addLayout(texts, 1)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(16, 16, 16, 16)
        self._outer.setSpacing(16)
        self._outer.addLayout(said_side, 1)
        self._outer.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignVCenter)


class Acts:
    """What the buttons of the cards do."""

    def __init__(
        self,
        do: Callable[[Need], object],
        later: Callable[[Need], object],
        not_needed: Callable[[Need], object],
        bring_in: Callable[[], object],
    ) -> None:
        self.do, self.later, self.not_needed, self.bring_in = do, later, not_needed, bring_in
