"""The first start: five steps from a fresh laptop to a book of one's own."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coordinator_app.core.errors import BadFile, BookDamaged, CoordinatorError, WrongPassphrase
from coordinator_app.gui.first_start.box_step import BoxStep
from coordinator_app.gui.first_start.steps import BeginningStep, LanguageStep, LocalityStep, PassphraseStep, SheetStep, Step, locality_code
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon, program_icon
from coordinator_app.gui.kit.in_sight import InSight
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import scrolled, text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Language, Words

WIDTH, HIGHEST = 680, 600


@dataclass(frozen=True, slots=True)
class Wanted:
    """The book to make: where, whose, in which main language, locked with what, and whether for practice.

    With a `box` it is the one inside, which knows whose it is; `box_passphrase` opens it.
    """

    folder: Path
    locality_code: str
    locality_name: str
    language: Language
    passphrase: str
    practice: bool
    box: Path | None = None
    box_passphrase: str = ""


class FirstStartWindow(QWidget):
    """`wanted` carries a `Wanted`, answered with `made(code)` or `refused(error)`; `finished` comes when the sheet was typed back.

    `back_wanted` leaves for an existing book, `help_wanted` asks for the page about the five steps.
    """

    wanted = Signal(object)
    finished = Signal()
    back_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, kit: Kit, books: Path) -> None:
        """`books` is the folder in which new books are made."""
        super().__init__()
        self._kit, self._books = kit, books
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowIcon(program_icon())
        self.language, self.locality = LanguageStep(kit), LocalityStep(kit)
        self.beginning, self.passphrase, self.sheet = BeginningStep(kit), PassphraseStep(kit), SheetStep(kit)
        self.box = BoxStep(kit)
        self._usual: tuple[Step, ...] = (self.language, self.locality, self.beginning, self.passphrase, self.sheet)
        self._taking_over: tuple[Step, ...] = (self.language, self.box, self.passphrase, self.sheet)
        self.steps: tuple[Step, ...] = self._usual
        self._at = 0
        self._labels = Labels(kit.voice.words)
        self._count = text_label("quiet", wrap=False)
        self._stack = QStackedWidget()
        self._views: dict[Step, QWidget] = {step: scrolled(step) for step in (*self._usual, self.box)}
        self._sights = {step: InSight(step) for step in self._views}
        for view in self._views.values():
            self._stack.addWidget(view)
        self.back = button(kit.icons, Action(N_("Back"), self._back, Icon.BACK))
        self.existing = button(kit.icons, Action(N_("I already have a book"), self.back_wanted.emit, Icon.FOLDER), "quiet")
        self.take_over = button(kit.icons, Action(N_("I have a hand-over box"), self._take_over, Icon.BRING_IN), "quiet")
        self.elsewhere = button(kit.icons, Action(N_("Choose another folder for it"), self._move, Icon.FOLDER), "quiet")
        self.help = button(kit.icons, Action(N_("Help"), self.help_wanted.emit, Icon.HELP, "F1"), "quiet")
        self._labels.put(self.help.setText, N_("Help"))
        self.elsewhere.hide()
        self._labels.put(self.elsewhere.setText, N_("Choose another folder for it"))
        self.passphrase.column.insertWidget(self.passphrase.column.indexOf(self.passphrase.fault) + 1, self.elsewhere)
        self.next = button(kit.icons, Action("", self._next), "primary")
        self._labels.put(self.back.setText, N_("Back"))
        self._labels.put(self.existing.setText, N_("I already have a book"))
        self._labels.put(self.take_over.setText, N_("I have a hand-over box"))
        self._lay_out()
        kit.voice.changed.connect(self.say)
        kit.theme.dress(self)
        self._show(0)

    def made(self, code: str) -> None:
        """The book is there; its recovery code is shown."""
        self.sheet.show_code(code)
        self._busy(busy=False)
        self._show(len(self.steps) - 1)

    def ready(self) -> None:
        """What was asked came to nothing; the user may ask again."""
        self._busy(busy=False)

    def refused(self, error: CoordinatorError) -> None:
        """The book could not be made; the sentence is shown, and the user may try again, perhaps in another folder."""
        self._busy(busy=False)
        if self.steps is self._taking_over and isinstance(error, BadFile | WrongPassphrase | BookDamaged):
            self._show(self.steps.index(self.box))
            self.box.fault.wrong(error.said)
            return
        self.elsewhere.show()
        self.passphrase.fault.wrong(error.said)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        for step in self._views:
            step.say(words)
        self._name_buttons()

    def _name_buttons(self) -> None:
        words, at = self._kit.voice.words, self._at
        self.setWindowTitle(words(N_("Coordinator")))
        self._count.setText(words(N_("Step {n} of {all}"), n=at + 1, all=len(self.steps)))
        making = N_("Open the box") if self.steps is self._taking_over else N_("Make the book")
        further, last = N_("Next"), {self.passphrase: making, self.sheet: N_("Begin")}
        self.next.setText(words(last.get(self.steps[at], further)))

    def _show(self, at: int) -> None:
        self._at = at
        if at == 0:
            self.steps = self._usual
        self._stack.setCurrentWidget(self._views[self.steps[at]])
        self.back.setVisible(0 < at < len(self.steps) - 1)
        self.existing.setVisible(at == 0)
        self.take_over.setVisible(at == 0)
        self._name_buttons()
        first = self.steps[at].first()
        if first is not None:
            first.setFocus()
            self._sights[self.steps[at]].begin()

    def _back(self) -> None:
        self._show(self._at - 1)

    def _take_over(self) -> None:
        self.steps = self._taking_over
        self._show(1)

    def _next(self) -> None:
        at = self._at
        step = self.steps[at]
        missing = step.missing()
        if missing:
            step.fault.wrong(lambda words: words(missing))
            return
        step.fault.right()
        if step is self.sheet:
            self.finished.emit()
        elif step is self.passphrase:
            self._busy(busy=True)
            self.wanted.emit(self._wanted())
        else:
            self._show(at + 1)

    def _move(self) -> None:
        chosen = self._kit.ask.folder(self, self._kit.voice.words(N_("Choose a folder on this computer")))
        if chosen is not None:
            self._books = chosen
            self.passphrase.fault.right()

    def _wanted(self) -> Wanted:
        if self.steps is self._taking_over and self.box.file is not None:
            code = locality_code(self.box.file.name.partition("_")[0]) or "book"
            keys = self.passphrase.once.text(), self.box.secret.text()
            folder = free_folder(self._books, code)
            return Wanted(
                folder, code, "", self._kit.voice.words.language, keys[0], practice=False, box=self.box.file, box_passphrase=keys[1]
            )
        name = self.locality.name.text().strip()
        code, practice = locality_code(name), self.beginning.practice.isChecked()
        folder = free_folder(self._books, f"{code}-practice" if practice else code)
        return Wanted(folder, code, name, self._kit.voice.words.language, self.passphrase.once.text(), practice)

    def _busy(self, *, busy: bool) -> None:
        self.next.setEnabled(not busy)
        self.back.setEnabled(not busy)
        if busy:
            taking = self.steps is self._taking_over
            self.next.setText(self._kit.voice.words(N_("Opening the box …") if taking else N_("Making the book …")))
        else:
            self._name_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Enter goes on from wherever an answer was given, as a language chosen, but from any other button does what that says.
            focused = self.focusWidget()
            meant = focused if isinstance(focused, QAbstractButton) and not focused.isCheckable() else self.next
            meant.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        # The help is at the top, so that from the last field Tab leads to what goes on.
        top = QHBoxLayout()
        top.addWidget(self._count)
        top.addWidget(self.help)
        top.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.next)
        middle = _Card(self._kit)
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(32, 24, 32, 24)
        inside.setSpacing(12)
        inside.addLayout(top)
        inside.addWidget(self._stack, 1)
        # Side by side where they fit: with large text every line is needed above.
        other_ways = Flow()
        for other_way in (self.existing, self.take_over):
            other_ways.addWidget(other_way)
        inside.addLayout(other_ways)
        inside.addLayout(foot)
        row = QHBoxLayout(self)
        row.addWidget(middle)


class _Card(QFrame):
    """A card in the middle of the window, which fills it when the text is large."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.setProperty("role", "card")
        kit.theme.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self.setMaximumSize(self._kit.theme.px(WIDTH), self._kit.theme.px(HIGHEST))


def free_folder(books: Path, name: str) -> Path:
    """A folder in `books` that is not taken: `turku`, or `turku-2` when there is a book of that town already."""
    taken = 1
    folder = books / name
    while folder.exists():
        taken += 1
        folder = books / f"{name}-{taken}"
    return folder
