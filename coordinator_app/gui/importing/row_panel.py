"""One row of a file looked at closely: what it changes, what is remarkable, and what to do with it."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from coordinator_app.core.importing import Choice, Difference, PreviewRow, told
from coordinator_app.gui.importing.one_file import OneFile, options
from coordinator_app.gui.importing.said import FATES, choice_said
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.plain import on_button
from coordinator_app.i18n import N_, Words


class RowPanel(QFrame):
    """`chosen(row, choice)` for a press. Hidden while no row is under the cursor."""

    def __init__(self, kit: Kit, chosen: Callable[[PreviewRow, Choice], object]) -> None:
        super().__init__()
        self._kit, self._chosen = kit, chosen
        self._file: OneFile | None = None
        self._row: PreviewRow | None = None
        self.setProperty("role", "card")
        self._name, self._told = text_label("label"), text_label("quiet")
        self._buttons = QWidget()
        self._flow = Flow(self._buttons, 16)
        self._group: QButtonGroup | None = None
        self.options: list[QRadioButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        for part in (self._name, self._told, self._buttons):
            column.addWidget(part)
        self.hide()

    def show_row(self, file: OneFile, row: PreviewRow | None) -> None:
        """The row under the cursor."""
        self._file, self._row = file, row
        self.setVisible(row is not None)
        self.say(self._kit.voice.words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        row, file = self._row, self._file
        for old in self.options:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.options = []
        if row is None or file is None:
            return
        self._name.setText(words(N_("{name}: {fate}"), name=row.name, fate=words(FATES[row.fate])))
        lines = [_difference(each, words) for each in row.differences] + [remark.said(words) for remark in row.remarks]
        self._told.setText("\n".join(lines))
        self._told.setVisible(bool(lines))
        self._offer(file, row, words)

    def _offer(self, file: OneFile, row: PreviewRow, words: Words) -> None:
        self._group = QButtonGroup(self)
        for choice in options(row):
            made = QRadioButton(on_button(choice_said(row, choice, words)))
            made.setChecked(choice == file.choice(row))
            made.clicked.connect(lambda _checked, choice=choice: self._chosen(row, choice))
            self._group.addButton(made)
            self._flow.addWidget(made)
            self.options.append(made)
        self._buttons.setVisible(bool(self.options))


def _difference(each: Difference, words: Words) -> str:
    """One field: what the book says, what the file says, and which of them stays."""
    named = words(each.field)
    before, after = told(each.before, words), told(each.after, words)
    if each.kept:
        return words(N_("{field}: the file says {after}; what the book says stays: {before}"), field=named, after=after, before=before)
    if not before:
        return words(N_("{field}: {after}"), field=named, after=after)
    return words(N_("{field}: {after} instead of {before}"), field=named, after=after, before=before)
