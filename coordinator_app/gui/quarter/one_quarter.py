"""One quarter: where it stands, its ledger in a line, and its figures, checks, words, and what was sent, in tabs."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from coordinator_app.core.checks import Finding
from coordinator_app.core.indicators import RecordRef
from coordinator_app.core.periods import Period
from coordinator_app.gui.kit.actions import tool_button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, Switch, scrolled, text_label
from coordinator_app.gui.kit.memory import remember_tab
from coordinator_app.gui.kit.tab_order import keep_on_tabs
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.quarter import reading, said
from coordinator_app.gui.quarter.checks_tab import ChecksTab
from coordinator_app.gui.quarter.figures_table import FiguresTable
from coordinator_app.gui.quarter.reading import Shown
from coordinator_app.gui.quarter.sent_tab import SentTab
from coordinator_app.gui.quarter.why import Why
from coordinator_app.gui.quarter.words_tab import WordsTab
from coordinator_app.i18n import N_, Words

FIGURES, CHECKS, WORDS, SENT = range(4)
# In pixels at 100 % text: less of a tab than this is not worth looking at, and the whole quarter scrolls instead.
_LEAST_OF_A_TAB = 320


class OneQuarter(QWidget):
    """`wanted(period)`: the quarter before or after. `again(revision)`: save that file again."""

    wanted = Signal(object)
    again = Signal(int)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: Shown | None = None
        self._labels = Labels(kit.voice.words)
        self.before, self.after = tool_button(kit.icons, Icon.BACK), tool_button(kit.icons, Icon.FORWARD)
        self.before.setShortcut("Alt+Left")
        self.after.setShortcut("Alt+Right")
        self.before.clicked.connect(lambda _: self._step(back=True))
        self.after.clicked.connect(lambda _: self._step(back=False))
        self._labels.name(self.before, N_("The quarter before (Alt+Left)"))
        self._labels.name(self.after, N_("The quarter after (Alt+Right)"))
        self.period, self.standing = text_label("section", wrap=False), text_label("label", wrap=False)
        self.ledger = text_label("quiet")
        self._icon = IconLabel(kit, Icon.PLANNED, "quiet", 20)
        self.table = FiguresTable(kit)
        self.table.asked.connect(self.ask_why)
        self.checks = ChecksTab(kit, self.look_behind)
        self.words = WordsTab(kit)
        self.sent = SentTab(kit)
        self.sent.asked.connect(self.ask_why)
        self.sent.again.connect(self.again)
        self.why = Why(kit)
        self.why.left.connect(self._back)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for tab in (self.table, scrolled(self.checks), scrolled(self.words), scrolled(self.sent)):
            self.tabs.addTab(tab, "")
        keep_on_tabs(self.tabs)
        remember_tab(self.tabs, kit.memory, "quarter")
        self.views = Switch(self.tabs, self.why)
        self.views.show_view(self.tabs)
        # A tab scrolls by itself, so it takes what room there is.
        self.views.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._lay_out()
        kit.theme.changed.connect(self._measure)
        self._measure()

    def show_quarter(self, shown: Shown) -> None:
        """Shows a quarter; asked why, the records behind are asked for again."""
        words = self._kit.voice.words
        other = self._shown is None or self._shown.period != shown.period
        self._shown = shown
        self.before.setEnabled(shown.period.previous.last >= shown.records_begin)
        self.after.setEnabled(shown.period.next.first <= shown.today)
        self.table.show_figures(shown.figures, shown.trends, shown.catalogue, words)
        self.checks.show_quarter(shown, words)
        self.words.show_quarter(shown)
        self.sent.show_quarter(shown, words)
        self._say_quarter(shown, words)
        if other:
            self.views.show_view(self.tabs)
        elif self.views.currentWidget() is self.why and self.why.figure is not None:
            self.ask_why(*self.why.figure)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.table, self.checks, self.words, self.sent, self.why):
            part.say(words)
        self.tabs.setAccessibleName(words(N_("Parts of the quarter")))
        if self._shown is not None:
            self._say_quarter(self._shown, words)

    def flush(self) -> None:
        """Stores what is being typed."""
        self.checks.flush()
        self.words.flush()

    def show_tab(self, tab: int) -> None:
        """Goes to one of the tabs."""
        self.views.show_view(self.tabs)
        self.tabs.setCurrentIndex(tab)

    def ask_why(self, indicator: str, of: str) -> None:
        """Shows the records behind a figure."""
        if self._shown is not None:
            figure, period = (indicator, of), self._shown.period
            then = partial(self._show_why, figure)
            today = self._kit.clock.today()
            self._kit.tasks.read(reading.records_of, then, period=period, indicator=indicator, of=of, today=today)

    def look_behind(self, finding: Finding) -> None:
        """Shows the records behind what a check found."""
        if self._shown is not None:
            then = partial(self._show_behind, finding)
            self._kit.tasks.read(reading.records_behind, then, period=self._shown.period, finding=finding, today=self._kit.clock.today())

    def _show_why(self, figure: tuple[str, str], refs: tuple[RecordRef, ...]) -> None:
        if self._shown is not None:
            self.why.show_figure(self._shown, figure, refs)
            self._to_why()

    def _show_behind(self, finding: Finding, refs: tuple[RecordRef, ...]) -> None:
        if self._shown is not None:
            self.why.show_finding(self._shown, finding, refs)
            self._to_why()

    def _to_why(self) -> None:
        if self.views.currentWidget() is not self.why:
            self.views.show_view(self.why)
            (self.why.table if self.why.table.rows.rowCount() else self.why.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        self.views.show_view(self.tabs)
        if self.tabs.currentIndex() == FIGURES:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, *, back: bool) -> None:
        if self._shown is not None:
            period: Period = self._shown.period.previous if back else self._shown.period.next
            self.wanted.emit(period)

    def _say_quarter(self, shown: Shown, words: Words) -> None:
        self.period.setText(shown.period.said(words))
        over = shown.period.last < shown.today
        icon, role, word = said.standing(shown.row, over=over)
        self._icon.show_icon(icon, role)
        self.standing.setText(words(word))
        self.ledger.setText("\n".join(_lines(shown, words, over=over)))
        asks = len(shown.findings.to_mend) + len(shown.findings.unanswered)
        checks = words(N_("Checks ({n})"), n=asks) if asks else words(N_("Checks"))
        for tab, text in ((FIGURES, words(N_("Figures"))), (CHECKS, checks), (WORDS, words(N_("In words"))), (SENT, words(N_("Sent")))):
            self.tabs.setTabText(tab, text)

    def _measure(self) -> None:
        self.views.setMinimumHeight(self._kit.theme.px(_LEAST_OF_A_TAB))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        for each in (self.before, self.period, self.after):
            top.addWidget(each)
        top.addSpacing(12)
        top.addWidget(self._icon)
        top.addWidget(self.standing)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.ledger)
        column.addWidget(self.views, 1)


def _lines(shown: Shown, words: Words, *, over: bool) -> list[str]:
    """The ledger, and when the office expects the summary."""
    lines = [said.completeness(shown.ledger, words)]
    if shown.deadline is not None and not shown.sent:
        lines.append(words(N_("The central office expects it by {day}."), day=shown.deadline))
    elif shown.deadline is None and not over:
        lines.append(words(N_("The quarter goes on until {day}."), day=shown.period.last))
    return lines
