"""What the window tells without asking: all saved, what can be undone, what went wrong."""

import datetime as dt

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from coordinator_app.gui.kit.actions import tool_button
from coordinator_app.gui.kit.icons import Icon, Icons
from coordinator_app.gui.kit.plain import in_tip, on_button
from coordinator_app.gui.kit.theme import Theme
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

TOAST_SECONDS = 10
_EDGE = 2  # Between the toast and what is in it.
_APART = 24
_ALL_SAVED = N_("All saved")


class Notice(QObject):
    """What any part of the window may tell. Sentences come ready, in the language of the day."""

    saved = Signal(object)
    told = Signal(str)
    undoable = Signal(str, object)
    reworded = Signal(str)
    withdrawn = Signal()
    wrong = Signal(str)
    right = Signal()

    def save(self, at: dt.datetime) -> None:
        """Everything is saved, as of this time."""
        self.saved.emit(at)

    def tell(self, sentence: str) -> None:
        """Something was done, in one sentence, for ten seconds."""
        self.told.emit(sentence)

    def offer_undo(self, sentence: str, undo: object) -> None:
        """Something was done and `undo()` takes it back; both for ten seconds. The sentence names it: `Undo: cancel 6 October`."""
        self.undoable.emit(sentence, undo)

    def reword_undo(self, sentence: str) -> None:
        """The undo on offer is said anew, in another language; nothing if none is on offer."""
        self.reworded.emit(sentence)

    def withdraw_undo(self) -> None:
        """What was on offer to be taken back is taken back, or no longer the last change."""
        self.withdrawn.emit()

    def error(self, sentence: str) -> None:
        """Something could not be done: what, where, what to do. Stays until read."""
        self.wrong.emit(sentence)

    def clear(self) -> None:
        """What was wrong is so no longer."""
        self.right.emit()


class Banner(QFrame):
    """The error, above the screen, until it is put away."""

    def __init__(self, notice: Notice, icons: Icons, theme: Theme, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._theme, self._icons = theme, icons
        self._picture = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = tool_button(icons, Icon.CLOSE)
        close.clicked.connect(self.hide)
        self._labels = Labels(words)
        self._labels.name(close, N_("Close this message"))
        row = QHBoxLayout(self)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        row.addWidget(close)
        self.hide()
        notice.wrong.connect(self._show)
        notice.right.connect(self.hide)
        theme.changed.connect(self._dress)
        self._dress()

    def say(self, words: Words) -> None:
        """Speaks this language; an error already shown is put away, for it was said in the other one."""
        self._labels.say(words)
        self.hide()

    def text(self) -> str:
        """What is shown; empty if nothing is."""
        return "" if self.isHidden() else self._text.text()

    def _show(self, sentence: str) -> None:
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    def _dress(self) -> None:
        self._picture.setPixmap(self._icons.pixmap(Icon.WARNING, "danger", 24))


class Toast(QFrame):
    """What was just done, in the last line of the window for ten seconds, with the button that takes it back."""

    def __init__(self, window: QWidget, area: "StatusLine", notice: Notice) -> None:
        """`area` is the line of the window in which it stands: over what one works with it would cover a button."""
        super().__init__(window)
        self._window, self._area = window, area
        self.setProperty("role", "toast")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        # The button brings such room of its own.
        self._text.setContentsMargins(10, 0, 10, 0)
        self._undo = QPushButton()
        # It goes when it is pressed: a hand with the mouse must find the keyboard where it was.
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.clicked.connect(self._take_back)
        self._back: object = None
        self._offered = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        row.addWidget(self._text)
        row.addWidget(self._undo)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._until = QTimer(self, singleShot=True, interval=TOAST_SECONDS * 1000)
        self._until.timeout.connect(self.hide)
        notice.told.connect(self._tell)
        notice.undoable.connect(self._offer)
        notice.reworded.connect(self._reword)
        notice.withdrawn.connect(self._withdraw)
        self.hide()

    def place(self) -> None:
        """Stands at the right end of its line; one that would cover a part of what is said there covers all of it."""
        area = self._area
        widest = max(area.contentsRect().width(), 100)
        self.setMaximumWidth(widest)
        sides = self.contentsMargins()
        self._fit(widest - sides.left() - sides.right() - 2 * _EDGE)
        self.adjustSize()
        if self.width() > widest - area.said_width():
            self.resize(widest, self.height())
        corner = area.mapTo(self._window, area.contentsRect().topRight())
        # In large text it is higher than its line.
        top = min(corner.y() + (area.height() - self.height()) // 2, self._window.height() - self.height())
        self.move(corner.x() + 1 - self.width(), top)

    def say(self) -> None:
        """Another language is spoken: what was told is put away, for it was told in the other one."""
        if self._undo.isHidden():
            self.hide()

    def _fit(self, room: int) -> None:
        """A sentence too long for the line takes a second one; of a change the beginning is said, which has the verb."""
        self._text.setWordWrap(False)
        self._text.setMinimumWidth(0)
        if self._text.sizeHint().width() > room:
            self._text.setWordWrap(True)
            self._text.setMinimumWidth(room)
        self._undo.setText(on_button(self._offered))
        over = self._undo.sizeHint().width() - room
        self._undo.setToolTip(in_tip(self._offered) if over > 0 else "")
        if over > 0:
            letters = self._undo.fontMetrics()
            left = letters.horizontalAdvance(self._offered) - over
            self._undo.setText(on_button(letters.elidedText(self._offered, Qt.TextElideMode.ElideRight, left)))

    def _tell(self, sentence: str) -> None:
        self._text.setText(sentence)
        self._text.show()
        self._undo.hide()
        self._appear(sentence)

    def _offer(self, sentence: str, undo: object) -> None:
        self._back = undo
        self._text.hide()
        self._offered = sentence
        self._undo.show()
        self._appear(sentence)

    def _reword(self, sentence: str) -> None:
        if not self._undo.isHidden():
            self._offered = sentence
            self.setAccessibleName(sentence)
            self.place()

    def _withdraw(self) -> None:
        if not self._undo.isHidden():
            self.hide()

    def _appear(self, sentence: str) -> None:
        self.setAccessibleName(sentence)
        self.show()
        self.place()
        self.raise_()
        self._until.start()

    def _take_back(self) -> None:
        self.hide()
        if callable(self._back):
            self._back()


class StatusLine(QWidget):
    """`All saved 18.05`, at the foot of the window."""

    def __init__(self, notice: Notice, words: Words) -> None:
        super().__init__()
        self._words = words
        self._at: dt.datetime | None = None
        self._text = QLabel(words(_ALL_SAVED), textFormat=Qt.TextFormat.PlainText)
        self._text.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text)
        notice.saved.connect(self._saved)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._words = words
        self._text.setText(words(_ALL_SAVED) if self._at is None else words(N_("All saved {time}"), time=words.time(self._at.time())))

    def text(self) -> str:
        return self._text.text()

    def said_width(self) -> int:
        """How much of the line, in pixels, is written on, with some room after it."""
        return self._text.sizeHint().width() + _APART

    def _saved(self, at: dt.datetime) -> None:
        self._at = at
        self.say(self._words)
