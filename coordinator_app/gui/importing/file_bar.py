"""The files that were chosen, each a button with what became of it; and the place they can be dropped on."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from coordinator_app.gui.importing.one_file import OneFile
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.plain import on_button
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class FileBar(QWidget):
    """`chosen(file)` for a press; the last button asks for more files."""

    def __init__(self, kit: Kit, chosen: Callable[[OneFile], object], more: Callable[[], object]) -> None:
        super().__init__()
        self._kit, self._chosen = kit, chosen
        self._files: Sequence[OneFile] = ()
        self._labels = Labels(kit.voice.words)
        self._group = QButtonGroup(self)
        self.buttons: list[QPushButton] = []
        self.more = button(kit.icons, Action(N_("Choose more files"), more, Icon.ADD), "quiet")
        self._labels.put(self.more.setText, N_("Choose more files"))
        self._flow = Flow(self)
        self._flow.addWidget(self.more)

    def show_files(self, files: Sequence[OneFile], shown: OneFile) -> None:
        """All of them, in the order they were chosen."""
        if [file.path for file in files] != [file.path for file in self._files]:
            self._rebuild(len(files))
        self._files = files
        for made, file in zip(self.buttons, files, strict=True):
            made.setChecked(file is shown)
            made.setIcon(self._kit.icons.beside_word(*_look(file)))
        self.say(self._kit.voice.words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        for made, file in zip(self.buttons, self._files, strict=False):
            made.setText(on_button(file.path.name))
            made.setAccessibleName(words(N_("{file}: {state}"), file=file.path.name, state=words(_state(file))))

    def _rebuild(self, number: int) -> None:
        for old in self.buttons:
            self._group.removeButton(old)
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._flow.removeWidget(self.more)
        self.buttons = []
        for at in range(number):
            made = QPushButton()
            made.setCheckable(True)
            made.clicked.connect(lambda _checked, at=at: self._chosen(self._files[at]))
            self._group.addButton(made)
            self._flow.addWidget(made)
            self.buttons.append(made)
        self._flow.addWidget(self.more)


class DropArea(QWidget):
    """`dropped(paths)` for files that are dropped anywhere on it."""

    def __init__(self, inside: QWidget, dropped: Callable[[list[Path]], object]) -> None:
        super().__init__()
        self._dropped = dropped
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inside)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._dropped([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])


def _look(file: OneFile) -> tuple[Icon, str]:
    if file.fault is not None:
        return Icon.WARNING, "danger"
    return (Icon.HELD, "good") if file.done is not None else (Icon.FILE, "text")


def _state(file: OneFile) -> str:
    if file.fault is not None:
        return N_("cannot be read")
    return N_("taken in") if file.done is not None else N_("not taken in yet")
