"""One field as it stands in a form: its label above, help under it, and an error in its place."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from coordinator_app.gui.kit.editors import Editor
from coordinator_app.gui.kit.fault_line import FaultLine, Said
from coordinator_app.gui.kit.fields import Field
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import Words

ASIDE = "aside"  # The property of a button that speaks of the whole form: who presses it has not left the field he is in.


class FormRow(QWidget):
    """Label, editor, help or error. The error takes the place of the help, with an icon, and outlines the control.

    Whoever owns the row sets `left`, which is called when the cursor leaves the field.
    """

    def __init__(self, kit: Kit, field: Field[Any]) -> None:
        super().__init__()
        self.field = field
        self.editor: Editor[Any] = field.editor(kit)
        self.left: Callable[[], object] = lambda: None
        self._label, self._help = QLabel(), QLabel()
        self._fault = FaultLine(kit)
        for label, role in ((self._label, "label"), (self._help, "quiet")):
            label.setProperty("role", role)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setBuddy(self.editor.focus)
        self._help_text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._fault.changed.connect(self._mark)
        self._lay_out()
        self._mark()
        self.editor.focus.installEventFilter(self)

    def show_value(self, value: Any) -> None:
        """Shows a stored value; what was wrong before is so no longer. Who is typing just that is not disturbed."""
        if not self.editor.being_typed(value):
            self.editor.show(value)
        self.right()

    def wrong(self, said: Said) -> None:
        """Says what is wrong and how to mend it."""
        self._fault.wrong(said)

    def right(self) -> None:
        """Nothing is wrong."""
        self._fault.right()

    def fault(self) -> str:
        """The error shown, or nothing."""
        return self._fault.text()

    def focus(self) -> None:
        """Puts the cursor into the field."""
        self.editor.focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        label = words(self.field.label)
        self._help_text = words(self.field.help)
        self._label.setText(label)
        self._help.setText(self._help_text)
        if isinstance(self.editor.focus, QCheckBox):
            self.editor.focus.setText(label)
        self.editor.focus.setAccessibleName(label)
        self.editor.say(words)
        self._mark()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor.focus and event.type() is QEvent.Type.FocusOut:
            now = QApplication.focusWidget()
            if now is None or not now.property(ASIDE):
                self.left()
        return False

    def _mark(self) -> None:
        control, wrong = self.editor.focus, bool(self.fault())
        self._help.setVisible(bool(self._help_text) and not wrong)
        control.setAccessibleDescription(self.fault() or self._help_text)
        if bool(control.property("wrong")) != wrong:
            control.setProperty("wrong", wrong)
            control.style().unpolish(control)
            control.style().polish(control)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if not self.editor.label_beside:
            column.addWidget(self._label)
        column.addWidget(self.editor.widget)
        column.addWidget(self._help)
        column.addWidget(self._fault)
