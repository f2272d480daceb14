"""Everything that needs doing, one card below the other, or the word that all is quiet."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coordinator_app.core.home import Need
from coordinator_app.gui.home.need_card import Acts, NeedCard
from coordinator_app.gui.home.reading import Overview
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.i18n import N_, Words


class NeedCards(QWidget):
    """What presses is shown first, and the others below it once they are known; all is quiet once there are none either."""

    def __init__(self, kit: Kit, acts: Acts) -> None:
        super().__init__()
        self._kit, self._acts = kit, acts
        self.cards: list[NeedCard] = []
        self._overview: Overview | None = None
        self._others: tuple[Need, ...] | None = None
        self._quiet, self._quiet_text = QWidget(), text_label("section", wrap=False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._quietness())

    def show_needs(self, overview: Overview) -> None:
        """The first time at once; later together with the others, so that what was put off does not come back for a moment."""
        self._overview = overview
        if self._others is None:
            self._fill(overview)

    def show_others(self, needs: tuple[Need, ...]) -> None:
        """They come below, so that nothing moves from under the pointer when they do."""
        self._others = needs
        if self._overview is not None:
            self._fill(self._overview)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._quiet_text.setText(words(N_("All quiet")))
        if self._overview is not None:
            for card in self.cards:
                card.say(words, self._overview)

    def _fill(self, overview: Overview) -> None:
        """Shows what is known, and leaves the cards that stay what they were."""
        needs = (*overview.needs, *(self._others or ()))
        stay = 0
        while stay < min(len(needs), len(self.cards)) and self.cards[stay].need == needs[stay]:
            self.cards[stay].say(self._kit.voice.words, overview)
            stay += 1
        had_focus = _has_focus(self.cards[stay:])
        self._drop(stay)
        for need in needs[stay:]:
            self._add(need)
        self._quiet.setVisible(self._others is not None and not self.cards)
        if had_focus and self.cards:
            self.cards[0].do.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, need: Need) -> None:
        card = NeedCard(self._kit, need, first=not self.cards, acts=self._acts)
        self._column.insertWidget(len(self.cards), card)
        self.cards.append(card)
        if self._overview is not None:
            card.say(self._kit.voice.words, self._overview)

    def _drop(self, since: int) -> None:
        for old in self.cards[since:]:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        del self.cards[since:]

    def _quietness(self) -> QWidget:
        row = QHBoxLayout(self._quiet)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addWidget(IconLabel(self._kit, Icon.CALM, "good", 32))
        row.addWidget(self._quiet_text)
        row.addStretch(1)
        self._quiet.hide()
        return self._quiet


def _has_focus(cards: Sequence[QWidget]) -> bool:
    return any(button.hasFocus() for card in cards for button in card.findChildren(QPushButton))
