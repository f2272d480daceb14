"""Volunteer hours of a quarter: logged in one line, summed up, and the months that were logged in full."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.core import volunteering
from coordinator_app.core.periods import Period
from coordinator_app.core.sorting import sort_key
from coordinator_app.core.volunteering import HoursRow
from coordinator_app.gui.activities import reading, said
from coordinator_app.gui.activities.hours_field import hours_said
from coordinator_app.gui.activities.new_hours import NewHours
from coordinator_app.gui.activities.reading import Hours
from coordinator_app.gui.activities.sampled_months import SampledMonths
from coordinator_app.gui.kit.actions import Action, verb_button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, Switch, scrolled, text_label
from coordinator_app.gui.kit.period_row import PeriodRow
from coordinator_app.gui.kit.table import Column, Table
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class HoursTab(QWidget):
    """The card on top, the lines of the quarter under it."""

    title = N_("Volunteer hours")

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._period = Period.of(kit.clock.today())
        self._hours: Hours | None = None
        self.primary = Action(N_("Log hours"), self.begin, Icon.ADD, "Ctrl+N")
        self._labels = Labels(kit.voice.words)
        self.periods = PeriodRow(kit, N_("The quarter before"), N_("The next quarter"), self._step)
        self.sum = text_label("figure", wrap=False)
        self.new = NewHours(kit, self._logged)
        self.remover = verb_button(kit.icons, self._labels, Action(N_("Remove"), self._remove, Icon.DELETE))
        self.table: Table[HoursRow] = Table(kit, "activities/hours", _columns(self._service), key=lambda row: row.id)
        self.table.set_widths((180, 80, 190, 240, 250))
        self.table.chosen.connect(lambda _: self.remover.setEnabled(True))
        self._labels.put(self.table.setAccessibleName, N_("Volunteer hours"))
        self.sampled = SampledMonths(kit)
        self._nothing = EmptyState(kit, Icon.HOURS, N_("The volunteers' hours of the quarter will be here."), self.primary)
        self._list = Switch()
        for view in (self._nothing, self.table):
            self._list.addWidget(view)
        self._lay_out()

    def reload(self) -> None:
        """Asks for the quarter again."""
        self._kit.tasks.read(reading.hours, self._fill, period=self._period, today=self._kit.clock.today())

    def begin(self) -> None:
        """Opens the card, today's unless another day is given."""
        self.new.begin()

    def leave(self) -> None:
        """Nothing waits: hours are logged or not."""

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.periods, self.new, self.table, self.sampled, self._nothing):
            part.say(words)
        self._describe(words)

    def _logged(self, row: HoursRow) -> None:
        self._period = Period.of(row.on)

    def _step(self, quarters: int) -> None:
        self._period = self._period.next if quarters > 0 else self._period.previous
        self.reload()

    def _fill(self, hours: Hours) -> None:
        self._hours = hours
        self.new.offer(hours)
        self.table.show_rows(hours.rows)
        self.remover.setEnabled(self.table.current() is not None)
        self.remover.setVisible(bool(hours.rows))
        self._list.show_view(self.table if hours.rows else self._nothing)
        self.sampled.show_months(self._period, hours.sampled, hours.catalogue)
        self._describe(self._kit.voice.words)

    def _remove(self) -> None:
        row = self.table.current()
        if row is not None:
            self._kit.tasks.write(volunteering.remove, lambda _: None, hours=row.id)

    def _describe(self, words: Words) -> None:
        self.periods.show_said(self._period.said(words))
        total = sum(row.minutes for row in self._hours.rows) if self._hours is not None else 0
        self.sum.setText(words(N_("{hours} h"), hours=hours_said(total, words)))
        self.sum.setAccessibleName(words(N_("Hours logged in the quarter: {hours}"), hours=hours_said(total, words)))

    def _service(self, code: str, words: Words) -> str:
        return said.service_said(self._hours.catalogue, code, words) if self._hours is not None else code

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.periods, 1)
        top.addWidget(self.sum)
        foot = QHBoxLayout()
        foot.addWidget(self.remover)
        foot.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 16, 8, 8)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.new.panel)
        column.addWidget(self._list, 1)
        column.addLayout(foot)
        column.addWidget(self.sampled)
        self._list.setMinimumHeight(220)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))


def _columns(service: Any) -> list[Column[HoursRow]]:
    def where(row: HoursRow) -> str:
        return row.group_name or row.activity_name or ""

    return [
        Column(N_("Day"), lambda row, words: words.date_with_weekday(row.on), lambda row: row.on),
        Column(N_("Hours"), lambda row, words: hours_said(row.minutes, words), lambda row: row.minutes, number=True),
        Column(N_("Who"), lambda row, words: row.person_name or "", lambda row: sort_key(row.person_name) if row.person_name else None),
        Column(N_("Group or activity"), lambda row, words: where(row), lambda row: sort_key(where(row)) if where(row) else None),
        Column(
            N_("What it went into"),
            lambda row, words: words(volunteering.TASKS[row.task]),
            lambda row: list(volunteering.TASKS).index(row.task),
        ),
        Column(N_("Service"), lambda row, words: service(row.service, words), lambda row: row.service),
    ]
