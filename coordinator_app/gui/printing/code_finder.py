"""A code read off a paper on a wall: what the paper is, and whether it may go on hanging."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.bootstrap.documents import BY_CODE
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.posters import Age
from coordinator_app.gui.kit.actions import Action, verb_button
from coordinator_app.gui.kit.fields import TextField
from coordinator_app.gui.kit.form_row import FormRow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.printing import reading
from coordinator_app.gui.printing.hanging_card import sheet_said
from coordinator_app.gui.printing.reading import Found
from coordinator_app.i18n import N_, Words

_CODE = TextField(
    name="code",
    label=N_("Code of a paper"),
    hint="P-7K3Q",
    help=N_("Saw a paper and wonder whether it is still right? Type the small code at its foot."),
)


class CodeFinder(QWidget):
    """A field and its answer. `hang` is called with the sheet found, when the user wants to say where it hangs."""

    def __init__(self, kit: Kit, hang: Callable[[int], object]) -> None:
        super().__init__()
        self._kit, self._hang = kit, hang
        self._labels = Labels(kit.voice.words)
        self._found: Found | None = None
        self.row = FormRow(kit, _CODE)
        self.look_up = verb_button(kit.icons, self._labels, Action(N_("Look it up"), self._look, Icon.SEARCH))
        self.answer = text_label()
        self.hangs = verb_button(kit.icons, self._labels, Action(N_("Say where it hangs"), self._say_where, Icon.PLACE))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.row)
        line = QHBoxLayout()
        line.addWidget(self.look_up)
        line.addWidget(self.hangs)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.answer)
        self.row.editor.focus.returnPressed.connect(self._look)  # type: ignore[attr-defined]
        self._tell()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self.row.say(words)
        self._tell()

    def _look(self) -> None:
        def refused(error: CoordinatorError) -> None:
            self.row.wrong(error.said)

        self.row.right()
        self._kit.tasks.catching(refused).read(reading.found, self._show, code=self.row.editor.read(), now=self._kit.clock.now())

    def _show(self, found: Found) -> None:
        self._found = found
        self._tell()

    def _say_where(self) -> None:
        if self._found is not None and self._found.row is not None:
            self._hang(self._found.row.id)

    def _tell(self) -> None:
        self.answer.setVisible(self._found is not None)
        row = self._found.row if self._found is not None else None
        self.hangs.setVisible(row is not None and BY_CODE[row.sheet.document].hangs)
        if self._found is not None:
            self.answer.setText(_said(self._found, self._kit.voice.words))


def _said(found: Found, words: Words) -> str:
    row = found.row
    if row is None:
        return words(N_("{code} was not printed from this book. Compare it with a new one, or take it down."), code=found.code)
    paper, day = sheet_said(row.sheet, words), row.on
    match found.age:
        case Age.FRESH:
            return words(N_("{paper}, printed on {day}, is up to date."), paper=paper, day=day)
        case Age.ENDED:
            last = row.sheet.valid.last
            return words(N_("{paper}, printed on {day}, is out of date: it was valid until {last}."), paper=paper, day=day, last=last)
    return words(N_("{paper}, printed on {day}, is out of date: what it says has changed."), paper=paper, day=day)
