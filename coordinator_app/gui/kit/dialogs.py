"""Questions and file choosers: the one seam between screens and the user's answers, which tests replace."""

import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from coordinator_app.gui.kit.plain import in_title, on_button
from coordinator_app.gui.kit.theme import set_role
from coordinator_app.i18n import N_, Words

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True, slots=True)
class Answer:
    """One button of a question: its code, its verb (ready words), its role (`primary`, `danger` or none)."""

    code: str
    text: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question in ready words. The first answer is the safe one: it has the focus, and Escape means it."""

    title: str
    explanation: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Files:
    """A kind of file to choose: ready words and endings without the dot."""

    text: str
    endings: tuple[str, ...]

    def pattern(self) -> str:
        return f"{self.text} ({' '.join(f'*.{ending}' for ending in self.endings)})"


class Ask:
    """Asks the user. Every screen asks through the one it was given, so a test can answer in its place."""

    def question(self, parent: QWidget, question: Question) -> str:
        """The code of the chosen answer; of the first, safe one when the dialog is closed."""
        return QuestionDialog(parent, question).ask()

    def files(self, parent: QWidget, title: str, kinds: Sequence[Files]) -> list[Path]:
        """Files to read; none if the user thought better of it."""
        chosen, _ = QFileDialog.getOpenFileNames(parent, title, "", ";;".join(kind.pattern() for kind in kinds))
        return [Path(one) for one in chosen]

    def save_as(self, parent: QWidget, title: str, name: str, kind: Files) -> Path | None:
        """Where to write a file called `name` by default."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, name, kind.pattern())
        return Path(chosen) if chosen else None

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """A folder."""
        chosen = QFileDialog.getExistingDirectory(parent, title)
        return Path(chosen) if chosen else None

    def open_link(self, link: str) -> bool:
        """Hands a link to the program of the system that it is for, as `mailto:` to the e-mail program; whether there is one."""
        return QDesktopServices.openUrl(QUrl.fromEncoded(link.encode("ascii")))

    def has_printer(self) -> bool:
        """Whether the system knows any printer."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return bool(QPrinterInfo.availablePrinterNames())

    def printer(self, parent: QWidget, title: str, printer: "QPrinter", pages: int) -> bool:
        """Lets the user choose where and how `printer` prints a document of so many pages; whether it shall."""
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(title)
        dialog.setOptions(QPrintDialog.PrintDialogOption.PrintPageRange | QPrintDialog.PrintDialogOption.PrintCollateCopies)
        dialog.setMinMax(1, pages)
        return dialog.exec() == QDialog.DialogCode.Accepted

    def tell(self, parent: QWidget | None, words: Words, sentence: str) -> None:
        """Says one sentence when no window is left to say it in; it waits until it was read."""
        read = Answer("read", words(N_("I have read it")))
        QuestionDialog(parent, Question(words(N_("Not everything could be done")), sentence, (read,))).ask()

    def tell_fault(self, parent: QWidget | None, words: Words, error: BaseException) -> None:
        """Shows a fault of the program, with a text that can be copied and holds nobody's name."""
        FaultDialog(parent, words, fault_report(error)).exec()


class QuestionDialog(QDialog):
    """A narrow dialog: what is asked, what follows from it, verbs on the buttons."""

    def __init__(self, parent: QWidget | None, question: Question) -> None:
        super().__init__(parent)
        self.setWindowTitle(in_title(question.title))
        self.chosen = question.answers[0].code
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(_text(question.title, "section"))
        column.addWidget(_text(question.explanation, ""))
        row = QHBoxLayout()
        row.addStretch(1)
        buttons = [QPushButton(on_button(answer.text)) for answer in question.answers]
        for button, answer in zip(reversed(buttons), reversed(question.answers), strict=True):
            set_role(button, answer.role)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, code=answer.code: self._choose(code))
            row.addWidget(button)
        column.addSpacing(12)
        column.addLayout(row)
        self.setFixedWidth(max(420, self.sizeHint().width()))
        # What is wrapped is seen whole, above all that something cannot be undone.
        high = column.heightForWidth(self.width())
        self.setMinimumHeight(high)
        # The layout's own wish is for a narrower dialog, and so too high.
        self.resize(self.width(), high)
        buttons[0].setDefault(True)
        buttons[0].setFocus()

    def ask(self) -> str:
        """Shows the dialog and waits for the answer's code."""
        self.exec()
        return self.chosen

    def _choose(self, code: str) -> None:
        self.chosen = code
        self.accept()


class FaultDialog(QDialog):
    """A fault of the program: said plainly, with a text for whoever mends it."""

    def __init__(self, parent: QWidget | None, words: Words, report: str) -> None:
        super().__init__(parent)
        title = words(N_("The program has a fault"))
        self.setWindowTitle(title)
        shown = QPlainTextEdit(report)
        shown.setReadOnly(True)
        shown.setAccessibleName(words(N_("Report of the fault")))
        copy = QPushButton(words(N_("Copy the report")))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        close = QPushButton(words(N_("Go on working")))
        set_role(close, "primary")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(_text(title, "section"))
        column.addWidget(
            _text(
                words(N_("What you had saved is safe. This report holds no names; please send it to whoever looks after the program.")),
                "",
            )
        )
        column.addWidget(shown)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        column.addLayout(row)
        wide = max(560, self.sizeHint().width())
        # Large text needs more lines, and the report would take their room.
        self.resize(wide, max(400, column.totalHeightForWidth(wide)))
        close.setFocus()


def fault_report(error: BaseException) -> str:
    """Which fault happened where in the program. The error's own message is left out: it may hold what a user typed."""
    lines = [type(error).__qualname__]
    for frame in traceback.extract_tb(error.__traceback__):
        place = Path(frame.filename)
        lines.append(f"  {place.parent.name}/{place.name}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


def _text(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
