"""What one check found: the sentence, the records behind it, and for a question the choices that answer it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.checks import LONGEST_TEXT, Finding
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.form import STORE_AFTER_MS
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.gui.kit.plain import on_button
from coordinator_app.i18n import N_, Words

Answered = Callable[[Finding, str | None, str | None], object]


class FindingCard(QFrame):
    """`answered(finding, choice, text)`; no choice takes the answer back. `look(finding)` shows its records."""

    def __init__(self, kit: Kit, finding: Finding, catalogue: Catalogue, answered: Answered, look: Callable[[Finding], object]) -> None:
        super().__init__()
        self._kit, self._sent = kit, 0
        self.finding, self._catalogue, self._answered = finding, catalogue, answered
        self.setProperty("role", "card")
        self._icon = IconLabel(kit, Icon.WARNING, "danger", 24)
        self._sentence = text_label()
        self.records = button(kit.icons, Action(N_("Look at the records"), lambda: look(self.finding), Icon.FORWARD), "quiet")
        self.choices: dict[str, QPushButton] = {}
        self._row = Flow()
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST_TEXT)
        self._timer = QTimer(self, singleShot=True, interval=STORE_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self.line.textEdited.connect(lambda _: self._typed())
        self.line.editingFinished.connect(self.flush)
        for choice in () if finding.is_error else catalogue.check_choices:
            made = QPushButton()
            made.setCheckable(True)
            made.clicked.connect(lambda checked, code=choice.code: self._choose(code, checked))
            self._row.addWidget(made)
            self.choices[choice.code] = made
        self._lay_out()
        self.records.setVisible(bool(finding.behind or finding.refs))
        self.show_finding(finding, kit.voice.words)

    def show_finding(self, finding: Finding, words: Words) -> None:
        """Shows the same check as it stands now."""
        self.finding = finding
        answer = finding.answer
        for code, made in self.choices.items():
            made.setChecked(answer is not None and answer.choice == code)
        self.line.setVisible(answer is not None and finding.text_allowed)
        if not self.line.hasFocus() and not self._timer.isActive() and self._kit.tasks.changes.knows(self._sent):
            self.line.setText("" if answer is None else answer.text or "")
        if finding.mends_itself:
            self._icon.show_icon(Icon.CLOCK, "quiet")
        elif finding.is_error:
            self._icon.show_icon(Icon.WARNING, "danger")
        else:
            self._icon.show_icon(*((Icon.NOT_RECORDED, "amber") if answer is None else (Icon.HELD, "good")))
        self.say(words)

    def flush(self) -> None:
        """Stores the line that is being typed."""
        self._timer.stop()
        answer = self.finding.answer
        if answer is not None and (answer.text or "") != self.line.text().strip():
            self._answer(answer.choice, self.line.text())

    def say(self, words: Words) -> None:
        """Speaks this language."""
        sentence = self.finding.said(words, self._catalogue)
        self._sentence.setText(sentence)
        self.records.setText(words(N_("Look at the records")))
        self.records.setAccessibleName(words(N_("Look at the records: {what}"), what=sentence))
        self.line.setPlaceholderText(words(N_("A line more, without names")))
        self.line.setAccessibleName(words(N_("A line more, without names")))
        for choice in self._catalogue.check_choices if self.choices else ():
            name = choice.name.said(words.language)
            self.choices[choice.code].setText(on_button(name))
            self.choices[choice.code].setAccessibleName(words(N_("{answer}: {what}"), answer=name, what=sentence))

    def text(self) -> str:
        return self._sentence.text()

    def _choose(self, code: str, checked: bool) -> None:
        self._answer(code if checked else None, self.line.text() or None)

    def _answer(self, choice: str | None, text: str | None) -> None:
        self._answered(self.finding, choice, text)
        self._sent = self._kit.tasks.changes.asked

    def _typed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._icon)
        top.addWidget(self._sentence, 1)
        top.addWidget(self.records)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(top)
        if self.choices:
            column.addLayout(self._row)
            column.addWidget(self.line)
