"""The hand-over box: the whole book, encrypted with a passphrase of its own, and a letter for the next contact man."""

from pathlib import Path

from coordinator_app.bootstrap import OpenBook
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.kit.fault_line import FaultLine, Said
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.passphrase import PassphraseLine
from coordinator_app.gui.settings.busy import Busy
from coordinator_app.gui.settings.page import Page
from coordinator_app.i18n import N_, Words


class HandOverPage(Page):
    """A passphrase typed twice, a folder, and two files in it."""

    title, icon = N_("Hand-over box"), Icon.SEND

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.add_text(
            N_("When the task passes to another man, he gets the whole book in one encrypted file, and a letter that helps him begin.")
        )
        self.add_text(N_("Passphrase of the box"), "section")
        self.add_text(N_("Choose one that is not your own. Tell it to him by voice, never in writing; it is not in the letter."))
        self.secret = self.add_secret(N_("Passphrase"))
        self.again = self.add_secret(N_("The same again"))
        self.fault = FaultLine(kit)
        self.add(self.fault)
        self.packer = self.verb(N_("Pack the box and the letter"), self._pack, Icon.TAKE_OUT, "primary")
        self.again.line.returnPressed.connect(self._pack)
        self.add_verbs(self.packer)
        self.busy = Busy(kit)
        self.add(self.busy)
        self.done = self.add_text("", "good")
        self.done.hide()
        self.add_text(N_("After that"), "section")
        self.add_text(
            N_("Nothing of your own book changes. Delete it and the box only when the next contact man says that his book has opened.")
        )
        kit.tasks.failed.connect(lambda _: self._end())
        self.finish()

    def leave(self) -> None:
        """What was typed here must not stay on the screen."""
        for line in (self.secret, self.again):
            line.line.clear()
            line.toggle.setChecked(False)
        self.fault.right()

    def say(self, words: Words) -> None:
        super().say(words)
        for line in (self.secret, self.again):
            line.say(words)
        self.done.hide()

    def _pack(self) -> None:
        words, secret = self._kit.voice.words, self.secret.text()
        self.fault.right()
        self.done.hide()
        if not secret:
            self._wrong(self.secret, lambda words: words(N_("Type a passphrase for the box.")))
            return
        if not self.secret.toggle.isChecked() and secret != self.again.text():
            self._wrong(self.again, lambda words: words(N_("The two are not the same. Type them again, or show what you type.")))
            return
        place = self._kit.ask.folder(self, words(N_("Choose the memory stick, or a folder on it")))
        if place is None:
            return

        def work(book: OpenBook) -> Path:
            from coordinator_app.bootstrap import hand_over

            return hand_over.pack(book, place, secret, words.language).box

        self.busy.begin(N_("Packing the box …"))
        self.packer.setEnabled(False)
        self._kit.tasks.with_book(work, self._packed, self._refused)

    def _packed(self, box: Path) -> None:
        self._end()
        self.leave()
        told = self._kit.voice.words(
            N_("The box is {file}, and the letter lies beside it. The box was opened again and is whole."), file=box.name
        )
        self.done.setText(told)
        self.done.show()
        # The history tells of it.
        self._kit.tasks.stepped.emit()

    def _refused(self, error: CoordinatorError) -> None:
        self._end()
        self._wrong(self.secret, error.said)

    def _end(self) -> None:
        self.busy.end()
        self.packer.setEnabled(True)

    def _wrong(self, line: PassphraseLine, said: Said) -> None:
        self.fault.wrong(said)
        line.setFocus()
