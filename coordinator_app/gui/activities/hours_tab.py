"""Volunteer hours of a quarter: logged in one line, summed up, and the months that were logged in full."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordinator_app.core import volunteering
from coordinator_app.core.periods import Period
from coordinator_app.core.sorting import sort_key
from coordinator_app.core.volunteering import HoursRow
from coordinator_app.gui.activities import reading, said
from coordinator_app.gui.activities.hours_field import hours_said
from coordinator_app.gui.activities.new_hours import Correction, NewHours
from coordinator_app.gui.activities.quarter_rows import QuarterRows, page
from coordinator_app.gui.activities.reading import Hours
from coordinator_app.gui.activities.sampled_months import SampledMonths
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, text_label
from coordinator_app.gui.kit.tab_order import begin_at
from coordinator_app.gui.kit.table import Column, Table
from coordinator_app.i18n import N_, Words

_TASK, _SERVICE = 4, 5  # The columns that say what it went into and for which service.


class HoursTab(QWidget):
    """The card on top, the lines of the quarter under it."""

    title = N_("Volunteer hours")

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._hours: Hours | None = None
        self.primary = Action(N_("Log hours"), self.begin, Icon.ADD, "Ctrl+N")
        self.sum = text_label("figure", wrap=False)
        self.new = NewHours(kit, self._logged)
        self.table: Table[HoursRow] = Table(kit, "activities/hours", _columns(self._service), key=lambda row: row.id)
        self.table.set_widths((150, 80, 165, 200, 250), spare=(_TASK, _SERVICE))
        self.correction = Correction(kit, self.table.setFocus)
        self.sampled = SampledMonths(kit)
        nothing = EmptyState(kit, Icon.HOURS, N_("The volunteers’ hours of the quarter will be here."), self.primary)
        self.rows = QuarterRows(kit, N_("Volunteer hours"), self.table, nothing, self.reload, self._correct, self._remove)
        top = QHBoxLayout()
        top.addWidget(self.rows.periods, 1)
        top.addWidget(self.sum)
        begin_at(self, self.rows.list)
        page(self, (top, self.new.panel, self.correction.panel, self.rows, self.sampled))

    def reload(self) -> None:
        """Asks for the quarter again."""
        self._kit.tasks.read(reading.hours, self._fill, period=self.rows.period, today=self._kit.clock.today())

    def begin(self) -> None:
        """Opens the card, today's unless another day is given."""
        self.correction.panel.put_away()
        self.new.begin()

    def leave(self) -> None:
        """Nothing waits: hours are logged or not."""

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self.rows, self.new, self.correction.panel, self.sampled):
            part.say(words)
        self._say_sum(words)

    def _logged(self, row: HoursRow) -> None:
        self.rows.period = Period.of(row.on)

    def _fill(self, hours: Hours) -> None:
        self._hours = hours
        self.new.offer(hours)
        self.rows.show_rows(hours.rows)
        self.sampled.show_months(self.rows.period, hours.sampled, hours.catalogue)
        self._say_sum(self._kit.voice.words)

    def _correct(self, row: HoursRow) -> None:
        self.new.panel.put_away()
        self.correction.begin(row)

    def _remove(self, row: HoursRow) -> None:
        self._kit.tasks.write(volunteering.remove, lambda _: None, hours=row.id)

    def _say_sum(self, words: Words) -> None:
        total = sum(row.minutes for row in self._hours.rows) if self._hours is not None else 0
        self.sum.setText(words(N_("{hours} h"), hours=hours_said(total, words)))
        self.sum.setAccessibleName(words(N_("Hours logged in the quarter: {hours}"), hours=hours_said(total, words)))

    def _service(self, code: str, words: Words) -> str:
        return said.service_said(self._hours.catalogue, code, words) if self._hours is not None else code


def _columns(service: Any) -> list[Column[HoursRow]]:
    def where(row: HoursRow) -> str:
        return row.group_name or row.activity_name or ""

    return [
        Column(N_("Day"), lambda row, words: words.date_with_weekday(row.on, year=False), lambda row: row.on),
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
