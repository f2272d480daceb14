"""What stands between the quarter and its summary: errors to mend, questions to answer."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core import checks
from coordinator_app.core.checks import Finding
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.gui.quarter.finding_card import FindingCard
from coordinator_app.gui.quarter.reading import Shown
from coordinator_app.i18n import N_, Words


class ChecksTab(QWidget):
    """A card stays the same widget while its check is there, so that the focus and what is typed stay too."""

    def __init__(self, kit: Kit, look: Callable[[Finding], object]) -> None:
        super().__init__()
        self._kit, self._look = kit, look
        self._shown: Shown | None = None
        self.cards: dict[tuple[str, str], FindingCard] = {}
        self._icon = IconLabel(kit, Icon.CALM, "good", 32)
        self._verdict = text_label("quiet")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 12, 12)
        self._column.setSpacing(8)
        self._column.addWidget(self._verdict)
        self._column.addStretch(1)

    def show_quarter(self, shown: Shown, words: Words) -> None:
        """Shows what the checks found, errors first."""
        fresh = self._shown is None or self._shown.period != shown.period or self._shown.catalogue != shown.catalogue
        self._shown = shown
        found = {(each.rule.code, each.of): each for each in (*shown.findings.errors, *shown.findings.warnings)}
        for key in [key for key in self.cards if fresh or key not in found]:
            gone = self.cards.pop(key)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, (key, finding) in enumerate(found.items()):
            if key in self.cards:
                self.cards[key].show_finding(finding, words)
            else:
                self.cards[key] = FindingCard(self._kit, finding, shown.catalogue, partial(self._answer, shown), self._look)
                self._column.insertWidget(at + 1, self.cards[key])
        self.say(words)

    def flush(self) -> None:
        """Stores the lines that are being typed."""
        for card in self.cards.values():
            card.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for card in self.cards.values():
            card.say(words)
        if self._shown is not None:
            self._verdict.setText(_verdict(self._shown, words))

    def begin(self) -> None:
        """Puts the cursor on the first question without an answer."""
        for card in self.cards.values():
            if card.choices and card.finding.answer is None:
                next(iter(card.choices.values())).setFocus()
                return

    def _answer(self, shown: Shown, finding: Finding, choice: str | None, text: str | None) -> None:
        """`shown` is the quarter of the card: a line left because another quarter is shown is still about its own."""
        tasks, period, rule, of = self._kit.tasks, shown.period, finding.rule.code, finding.of
        if choice is None:
            tasks.write(checks.unanswer, lambda _: None, period=period, rule=rule, of=of)
        else:
            text = text if finding.text_allowed else None
            names = shown.catalogue
            tasks.write(checks.answer, lambda _: None, period=period, rule=rule, of=of, choice=choice, catalogue=names, text=text)


def _verdict(shown: Shown, words: Words) -> str:
    found = shown.findings
    if found.to_mend:
        return words.count(
            "{n} thing must be mended before the summary can leave.",
            "{n} things must be mended before the summary can leave.",
            len(found.to_mend),
        )
    if found.unanswered:
        return words.count(
            "{n} question waits for an answer. One press answers it.",
            "{n} questions wait for an answer. One press answers each.",
            len(found.unanswered),
        )
    return words(N_("Nothing is missing."))
