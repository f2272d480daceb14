"""The activities of a year by month, and one of them beside the list."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core.activities import ActivityRow
from coordinator_app.gui.activities import reading
from coordinator_app.gui.activities.one_activity import OneActivity
from coordinator_app.gui.activities.reading import Shown
from coordinator_app.gui.activities.year_list import YearList
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, ListAndForm, Switch, scrolled
from coordinator_app.gui.kit.tab_order import begin_at
from coordinator_app.i18n import N_, Words


class ActivitiesTab(QWidget):
    """List on the left, form on the right."""

    title = N_("Activities")

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._activity: int | None = None
        self._drafting = False
        self.primary = Action(N_("New activity"), self.begin, Icon.ADD, "Ctrl+N")
        self.one = OneActivity(kit, self._made, self._copied)
        self.year = YearList(kit)
        self.year.turning.connect(self._leave_year)
        self.year.filled.connect(self.one.offer)
        self.year.listed.connect(self._settle)
        self.year.list.chosen.connect(self._chosen)
        self.year.list.opened.connect(lambda _: self.panes.show_form())
        self._nothing = EmptyState(kit, Icon.ACTIVITIES, N_("No activities have been recorded for this year yet."), self.primary)
        self._none, self._scrolled = scrolled(self._nothing), scrolled(self.one)
        self._right = Switch(self._none, self._scrolled)
        self.panes: ListAndForm = ListAndForm(kit, self.year, self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(self.panes)
        begin_at(self, self.year.list.view, self.year.list.search)

    def reload(self) -> None:
        """Asks for the year again, and for the activity shown."""
        self.year.reload()
        self._read_one()

    def show_subject(self, activity: int) -> None:
        """Shows one activity, whatever its year."""
        self._leave_draft()
        self._activity = activity
        self._read_one()
        self.panes.show_form()

    def begin(self) -> None:
        """Opens the form of a new activity."""
        self.one.flush()
        self._activity, self._drafting = None, True
        self.year.list.choose_none()
        self._right.show_view(self._scrolled)
        self.panes.show_form()
        self.one.begin()
        self._scrolled.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        """Stores what is being typed."""
        self.one.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self.year, self.one, self._nothing, self.panes):
            part.say(words)

    def _leave_year(self) -> None:
        self.one.flush()
        self._leave_draft()
        self._activity = None

    def _settle(self) -> None:
        """Of the rows shown the one under way stays, or the nearest is shown."""
        if self._drafting:
            return
        nearest = self.year.nearest()
        if self._activity is None and nearest is not None:
            self._activity = nearest.id
            self._read_one()
        if self._activity is None:
            self._right.show_view(self._none)
        else:
            self.year.choose(self._activity)
        first = self._nothing if self._activity is None else self.year.list.view
        begin_at(self, first, self.year.list.search)

    def _chosen(self, row: ActivityRow) -> None:
        if row.id != self._activity:
            self.one.flush()
            self._leave_draft()
            self._activity = row.id
            self._read_one()

    def _read_one(self) -> None:
        if self._activity is not None:
            tasks = self._kit.tasks.catching(lambda _: self._gone())
            tasks.read(reading.shown, self._show, activity=self._activity)

    def _show(self, shown: Shown) -> None:
        if shown.activity.id != self._activity:
            return
        self.one.show_activity(shown)
        self._right.show_view(self._scrolled)
        if shown.activity.held_on.year != self.year.year:
            self.year.turn_to(shown.activity.held_on.year)
            self.year.reload()
        else:
            self.year.choose(self._activity)

    def _gone(self) -> None:
        """It was removed, or its making was undone: the nearest of those left takes its place."""
        self._activity = None
        self._settle()

    def _made(self, activity: int) -> None:
        self._activity, self._drafting = activity, False
        self._read_one()

    def _copied(self, row: ActivityRow) -> None:
        self._activity = row.id
        self._kit.notice.tell(self._kit.voice.words(N_("Planned again on {day}."), day=row.held_on))
        self._scrolled.verticalScrollBar().setValue(0)

    def _leave_draft(self) -> None:
        if self._drafting:
            self.one.facts.form.drop()
            self._drafting = False
