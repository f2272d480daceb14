"""The window's side of the program: makes the kit, shows the unlock window first, and the main window when a book is open.

What the unlock window does not need is imported where it is used, so that the window shows at once.
"""

from __future__ import annotations

import datetime as dt
import importlib
import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from coordinator_app.core.clock import Clock, SystemClock
from coordinator_app.core.errors import CoordinatorError, Stopped
from coordinator_app.gui.kit.dialogs import Ask, Files
from coordinator_app.gui.kit.focus import FocusRing
from coordinator_app.gui.kit.icons import Icons
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.memory import Memory
from coordinator_app.gui.kit.notice import Notice
from coordinator_app.gui.kit.tasks import Tasks
from coordinator_app.gui.kit.theme import Mode, Theme
from coordinator_app.gui.kit.voice import Voice, system_language
from coordinator_app.gui.unlock.window import Attempt, UnlockWindow
from coordinator_app.i18n import N_, Language

if TYPE_CHECKING:
    from coordinator_app import bootstrap
    from coordinator_app.gui.first_start.window import FirstStartWindow, Wanted

_NAME = "coordinator"
# Loaded behind the unlock window, so that neither it nor the main window waits for them.
_SLOW = (
    "coordinator_app.bootstrap",
    "coordinator_app.storage.database",
    "coordinator_app.storage.book_folder",
    "coordinator_app.gui.main_window",
    "coordinator_app.gui.screens",
)
_PRACTICE_YEARS = 1


class App(QObject):
    """One run of the program: at most one window and one book at a time."""

    def __init__(
        self,
        app: QApplication,
        memory: Memory,
        books: Path,
        *,
        ask: Ask | None = None,
        clock: Clock | None = None,
        family: str | None = None,
    ) -> None:
        """`books` is where new books are made; the rest is replaced by tests and by the making of pictures."""
        super().__init__(app)
        self._app, self._books = app, books
        mode = memory.text("window/theme", Mode.SYSTEM)
        theme = Theme(
            app, mode=Mode(mode) if mode in set(Mode) else Mode.SYSTEM, percent=memory.number("window/percent", 100), family=family
        )
        language = memory.text("window/language")
        self.kit = Kit(
            tasks=Tasks(),
            theme=theme,
            icons=Icons(theme),
            voice=Voice(app, Language(language) if language in set(Language) else system_language()),
            notice=Notice(),
            ask=ask or Ask(),
            memory=memory,
            clock=clock or SystemClock(),
            go=self._go,
        )
        self.ring = FocusRing(app, theme)
        self.window: QWidget | None = None
        self._unlock: UnlockWindow | None = None
        self._first_start: FirstStartWindow | None = None
        self._opened: bootstrap.OpenBook | None = None
        self._ending = False
        self.kit.tasks.failed.connect(self._failed)

    def start(self) -> None:
        """Shows the first window: the last book's, or the first start's."""
        kept = self.kit.memory.text("book/folder")
        if kept:
            self.show_unlock(Path(kept))
        else:
            self.show_first_start()

    def show_unlock(self, folder: Path) -> None:
        """Shows the unlock window for a book, and loads the rest behind it."""
        window = UnlockWindow(self.kit, folder)
        window.tried.connect(self._try)
        window.new_wanted.connect(self.show_first_start)
        self._unlock = window
        self._show(window)
        self._load_the_rest()

    def show_first_start(self) -> None:
        """Shows the five steps to a new book."""
        from coordinator_app.gui.first_start.window import FirstStartWindow

        window = FirstStartWindow(self.kit, self._books)
        window.wanted.connect(self._make)
        window.finished.connect(self._begin)
        window.sheet.save_wanted.connect(self._save_sheet)
        window.back_wanted.connect(self._choose_book)
        self._first_start = window
        self._show(window)
        self._load_the_rest()

    def lock(self) -> None:
        """Stores what is being typed, closes the book and shows the unlock window."""
        from coordinator_app.gui.main_window import MainWindow

        if isinstance(self.window, MainWindow) and self._opened is not None:
            folder = self._opened.folder
            self.window.leave()
            self._opened = None
            self.kit.tasks.close()
            self._app.clipboard().clear()
            self.show_unlock(folder)

    def end(self) -> None:
        """Closes the book, with its backup, and ends the program; the window is gone before, so nobody waits before it."""
        if not self._ending:
            self._ending = True
            self.kit.memory.sync()
            self.kit.tasks.close(self._app.quit)

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        place = self.kit.memory.state("window/place")
        if not (place.isEmpty() or not window.restoreGeometry(place)):
            window.show()
        else:
            window.resize(1180, 740)
            window.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _load_the_rest(self) -> None:
        # A moment later, so that the window is painted before the loading takes its share of the processor.
        QTimer.singleShot(50, self, lambda: self.kit.tasks.run(_load, lambda _: None))

    def _choose_book(self) -> None:
        assert self.window is not None
        folder = self.kit.ask.folder(self.window, self.kit.voice.words(N_("Choose the folder of the book")))
        if folder is not None:
            self.show_unlock(folder)

    def _try(self, attempt: Attempt) -> None:
        from coordinator_app import bootstrap

        assert self._unlock is not None
        clock = self.kit.clock
        self.kit.tasks.open(
            lambda: bootstrap.open_book(attempt.folder, passphrase=attempt.passphrase, recovery_code=attempt.recovery_code, clock=clock),
            lambda opened: self._opened_by(attempt, opened),
            self._unlock.refused,
        )

    def _opened_by(self, attempt: Attempt, opened: bootstrap.OpenBook) -> None:
        self._opened = opened
        self._begin()
        if attempt.recovery_code is not None:
            self.kit.notice.tell(self.kit.voice.words(N_("The recovery sheet opened the book. Choose a new passphrase in the settings.")))

    def _make(self, wanted: Wanted) -> None:
        assert self._first_start is not None
        window, clock, codes = self._first_start, self.kit.clock, list[str]()

        def made(opened: bootstrap.OpenBook) -> None:
            self._opened = opened
            window.made(codes[0])

        self.kit.tasks.open(lambda: _new_book(wanted, clock, codes), made, window.refused)

    def _save_sheet(self) -> None:
        assert self._first_start is not None
        window = self._first_start
        sheet, words, now = window.sheet, self.kit.voice.words, self.kit.clock.now()
        place = self.kit.ask.save_as(window, words(N_("Save the recovery sheet")), "recovery-sheet.pdf", Files("PDF", ("pdf",)))
        if place is None:
            return
        locality, code = window.locality.name.text().strip(), sheet.code()
        self.kit.tasks.run(
            lambda _: _write_sheet(place, locality, code, words.language, now),
            lambda _: sheet.tell_saved(words(N_("Saved as {file}. Print it, then delete the file."), file=place.name)),
            lambda error: sheet.fault.wrong(error.said(words)),
        )

    def _begin(self) -> None:
        """The book is open and its owner may work: asks whose it is, then shows the main window."""
        self.kit.tasks.with_book(lambda book: book.settings(), self._show_main)

    def _show_main(self, settings: object) -> None:
        from coordinator_app.core.settings import BookSettings
        from coordinator_app.gui.main_window import Frame, MainWindow
        from coordinator_app.gui.screens import AT_FOOT, IN_BAR, make_screens

        assert isinstance(settings, BookSettings)
        assert self._opened is not None
        self.kit.memory.keep("book/folder", str(self._opened.folder))
        frame = Frame(settings.locality_name, settings.practice, IN_BAR, AT_FOOT)
        window = MainWindow(self.kit, frame, make_screens(self.kit), self.lock, self.end)
        self._show(window)
        last = self.kit.memory.text("window/screen")
        window.go(last if last in (*IN_BAR, *AT_FOOT) else IN_BAR[0])
        window.undo.reload()

    def _go(self, name: str, subject: int | None = None) -> None:
        from coordinator_app.gui.main_window import MainWindow

        if isinstance(self.window, MainWindow):
            self.window.go(name, subject)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Stopped):
            return
        words = self.kit.voice.words
        if isinstance(error, CoordinatorError):
            if self._ending or self.window is None:
                self.kit.ask.tell(self.window, words, error.said(words))
            else:
                self.kit.notice.error(error.said(words))
        else:
            for waiting in (self._unlock, self._first_start):
                if waiting is not None and waiting is self.window:
                    waiting.ready()
            self.kit.ask.tell_fault(self.window, words, error)


def _load(_progress: object) -> None:
    for module in _SLOW:
        importlib.import_module(module)


def _new_book(wanted: Wanted, clock: Clock, codes: list[str]) -> bootstrap.OpenBook:
    """Runs in the book's thread. The recovery code goes into `codes`."""
    from coordinator_app import bootstrap

    opened, code = bootstrap.new_book(
        wanted.folder,
        locality_code=wanted.locality_code,
        locality_name=wanted.locality_name,
        language=wanted.language,
        passphrase=wanted.passphrase,
        practice=wanted.practice,
        clock=clock,
    )
    codes.append(code)
    if wanted.practice:
        from coordinator_app.core import sample

        opened.database.write(sample.fill, years=_PRACTICE_YEARS, seed=1, today=clock.today())
    return opened


def _write_sheet(place: Path, locality: str, code: str, language: Language, now: dt.datetime) -> None:
    """Runs in the thread of long jobs."""
    from coordinator_app.bootstrap import outgoing
    from coordinator_app.printing.recovery_sheet import RecoverySheet, recovery_sheet
    from coordinator_app.printing.typst import Typesetter

    manuscript = recovery_sheet(RecoverySheet("", locality, now.date(), code), language)
    outgoing.put(Typesetter().document(manuscript, made=now).pdf, place)


def main() -> int:
    """Opens the window and returns the exit status when it is closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName(_NAME)
    app.setQuitOnLastWindowClosed(False)
    settings = Path(platformdirs.user_config_dir(_NAME, appauthor=False)) / "window.ini"
    program = App(app, Memory(settings), Path(platformdirs.user_data_dir(_NAME, appauthor=False)) / "books")

    def fault(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        program.kit.ask.tell_fault(program.window, program.kit.voice.words, error)

    sys.excepthook = fault
    app.lastWindowClosed.connect(program.end)
    program.start()
    status = app.exec()
    program.kit.tasks.stop()
    return status
