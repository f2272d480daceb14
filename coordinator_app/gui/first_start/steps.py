"""The pages of the first start, each a few fields and one thing to decide."""

import random
import re
import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.language_row import LanguageRow
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.one_of import OneOf
from coordinator_app.gui.kit.passphrase import PassphraseLine
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words, in_percent

SHORTEST = 8
GOOD = 20
SIZES = (100, 125, 150, 200)


class Step(QWidget):
    """One page: a title, a sentence, and what is below. `fault` says what is still missing."""

    def __init__(self, kit: Kit, title: str, text: str) -> None:
        """Title and text are marked with `N_`."""
        super().__init__()
        self.kit = kit
        self.labels = Labels(kit.voice.words)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.add_text(title, "title")
        self.add_text(text, "quiet")
        self.column.addSpacing(8)
        self.fault = FaultLine(kit)

    def add_text(self, message: str, role: str = "") -> QLabel:
        label = text_label(role)
        self.labels.put(label.setText, message)
        self.column.addWidget(label)
        return label

    def missing(self) -> str:
        """What keeps the user from going on, as an English message; nothing, if he may."""
        return ""

    def first(self) -> QWidget | None:
        """What gets the focus when the page is shown."""
        return None

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.labels.say(words)


class LanguageStep(Step):
    """Which language, and how large the text."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, N_("Which language?"), N_("You can change it at any time. Papers can be printed in all three."))
        self.languages = LanguageRow(kit, large=True)
        self.column.addWidget(self.languages)
        self.column.addSpacing(16)
        self.add_text(N_("Size of the text"), "label")
        row = QHBoxLayout()
        self.sizes: dict[int, QPushButton] = {}
        for percent in SIZES:
            made = QPushButton(in_percent(percent, kit.voice.words))
            made.clicked.connect(lambda _checked, percent=percent: self._resize(percent))
            row.addWidget(made)
            self.sizes[percent] = made
        OneOf(self).take(*self.sizes.values())
        if kit.theme.percent in self.sizes:
            self.sizes[kit.theme.percent].setChecked(True)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def first(self) -> QWidget:
        return self.languages.buttons[self.kit.voice.words.language]

    def say(self, words: Words) -> None:
        super().say(words)
        for percent, made in self.sizes.items():
            made.setText(in_percent(percent, words))

    def _resize(self, percent: int) -> None:
        self.kit.memory.keep("window/percent", percent)
        self.kit.theme.set_percent(percent)


class LocalityStep(Step):
    """Whose book it is."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(
            kit, N_("Which locality?"), N_("The book is for the contact man of one town or unit. Its name is printed on every paper.")
        )
        label = self.add_text(N_("Name of the locality"), "label")
        self.name = QLineEdit()
        label.setBuddy(self.name)
        self.labels.put(self.name.setAccessibleName, N_("Name of the locality"))
        self.name.textEdited.connect(lambda _: self.fault.right())
        self.column.addWidget(self.name)
        self.add_text(N_("For example Turku."), "quiet")
        self.column.addWidget(self.fault)
        self.column.addStretch(1)

    def first(self) -> QWidget:
        return self.name

    def missing(self) -> str:
        return "" if locality_code(self.name.text()) else N_("Write the name of your locality.")


class BeginningStep(Step):
    """An empty book, or the practice town."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, N_("How do you want to begin?"), N_("You can make the other kind of book later too."))
        self.empty, self.practice = QPushButton(), QPushButton()
        OneOf(self).take(self.empty, self.practice)
        for made in (self.empty, self.practice):
            made.setProperty("role", "option")
        self.empty.setChecked(True)
        self.labels.put(self.empty.setText, N_("With an empty book for real work"))
        self.labels.put(self.practice.setText, N_("With a practice town full of made-up people"))
        self.column.addWidget(self.empty)
        self.add_text(N_("Groups and people can be brought in from files at any time."), "quiet")
        self.column.addSpacing(8)
        self.column.addWidget(self.practice)
        self.add_text(N_("You can try everything. Nothing in it is real, and the office takes no files from it."), "quiet")
        self.column.addStretch(1)

    def first(self) -> QWidget:
        return self.empty


class PassphraseStep(Step):
    """What opens the book."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(
            kit,
            N_("Choose a passphrase"),
            N_("Without it, or the recovery sheet of the next step, nobody can read the book. Four or five words are good."),
        )
        words = kit.voice.words
        self.once = PassphraseLine(kit.icons, words, N_("Passphrase"))
        self.again = PassphraseLine(kit.icons, words, N_("The same again"))
        self._strength = text_label("quiet")
        for message, line in ((N_("Passphrase"), self.once), (N_("The same again"), self.again)):
            label = self.add_text(message, "label")
            label.setBuddy(line.line)
            self.column.addWidget(line)
            if line is self.once:
                self.column.addWidget(self._strength)
                self.column.addSpacing(8)
            else:
                self._again_label = label
            line.line.textChanged.connect(lambda _: self._typed())
        self.once.toggle.toggled.connect(self._shown)
        self.column.addWidget(self.fault)
        self.column.addStretch(1)
        self._typed()

    def first(self) -> QWidget:
        return self.once.line

    def missing(self) -> str:
        if len(self.once.text().strip()) < SHORTEST:
            return N_("The passphrase is too short. Use at least 8 characters; four or five words are good.")
        # Who sees what he types need not type it twice.
        if not self.once.toggle.isChecked() and self.once.text() != self.again.text():
            return N_("The two are not the same. Type them again, or show what you type.")
        return ""

    def say(self, words: Words) -> None:
        super().say(words)
        self.once.say(words)
        self.again.say(words)
        self._typed()

    def _shown(self, shown: bool) -> None:
        self._again_label.setVisible(not shown)
        self.again.setVisible(not shown)

    def _typed(self) -> None:
        self.fault.right()
        self._strength.setText(self.kit.voice.words(strength(self.once.text())))


class SheetStep(Step):
    """The recovery code: shown, written down, and two groups of it typed back. `save_wanted` asks for a file of the sheet."""

    save_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(
            kit,
            N_("Your recovery sheet"),
            N_("If you forget the passphrase, this code opens the book. Write it on paper, and keep it apart from the computer."),
        )
        self._groups: list[str] = []
        self._asked: tuple[int, int] = (0, 1)
        self._well = QFrame()
        self._well.setProperty("role", "well")
        self._grid = QGridLayout(self._well)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(24)
        self.column.addWidget(self._well)
        self.save = button(kit.icons, Action(N_("Save the sheet as a PDF to print"), self.save_wanted.emit, Icon.PDF), "quiet")
        self.labels.put(self.save.setText, N_("Save the sheet as a PDF to print"))
        self.column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.saved = text_label("good")
        self.saved.hide()
        self.column.addWidget(self.saved)
        self.column.addSpacing(8)
        self.add_text(N_("Type two groups from your paper, so that we know it can be read."), "")
        row = QHBoxLayout()
        row.setSpacing(16)
        self.typed = (QLineEdit(), QLineEdit())
        self._names = (text_label("label", wrap=False), text_label("label", wrap=False))
        for name, line in zip(self._names, self.typed, strict=True):
            line.setMaxLength(8)
            line.textEdited.connect(lambda _: self.fault.right())
            name.setBuddy(line)
            cell = QVBoxLayout()
            cell.setSpacing(4)
            cell.addWidget(name)
            cell.addWidget(line)
            row.addLayout(cell)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.fault)
        self.column.addStretch(1)

    def show_code(self, code: str) -> None:
        """Shows the code of the book that was made, and chooses which two groups are asked."""
        self._groups = code.split()
        first, second = sorted(random.SystemRandom().sample(range(len(self._groups)), 2))
        self._asked = (first, second)
        for at, group in enumerate(self._groups):
            label = text_label("section", wrap=False)
            label.setText(f"{at + 1}.  {group}")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(label, at // 4, at % 4)
        self.say(self.kit.voice.words)

    def code(self) -> str:
        """The code as it is written for people."""
        return " ".join(self._groups)

    def tell_saved(self, sentence: str) -> None:
        """Says where the sheet was saved, in ready words."""
        self.fault.right()
        self.saved.setText(sentence)
        self.saved.show()

    def asked(self) -> tuple[str, str]:
        """The two groups that are to be typed."""
        return self._groups[self._asked[0]], self._groups[self._asked[1]]

    def first(self) -> QWidget:
        return self.typed[0]

    def missing(self) -> str:
        typed = tuple(line.text().strip().lower() for line in self.typed)
        if typed == tuple(group.lower() for group in self.asked()):
            return ""
        return N_("These are not the groups on the sheet. Look at the numbers and type them again.")

    def say(self, words: Words) -> None:
        super().say(words)
        for name, line, at in zip(self._names, self.typed, self._asked, strict=True):
            text = words(N_("Group {number}"), number=at + 1)
            name.setText(text)
            line.setAccessibleName(text)


def locality_code(name: str) -> str:
    """The code of a locality from its name: `Jyväskylä` is `jyvaskyla`. Empty if no letter is left."""
    plain = unicodedata.normalize("NFKD", name.strip().lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-").lstrip("0123456789-")[:40]


def strength(passphrase: str) -> str:
    """How good a passphrase is, as an English message: length is what counts."""
    length = len(passphrase.strip())
    if length == 0:
        return N_("At least 8 characters.")
    if length < SHORTEST:
        return N_("Still too short.")
    return N_("Enough. More words make it safer.") if length < GOOD else N_("Good.")
