"""Volunteer hours of a quarter: logged in one line, summed up, and the months that were logged in full."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coordinator_app.core import volunteering
from coordinator_app.core.catalogue import DEFAULT_SERVICE
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.kinds import HoursTask
from coordinator_app.core.periods import Period
from coordinator_app.core.sorting import sort_key
from coordinator_app.core.volunteering import HoursRow
from coordinator_app.gui.activities import reading, said
from coordinator_app.gui.activities.hours_field import HoursField, hours_said
from coordinator_app.gui.activities.new_enquiry import person_of
from coordinator_app.gui.activities.period_row import PeriodRow
from coordinator_app.gui.activities.reading import Hours
from coordinator_app.gui.activities.sampled_months import SampledMonths
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.editors import ChoiceEditor
from coordinator_app.gui.kit.fields import ChoiceField, DateField, Option, Side, TextField
from coordinator_app.gui.kit.form import Part
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.known_people import KnownPeople
from coordinator_app.gui.kit.layout import EmptyState, Switch, scrolled, text_label
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.gui.kit.table import Column, Table
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_FIELDS: tuple[Part, ...] = (
    Side(
        (
            HoursField(name="minutes", label=N_("Hours"), required=True, help=N_("For example 2, 2,5 or 2.30.")),
            DateField(name="on", label=N_("Day"), required=True),
        )
    ),
    Side(
        (
            ChoiceField(name="occasion", label=N_("Group or activity")),
            ChoiceField(name="service", label=N_("Service"), required=True),
        )
    ),
    ChoiceField(name="task", label=N_("What it went into"), options=[Option(task, name) for task, name in said.TASKS.items()]),
    TextField(name="person", label=N_("Who"), help=N_("Not needed. Without a name the hours are of all who were there.")),
)


class HoursTab(QWidget):
    """Enter logs, and the card is ready for the next line with the same day and group."""

    title = N_("Volunteer hours")

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._period = Period.of(kit.clock.today())
        self._hours: Hours | None = None
        self._known = KnownPeople(())
        self.primary = Action(N_("Log hours"), self.begin, Icon.ADD, "Ctrl+N")
        self._labels = Labels(kit.voice.words)
        self.periods = PeriodRow(kit, N_("The quarter before"), N_("The next quarter"), self._step)
        self.sum = text_label("figure", wrap=False)
        self.panel = Panel(kit, N_("Log hours"), _FIELDS, Action(N_("Log"), self._log, Icon.CHECK))
        self._occasion = self.panel.form.row("occasion").editor
        assert isinstance(self._occasion, ChoiceEditor)
        self._occasion.focus.activated.connect(lambda _: self._follow_occasion())  # type: ignore[attr-defined]
        self.table: Table[HoursRow] = Table(kit, "activities/hours", _columns(self._service), key=lambda row: row.id)
        self.table.set_widths((150, 80, 190, 240, 250))
        self.table.chosen.connect(lambda _: self.remover.setEnabled(True))
        self._labels.put(self.table.setAccessibleName, N_("Volunteer hours"))
        self.remover: QPushButton = button(kit.icons, Action(N_("Remove"), self._remove, Icon.DELETE))
        self._labels.put(self.remover.setText, N_("Remove"))
        self.sampled = SampledMonths(kit)
        self._nothing = EmptyState(kit, Icon.HOURS, N_("The volunteers' hours of the quarter will be here."), self.primary)
        self._list = Switch()
        self._lay_out()

    def reload(self) -> None:
        """Asks for the quarter again."""
        self._kit.tasks.read(reading.hours, self._fill, period=self._period, today=self._kit.clock.today())

    def begin(self) -> None:
        """Opens the card, today's unless another day is given."""
        values: dict[str, Any] = {"minutes": None, "on": self._kit.clock.today(), "person": "", "occasion": "", "service": DEFAULT_SERVICE}
        self.panel.begin(values | {"task": HoursTask.RUNNING}, "minutes")
        self._follow_occasion()

    def leave(self) -> None:
        """Nothing waits: hours are logged or not."""

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.periods, self.panel, self.table, self.sampled, self._nothing):
            part.say(words)
        self._offer(words)
        self._describe(words)

    def _log(self) -> None:
        values = self.panel.values
        try:
            person = person_of(self._known, values["person"])
        except CoordinatorError as error:
            self.panel.refuse("person")(error)
            return
        occasion = self._chosen_occasion()
        self._kit.tasks.catching(self.panel.refuse("on")).write(
            volunteering.log,
            self._logged,
            on=values["on"],
            today=self._kit.clock.today(),
            minutes=values["minutes"],
            service=occasion.service if occasion is not None else values["service"],
            task=values["task"] or HoursTask.RUNNING,
            person=person,
            **said.ids_of(values["occasion"]),
        )

    def _logged(self, row: HoursRow) -> None:
        self._period = Period.of(row.on)
        self.panel.begin(self.panel.values | {"minutes": None, "person": "", "service": row.service}, "minutes")
        self._follow_occasion()

    def _step(self, quarters: int) -> None:
        self._period = self._period.next if quarters > 0 else self._period.previous
        self.reload()

    def _fill(self, hours: Hours) -> None:
        self._hours = hours
        self._known = KnownPeople(hours.people)
        self.panel.form.row("person").editor.suggest(self._known.offered)
        self._offer(self._kit.voice.words)
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

    def _chosen_occasion(self) -> reading.Occasion | None:
        code = self._occasion.read()
        return next((each for each in self._hours.occasions if each.code == code), None) if self._hours is not None else None

    def _follow_occasion(self) -> None:
        """A group or activity knows its service; only what belongs to none is asked for one."""
        self.panel.form.row("service").editor.focus.setEnabled(self._chosen_occasion() is None)
        occasion = self._chosen_occasion()
        if occasion is not None:
            self.panel.form.row("service").show_value(occasion.service)

    def _offer(self, words: Words) -> None:
        if self._hours is not None:
            self.panel.form.offer("occasion", said.occasion_options(self._hours.occasions, words))
            self.panel.form.offer("service", said.options(self._hours.catalogue.services, words))

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
        column.addWidget(self.panel)
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
        Column(N_("What it went into"), lambda row, words: words(said.TASKS[row.task]), lambda row: list(said.TASKS).index(row.task)),
        Column(N_("Service"), lambda row, words: service(row.service, words), lambda row: row.service),
    ]
