"""Who waits for a place in a group, longest first, and what became of him."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core import groups
from coordinator_app.core.groups import MemberRow
from coordinator_app.core.kinds import MemberRole
from coordinator_app.gui.groups.lines import Line, Lines
from coordinator_app.gui.groups.reading import Shown
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import N_, Words


class WaitingList(QWidget):
    """`begin` opens the card that adds one."""

    def __init__(self, kit: Kit, begin: Callable[[], object]) -> None:
        super().__init__()
        self._kit = kit
        self._rows: list[MemberRow] = []
        self.lines: Lines[MemberRow] = Lines(kit, N_("Waiting list"), Action(N_("Put on the waiting list"), begin, Icon.ADD))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lines)

    def show_group(self, shown: Shown) -> None:
        """Shows who waits for a place in this group."""
        self._rows = [row for row in shown.group.members if row.role is MemberRole.WAITING]
        self._fill(self._kit.voice.words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.lines.say(words)
        self._fill(words)

    def _fill(self, words: Words) -> None:
        lines = [self._line(number, row, words) for number, row in enumerate(self._rows, 1)]
        self.lines.show_lines(lines, words(N_("Nobody waits for a place.")))

    def _line(self, number: int, row: MemberRow, words: Words) -> Line[MemberRow]:
        since = words(N_("since {day}"), day=words.date(row.since)) if row.since else ""
        gets_in = Action(N_("Got in"), lambda: self._admit(row), Icon.HELD)
        leaves = Action(N_("No longer waits"), lambda: self._leave(row), Icon.CLOSE)
        about = " · ".join(part for part in (since, row.phone or "") if part)
        return Line(row, words(N_("{n}. {name}"), n=number, name=row.name), about, (gets_in, leaves))

    def _admit(self, row: MemberRow) -> None:
        self._kit.tasks.write(groups.admit, lambda _: None, member=row.id, on=self._kit.clock.today())

    def _leave(self, row: MemberRow) -> None:
        self._kit.tasks.write(groups.no_longer_waits, lambda _: None, member=row.id)
