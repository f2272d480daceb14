"""The pictures that papers carry: each seen as it is printed, chosen from a file, changed, taken off."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from coordinator_app.bootstrap import marks
from coordinator_app.core import pictures
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.kinds import Mark
from coordinator_app.gui.kit.actions import Action, verb_button
from coordinator_app.gui.kit.dialogs import Files
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_NAMES = {Mark.LOGO: N_("The association’s logo"), Mark.FUNDER: N_("The funder’s mark")}
_WIDTH, _HEIGHT, _EDGE = 220, 72, 8


class PaperMarks(QWidget):
    """Both marks, one under the other."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.marks = {mark: _OneMark(kit, mark) for mark in Mark}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for each in self.marks.values():
            column.addWidget(each)

    def reload(self) -> None:
        """Asks the book which pictures there are."""
        self._kit.tasks.read(pictures.all_kept, self._show)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for each in self.marks.values():
            each.say(words)

    def _show(self, kept: Mapping[Mark, str]) -> None:
        for mark, each in self.marks.items():
            each.show_mark(kept.get(mark))


class _OneMark(QWidget):
    """A mark: its name, the picture as papers have it, and what can be done with it."""

    def __init__(self, kit: Kit, mark: Mark) -> None:
        super().__init__()
        self._kit, self._mark = kit, mark
        self._labels = Labels(kit.voice.words)
        self._svg: str | None = None
        name = text_label("label")
        self._labels.put(name.setText, _NAMES[mark])
        self.picture = QLabel()
        self._labels.put(self.picture.setAccessibleName, _NAMES[mark])
        self.choose = verb_button(kit.icons, self._labels, Action(N_("Choose a picture…"), self._choose, Icon.FILE))
        self.remove = verb_button(kit.icons, self._labels, Action(N_("Take it off the papers"), self._remove, Icon.CLOSE), "quiet")
        self.fault = FaultLine(kit)
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        verbs.addWidget(self.choose)
        verbs.addWidget(self.remove)
        verbs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(name)
        column.addWidget(self.picture)
        column.addLayout(verbs)
        column.addWidget(self.fault)
        self._show_picture(None)

    def show_mark(self, svg: str | None) -> None:
        """Shows the picture the book has."""
        if svg is None:
            self._svg = None
            self._show_picture(None)
        elif svg != self._svg:
            self._svg = svg
            self._kit.tasks.run(lambda progress: QImage.fromData(marks.drawn(svg)), partial(self._drawn, svg))

    def _drawn(self, svg: str, picture: QImage) -> None:
        # Another may have been chosen meanwhile, or none.
        if svg == self._svg:
            self._show_picture(picture)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self.choose.setAccessibleName(words(N_("{verb}: {what}"), verb=self.choose.text(), what=words(_NAMES[self._mark])))
        self.remove.setAccessibleName(words(N_("{verb}: {what}"), verb=self.remove.text(), what=words(_NAMES[self._mark])))

    def _choose(self) -> None:
        words = self._kit.voice.words
        kinds = (Files(words(N_("Pictures")), ("png", "svg")),)
        for path in self._kit.ask.files(self, words(_NAMES[self._mark]), kinds)[:1]:
            self.fault.right()
            self._kit.tasks.run(partial(_read, path=path), self._keep, self._refuse)

    def _keep(self, svg: str) -> None:
        self._kit.tasks.write(pictures.keep, lambda _: self.show_mark(svg), mark=self._mark, svg=svg)

    def _remove(self) -> None:
        self._kit.tasks.write(pictures.remove, lambda _: self.show_mark(None), mark=self._mark)

    def _refuse(self, error: CoordinatorError) -> None:
        self.fault.wrong(error.said)

    def _show_picture(self, image: QImage | None) -> None:
        # The book may have been locked meanwhile, and this window with it.
        if not isValid(self):
            return
        self.picture.setVisible(image is not None)
        self.remove.setVisible(image is not None)
        if image is not None:
            self.picture.setPixmap(_on_paper(image, self._kit.theme.px(_WIDTH), self._kit.theme.px(_HEIGHT)))


def _read(_progress: object, path: Path) -> str:
    """A job."""
    return marks.read(path)


def _on_paper(image: QImage, width: int, height: int) -> QPixmap:
    """The picture on white, as on paper, by day and by night."""
    paper = QPixmap(width, height)
    paper.fill(QColor("white"))
    room = paper.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    drawn = image.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    painter = QPainter(paper)
    painter.drawImage(room.left(), room.top() + (room.height() - drawn.height()) // 2, drawn)
    painter.end()
    return paper
