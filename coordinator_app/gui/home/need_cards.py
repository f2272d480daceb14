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
    """Whether a summary sent has to be revised is known only after the rest; all is quiet once that is known too."""

    def __init__(self, kit: Kit, acts: Acts) -> None:
        super().__init__()
        self._kit, self._acts = kit, acts
        self.cards: list[NeedCard] = []
        self._overview: Overview | None = None
        self._revision: Need | None = None
        self._complete = False
        self._quiet, self._quiet_text = QWidget(), text_label("section", wrap=False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._quietness())

    def show_needs(self, overview: Overview) -> None:
        """Shows these in place of those before."""
        had_focus = _has_focus(self.cards)
        self._drop(0)
        self._overview = overview
        for need in overview.needs:
            self._add(need)
        if self._revision is not None:
            self._add(self._revision)
        self._quiet.setVisible(self._complete and not self.cards)
        if had_focus and self.cards:
            self.cards[0].do.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_revision(self, need: Need | None) -> None:
        """Comes last, so that nothing moves from under the pointer when it does."""
        if need != self._revision:
            if self._revision is not None:
                self._drop(len(self.cards) - 1)
            if need is not None:
                self._add(need)
            self._revision = need
        self._complete = True
        self._quiet.setVisible(not self.cards)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._quiet_text.setText(words(N_("All quiet")))
        if self._overview is not None:
            for card in self.cards:
                card.say(words, self._overview)

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
