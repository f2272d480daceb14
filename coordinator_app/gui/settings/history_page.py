"""What I did: every change in words, the newest first; any one line is taken back, and first what later builds on it if one so chooses."""

from coordinator_app.core import history
from coordinator_app.core.errors import CoordinatorError, InTheWay
from coordinator_app.core.history import HistoryLine
from coordinator_app.core.texts import beginning, matches
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, Switch
from coordinator_app.gui.kit.list import Item, RowList
from coordinator_app.gui.settings.page import Page
from coordinator_app.i18n import N_, Words

AT_ONCE = 200


class HistoryPage(Page):
    """A list by day; the verb under it is for the chosen line."""

    title, icon = N_("What I did"), Icon.HISTORY

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._most = AT_ONCE
        self._lines: tuple[HistoryLine, ...] = ()
        # What is to be taken back, the last of them first; and the later change that is in the way of it.
        self._wanted: list[int] = []
        self._later: int | None = None
        self.list: RowList[HistoryLine] = RowList(kit, N_("What I did"), _look, key=lambda line: line.entry)
        self.list.chosen.connect(lambda _: self._choose())
        self.list.searched.connect(lambda _: self._show_lines())
        self._nothing = EmptyState(kit, Icon.HISTORY, N_("What you change will be listed here, and can be taken back."))
        self._switch = Switch(self.list, self._nothing)
        self._switch.setMinimumHeight(160)
        for view in (self._nothing, self.list):
            self._switch.addWidget(view)
        self.add(self._switch, wide=True)
        self.fault = FaultLine(kit)
        self.add(self.fault)
        self.undoer = self.verb(N_("Undo this"), self._undo, Icon.UNDO)
        self.more = self.verb(N_("Show earlier ones"), self._more, Icon.DOWN, "quiet")
        self.also = self.verb(N_("Undo that one too"), self._undo_later, Icon.UNDO)
        self.add_verbs(self.undoer, self.also, self.more)
        self._arrange()

    def reload(self) -> None:
        self._kit.tasks.read(history.lines, self._fill, most=self._most)

    def say(self, words: Words) -> None:
        super().say(words)
        self.list.say(words)
        self._nothing.say(words)

    def _fill(self, lines: tuple[HistoryLine, ...]) -> None:
        self._lines = lines
        self.more.setVisible(len(lines) == self._most)
        self._switch.show_view(self.list if lines else self._nothing)
        self._show_lines()

    def _show_lines(self) -> None:
        typed, words = self.list.search.text(), self._kit.voice.words
        self.list.show_rows([line for line in self._lines if not typed or matches(typed, (line.said(words),))])
        self._arrange()

    def _choose(self) -> None:
        self._free()
        self._arrange()

    def _arrange(self) -> None:
        line = self.list.current()
        self.undoer.setEnabled(line is not None and line.can_undo)
        self.also.setVisible(self._later is not None)

    def _more(self) -> None:
        self._most += AT_ONCE
        self.reload()

    def _undo(self) -> None:
        line = self.list.current()
        if line is not None:
            self._wanted = [line.entry]
            self._take_back()

    def _undo_later(self) -> None:
        """The later change first, and then the one that it was in the way of."""
        if self._later is not None:
            self._wanted.append(self._later)
            self._take_back()

    def _take_back(self) -> None:
        self._free()
        self._kit.tasks.undo(self._taken_back, self._wanted[-1], self._refused)

    def _taken_back(self) -> None:
        """Called also when it was refused, which was told by then."""
        if self.fault.isHidden():
            self._wanted.pop()
            if self._wanted:
                self._take_back()

    def _free(self) -> None:
        """Nothing is in the way."""
        self._later = None
        self.fault.right()
        self._arrange()

    def _refused(self, error: CoordinatorError) -> None:
        """A later change that builds on this one is named, so that it can be taken back too."""
        self.fault.wrong(error.said)
        if isinstance(error, InTheWay) and error.entry is not None:
            self._kit.tasks.read(history.line, self._name_later, entry=error.entry)

    def _name_later(self, later: HistoryLine | None) -> None:
        if later is None:
            self.fault.wrong(lambda words: words(N_("A later change builds on this one. Undo the later one first.")))
            return
        self._later = later.entry if later.can_undo else None
        self.fault.wrong(
            lambda words: words(
                N_("A later change builds on this one: “{change}”, {day} at {time}. Take that back first."),
                change=later.said(words),
                day=later.at.date(),
                time=later.at.time(),
            )
        )
        self._arrange()


def _look(line: HistoryLine, words: Words) -> Item:
    said = line.said(words)
    time = words.time(line.at.time())
    under = words(N_("{time} · taken back"), time=time) if line.undone else time
    icon, role = (Icon.UNDO, "quiet") if line.undone else (Icon.CHECK, "good")
    return Item(beginning(said), under, icon=icon, role=role, heading=words.date_with_weekday(line.at.date()))
