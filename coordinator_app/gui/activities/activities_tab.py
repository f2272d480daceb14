"""The activities of a year by month, and one of them beside the list."""

import datetime as dt

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core.activities import ActivityRow
from coordinator_app.core.texts import matches
from coordinator_app.gui.activities import reading, said
from coordinator_app.gui.activities.one_activity import OneActivity
from coordinator_app.gui.activities.period_row import PeriodRow
from coordinator_app.gui.activities.reading import Shown, Year
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, ListAndForm, Switch, scrolled
from coordinator_app.gui.kit.list import Item, RowList
from coordinator_app.i18n import N_, Words


class ActivitiesTab(QWidget):
    """List on the left, form on the right."""

    title = N_("Activities")

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._year = kit.clock.today().year
        self._known: Year | None = None
        self._activity: int | None = None
        self._drafting = False
        self.primary = Action(N_("New activity"), self.begin, Icon.ADD, "Ctrl+N")
        self.years = PeriodRow(kit, N_("The year before"), N_("The next year"), self._step)
        self.list: RowList[ActivityRow] = RowList(kit, N_("Activities"), self._look, key=lambda row: row.id)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda _: self.panes.show_form())
        self.list.searched.connect(lambda _: self._show_rows())
        self.one = OneActivity(kit, self._made, self._copied)
        self._nothing = EmptyState(kit, Icon.ACTIVITIES, N_("No activities this year yet."), self.primary)
        self._right = Switch()
        self._scrolled = scrolled(self.one)
        self._right.show_view(self._nothing)
        self.panes: ListAndForm = ListAndForm(kit, self._left(), self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(self.panes)
        self.years.show_said(str(self._year))

    def reload(self) -> None:
        """Asks for the year again, and for the activity shown."""
        self._kit.tasks.read(reading.year, self._fill, year=self._year, today=self._kit.clock.today())
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
        self.list.choose_none()
        self._right.show_view(self._scrolled)
        self.panes.show_form()
        self.one.begin()
        self._scrolled.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        """Stores what is being typed."""
        self.one.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self.years, self.list, self.one, self._nothing, self.panes):
            part.say(words)

    def _step(self, years: int) -> None:
        self.one.flush()
        self._leave_draft()
        self._go_to(self._year + years)
        self._activity = None
        self.reload()

    def _go_to(self, year: int) -> None:
        self._year = year
        self.years.show_said(str(year))

    def _fill(self, year: Year) -> None:
        self._known = year
        self.one.offer(year)
        self._show_rows()

    def _show_rows(self) -> None:
        if self._known is None:
            return
        typed = self.list.search.text()
        rows = [row for row in self._known.rows if not typed or matches(typed, _texts(row))]
        self.list.show_rows(rows)
        if self._drafting:
            return
        if self._activity is None and rows:
            self._activity = _nearest(rows, self._known.today).id
            self._read_one()
        if self._activity is None:
            self._right.show_view(self._nothing)
        else:
            self._choose()

    def _choose(self) -> None:
        current = self.list.current()
        if current is None or current.id != self._activity:
            self.list.choose(self._activity)

    def _chosen(self, row: ActivityRow) -> None:
        if row.id != self._activity:
            self.one.flush()
            self._leave_draft()
            self._activity = row.id
            self._read_one()

    def _read_one(self) -> None:
        if self._activity is not None:
            tasks = self._kit.tasks.catching(lambda _: self._gone())
            tasks.read(reading.shown, self._show, activity=self._activity, today=self._kit.clock.today())

    def _show(self, shown: Shown) -> None:
        if shown.activity.id != self._activity:
            return
        self.one.show_activity(shown)
        self._right.show_view(self._scrolled)
        if shown.activity.held_on.year != self._year:
            self._go_to(shown.activity.held_on.year)
            self._kit.tasks.read(reading.year, self._fill, year=self._year, today=self._kit.clock.today())
        else:
            self._choose()

    def _gone(self) -> None:
        """It was removed, or its making was undone: the nearest of those left takes its place."""
        self._activity = None
        self._show_rows()

    def _made(self, activity: int) -> None:
        self._activity, self._drafting = activity, False
        self._read_one()

    def _copied(self, row: ActivityRow) -> None:
        self._activity = row.id
        self._kit.notice.tell(self._kit.voice.words(N_("Planned again on {day}."), day=row.held_on))
        self._scrolled.verticalScrollBar().setValue(0)

    def _leave_draft(self) -> None:
        if self._drafting:
            self.one.form.drop()
            self._drafting = False

    def _look(self, row: ActivityRow, words: Words) -> Item:
        assert self._known is not None
        look = said.look_of(row, self._known.today, self._known.records_begin)
        when = said.days_said(row, words)
        under = words(N_("{day} · {state}"), day=when, state=said.state_said(row, look, words))
        return Item(row.name, under, icon=look.icon, role=look.role, heading=said.month_said(row.held_on, words))

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.years)
        column.addWidget(self.list, 1)
        left.setFocusProxy(self.list.view)
        return left


def _texts(row: ActivityRow) -> tuple[str | None, ...]:
    return row.name, row.place_name, row.series_name, row.client_name


def _nearest(rows: list[ActivityRow], today: dt.date) -> ActivityRow:
    return min(rows, key=lambda row: abs(row.held_on - today))
