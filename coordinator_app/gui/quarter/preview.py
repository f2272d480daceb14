"""The summary as the office will see it, and the button that lets it leave."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.core.catalogue import Listing
from coordinator_app.core.figures import CheckAnswer, Summary
from coordinator_app.core.kinds import FigureStatus, SummaryKind
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.escape import OnEscape
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, card, scrolled, text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.quarter import said
from coordinator_app.gui.quarter.figures_table import FiguresTable
from coordinator_app.gui.quarter.reading import Shown
from coordinator_app.i18n import N_, Words

_BESIDE = 380


class Preview(QWidget):
    """`confirmed()`: it may leave as it is shown. `left()`: back to the quarter, also on Escape. `elsewhere()`: choose another folder."""

    confirmed = Signal()
    left = Signal()
    elsewhere = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        OnEscape(self, self.left.emit)
        self._kit = kit
        self.summary: Summary | None = None
        self.sealed = False
        self._shown: Shown | None = None
        self._place = Path()
        self._labels = Labels(kit.voice.words)
        self.title, self.who, self.where = text_label("section"), text_label(), text_label("quiet")
        self._lock = IconLabel(kit, Icon.LOCK, "good", 28)
        self.send = button(kit.icons, Action(N_("Seal and save"), self.confirmed.emit, Icon.SEND, "Ctrl+S"), "primary")
        self.other = button(kit.icons, Action(N_("Another folder"), self.elsewhere.emit, Icon.FOLDER))
        self.back = button(kit.icons, Action(N_("Not yet"), self.left.emit, Icon.BACK), "quiet")
        self._labels.put(self.other.setText, N_("Another folder"))
        self._labels.put(self.back.setText, N_("Not yet"))
        self.table = FiguresTable(kit, why=False)
        self.page = text_label()
        self.page.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.page.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.page.setContentsMargins(0, 8, 20, 8)
        self._lay_out()
        kit.theme.changed.connect(self._measure)
        self._measure()

    def show_summary(self, summary: Summary, shown: Shown, *, sealed: bool, place: Path) -> None:
        """Shows what would leave now, sealed or not, and where it would lie; `shown` is the quarter it is of."""
        self.summary, self._shown, self.sealed, self._place = summary, shown, sealed, place
        self.say(self._kit.voice.words)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_place(self, place: Path) -> None:
        """Another folder."""
        self._place = place
        self.say(self._kit.voice.words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self.table.say(words)
        if self.summary is None or self._shown is None:
            return
        self.title.setText(words(N_("What the office will see: {quarter}"), quarter=self.summary.period.said(words)))
        self.who.setText(self._who(self._shown.office, words))
        self.where.setText(
            words(N_("The file is saved in {folder}. Send it to the office as an attachment of an e-mail."), folder=self._place)
        )
        self.send.setText(words(N_("Seal and save")) if self.sealed else words(N_("Save unsealed")))
        self._lock.show_icon(*((Icon.LOCK, "good") if self.sealed else (Icon.WARNING, "amber")))
        self.table.show_figures(self.summary.figures, {}, self._shown.catalogue, words)
        self.page.setText("\n\n".join(_page(self.summary, self._shown, words)))

    def _who(self, office: str, words: Words) -> str:
        if self.sealed:
            return words(N_("Only {office} can open the sealed file. Once sent it cannot be taken back, only revised."), office=office)
        return words(
            N_(
                "No update file of the office has been taken in, so the file cannot be sealed: anyone who gets hold of it can read it. "
                "The figures of sensitive services are left out of it. A sealed revision can follow later."
            )
        )

    def _lay_out(self) -> None:
        frame, inside = card()
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        for label in (self.title, self.who, self.where):
            texts.addWidget(label)
        top.addLayout(texts, 1)
        inside.addLayout(top)
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        for each in (self.back, self.other, self.send):
            verbs.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        verbs.addStretch(1)
        inside.addLayout(verbs)
        self._beside = scrolled(self.page)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(24)
        self._row.addWidget(self.table, 1)
        self._row.addWidget(self._beside)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(frame)
        column.addLayout(self._row, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(content))

    def _measure(self) -> None:
        """The words stand beside the figures; with large text, below them."""
        px, below = self._kit.theme.px, self._kit.theme.one_pane
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self._beside.setMinimumSize(0 if below else px(_BESIDE), px(200) if below else 0)
        self._beside.setMaximumWidth(16_777_215 if below else px(_BESIDE))


def _page(summary: Summary, shown: Shown, words: Words) -> list[str]:
    """What the summary says beside its figures, paragraph by paragraph."""
    facts = [words(N_("From {name}, revision {n}"), name=summary.reporter.name, n=summary.revision)]
    if summary.kind is SummaryKind.NOTHING:
        facts.append(words(N_("Nothing to report.")))
    withheld = sum(each.status is FigureStatus.WITHHELD for each in summary.figures)
    ledger = said.completeness(summary.ledger, words)
    # Fewer meetings than the quarter shows, and totals that are not shown, would otherwise look like a fault.
    facts.append(words(N_("Without sensitive services: {ledger}"), ledger=ledger) if withheld else ledger)
    if withheld:
        facts.append(words.count("{n} figure is withheld.", "{n} figures are withheld.", withheld))
    told = (
        (N_("What went well"), summary.narrative.went_well),
        (N_("What was hard"), summary.narrative.hard),
        (N_("Wishes for the central office"), summary.narrative.wishes),
    )
    facts += [f"{words(heading)}\n{text}" for heading, text in told if text]
    answers = [_answer(each, shown, words) for each in summary.checks]
    if answers:
        facts.append("\n".join([words(N_("Answers to the questions")), *answers]))
    if summary.directory:
        facts.append("\n".join([words(N_("Public groups")), *(f"{each.name}: {each.rule}" for each in summary.directory)]))
    return facts


def _answer(answer: CheckAnswer, shown: Shown, words: Words) -> str:
    """What was asked, and what was answered."""
    asked = next((each for each in shown.findings.warnings if (each.rule.code, each.of) == (answer.rule, answer.of)), None)
    question = answer.rule if asked is None else asked.said(words, shown.catalogue)
    choice = shown.catalogue.name(Listing.CHECK_CHOICE, answer.choice, words.language)
    return words(N_("{question} {answer}."), question=question, answer=": ".join(each for each in (choice, answer.text) if each))
