"""The window's side of the program: makes the kit, shows the unlock window first, and the main window when a book is open.

What the unlock window does not need is imported where it is used, so that the window shows at once.
"""

from __future__ import annotations

import importlib
import sys
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from coordinator_app.core.clock import Clock, SystemClock
from coordinator_app.core.errors import BookMissing, CoordinatorError, Stopped
from coordinator_app.gui.help.opener import Help
from coordinator_app.gui.kit.dialogs import Ask
from coordinator_app.gui.kit.focus import FocusRing
from coordinator_app.gui.kit.icons import Icons
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.memory import Memory
from coordinator_app.gui.kit.notice import Notice
from coordinator_app.gui.kit.tasks import Tasks
from coordinator_app.gui.kit.theme import Mode, Theme
from coordinator_app.gui.kit.voice import Voice, system_language
from coordinator_app.gui.unlock import opening
from coordinator_app.gui.unlock.window import Attempt, UnlockWindow
from coordinator_app.i18n import N_, Language

if TYPE_CHECKING:
    from coordinator_app.bootstrap import OpenBook

_NAME = "coordinator"
_LAST_BOOK = "book/folder"
# How large a window first comes where the screen has room for it and its frame, and where it has not.
_ROOMY, _FRAME, _LEAST = QSize(1320, 800), QSize(0, 40), QSize(1180, 640)
# Milliseconds in which the first screen has the book for itself: what could be undone is not asked for sooner than a hand moves,
# and what the plan lacks lies months ahead, as a rule.
_UNDO_AFTER, _HOME_FIRST = 100, 1_000
# Loaded behind the unlock window, so that neither it nor the main window waits for them.
_SLOW = (
    "coordinator_app.bootstrap",
    "coordinator_app.storage.database",
    "coordinator_app.storage.book_folder",
    "coordinator_app.gui.main_window",
    "coordinator_app.gui.screens",
    "coordinator_app.gui.home.screen",
)


class App(QObject):
    """One run of the program: at most one window and one book at a time. `ended` comes when the book is closed for good."""

    ended = Signal()

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
        self._folder: Path | None = None  # Of the book that is open.
        self._ending = False
        self.kit.tasks.failed.connect(self._failed)

    def start(self) -> None:
        """Shows the first window: the last book's, or the first start's."""
        kept = self.kit.memory.text(_LAST_BOOK)
        if kept:
            self.show_unlock(Path(kept))
        else:
            self.show_first_start()

    def show_unlock(self, folder: Path) -> None:
        """Shows the unlock window for a book, and loads the rest behind it."""
        window = UnlockWindow(self.kit, folder)
        opening.serve(self.kit, window, self._opened)
        window.new_wanted.connect(self.show_first_start)
        window.help_wanted.connect(partial(Help(self.kit, window).show, "unlock"))
        self._show(window)
        if not folder.is_dir():
            # Told before anybody types a passphrase in vain; the disk may still be plugged in, or another book chosen.
            window.refused(
                BookMissing(
                    N_("There is no book in {folder}. It may have been moved, or be on a disk that is not connected."), folder=folder
                )
            )
        # Opening a book loads the same, and two who load at once are in each other's way.
        window.tried.connect(self._load_the_rest().stop)

    def show_first_start(self) -> None:
        """Shows the five steps to a new book."""
        from coordinator_app.gui.first_start import making
        from coordinator_app.gui.first_start.window import FirstStartWindow

        window = FirstStartWindow(self.kit, self._books)
        making.serve(self.kit, window, self._remember)
        window.finished.connect(self._begin)
        window.back_wanted.connect(self._show_existing)
        window.help_wanted.connect(partial(Help(self.kit, window).show, "first-start"))
        self._show(window)
        self._load_the_rest()

    def lock(self) -> None:
        """Stores what is being typed, closes the book and shows the unlock window."""
        from coordinator_app.gui.main_window import MainWindow

        if isinstance(self.window, MainWindow) and self._folder is not None:
            folder, self._folder = self._folder, None
            self.window.leave()
            self.kit.tasks.close()
            self._app.clipboard().clear()
            self.show_unlock(folder)

    def end(self) -> None:
        """Closes the book, with its backup, and ends the program; the window is gone before, so nobody waits before it."""
        if not self._ending:
            self._ending = True
            self.kit.memory.sync()
            self.kit.tasks.close(self.ended.emit)

    def _show(self, window: QWidget) -> None:
        before, self.window = self.window, window
        place = self.kit.memory.state("window/place")
        if place.isEmpty() or not window.restoreGeometry(place):
            window.resize(_ROOMY.boundedTo(window.screen().availableSize() - _FRAME).expandedTo(_LEAST))
        window.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    def _load_the_rest(self) -> QTimer:
        """Begins a moment later, unless it is stopped before: the window is to be painted first."""
        timer = QTimer(self, singleShot=True, interval=50)
        timer.timeout.connect(lambda: self.kit.tasks.run(_load, lambda _: self.kit.tasks.garbage.set_aside()))
        timer.start()
        return timer

    def _show_existing(self) -> None:
        """Leaves the first start for the last book, or for one to be chosen."""
        assert self.window is not None
        kept = self.kit.memory.text(_LAST_BOOK)
        folder = Path(kept) if kept else self.kit.ask.folder(self.window, self.kit.voice.words(N_("Choose the folder of the book")))
        if folder is not None:
            self.show_unlock(folder)

    def _opened(self, attempt: Attempt, book: OpenBook) -> None:
        self._remember(book)
        self._begin()
        words = self.kit.voice.words
        if attempt.from_backup:
            self.kit.notice.tell(words(N_("The newest good backup was opened. What was in its place is kept beside it.")))
        elif attempt.recovery_code is not None:
            self.kit.notice.tell(words(N_("The recovery sheet opened the book. Choose a new passphrase in the settings.")))

    def _remember(self, book: OpenBook) -> None:
        """From now on this book is asked for first; also when the program is closed before its recovery sheet is typed back."""
        self._folder = book.folder
        self.kit.memory.keep(_LAST_BOOK, str(book.folder))

    def _begin(self) -> None:
        """The book is open and its owner may work: asks whose it is, then shows the main window."""
        self.kit.tasks.with_book(lambda book: book.settings(), self._show_main)

    def _show_main(self, settings: object) -> None:
        from coordinator_app.core.settings import BookSettings
        from coordinator_app.gui.idle import Idle
        from coordinator_app.gui.main_window import Frame, MainWindow
        from coordinator_app.gui.screens import AT_FOOT, IN_BAR, places

        assert isinstance(settings, BookSettings)
        self.kit.tasks.garbage.set_aside()
        frame = Frame(settings.locality_name, settings.practice, IN_BAR, AT_FOOT)
        window = MainWindow(self.kit, frame, places(self.kit), self.lock, self.end)
        self._show(window)
        Idle(window).passed.connect(self.lock)
        last = self.kit.memory.text("window/screen")
        window.go(last if last in (*IN_BAR, *AT_FOOT) else IN_BAR[0])
        QTimer.singleShot(_UNDO_AFTER, window, window.undo.reload)
        QTimer.singleShot(_HOME_FIRST, window, partial(_bring_to_day, self.kit.tasks))

    def _go(self, name: str, subject: int | None = None) -> None:
        from coordinator_app.gui.main_window import MainWindow

        if isinstance(self.window, MainWindow):
            self.window.go(name, subject)

    def _failed(self, error: BaseException) -> None:
        """Shows what nobody caught: a refusal where the user looks, a fault of the program as one."""
        from coordinator_app.gui.first_start.window import FirstStartWindow
        from coordinator_app.gui.main_window import MainWindow

        if isinstance(error, Stopped):
            return
        words = self.kit.voice.words
        if not isinstance(error, CoordinatorError):
            if isinstance(self.window, UnlockWindow | FirstStartWindow):
                self.window.ready()
            self.kit.ask.tell_fault(self.window, words, error)
        elif isinstance(self.window, MainWindow) and not self._ending:
            self.kit.notice.error(error.said(words))
        else:
            # The book is closed, or being closed: no banner is left to say it in.
            self.kit.ask.tell(self.window, words, error.said(words))


def _bring_to_day(tasks: Tasks) -> None:
    from coordinator_app.bootstrap.today import bring_to_day

    def done(kinds: frozenset[str]) -> None:
        if kinds:
            tasks.changed.emit(kinds)

    tasks.with_book(bring_to_day, done)


def _load(_progress: object) -> None:
    for module in _SLOW:
        importlib.import_module(module)


def main() -> int:
    """Opens the window and returns the exit status when it is closed."""
    # Chosen as an argument, because `setStyle` would load everything a style can be asked for before the first window.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName(_NAME)
    app.setQuitOnLastWindowClosed(False)
    settings = Path(platformdirs.user_config_dir(_NAME, appauthor=False)) / "window.ini"
    program = App(app, Memory(settings), Path(platformdirs.user_data_dir(_NAME, appauthor=False)) / "books")

    def fault(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        program.kit.ask.tell_fault(program.window, program.kit.voice.words, error)

    sys.excepthook = fault
    app.lastWindowClosed.connect(program.end)
    program.ended.connect(app.quit)
    try:
        program.start()
        return app.exec()
    finally:
        program.kit.tasks.stop()
