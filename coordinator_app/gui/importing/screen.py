"""Bringing in: files are chosen or dropped, read beside the book, compared with it, and taken in with one undo each."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from coordinator_app.core import importing
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.importing import Found, Imported, Preview, Subject
from coordinator_app.gui.importing.file_bar import DropArea, FileBar
from coordinator_app.gui.importing.file_view import FileView
from coordinator_app.gui.importing.one_file import OneFile, Read, previews, read_all
from coordinator_app.gui.importing.outcome import Outcome
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.dialogs import Files
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, Switch, scrolled
from coordinator_app.gui.kit.progress import WorkBar
from coordinator_app.i18n import N_, Words

ENDINGS = ("vcf", "vcard", "csv", "tsv", "txt", "xlsx", "ods", "json")


class ImportingScreen:
    """The screen `importing`; it has no subjects of its own."""

    name, title, icon = "importing", N_("Bring in from files"), Icon.BRING_IN
    kinds = frozenset({"person", "contact", "role", "organisation", "grp", "slot", "member", "meeting", "imported"})
    primary: Action | None = None

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.files: dict[Path, OneFile] = {}
        self._shown: OneFile | None = None
        choose = Action(N_("Choose files"), self.choose, Icon.FOLDER, role="primary")
        self._empty = EmptyState(
            kit,
            Icon.BRING_IN,
            N_("Drop files here, or choose them: contacts, lists of groups, people, organisations or headcounts. Nothing is taken in yet."),
            choose,
        )
        self.bar = FileBar(kit, self._show, self.choose)
        self.work = WorkBar(kit, N_("Reading the files"))
        self.file = FileView(kit, self._take, self._meant)
        self.outcome = Outcome(kit)
        self._views: dict[QWidget, QScrollArea] = {part: scrolled(part) for part in (self.file, self.outcome)}
        self._place = Switch(*self._views.values())
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.bar, self.work):
            column.addWidget(part)
        column.addWidget(self._place, 1)
        self._switch = Switch(self._empty, self._content)
        self._switch.show_view(self._empty)
        self.widget = DropArea(self._switch, self.bring)

    def reload(self) -> None:
        """The book has changed: every file is compared anew."""
        found = {path: file.found for path, file in self.files.items() if file.found is not None}
        if found:
            self._kit.tasks.read(previews, partial(self._compared, found), found=tuple(found.values()), clock=self._kit.clock)

    def show_subject(self, subject: int) -> None:
        """Nothing here has a number."""

    def leave(self) -> None:
        """Nothing is being typed."""

    def say(self, words: Words) -> None:
        for part in (self._empty, self.bar, self.work, self.file, self.outcome):
            part.say(words)

    def choose(self) -> None:
        """Asks for files."""
        words = self._kit.voice.words
        kind = Files(words(N_("Contacts and tables")), ENDINGS)
        self.bring(self._kit.ask.files(self.widget, words(N_("Choose the files to bring in")), [kind]))

    def bring(self, paths: list[Path], what: Subject | None = None) -> None:
        """Reads files, each as a result of its own; one chosen again is read anew."""
        if not paths:
            return
        self._switch.show_view(self._content)
        self.work.follow(self._kit.tasks.run(lambda progress: read_all(paths, what, progress), partial(self._read, paths)))

    def _read(self, paths: list[Path], read: list[Read]) -> None:
        for path, each in zip(paths, read, strict=True):
            role = self.files[path].role if path in self.files else None
            if isinstance(each, CoordinatorError):
                self.files[path] = OneFile(path, fault=each, role=role)
            else:
                self.files[path] = OneFile(path, found=each, role=role)
        first = next((path for path in paths if self.files[path].found is not None), paths[0])
        self._shown = self.files[first]
        self._show(self._shown)
        self.reload()

    def _compared(self, found: dict[Path, Found], all_: tuple[Preview, ...]) -> None:
        for path, preview in zip(found, all_, strict=True):
            if path in self.files and self.files[path].found is found[path]:
                self.files[path].compared(preview)
        if self._shown is not None:
            self._show(self._shown)

    def _show(self, file: OneFile) -> None:
        self._shown = file
        self.bar.show_files(list(self.files.values()), file)
        if file.done is not None or file.fault is not None:
            self.outcome.show_file(file)
            self._place.show_view(self._views[self.outcome])
        else:
            self.file.show_file(file)
            self._place.show_view(self._views[self.file])

    def _meant(self, file: OneFile, subject: Subject) -> None:
        self.bring([file.path], subject)

    def _take(self, file: OneFile) -> None:
        """A verified backup first; what fails leaves everything as it was."""
        self._kit.tasks.with_book(_back_up, lambda _: self._backed_up(file), self._refused)

    def _backed_up(self, file: OneFile) -> None:
        assert file.found is not None
        tasks = self._kit.tasks.catching(self._refused)
        tasks.write(importing.apply, partial(self._taken, file), found=file.found, today=self._kit.clock.today(), choices=file.choices)

    def _taken(self, file: OneFile, result: Imported) -> None:
        file.taken(result)
        self._show(file)

    def _refused(self, error: CoordinatorError) -> None:
        self.file.refuse(error)


def _back_up(book: Any) -> None:
    book.back_up()
