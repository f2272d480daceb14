"""The activities of one year by month, with a step to the year before and the next, and a search."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core.activities import ActivityRow
from coordinator_app.core.texts import matches
from coordinator_app.gui.activities import reading, said
from coordinator_app.gui.activities.reading import Year
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.list import Item, RowList
from coordinator_app.gui.kit.period_row import PeriodRow
from coordinator_app.i18n import N_, Words


class YearList(QWidget):
    """`turning` comes before another year is asked for, `filled` with each answer, `listed` when its rows were shown or searched."""

    turning = Signal()
    filled = Signal(object)
    listed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._known: Year | None = None
        self._rows: list[ActivityRow] = []
        self.years = PeriodRow(kit, N_("The year before"), N_("The next year"), self._step)
        nothing = N_("No activities have been recorded for this year yet.")
        self.list: RowList[ActivityRow] = RowList(kit, N_("Activities"), self._look, key=lambda row: row.id, nothing=nothing)
        self.list.searched.connect(lambda _: self._show_rows())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.years)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list.view)
        self.turn_to(kit.clock.today().year)

    def reload(self) -> None:
        """Asks for the year again."""
        self._kit.tasks.read(reading.year, self._fill, year=self.year, today=self._kit.clock.today())

    def turn_to(self, year: int) -> None:
        """Another year, which `reload` will ask for."""
        self.year = year
        self.years.show_said(str(year))

    def choose(self, activity: int) -> None:
        """Puts the cursor on an activity, if it is of this year."""
        current = self.list.current()
        if current is None or current.id != activity:
            self.list.choose(activity)

    def nearest(self) -> ActivityRow | None:
        """Of the rows shown, the one whose day is nearest to today."""
        today = self._kit.clock.today()
        return min(self._rows, key=lambda row: abs(row.held_on - today), default=None)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.years.say(words)
        self.list.say(words)

    def _step(self, years: int) -> None:
        self.turning.emit()
        self.turn_to(self.year + years)
        self.reload()

    def _fill(self, year: Year) -> None:
        self._known = year
        self.filled.emit(year)
        self._show_rows()

    def _show_rows(self) -> None:
        if self._known is not None:
            typed = self.list.search.text()
            self._rows = [row for row in self._known.rows if not typed or matches(typed, _texts(row))]
            self.list.show_rows(self._rows)
            self.listed.emit()

    def _look(self, row: ActivityRow, words: Words) -> Item:
        assert self._known is not None
        return look_of(row, self._known.today, self._known.records_begin, words)


def look_of(row: ActivityRow, today: dt.date, records_begin: dt.date, words: Words) -> Item:
    """An activity as the list shows it on a day."""
    look = said.look_of(row, today, records_begin)
    under = words(N_("{day} · {state}"), day=said.days_said(row, words), state=said.state_said(row, look, words))
    return Item(row.name, under, icon=look.icon, role=look.role, heading=said.month_said(row.held_on, words))


def _texts(row: ActivityRow) -> tuple[str | None, ...]:
    return row.name, row.place_name, row.series_name, row.client_name
