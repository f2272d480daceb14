"""The breaks of a group and of the whole locality: days on which no meeting is planned."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core import groups
from coordinator_app.core.groups import PauseRow
from coordinator_app.gui.groups.lines import Line, Lines
from coordinator_app.gui.groups.reading import Shown
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.fields import CheckField, DateField, Side, TextField
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.i18n import N_, Words, days_between

_BREAK = (
    Side((DateField(name="first", label=N_("First day"), required=True), DateField(name="last", label=N_("Last day"), required=True))),
    TextField(name="why", label=N_("What for"), hint=N_("For example summer")),
    CheckField(name="everyone", label=N_("For every group of the locality")),
)


class Breaks(QWidget):
    """The breaks that are not over, and the card of a new one."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: Shown | None = None
        self.lines: Lines[PauseRow] = Lines(kit, N_("Breaks"), Action(N_("Add a break"), self._begin, Icon.ADD))
        self.panel = Panel(kit, N_("A new break"), _BREAK, Action(N_("Add a break"), self._add, Icon.ADD), leave=N_("Do not add"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.lines)
        column.addWidget(self.panel)

    def show_group(self, shown: Shown) -> None:
        """Shows a group's breaks."""
        if self._shown is None or self._shown.group.id != shown.group.id:
            self.panel.put_away()
        self._shown = shown
        self._fill(self._kit.voice.words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.lines.say(words)
        self.panel.say(words)
        self._fill(words)

    def _fill(self, words: Words) -> None:
        if self._shown is not None:
            pauses = [pause for pause in self._shown.group.pauses if pause.span.last >= self._shown.today]
            self.lines.show_lines([self._break(pause, words) for pause in pauses], words(N_("No breaks ahead.")))

    def _break(self, pause: PauseRow, words: Words) -> Line[PauseRow]:
        said = days_between(pause.span.first, pause.span.last, words, year=True)
        whose = words(N_("whole locality")) if pause.group is None else ""
        about = " · ".join(part for part in (pause.why or "", whose) if part)
        return Line(pause, said, about, (Action(N_("Remove"), lambda: self._remove(pause), Icon.DELETE),))

    def _begin(self) -> None:
        if self._shown is not None:
            blank = {"first": None, "last": None, "why": "", "everyone": False}
            self.panel.begin(blank, "first", f"groups/{self._shown.group.id}/break")

    def _add(self) -> None:
        assert self._shown is not None
        values = self.panel.values
        self._kit.tasks.catching(self.panel.refuse("last")).write(
            groups.add_pause,
            self.panel.done,
            first=values["first"],
            last=values["last"],
            why=values["why"],
            group=None if values["everyone"] else self._shown.group.id,
            today=self._kit.clock.today(),
        )

    def _remove(self, pause: PauseRow) -> None:
        self._kit.tasks.write(groups.remove_pause, lambda _: None, pause=pause.id, today=self._kit.clock.today())
