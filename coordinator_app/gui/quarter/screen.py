"""The quarters by their standing, one of them beside the list, and the way of its summary to the office."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.bootstrap import outgoing, sending
from coordinator_app.bootstrap.sending import Outgoing
from coordinator_app.core import checks, summary
from coordinator_app.core.catalogue import Listing
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.figures import Summary
from coordinator_app.core.periods import Period
from coordinator_app.core.receipts import Receipt
from coordinator_app.core.summary import QuarterRow
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.dialogs import Answer, Question
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import ListAndForm, Switch, scrolled
from coordinator_app.gui.kit.list import Item, RowList
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.quarter import reading, said
from coordinator_app.gui.quarter.one_quarter import CHECKS, SENT, OneQuarter
from coordinator_app.gui.quarter.preview import Preview
from coordinator_app.gui.quarter.reading import Shown
from coordinator_app.gui.quarter.sent_tab import SAVED
from coordinator_app.gui.quarter.taking_in import TakingIn
from coordinator_app.i18n import N_, Words

_FOLDER = "quarter/folder"
_AS_IT_IS = "really_so"


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
        self._labels = Labels(kit.voice.words)
        self.list: RowList[QuarterRow] = RowList(kit, N_("Quarters"), self._look, key=lambda row: row.period)
        self.list.search.hide()
        self.list.chosen.connect(lambda row: self._want(row.period))
        self.list.opened.connect(lambda _: self.panes.show_form())
        self.one = OneQuarter(kit)
        self.one.wanted.connect(self._want)
        self.one.again.connect(self._save_again)
        self.preview = Preview(kit)
        self.preview.left.connect(self._back)
        self.preview.elsewhere.connect(self._elsewhere)
        self.preview.confirmed.connect(self._send)
        self.panes: ListAndForm = ListAndForm(kit, self._left(), scrolled(self.one))
        self.panes.show_form()
        self.widget = Switch()
        self.widget.show_view(self.panes)

    @property
    def primary(self) -> Action | None:
        """Send; while the page that the office will see is shown, its own button is the filled one."""
        if self.widget.currentWidget() is self.preview:
            return None
        return Action(N_("Send"), self.send, Icon.SEND, "Ctrl+Return")

    def reload(self) -> None:
        self._kit.tasks.read(reading.shown, self._fill, period=self._period, today=self._kit.clock.today())

    def show_subject(self, subject: int) -> None:
        self._want(Period(subject // 4, subject % 4 + 1))
        self.panes.show_form()

    def leave(self) -> None:
        self.one.flush()
        if self.widget.currentWidget() is self.preview:
            self.widget.show_view(self.panes)

    def say(self, words: Words) -> None:
        for part in (self._labels, self.list, self.one, self.panes, self.preview):
            part.say(words)

    def send(self) -> None:
        """Shows what the office will see; before that, says what is missing."""
        if self._shown is None:
            return
        self.one.flush()
        words, found = self._kit.voice.words, self._shown.findings
        if found.errors:
            self.one.show_tab(CHECKS)
            self._kit.notice.error(" ".join(each.said(words, self._shown.catalogue) for each in found.errors[:3]))
        elif found.unanswered:
            self._ask_about_rest(self._shown)
        else:
            self._preview()

    def _ask_about_rest(self, shown: Shown) -> None:
        """Says what is missing. It may leave incomplete once that is said on purpose."""
        words, open_ones = self._kit.voice.words, shown.findings.unanswered
        so = shown.catalogue.knows(Listing.CHECK_CHOICE, _AS_IT_IS)
        sentences = [each.said(words, shown.catalogue) for each in open_ones[:6]]
        if len(open_ones) > len(sentences):
            more = len(open_ones) - len(sentences)
            sentences.append(words.count("And {n} question more.", "And {n} questions more.", more))
        question = Question(
            words(N_("The quarter is not complete")),
            "\n".join(sentences),
            (Answer("answer", words(N_("Answer one by one"))), *([Answer("so", words(N_("It was really so, all of it")))] if so else [])),
        )
        if self._kit.ask.question(self.widget, question) == "so":
            self._kit.tasks.write(
                checks.answer_rest,
                lambda _: self._preview(),
                period=shown.period,
                choice=_AS_IT_IS,
                today=self._kit.clock.today(),
                catalogue=shown.catalogue,
            )
        else:
            self.one.show_tab(CHECKS)
            self.one.checks.begin()

    def _preview(self) -> None:
        if self._shown is None:
            return
        sealed = bool(self._shown.office)
        then = partial(self._show_preview, self._shown, sealed)
        now, words = self._kit.clock.now(), self._kit.voice.words
        self._kit.tasks.read(sending.preview, then, period=self._shown.period, now=now, words=words, sealed=sealed)

    def _show_preview(self, shown: Shown, sealed: bool, drafted: Summary) -> None:
        self.widget.show_view(self.preview)
        self._kit.go(self.name, None)  # The title's button goes while the page has its own.
        self.preview.show_summary(drafted, shown, sealed=sealed, place=self._folder())

    def _send(self) -> None:
        drafted = self.preview.summary
        if drafted is None:
            return
        self.preview.send.setEnabled(False)
        self._kit.tasks.catching(self._not_sent).write(
            sending.send,
            self._sent,
            period=drafted.period,
            now=self._kit.clock.now(),
            words=self._kit.voice.words,
            sealed=self.preview.sealed,
        )

    def _sent(self, made: Outgoing) -> None:
        self._back()
        self.one.show_tab(SENT)
        self._save(made.data, self._folder() / made.name)

    def _not_sent(self, error: CoordinatorError) -> None:
        self._back()
        self._refused(error)

    def _refused(self, error: CoordinatorError) -> None:
        self._kit.notice.error(error.said(self._kit.voice.words))

    def _save_again(self, revision: int) -> None:
        folder = self._choose_folder()
        if folder is not None and self._shown is not None:
            self._kit.tasks.read(
                summary.sent_file, lambda kept: self._save(kept[1], folder / kept[0]), period=self._shown.period, revision=revision
            )

    def _save(self, data: bytes, place: Path) -> None:
        self._kit.tasks.run(lambda _: outgoing.put(data, place), self._saved, self._refused)

    def _saved(self, place: Path) -> None:
        words = self._kit.voice.words
        self._kit.memory.keep(SAVED + place.name, str(place.parent))
        self.one.sent.say(words)
        self._kit.notice.tell(words(N_("Saved: {file}. Send it to the office as an attachment."), file=place.name))

    def _elsewhere(self) -> None:
        folder = self._choose_folder()
        if folder is not None:
            self.preview.show_place(folder)

    def _choose_folder(self) -> Path | None:
        folder = self._kit.ask.folder(self.widget, self._kit.voice.words(N_("Choose the folder for the summary")))
        if folder is not None:
            self._kit.memory.keep(_FOLDER, str(folder))
        return folder

    def _folder(self) -> Path:
        """Where the last summary was saved; at first among the user's documents."""
        kept = self._kit.memory.text(_FOLDER)
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        return Path(kept) if kept else documents if documents.is_dir() else Path.home()

    def _back(self) -> None:
        self.preview.send.setEnabled(True)
        self.widget.show_view(self.panes)
        self._kit.go(self.name, None)

    def _want(self, period: Period) -> None:
        if period != self._period:
            self.one.flush()
            self._period = period
            self.reload()

    def _fill(self, shown: Shown) -> None:
        if self._period is not None and shown.period != self._period:
            return  # Another quarter was chosen meanwhile; its own answer is on the way.
        self._period, self._shown = shown.period, shown
        self.list.show_rows(shown.quarters)
        if self.list.current() is None or self.list.current() != shown.row:
            self.list.choose(shown.period)
        self.one.show_quarter(shown)

    def _look(self, row: QuarterRow, words: Words) -> Item:
        over = row.period.last < self._kit.clock.today()
        icon, role, word = said.standing(row, over=over)
        waits = row.errors + row.unanswered if over and row.revision is None else 0
        return Item(
            name=row.period.said(words),
            under=words(word) if row.revision is None else words(N_("{standing}, revision {n}"), standing=words(word), n=row.revision),
            sign=words.count("{n} question", "{n} questions", waits) if waits else "",
            icon=icon,
            role=role,
        )

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
