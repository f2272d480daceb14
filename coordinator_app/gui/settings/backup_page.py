"""Backups: what is in each, a new one now, another place for them, putting one back, and looking the book through."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton

from coordinator_app.bootstrap import Health, OpenBook
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.dialogs import Answer, Question
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, Switch, text_label
from coordinator_app.gui.kit.one_of import OneOf
from coordinator_app.gui.kit.table import Column, Table
from coordinator_app.gui.settings.busy import Busy
from coordinator_app.gui.settings.page import Page
from coordinator_app.i18n import N_, Words

if TYPE_CHECKING:
    from coordinator_app.storage.backup import Contents


@dataclass(frozen=True, slots=True)
class Copies:
    """The backups of one place, the newest first, and the second place if one is remembered."""

    rows: "tuple[Contents, ...]"
    second: Path | None


def _copies(book: OpenBook, *, second: bool) -> Copies:
    place = book.second_place()
    return Copies(tuple(book.backups(place if second else None)), place)


class BackupPage(Page):
    """Everything here is done to the whole book, in its own thread."""

    title, icon = N_("Backups"), Icon.BACKUP

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._copies = Copies((), None)
        self.primary = Action(N_("Back up now"), partial(self._back_up, there=False), Icon.BACKUP)
        self.add_text(N_("A backup is made whenever the program ends and something has changed. Each is read through before it counts."))
        self.own, self.other = QPushButton(), QPushButton()
        self._labels.put(self.own.setText, N_("On this computer"))
        self._labels.put(self.other.setText, N_("In the second place"))
        OneOf(self).take(self.own, self.other)
        for made in (self.own, self.other):
            made.clicked.connect(lambda _checked: self.reload())
        self.own.setChecked(True)
        self.add_verbs(self.own, self.other)
        self.table: Table[Contents] = Table(kit, "settings/backups", _columns(), key=lambda row: row.backup.folder)
        self._labels.put(self.table.setAccessibleName, N_("Backups"))
        # In large text the day and the state are what a backup is chosen by; what else is in it is left out first.
        self.table.set_widths((190, 100, 110, 130, 120), spare=(1, 2))
        self.table.chosen.connect(lambda _: self._arrange())
        self._nothing = EmptyState(kit, Icon.BACKUP, N_("No backups here yet."))
        self._list = Switch(self._nothing, self.table)
        kit.theme.follow(self._list, lambda: self._list.setMinimumHeight(kit.theme.px(200)))
        self.add(self._list, wide=True)
        self.restorer = self.verb(N_("Restore this backup"), self._restore, Icon.HISTORY)
        self.checker = self.verb(N_("Check the book"), self._check, Icon.CHECK)
        self.add_verbs(self.restorer, self.checker)
        self.busy = Busy(kit)
        self.add(self.busy)
        self.result = text_label(narrow=True)
        self.result.hide()
        self.add(self.result)
        self.add_text(N_("Second place"), "section")
        self._second = text_label("quiet", narrow=True)
        self.add(self._second)
        self.chooser = self.verb(N_("Choose a USB stick or a folder"), self._choose, Icon.FOLDER)
        self.filler = self.verb(N_("Back up there now"), partial(self._back_up, there=True), Icon.BACKUP)
        self.forgetter = self.verb(N_("No second place"), self._forget, Icon.CLOSE, "quiet")
        self.add_verbs(self.chooser, self.filler, self.forgetter)
        # A fault of the program ends the work too.
        kit.tasks.failed.connect(self._end)
        self._arrange()

    def reload(self) -> None:
        second = self.other.isChecked()
        self._kit.tasks.with_book(lambda book: _copies(book, second=second), self._show, self._refused)

    def say(self, words: Words) -> None:
        super().say(words)
        self._nothing.say(words)
        self.table.say(words)
        self.result.hide()
        self._second.setText(_second_said(self._copies, words))

    def _show(self, copies: Copies) -> None:
        self._copies = copies
        self.table.show_rows(copies.rows)
        self._list.show_view(self.table if copies.rows else self._nothing)
        if copies.second is None and self.other.isChecked():
            self.own.click()
        self._arrange()
        self._second.setText(_second_said(copies, self._kit.voice.words))

    def _arrange(self) -> None:
        current = self.table.current()
        idle = self.busy.isHidden()
        known = self._copies.second is not None
        self.restorer.setEnabled(idle and current is not None and current.readable)
        for verb in (self.checker, self.chooser, self.filler, self.forgetter):
            verb.setEnabled(idle)
        for made in (self.other, self.own, self.filler, self.forgetter):
            made.setVisible(known)

    def _back_up(self, *, there: bool) -> None:
        # The button in the row of the title cannot be greyed; while something is done, that is seen.
        if self.busy.isHidden():
            second = self._copies.second if there else None
            done = N_("The book is backed up in the second place.") if second else N_("The book is backed up.")
            self._do(N_("Backing up …"), lambda book: book.back_up(second), done)

    def _choose(self) -> None:
        place = self._kit.ask.folder(self, self._kit.voice.words(N_("Choose where backups go besides")))
        if place is None:
            return

        def use(book: OpenBook) -> None:
            book.back_up(place)
            book.remember_second_place(place)

        self._do(N_("Backing up …"), use, N_("The book is backed up in the second place."))

    def _forget(self) -> None:
        # The row of places goes away with the second one, and the list is this computer's again.
        self.own.setChecked(True)
        forgotten = N_("Backups stay on this computer from now on. Those already made are still there.")
        self._do(N_("Backing up …"), lambda book: book.remember_second_place(None), forgotten)

    def _restore(self) -> None:
        row, words = self.table.current(), self._kit.voice.words
        if row is None:
            return
        question = Question(
            words(N_("Put the backup of {day} at {time} in the book’s place?"), day=row.backup.at.date(), time=row.backup.at.time()),
            words(N_("What was written since then will be gone from the book. The book as it is now is backed up first.")),
            (Answer("keep", words(N_("Keep the book as it is"))), Answer("restore", words(N_("Restore the backup")), "danger")),
        )
        if self._kit.ask.question(self, question) == "restore":
            chosen = row.backup
            self._do(N_("Restoring …"), lambda book: book.restore(chosen), N_("The backup is restored."), replaced=True)

    def _check(self) -> None:
        self._begin(N_("Checking the book …"))
        self._kit.tasks.with_book(lambda book: book.check(), self._checked, self._refused)

    def _checked(self, health: Health) -> None:
        words = self._kit.voice.words
        damaged = sum(not each.readable for each in health.backups)
        self._end()
        if health.faults:
            said = words(N_("The book is damaged. Restore the newest backup that can be read."))
        elif damaged:
            said = words.count("The book is sound. {n} backup is damaged.", "The book is sound. {n} backups are damaged.", damaged)
        else:
            said = words(N_("The book is sound, and so are its backups."))
        self.result.setText(said)
        self.result.show()

    def _do(self, text: str, job: Any, done: str, *, replaced: bool = False) -> None:
        def then(_result: object) -> None:
            self._end()
            self._kit.notice.tell(self._kit.voice.words(done))
            if replaced:
                self._kit.tasks.replaced.emit()
            else:
                self.reload()

        self._begin(text)
        self._kit.tasks.with_book(job, then, self._refused)

    def _begin(self, text: str) -> None:
        self.result.hide()
        self.busy.begin(text)
        self._arrange()

    def _end(self) -> None:
        self.busy.end()
        self._arrange()

    def _refused(self, error: CoordinatorError) -> None:
        self._end()
        self._kit.notice.error(error.said(self._kit.voice.words))


def _second_said(copies: Copies, words: Words) -> str:
    if copies.second is None:
        return words(N_("If this computer breaks or is stolen, only a backup in another place helps."))
    return words(N_("Backups go to {folder} too, whenever it is there."), folder=copies.second)


def _columns() -> "list[Column[Contents]]":
    def number(count: int, row: "Contents", words: Words) -> str:
        return words.number(count) if row.readable else "–"

    def state(row: "Contents", words: Words) -> str:
        if not row.readable:
            return words(N_("damaged"))
        return words(N_("before a restore")) if row.backup.before_restore else words(N_("whole"))

    return [
        Column(N_("Made"), lambda row, words: f"{words.date_with_weekday(row.backup.at.date())} {words.time(row.backup.at.time())}", _at),
        Column(N_("Groups"), lambda row, words: number(row.groups, row, words), lambda row: row.groups, number=True),
        Column(N_("People"), lambda row, words: number(row.people, row, words), lambda row: row.people, number=True),
        Column(N_("Meetings"), lambda row, words: number(row.meetings, row, words), lambda row: row.meetings, number=True),
        Column(N_("State"), state, lambda row: (row.readable, row.backup.before_restore), icon=_sign),
    ]


def _at(row: "Contents") -> Any:
    return row.backup.number


def _sign(row: "Contents") -> tuple[Icon, str]:
    return (Icon.HELD, "good") if row.readable else (Icon.WARNING, "danger")
