"""The two cards in which it is said where a poster hangs: a further one, and one that was said wrong."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core import posters
from coordinator_app.core.posters import Posted, PrintedRow
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.fields import ChoiceField, DateField, Option, TextField
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.gui.printing.hanging_card import sheet_said
from coordinator_app.gui.printing.reading import Hung
from coordinator_app.i18n import N_, Words

_PLACE = TextField(name="place", label=N_("Where does it hang?"), required=True, hint=N_("Library, notice board"))
_SINCE = DateField(name="since", label=N_("Since"), required=True)
_PRINTED: ChoiceField[int] = ChoiceField(name="printed", label=N_("Which poster?"), required=True)


class HangPanels(QWidget):
    """Empty until one of them begins; `began` is called then."""

    def __init__(self, kit: Kit, began: Callable[[], object]) -> None:
        super().__init__()
        self._kit, self._began = kit, began
        self._hung, self._hanging = Hung((), ()), 0
        fields = (_PRINTED, _PLACE, _SINCE)
        self.new = Panel(
            kit, N_("Say where a poster hangs"), fields, Action(N_("It hangs there"), self._hang, Icon.CHECK), leave=N_("Do not record")
        )
        self.wrong = Panel(kit, N_("Correct where it hangs"), fields[1:], Action(N_("Correct"), self._correct, Icon.CHECK))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.new)
        column.addWidget(self.wrong)

    def begin(self, hung: Hung, printed: int) -> None:
        """Asks where a printed sheet hangs."""
        self._hung = hung
        self._offer()
        self.new.begin({"printed": printed, "place": "", "since": self._kit.clock.today()}, "place", f"printing/{printed}/place")
        self._began()

    def correct(self, posted: Posted) -> None:
        """Asks where a poster hangs indeed."""
        self._hanging = posted.row.id
        values = {"place": posted.row.place, "since": posted.row.since}
        self.wrong.begin(values, "place", f"printing/hanging/{posted.row.id}")
        self._began()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.new.say(words)
        self.wrong.say(words)
        if self.new.built:
            self._offer()

    def _offer(self) -> None:
        form = self.new.form
        form.offer("printed", _options(self._hung.printed, self._kit.voice.words))
        form.row("place").editor.suggest(sorted({each.row.place for each in self._hung.posted}))

    def _hang(self) -> None:
        self._kit.tasks.catching(self.new.refuse("place")).write(posters.hang, self.new.done, **self.new.values)

    def _correct(self) -> None:
        tasks = self._kit.tasks.catching(self.wrong.refuse("place"))
        tasks.write(posters.change, self.wrong.done, hanging=self._hanging, **self.wrong.values)


def _options(printed: Sequence[PrintedRow], words: Words) -> list[Option[int]]:
    said = N_("{paper}, printed on {day}")
    return [Option(row.id, words(said, paper=sheet_said(row.sheet, words), day=row.on), said=True) for row in printed]
