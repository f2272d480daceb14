"""The quarters by their standing, one of them beside the list, and the way of its summary to the office."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core import summary
from coordinator_app.core.periods import Period
from coordinator_app.core.receipts import Receipt
from coordinator_app.core.summary import QuarterRow
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import ListAndForm, Switch, scrolled
from coordinator_app.gui.kit.list import Item, RowList
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.quarter import reading, said
from coordinator_app.gui.quarter.one_quarter import CHECKS, SENT, OneQuarter
from coordinator_app.gui.quarter.reading import Shown
from coordinator_app.gui.quarter.saving import Saving
from coordinator_app.gui.quarter.sending import Sending
from coordinator_app.gui.quarter.taking_in import TakingIn
from coordinator_app.i18n import N_, Words


class QuarterScreen:
    """What `Screen` asks. A quarter as a subject is the number of quarters since the year 0."""

    name, title, icon = "quarter", N_("Quarter"), Icon.QUARTER
    kinds = frozenset(
        {"grp", "slot", "pause", "meeting", "meeting_counsellor", "attendance", "activity", "activity_person", "activity_organisation"}
        | {"person", "organisation", "enquiry", "support_talk", "referral", "volunteer_hours", "sampled_month", "feedback_tally"}
        | {"stated_figure", "check_answer", "quarter", "sent_summary", "taken_in", "setting", "series"}
    )

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._period: Period | None = None
        self._shown: Shown | None = None
        self._asked: dict[Period, int] = {}
        self._labels = Labels(kit.voice.words)
        self.list: RowList[QuarterRow] = RowList(kit, N_("Quarters"), partial(_look, kit, self._asked), key=lambda row: row.period)
        self.list.search.hide()
        self.list.chosen.connect(lambda row: self._want(row.period))
        self.list.opened.connect(lambda _: self.panes.show_form())
        self.one = OneQuarter(kit)
        self.one.wanted.connect(self._want)
        self.one.again.connect(self._save_again)
        self.panes: ListAndForm = ListAndForm(kit, self._left(), scrolled(self.one))
        self.panes.show_form()
        self.widget = Switch()
        self.widget.show_view(self.panes)
        self._saving = Saving(kit, self.widget, lambda: self.one.sent.say(kit.voice.words))
        self.sending = Sending(kit, self.widget, self._saving, self._to_checks, self._back)
        self.preview = self.sending.preview

    @property
    def primary(self) -> Action | None:
        """Send; while the page that the office will see is shown, its own button is the filled one."""
        if self.sending.shows_page:
            return None
        return Action(N_("Send"), self.send, Icon.SEND, "Ctrl+Return")

    def reload(self) -> None:
        self._kit.tasks.read(reading.shown, self._fill, period=self._period, today=self._kit.clock.today())

    def show_subject(self, subject: int) -> None:
        self._want(Period(subject // 4, subject % 4 + 1))
        self.panes.show_form()

    def leave(self) -> None:
        self.one.flush()
        if self.sending.shows_page:
            self.widget.show_view(self.panes)

    def say(self, words: Words) -> None:
        for part in (self._labels, self.list, self.one, self.panes, self.sending):
            part.say(words)

    def send(self) -> None:
        """Begins to send the quarter that is shown."""
        self.one.flush()
        if self._shown is not None:
            self.sending.begin(self._shown)

    def _to_checks(self) -> None:
        self.one.show_tab(CHECKS)
        self.one.checks.begin()

    def _back(self, sent: bool) -> None:
        self.widget.show_view(self.panes)
        self._kit.go(self.name, None)
        if sent:
            self.one.show_tab(SENT)

    def _save_again(self, revision: int) -> None:
        folder = self._saving.choose()
        if folder is not None and self._shown is not None:
            period = self._shown.period
            self._kit.tasks.read(
                summary.sent_file, lambda kept: self._saving.save(kept[1], folder / kept[0]), period=period, revision=revision
            )

    def _want(self, period: Period) -> None:
        if period != self._period:
            self.one.flush()
            self._period = period
            self.reload()

    def _fill(self, shown: Shown) -> None:
        if self._period is not None and shown.period != self._period:
            return  # Another quarter was chosen meanwhile; its own answer is on the way.
        fresh = self._shown is None or self._shown.period != shown.period
        self._period, self._shown = shown.period, shown
        self._asked.clear()
        self._asked.update(shown.asked)
        self.list.show_rows(shown.quarters)
        if self.list.current() is None or self.list.current() != shown.row:
            self.list.choose(shown.period)
        self.one.show_quarter(shown)
        if fresh and shown.period in shown.asked:
            self.one.show_tab(SENT)

    def _take_in(self) -> None:
        TakingIn(self._kit, self.widget, self._taken_in).begin()

    def _taken_in(self, receipt: Receipt | None) -> None:
        """Shows what the office says of a quarter; an update file may change every figure's name."""
        if receipt is not None:
            self._want(receipt.period)
            self.one.show_tab(SENT)
        self.reload()

    def _left(self) -> QWidget:
        left = QWidget()
        takes = button(self._kit.icons, Action(N_("Take in a file from the office"), self._take_in, Icon.BRING_IN))
        self._labels.put(takes.setText, N_("Take in a file from the office"))
        self.takes = takes
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(takes, 0, Qt.AlignmentFlag.AlignLeft)
        left.setFocusProxy(self.list.view)
        return left


def _look(kit: Kit, asked: Mapping[Period, int], row: QuarterRow, words: Words) -> Item:
    over = row.period.last < kit.clock.today()
    icon, role, word = said.standing(row, over=over)
    waits = asked.get(row.period, 0) or (row.errors + row.unanswered if over and row.revision is None else 0)
    return Item(
        name=row.period.said(words),
        under=words(word) if row.revision is None else words(N_("{standing}, revision {n}"), standing=words(word), n=row.revision),
        sign=words.count("{n} question", "{n} questions", waits) if waits else "",
        icon=icon,
        role=role,
    )
