"""The unlock window: a passphrase, the recovery sheet, a backup, or another book. It is shown first, and loads nothing heavy."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from coordinator_app.core.errors import BookDamaged, BookMissing, CoordinatorError, ForeignFile, SlotsDamaged
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.icons import Icon, program_icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.language_row import LanguageRow
from coordinator_app.gui.kit.layout import scrolled, text_label
from coordinator_app.gui.kit.passphrase import PassphraseLine
from coordinator_app.gui.kit.plain import in_tip
from coordinator_app.gui.kit.tab_order import press_by_enter
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

WIDTH = 420
_BACKUP_HELPS = (BookDamaged, BookMissing, ForeignFile, SlotsDamaged)


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was typed to open a book, one of the two; `from_backup` when its newest good backup is to take its place."""

    folder: Path
    passphrase: str | None = None
    recovery_code: str | None = None
    from_backup: bool = False


class UnlockWindow(QWidget):
    """`tried` carries an `Attempt`; the answer is `refused(error)`, or the window is closed. `new_wanted` asks for a new book,
    `help_wanted` for the page about this window.
    """

    tried = Signal(object)
    new_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, kit: Kit, folder: Path) -> None:
        super().__init__()
        self._kit, self._folder = kit, folder
        self._by_sheet = False
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowIcon(program_icon())
        words = kit.voice.words
        self._labels = Labels(words)
        self._picture, self._title, self._where = QLabel(), text_label("title"), text_label("quiet")
        self._label, self._help = text_label("label"), text_label("quiet")
        self.passphrase = PassphraseLine(kit.icons, words, N_("Passphrase"))
        self.sheet = QLineEdit()
        self.sheet.setProperty("role", "code")
        self.fault = FaultLine(kit)
        self.open = self._button(Action(N_("Open the book"), self._try), "primary")
        self.bring_back = self._button(Action(N_("Open the newest backup"), self._bring_back, Icon.BACKUP), "")
        self.bring_back.hide()
        self.other_way = self._button(Action("", self._turn, Icon.KEY), "quiet")
        self.other_book = self._button(Action(N_("Choose another book"), self._choose, Icon.FOLDER), "quiet")
        self.new_book = self._button(Action(N_("Make a new book"), self.new_wanted.emit, Icon.ADD), "quiet")
        self.help = self._button(Action(N_("Help"), self.help_wanted.emit, Icon.HELP, "F1"), "quiet")
        self._languages = LanguageRow(kit)
        for line in (self.passphrase.line, self.sheet):
            line.returnPressed.connect(self._try)
            line.textEdited.connect(lambda _: self.fault.right())
        self._lay_out()
        kit.voice.changed.connect(self.say)
        kit.theme.changed.connect(self._measure)
        self._measure()
        self.say(words)
        kit.theme.dress(self)
        self.passphrase.setFocus()

    def ready(self) -> None:
        """What was asked came to nothing; the user may ask again."""
        self._busy(busy=False)

    def refused(self, error: CoordinatorError) -> None:
        """Says why the book did not open, in its place, and lets the user try again."""
        self._busy(busy=False)
        self.fault.wrong(error.said)
        self.bring_back.setVisible(isinstance(error, _BACKUP_HELPS) and (self._folder / "backups").is_dir())
        line = self.sheet if self._by_sheet else self.passphrase.line
        line.setFocus()
        line.selectAll()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self.passphrase.say(words)
        self.setWindowTitle(words(N_("Coordinator")))
        self._title.setText(words(N_("Welcome back")))
        self._where.setText(self._folder.name)
        self._where.setToolTip(in_tip(str(self._folder)))
        self._label.setText(words(N_("Recovery code")) if self._by_sheet else words(N_("Passphrase")))
        self._label.setBuddy(self.sheet if self._by_sheet else self.passphrase.line)
        self._help.setText(words(N_("The 8 groups of 4 on your recovery sheet. Spaces and capitals do not matter.")))
        self.sheet.setAccessibleName(words(N_("Recovery code")))
        self.other_way.setText(words(N_("Use the passphrase")) if self._by_sheet else words(N_("I forgot: use the recovery sheet")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def _button(self, action: Action, role: str) -> QPushButton:
        made = button(self._kit.icons, action, role)
        if action.text:
            self._labels.put(made.setText, action.text)
        return made

    def _try(self) -> None:
        self._attempt(from_backup=False)

    def _bring_back(self) -> None:
        self._attempt(from_backup=True)

    def _attempt(self, *, from_backup: bool) -> None:
        typed = self.sheet.text() if self._by_sheet else self.passphrase.text()
        if not typed.strip():
            first = N_("Type the recovery code first.") if self._by_sheet else N_("Type the passphrase first.")
            self.fault.wrong(lambda words: words(first))
            return
        self._busy(busy=True)
        passphrase, code = (None, typed) if self._by_sheet else (typed, None)
        self.tried.emit(Attempt(self._folder, passphrase, code, from_backup))

    def _busy(self, *, busy: bool) -> None:
        words = self._kit.voice.words
        self.fault.right()
        for asked in (self.open, self.bring_back):
            asked.setEnabled(not busy)
        self.open.setText(words(N_("Opening …")) if busy else words(N_("Open the book")))

    def _turn(self) -> None:
        self._by_sheet = not self._by_sheet
        self.fault.right()
        self._show_way()
        self.say(self._kit.voice.words)
        (self.sheet if self._by_sheet else self.passphrase).setFocus()

    def _show_way(self) -> None:
        self.passphrase.setVisible(not self._by_sheet)
        self.sheet.setVisible(self._by_sheet)
        self._help.setVisible(self._by_sheet)

    def _choose(self) -> None:
        chosen = self._kit.ask.folder(self, self._kit.voice.words(N_("Choose the folder of the book")))
        if chosen is not None:
            self._folder = chosen
            self.fault.right()
            self.bring_back.hide()
            self.say(self._kit.voice.words)
            self.passphrase.setFocus()

    def _lay_out(self) -> None:
        inside = QVBoxLayout()
        inside.setSpacing(8)
        for head in (self._picture, self._title, self._where):
            inside.addWidget(head)
        inside.addSpacing(16)
        parts: tuple[QWidget, ...] = (self._label, self.passphrase, self.sheet, self._help, self.fault)
        for part in parts:
            inside.addWidget(part)
        inside.addSpacing(8)
        inside.addWidget(self.open)
        inside.addWidget(self.bring_back)
        inside.addSpacing(8)
        for link in (self.other_way, self.other_book, self.new_book, self.help):
            inside.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._middle = QWidget()
        self._middle.setLayout(inside)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._middle)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        column.addWidget(self._languages, 0, Qt.AlignmentFlag.AlignHCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(page))
        self._show_way()

    def _measure(self) -> None:
        px = self._kit.theme.px
        self._picture.setPixmap(program_icon().pixmap(px(64), px(64)))
        self._picture.setFixedSize(px(64), px(64))
        self._middle.setFixedWidth(px(WIDTH))
