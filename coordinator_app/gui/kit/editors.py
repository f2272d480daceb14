"""The editors behind the fields: a widget, its typed value, and word of every edit."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from coordinator_app.core.texts import beginning
from coordinator_app.gui.kit import reading
from coordinator_app.gui.kit.choice_box import ChoiceBox
from coordinator_app.gui.kit.completer import Completer
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.theme import Theme
from coordinator_app.i18n import N_, Words

T = TypeVar("T")


class Editor(ABC, Generic[T]):
    """`widget` stands in the form, `focus` is what the keyboard reaches in it; `edited` is called after each edit by the user."""

    label_beside = False

    def __init__(self, widget: QWidget, focus: QWidget) -> None:
        self.widget, self.focus = widget, focus
        self.edited: Callable[[], None] = lambda: None

    @abstractmethod
    def read(self) -> T:
        """The value typed; raises `Unreadable`."""

    @abstractmethod
    def show(self, value: T) -> None:
        """Shows a value, without a word of an edit."""

    def being_typed(self, value: T) -> bool:
        """Whether the cursor is in the field and what is typed means this value: the space after a word, or half a date, must stay."""
        if not self.focus.hasFocus():
            return False
        try:
            return bool(self.read() == value)
        except reading.Unreadable:
            return False

    def typed(self) -> Any:
        """What stands in it, whole or not, as JSON can hold it."""
        if isinstance(self.focus, QLineEdit):
            return self.focus.text()
        if isinstance(self.focus, QPlainTextEdit):
            return self.focus.toPlainText()
        return self.read()  # A box or a choice is never half done.

    def type_again(self, typed: Any) -> None:
        """Puts that back, as if it were typed."""
        if isinstance(self.focus, QLineEdit):
            self.focus.setText(typed)
        else:
            self.show(typed)
        self.edited()

    def say(self, words: Words) -> None:
        """Speaks this language."""

    def suggest(self, texts: Sequence[str]) -> None:
        """Offers to complete what is typed; only a line of text does."""


class LineEditor(Editor[str]):
    """A line of text."""

    def __init__(self, theme: Theme, hint: str, check: Callable[[str], None]) -> None:
        self._theme, self._line = theme, QLineEdit()
        self._completer: Completer | None = None
        super().__init__(self._line, self._line)
        self._hint, self._check = hint, check
        self._line.textEdited.connect(lambda _: self.edited())

    def read(self) -> str:
        typed = self._line.text().strip()
        self._check(typed)
        return typed

    def show(self, value: str) -> None:
        self._line.setText(value)
        if not self._line.hasFocus():
            self._line.setCursorPosition(0)  # Of what is too long, the beginning is seen.

    def say(self, words: Words) -> None:
        self._line.setPlaceholderText(words(self._hint))

    def suggest(self, texts: Sequence[str]) -> None:
        if self._completer is None:
            self._completer = Completer(self._line, self._theme)
            self._completer.activated.connect(lambda _: self.edited())
        self._completer.offer(texts)


class LongTextEditor(Editor[str]):
    """Several lines of plain text."""

    def __init__(self, kit: Kit, lines: int) -> None:
        self._box = QPlainTextEdit()
        super().__init__(self._box, self._box)
        self._box.setTabChangesFocus(True)
        self._silent = False
        self._lines = lines
        self._box.textChanged.connect(self._typed)
        kit.theme.follow(self._box, self._measure)

    def read(self) -> str:
        return self._box.toPlainText().strip()

    def show(self, value: str) -> None:
        self._silent = True
        self._box.setPlainText(value)
        self._silent = False

    def _typed(self) -> None:
        if not self._silent:
            self.edited()

    def _measure(self) -> None:
        self._box.setFixedHeight(self._box.fontMetrics().lineSpacing() * self._lines + 28)


class NumberEditor(Editor[int | None]):
    """A whole number or nothing."""

    def __init__(self, kit: Kit, lowest: int, highest: int, hint: str) -> None:
        self._line = QLineEdit()
        super().__init__(self._line, self._line)
        self._lowest, self._highest, self._hint = lowest, highest, hint
        self._line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._line.textEdited.connect(lambda _: self.edited())
        keep_narrow(kit, self._line, 120)

    def read(self) -> int | None:
        return reading.read_number(self._line.text(), self._lowest, self._highest)

    def show(self, value: int | None) -> None:
        self._line.setText("" if value is None else str(value))

    def say(self, words: Words) -> None:
        self._line.setPlaceholderText(words(self._hint))


class CheckEditor(Editor[bool]):
    """A box to tick; the form puts the field's label on it."""

    label_beside = True

    def __init__(self) -> None:
        self.box = QCheckBox()
        super().__init__(self.box, self.box)
        self.box.clicked.connect(lambda _: self.edited())

    def read(self) -> bool:
        return self.box.isChecked()

    def show(self, value: bool) -> None:
        self.box.setChecked(value)


class ChoiceEditor(Editor[T | None]):
    """One of a few values; in the list each begins with a capital, whatever the message is used for elsewhere."""

    def __init__(self, options: Sequence[tuple[T, str, bool]]) -> None:
        self._combo = ChoiceBox()
        super().__init__(self._combo, self._combo)
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.setMinimumContentsLength(8)
        # A wheel that scrolls the form must not change a value it passes over.
        self._combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._still = _IgnoreWheel(self._combo)
        self._combo.installEventFilter(self._still)
        self._options: Sequence[tuple[T, str, bool]] = ()
        self._combo.activated.connect(lambda _: self.edited())
        self.offer(options, None)

    def offer(self, options: Sequence[tuple[T, str, bool]], words: Words | None) -> None:
        """Other options from now on; the chosen value stays if it is among them."""
        value = self.read() if self._options else None
        self._options = list(options)
        self._combo.clear()
        for _, text, said in self._options:
            self._combo.addItem(text if said or words is None else beginning(words(text)))
        self.show(value)

    def read(self) -> T | None:
        at = self._combo.currentIndex()
        return self._options[at][0] if at >= 0 else None

    def show(self, value: T | None) -> None:
        values = [option[0] for option in self._options]
        self._combo.setCurrentIndex(values.index(value) if value in values else -1)

    def say(self, words: Words) -> None:
        for at, (_, text, said) in enumerate(self._options):
            self._combo.setItemText(at, text if said else beginning(words(text)))
        self._combo.setPlaceholderText(words(N_("Choose")))


class _IgnoreWheel(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return False


def or_none(read: Callable[[], T]) -> T | None:
    """What `read` gives; nothing where it finds the text `Unreadable`."""
    try:
        return read()
    except reading.Unreadable:
        return None


def keep_narrow(kit: Kit, line: QLineEdit, width: int) -> None:
    """A line no wider than so many pixels at 100 % text."""
    kit.theme.follow(line, lambda: line.setMaximumWidth(kit.theme.px(width)))
