"""What was sent of a quarter, what has changed since, and what the office has answered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from coordinator_app.core.figures import Figure
from coordinator_app.core.receipts import Question, Receipt
from coordinator_app.core.summary import SentRow
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, card, text_label
from coordinator_app.gui.quarter import said
from coordinator_app.gui.quarter.reading import Shown
from coordinator_app.gui.quarter.saving import saved_in
from coordinator_app.i18n import N_, Words


class SentTab(QWidget):
    """`asked(indicator, of)`: the records behind a changed figure or a question of the office. `again(revision)`: save that file again."""

    asked = Signal(str, str)
    again = Signal(int)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: Shown | None = None
        self._body = QWidget()
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 8, 12, 12)
        self._place.addWidget(self._body)
        self._place.addStretch(1)

    def show_quarter(self, shown: Shown, words: Words) -> None:
        """Made anew when something of it changed."""
        before = self._shown
        self._shown = shown
        if before is None or (before.sent, before.changes, before.receipts) != (shown.sent, shown.changes, shown.receipts):
            self.say(words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        if self._shown is None:
            return
        self._place.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if not self._shown.sent:
            column.addWidget(
                _label(words(N_("This quarter has not been sent yet. What was sent, and the office’s answers, will be here.")), "quiet")
            )
        if self._shown.changes:
            column.addWidget(self._changes(self._shown, words))
        for receipt in reversed(self._shown.receipts):
            column.addWidget(self._receipt(receipt, self._shown, words))
        for row in self._shown.sent:
            column.addWidget(self._revision(row, words))
        self._place.insertWidget(0, self._body)

    def _changes(self, shown: Shown, words: Words) -> QWidget:
        frame, column = card()
        column.addLayout(self._heading(Icon.WARNING, "amber", words(N_("Changed since it was sent"))))
        column.addWidget(
            _label(words(N_("The office still has the figures as they were. Send the next revision when they are right.")), "quiet")
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        for at, change in enumerate(shown.changes):
            name = said.figure_name(change.indicator, change.of, shown.catalogue, words)
            grid.addWidget(_label(name, ""), at, 0)
            values = words(N_("{before} → {now}"), before=_amount(change.before, words), now=_amount(change.now, words))
            number = _label(values, "label", wrap=False)
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(number, at, 1)
            grid.addWidget(self._why(change.indicator, change.of, name, words), at, 2)
        column.addLayout(grid)
        return frame

    def _receipt(self, receipt: Receipt, shown: Shown, words: Words) -> QWidget:
        frame, column = card()
        title = words(N_("The office received revision {n} on {day}"), n=receipt.revision, day=receipt.received.date())
        column.addLayout(self._heading(Icon.HELD, "good", title))
        if receipt.message:
            column.addWidget(_label(receipt.message, ""))
        for question in receipt.questions:
            column.addLayout(self._question(question, shown, words))
        return frame

    def _question(self, question: Question, shown: Shown, words: Words) -> QHBoxLayout:
        name = said.figure_name(question.indicator, question.of, shown.catalogue, words)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconLabel(self._kit, Icon.HELP, "amber", 22), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.addWidget(_label(words(N_("The office asks about “{figure}”"), figure=name), "label"))
        texts.addWidget(_label(question.text, ""))
        row.addLayout(texts, 1)
        row.addWidget(self._why(question.indicator, question.of, name, words, N_("Look at the records")), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _revision(self, row: SentRow, words: Words) -> QWidget:
        frame, column = card()
        sealed = words(N_("sealed for the office")) if row.sealed else words(N_("unsealed, without sensitive services"))
        title = words(N_("Revision {n}, {when}"), n=row.revision, when=row.created)
        column.addLayout(self._heading(Icon.LOCK if row.sealed else Icon.WARNING, "good" if row.sealed else "amber", title))
        column.addWidget(_label(words(N_("{file}, {how}"), file=row.file_name, how=sealed), "quiet"))
        folder = saved_in(self._kit, row.file_name)
        if folder:
            column.addWidget(_label(words(N_("Saved in {folder}"), folder=folder), "quiet"))
        saves = self._button(Action(N_("Save the file again"), lambda: self.again.emit(row.revision), Icon.TAKE_OUT), words)
        saves.setAccessibleName(words(N_("{verb}: {what}"), verb=words(N_("Save the file again")), what=row.file_name))
        column.addWidget(saves, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _why(self, indicator: str, of: str, name: str, words: Words, text: str = N_("Why?")) -> QPushButton:
        made = self._button(Action(text, lambda: self.asked.emit(indicator, of), None, "", "quiet"), words)
        made.setAccessibleName(words(N_("{verb}: {what}"), verb=words(text), what=name))
        return made

    def _button(self, action: Action, words: Words) -> QPushButton:
        made = button(self._kit.icons, action)
        made.setText(words(action.text))
        return made

    def _heading(self, icon: Icon, role: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconLabel(self._kit, icon, role, 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_label(text, "label"), 1)
        return row


def _label(text: str, role: str, *, wrap: bool = True) -> QLabel:
    made = text_label(role, wrap=wrap)
    made.setText(text)
    return made


def _amount(figure: Figure | None, words: Words) -> str:
    """The number, and in words what its sign means: it may be all that has changed."""
    if figure is None:
        return "–"
    amount, meaning = said.amount(figure, words), said.beside(figure)
    return words(N_("{number} ({meaning})"), number=amount, meaning=words(meaning)) if meaning else amount
