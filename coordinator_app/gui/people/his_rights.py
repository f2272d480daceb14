"""What a person may ask of the book: to read everything about himself, and to be forgotten."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator_app.bootstrap import OpenBook
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.dialogs import Files
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.forgetting import Forgetting
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class HisRights(QWidget):
    """Two verbs; `gone()` is called when he has been forgotten."""

    def __init__(self, kit: Kit, gone: Callable[[], object]) -> None:
        super().__init__()
        self._kit, self._gone = kit, gone
        self._labels = Labels(kit.voice.words)
        self._person: int | None = None
        self.reader = self._verb(N_("Save everything about the person"), self._save, Icon.PDF, "")
        self.forgetter = self._verb(N_("Forget for good"), self._forget, Icon.DELETE, "danger")
        self.fault = FaultLine(kit)
        self._forgetting = Forgetting(kit, self, lambda: self._enable(on=False), self._over, self._not_done)
        told = text_label("quiet")
        self._labels.put(
            told.setText,
            N_("Everyone may read what the book holds of him, and ask to be forgotten: then every trace goes, and the figures stay."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(told)
        row = Flow()
        for verb in (self.reader, self.forgetter):
            row.addWidget(verb)
        column.addLayout(row)
        column.addWidget(self.fault)

    def show_person(self, person: int | None) -> None:
        """Whose rights these are."""
        if person != self._person:
            self.fault.right()
        self._person = person

    def refuse(self, error: CoordinatorError) -> None:
        """Says why it was not done."""
        self.fault.wrong(error.said)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)

    def _forget(self) -> None:
        if self._person is not None:
            self.fault.right()
            self._forgetting.ask([self._person])

    def _over(self) -> None:
        self._enable(on=True)
        self._gone()

    def _save(self) -> None:
        words, person = self._kit.voice.words, self._person
        if person is None:
            return
        self.fault.right()
        title, name = words(N_("Save everything about the person")), words(N_("everything-about.pdf"))
        place, language = self._kit.ask.save_as(self, title, name, Files("PDF", ("pdf",))), words.language
        if place is None:
            return

        def put(book: OpenBook) -> Path:
            from coordinator_app.bootstrap import letters

            return letters.put_everything(book, person, place, language)

        self._enable(on=False)
        self._kit.tasks.with_book(put, self._saved, self._not_done)

    def _saved(self, place: Path) -> None:
        self._enable(on=True)
        told = self._kit.voice.words(N_("Saved as {file}. Give it to the person alone, then delete the file."), file=place.name)
        self._kit.notice.tell(told)

    def _not_done(self, error: CoordinatorError) -> None:
        self._enable(on=True)
        self.refuse(error)

    def _enable(self, *, on: bool) -> None:
        for verb in (self.reader, self.forgetter):
            verb.setEnabled(on)

    def _verb(self, text: str, run: Callable[[], object], icon: Icon, role: str) -> QPushButton:
        made = button(self._kit.icons, Action(text, run, icon), role)
        self._labels.put(made.setText, text)
        return made
