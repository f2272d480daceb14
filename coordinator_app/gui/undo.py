"""Undo and redo as the user meets them: named in the menu and in a toast, before and after; asked of the book, they outlive a restart."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from coordinator_app.core import history
from coordinator_app.core.history import Steps
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.plain import name_action
from coordinator_app.i18n import N_, Words


class UndoRedo(QObject):
    """The two menu actions. After each write the book is asked which change is next, and a toast offers it."""

    def __init__(self, kit: Kit, window: QObject) -> None:
        """Lives as long as the window, so that a book locked away leaves no step behind."""
        super().__init__(window)
        self._kit = kit
        self._steps = Steps(None, None)
        self._undo_said = ""
        self._offered: int | None = None
        self.undo_action, self.redo_action = QAction(self), QAction(self)
        self.undo_action.setShortcut(QKeySequence("Ctrl+Z"))
        self.redo_action.setShortcut(QKeySequence("Ctrl+Shift+Z"))
        self.undo_action.setIcon(kit.icons.icon(Icon.UNDO))
        self.redo_action.setIcon(kit.icons.icon(Icon.REDO))
        self.undo_action.triggered.connect(lambda _checked: self.undo())
        self.redo_action.triggered.connect(lambda _checked: self.redo())
        kit.tasks.wrote.connect(self._written)
        kit.tasks.came_to_nothing.connect(self.reload)
        kit.tasks.stepped.connect(self._stepped)
        kit.tasks.replaced.connect(self.reload)
        typing = _Typing(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(typing.follow)
        self.say(kit.voice.words)

    def reload(self) -> None:
        """Asks the book which steps are next."""
        self._kit.tasks.read(history.next_steps, self._show)

    def undo(self) -> None:
        """Takes back the last change."""
        self._kit.tasks.undo(lambda: None)

    def redo(self) -> None:
        """Makes the change again that was taken back last."""
        self._kit.tasks.redo(lambda: None)

    def say(self, words: Words) -> None:
        """Names the steps in this language."""
        undo, redo = self._steps.undo, self._steps.redo
        self._undo_said = words(N_("Undo: {change}"), change=undo.said(words)) if undo else words(N_("Undo"))
        name_action(self.undo_action, self._undo_said)
        name_action(self.redo_action, words(N_("Redo: {change}"), change=redo.said(words)) if redo else words(N_("Redo")))
        self.undo_action.setEnabled(undo is not None)
        self.redo_action.setEnabled(redo is not None)
        if self._offered is None:
            return
        if undo is not None and undo.entry == self._offered:
            self._kit.notice.reword_undo(self._undo_said)
        else:
            self._offered = None
            self._kit.notice.withdraw_undo()

    def _stepped(self) -> None:
        self._kit.tasks.read(history.next_steps, self._show_and_tell)

    def _written(self, _entry: int) -> None:
        self._kit.tasks.read(history.next_steps, self._show_and_offer)

    def _show(self, steps: Steps) -> None:
        self._steps = steps
        self.say(self._kit.voice.words)

    def _show_and_tell(self, steps: Steps) -> None:
        """What was taken back or made again may be of another screen, or more than was meant, so it is named."""
        before = self._steps
        self._show(steps)
        words = self._kit.voice.words
        if steps.redo is not None and before.undo is not None and (steps.undo is None or steps.undo.entry < before.undo.entry):
            self._kit.notice.tell(words(N_("Undone: {change}"), change=steps.redo.said(words)))
        elif steps.undo is not None and before.redo is not None and steps.undo.entry == before.redo.entry:
            self._kit.notice.tell(words(N_("Redone: {change}"), change=steps.undo.said(words)))

    def _show_and_offer(self, steps: Steps) -> None:
        self._show(steps)
        if steps.undo is not None:
            self._offered = entry = steps.undo.entry
            self._kit.notice.offer_undo(self._undo_said, lambda: self._kit.tasks.undo(lambda: None, entry))


class _Typing(QObject):
    """A text in which keys were typed takes Ctrl+Z for them; one in which none is left to take back leaves it to the book.

    Qt's own texts keep the key to themselves also then, and it would do nothing.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._text: QWidget | None = None

    def follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The keyboard is there now."""
        if self._text is not None and isValid(self._text):
            self._text.removeEventFilter(self)
        self._text = new if isinstance(new, QLineEdit | QPlainTextEdit) else None
        if self._text is not None:
            self._text.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        text = watched.document() if isinstance(watched, QPlainTextEdit) else watched
        assert isinstance(text, QLineEdit | QTextDocument)
        nothing_to_undo = event.matches(QKeySequence.StandardKey.Undo) and not text.isUndoAvailable()
        nothing_to_redo = event.matches(QKeySequence.StandardKey.Redo) and not text.isRedoAvailable()
        if nothing_to_undo or nothing_to_redo:
            event.ignore()
            return True
        return False
