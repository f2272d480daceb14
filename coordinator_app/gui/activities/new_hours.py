"""The card that logs volunteer hours, ready after each line for the next of the same day and group; and the one that corrects a line."""

from collections.abc import Callable
from typing import Any

from coordinator_app.core import volunteering
from coordinator_app.core.catalogue import DEFAULT_SERVICE
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.kinds import HoursTask
from coordinator_app.core.volunteering import HoursRow
from coordinator_app.gui.activities.hours_field import HoursField
from coordinator_app.gui.activities.new_enquiry import person_of
from coordinator_app.gui.activities.occasion_fields import OCCASION, OccasionFields
from coordinator_app.gui.activities.reading import Hours
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.fields import ChoiceField, DateField, Option, Side, TextField
from coordinator_app.gui.kit.form import Part
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.known_people import KnownPeople
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.i18n import N_, Words

_HOW_LONG = Side(
    (
        HoursField(name="minutes", label=N_("Hours"), required=True, help=N_("For example 2, 2.5 or 2:30.")),
        DateField(name="on", label=N_("Day"), required=True),
    )
)
_TASK = ChoiceField(
    name="task", label=N_("What it went into"), required=True, options=[Option(task, name) for task, name in volunteering.TASKS.items()]
)
_FIELDS: tuple[Part, ...] = (
    _HOW_LONG,
    OCCASION,
    _TASK,
    TextField(name="person", label=N_("Who"), help=N_("Optional. Without a name the hours are of all who were there.")),
)


class NewHours:
    """`panel` is the card, where Enter logs; `logged(row)` is called for each line that is in the book."""

    def __init__(self, kit: Kit, logged: Callable[[HoursRow], object]) -> None:
        self._kit, self._logged = kit, logged
        self._hours: Hours | None = None
        self._known = KnownPeople(())
        self.panel = Panel(kit, N_("Log hours"), _FIELDS, Action(N_("Log"), self._log, Icon.CHECK), leave=N_("Do not record"))
        self._occasion = OccasionFields(self.panel)

    def offer(self, hours: Hours) -> None:
        """What the catalogue and the book have to choose from."""
        self._hours = hours
        self._known = hours.people
        self.panel.form.row("person").editor.suggest(self._known.offered)
        self._offer(self._kit.voice.words)

    def begin(self) -> None:
        """Opens the card, today's unless another day is given."""
        values: dict[str, Any] = {"minutes": None, "on": self._kit.clock.today(), "person": "", "occasion": "", "service": DEFAULT_SERVICE}
        self.panel.begin(values | {"task": HoursTask.RUNNING}, "minutes", "activities/hours")
        self._occasion.follow()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.panel.say(words)
        self._offer(words)

    def _offer(self, words: Words) -> None:
        if self._hours is not None:
            self._occasion.offer(self._hours.occasions, self._hours.catalogue, words)

    def _log(self) -> None:
        values = self.panel.values
        try:
            person = person_of(self._known, values["person"])
        except CoordinatorError as error:
            self.panel.refuse("person")(error)
            return
        self._kit.tasks.catching(self.panel.refuse("on")).write(
            volunteering.log,
            self._ready_for_next,
            on=values["on"],
            today=self._kit.clock.today(),
            minutes=values["minutes"],
            task=values["task"],
            person=person,
            **self._occasion.taken(),
        )

    def _ready_for_next(self, row: HoursRow) -> None:
        self.panel.begin_next({"minutes": None, "person": "", "service": row.service}, "minutes")
        self._occasion.follow()
        self._logged(row)


class Correction:
    """`panel` is the card for a line that is in the book; the keyboard goes to `back` when it is done or left."""

    def __init__(self, kit: Kit, back: Callable[[], object]) -> None:
        self._kit, self._back = kit, back
        self._hours = 0
        correct = Action(N_("Correct"), self._correct, Icon.EDIT)
        self.panel = Panel(kit, N_("Correct the hours"), (_HOW_LONG, _TASK), correct, back=back)

    def begin(self, row: HoursRow) -> None:
        """Opens the card with what the line says."""
        self._hours = row.id
        self.panel.begin({"minutes": row.minutes, "on": row.on, "task": row.task}, "minutes", f"activities/hours/{row.id}/correction")

    def _correct(self) -> None:
        tasks, today = self._kit.tasks.catching(self.panel.refuse("on")), self._kit.clock.today()
        tasks.write(volunteering.change, self._done, hours=self._hours, today=today, **self.panel.values)

    def _done(self, _row: HoursRow) -> None:
        self.panel.done()
        self._back()
