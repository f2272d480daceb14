"""The two ways to open the book: the passphrase and the recovery sheet."""

from pathlib import Path

from coordinator_app.bootstrap import OpenBook, papers
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.kit.dialogs import Answer, Files, Question
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import rule
from coordinator_app.gui.kit.passphrase import PassphraseLine
from coordinator_app.gui.settings.busy import Busy
from coordinator_app.gui.settings.page import Page
from coordinator_app.i18n import N_, Words


class KeysPage(Page):
    """Every key is tried and written in the book's thread, for it takes a moment on purpose."""

    title, icon = N_("Keys"), Icon.KEY

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.add_text(N_("Change the passphrase"), "section")
        self.now = self.add_secret(N_("Current passphrase"))
        self.new = self.add_secret(N_("New passphrase"))
        self.again = self.add_secret(N_("The same again"))
        self.fault = FaultLine(kit)
        self.add(self.fault)
        self.changer = self.verb(N_("Change the passphrase"), self._change, Icon.KEY)
        self.again.line.returnPressed.connect(self._change)
        self.add_verbs(self.changer)
        self.add(rule())
        self.add_text(N_("Recovery sheet"), "section")
        self.add_text(N_("It opens the book if the passphrase is forgotten. A new sheet makes the old one useless; the passphrase stays."))
        self.saver = self.verb(N_("Save a new recovery sheet"), self._new_sheet, Icon.PDF)
        self.add_verbs(self.saver)
        self.add(rule())
        self.add_text(N_("Try your sheet"), "section")
        self.add_text(N_("Once a year it is good to see that the sheet in the drawer still opens the book. Nothing is changed."))
        self.sheet = self.add_secret(N_("Code of the sheet"))
        self.sheet_fault = FaultLine(kit)
        self.add(self.sheet_fault)
        self.tried = self.add_text("", "good")
        self.trier = self.verb(N_("Try the sheet"), self._try, Icon.CHECK)
        self.sheet.line.returnPressed.connect(self._try)
        self.add_verbs(self.trier)
        self.busy = Busy(kit)
        self.add(self.busy)
        # A fault of the program ends the work too.
        kit.tasks.failed.connect(self._end)
        self.finish()

    def leave(self) -> None:
        """What was typed here must not stay on the screen."""
        for line in self._lines():
            line.line.clear()
            line.toggle.setChecked(False)
        self.tried.setText("")
        for fault in (self.fault, self.sheet_fault):
            fault.right()

    def say(self, words: Words) -> None:
        super().say(words)
        for line in self._lines():
            line.say(words)

    def _lines(self) -> tuple[PassphraseLine, ...]:
        return self.now, self.new, self.again, self.sheet

    def _change(self) -> None:
        now, new = self.now.text(), self.new.text()
        self.fault.right()
        if not now:
            self._wrong(self.now, N_("Type the passphrase that opens the book now."))
        elif not new:
            self._wrong(self.new, N_("Type a new passphrase."))
        elif new != self.again.text():
            self._wrong(self.again, N_("The two are not the same. Type the new passphrase again."))
        else:

            def change(book: OpenBook) -> None:
                book.opens_with(passphrase=now)
                book.change_passphrase(new)

            self._begin(N_("Changing the passphrase …"))
            self._kit.tasks.with_book(change, lambda _: self._changed(), lambda error: self._refused(self.fault, error))

    def _changed(self) -> None:
        self._end()
        self.leave()
        self._kit.notice.tell(self._kit.voice.words(N_("The passphrase was changed. The recovery sheet still opens the book.")))

    def _new_sheet(self) -> None:
        words = self._kit.voice.words
        question = Question(
            words(N_("Make a new recovery sheet?")),
            words(N_("The sheet you have now will no longer open the book. Print the new one and put it in its place.")),
            (Answer("keep", words(N_("Keep the old sheet"))), Answer("make", words(N_("Make a new sheet")), "primary")),
        )
        if self._kit.ask.question(self, question) != "make":
            return
        place = self._kit.ask.save_as(self, words(N_("Save the recovery sheet")), "recovery-sheet.pdf", Files("PDF", ("pdf",)))
        if place is not None:
            self._begin(N_("Making the recovery sheet …"))
            language = words.language
            self._kit.tasks.with_book(
                lambda book: papers.put_recovery_sheet(book, place, language), self._saved, lambda error: self._refused(None, error)
            )

    def _saved(self, place: Path) -> None:
        self._end()
        self._kit.notice.tell(self._kit.voice.words(N_("Saved as {file}. Print it, then delete the file."), file=place.name))

    def _try(self) -> None:
        code = self.sheet.text()
        self.sheet_fault.right()
        self.tried.setText("")
        if not code.strip():
            self.sheet_fault.wrong(lambda words: words(N_("Type the code of the sheet.")))
            self.sheet.setFocus()
            return
        self._begin(N_("Trying the sheet …"))
        self._kit.tasks.with_book(
            lambda book: book.opens_with(recovery_code=code), lambda _: self._opens(), lambda error: self._refused(self.sheet_fault, error)
        )

    def _opens(self) -> None:
        self._end()
        self.sheet.line.clear()
        self.tried.setText(self._kit.voice.words(N_("The sheet opens the book. Put it back where it was.")))

    def _begin(self, text: str) -> None:
        self.busy.begin(text)
        for verb in (self.changer, self.saver, self.trier):
            verb.setEnabled(False)

    def _end(self) -> None:
        self.busy.end()
        for verb in (self.changer, self.saver, self.trier):
            verb.setEnabled(True)

    def _refused(self, fault: FaultLine | None, error: CoordinatorError) -> None:
        self._end()
        if fault is None:
            self._kit.notice.error(error.said(self._kit.voice.words))
        else:
            fault.wrong(error.said)

    def _wrong(self, line: PassphraseLine, text: str) -> None:
        self.fault.wrong(lambda words: words(text))
        line.setFocus()
