"""The page of the first start for a man who takes over: the hand-over box, and the passphrase he was told."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coordinator_app.gui.first_start.steps import Step
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.dialogs import Files
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.passphrase import PassphraseLine
from coordinator_app.i18n import N_, Words


class BoxStep(Step):
    """`file` is the chosen box, if one was chosen."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(
            kit,
            N_("The hand-over box"),
            N_("The contact man before you has given you a file, and told you its passphrase. The box itself stays as it is."),
        )
        self.file: Path | None = None
        self.chooser = button(kit.icons, Action(N_("Choose the box"), self._choose, Icon.FOLDER))
        self.labels.put(self.chooser.setText, N_("Choose the box"))
        self.column.addWidget(self.chooser, 0, Qt.AlignmentFlag.AlignLeft)
        self._name = text_label("good")
        self._name.hide()
        self.column.addWidget(self._name)
        self.column.addSpacing(8)
        label = self.add_text(N_("Passphrase of the box"), "label")
        self.secret = PassphraseLine(kit.icons, kit.voice.words, N_("Passphrase of the box"))
        label.setBuddy(self.secret.line)
        self.secret.line.textEdited.connect(lambda _: self.fault.right())
        self.column.addWidget(self.secret)
        self.column.addWidget(self.fault)
        self.column.addStretch(1)

    def first(self) -> QWidget:
        return self.chooser if self.file is None else self.secret.line

    def missing(self) -> str:
        if self.file is None:
            return N_("Choose the file of the box first. Its name ends in handover.age.")
        return "" if self.secret.text().strip() else N_("Type the passphrase of the box.")

    def say(self, words: Words) -> None:
        super().say(words)
        self.secret.say(words)

    def _choose(self) -> None:
        words = self.kit.voice.words
        found = self.kit.ask.files(self, words(N_("Choose the box")), [Files(words(N_("Hand-over box")), ("age",))])
        if found:
            self.file = found[0]
            self._name.setText(found[0].name)
            self._name.show()
            self.fault.right()
            self.secret.line.setFocus()
