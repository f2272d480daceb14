"""One activity beside the list: what became of it, what it is, and who took part in making it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator_app.core import activities
from coordinator_app.core.activities import ActivityRow
from coordinator_app.core.catalogue import DEFAULT_SERVICE
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.kinds import MeetingState, Mode, Organiser
from coordinator_app.core.organisations import OrganisationRow
from coordinator_app.core.sorting import sort_key
from coordinator_app.gui.activities import said
from coordinator_app.gui.activities.names_part import NamesPart
from coordinator_app.gui.activities.outcome import Outcome
from coordinator_app.gui.activities.reading import Shown, Year
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.fields import (
    CheckField,
    ChoiceField,
    DateField,
    LongTextField,
    NumberField,
    Side,
    TextField,
    TimeField,
)
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.form import WIDEST, Form, Part
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.known_people import KnownPeople
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_FIELDS: tuple[Part, ...] = (
    TextField(name="name", label=N_("Name"), required=True),
    Side((ChoiceField(name="kind", label=N_("Kind"), required=True), ChoiceField(name="service", label=N_("Service"), required=True))),
    ChoiceField(
        name="organiser",
        label=N_("Whose activity it is"),
        options=said.ORGANISERS,
        required=True,
        help=N_("Only your own and those you lead are counted, so that nothing is counted twice."),
    ),
    Side((DateField(name="held_on", label=N_("Day"), required=True), DateField(name="until", label=N_("Last day, if there are more")))),
    Side((TimeField(name="starts", label=N_("Begins at")), NumberField(name="minutes", label=N_("Length in minutes"), lowest=1))),
    Side(
        (
            TextField(name="place", label=N_("Place"), hint=N_("Type a name; known places are offered")),
            ChoiceField(name="mode", label=N_("How men take part"), options=said.MODES, required=True),
        )
    ),
    TextField(name="series", label=N_("Series"), help=N_("A name for activities that belong together, as a course or a yearly forum.")),
    Side((ChoiceField(name="theme", label=N_("Theme")), ChoiceField(name="sector", label=N_("Sector")))),
    TextField(name="client", label=N_("Done for the organisation")),
    CheckField(name="public", label=N_("Open to the public, and printed")),
    LongTextField(name="note", label=N_("Note"), help=N_("For yourself; it is not printed."), lines=3),
)
_TEXTS = ("name", "note")
_PLAIN = ("name", "kind", "service", "organiser", "held_on", "until", "starts", "minutes", "mode", "theme", "sector", "public", "note")
# What is given by name has a command of its own.
_BY_NAME: dict[str, Callable[..., ActivityRow]] = {
    "place": activities.held_at,
    "series": activities.in_series,
    "client": activities.for_client,
}
_TRAINING = ("theme", "sector", "client")


class OneActivity(QWidget):
    """`made(id)` is called when a new one was stored, `copied(row)` when one was planned again."""

    def __init__(self, kit: Kit, made: Callable[[int], object], copied: Callable[[ActivityRow], object]) -> None:
        super().__init__()
        self._kit, self._made, self._copied = kit, made, copied
        self._shown: Shown | None = None
        self._year: Year | None = None
        self._labels = Labels(kit.voice.words)
        self._name, self._when = text_label("section"), text_label("quiet")
        self.outcome = Outcome(kit)
        self.repeater = self._verb(N_("Copy to the next year"), self._repeat, Icon.COPY, keys="Ctrl+D")
        self.remover = self._verb(N_("Remove the activity"), self._remove, Icon.DELETE, "danger")
        self.fault = FaultLine(kit)
        self.form = Form(kit, _FIELDS, self._store, self._create)
        self.people = NamesPart(kit, N_("Volunteers who led or helped"), N_("Name of a volunteer"), self._run_by)
        self.partners = NamesPart(kit, N_("Partners who took part"), N_("Name of an organisation"), self._joined_by)
        self._later = (self._name, self._when, self.outcome, self.repeater, self.remover, self.people, self.partners)
        self._lay_out()
        kit.theme.changed.connect(self._measure)
        self._measure()

    def offer(self, year: Year) -> None:
        """What the forms offer: kinds, services, places, names."""
        self._year = year
        self._offer(self._kit.voice.words)
        for name, texts in (("place", year.places), ("series", year.series), ("client", tuple(each.name for each in year.organisations))):
            self.form.row(name).editor.suggest(texts)
        known = KnownPeople(year.people)
        self.people.offer(known.offered, known.find)
        self.partners.offer([each.name for each in year.organisations], _finder(year.organisations))

    def show_activity(self, shown: Shown) -> None:
        """Shows an activity; what was typed of the one before is to be stored first."""
        show = self.form.show_again
        if self._shown is None or self._shown.activity.id != shown.activity.id:
            show = self.form.show_record
            self.people.drop()
            self.partners.drop()
            self.fault.right()
        self._shown = shown
        for part in self._later:
            part.show()
        if self._year is not None:
            self.outcome.show_activity(shown.activity, self._year.catalogue)
        show(_values(shown.activity))
        self.people.show_named(shown.people)
        self.partners.show_named(shown.partners)
        self._arrange(shown.activity.kind)
        self.remover.setVisible(shown.activity.state is MeetingState.PLANNED)
        self._describe(self._kit.voice.words)

    def begin(self) -> None:
        """A new activity, today's until another day is given."""
        self._shown = None
        for part in self._later:
            part.hide()
        self.fault.right()
        self._arrange(None)
        blank: dict[str, Any] = {"name": "", "note": "", "kind": None, "service": DEFAULT_SERVICE}
        blank |= {
            "organiser": Organiser.OWN,
            "mode": Mode.IN_PERSON,
            "until": None,
            "starts": None,
            "minutes": None,
            "theme": None,
            "sector": None,
            "public": False,
        }
        self.form.show_draft(blank | dict.fromkeys(_BY_NAME, "") | {"held_on": self._kit.clock.today()})
        self.form.row("name").focus()

    def flush(self) -> None:
        """Stores what is being typed."""
        self.form.flush()
        self.outcome.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.form, self.outcome, self.people, self.partners):
            part.say(words)
        self._offer(words)
        self._describe(words)

    def _offer(self, words: Words) -> None:
        if self._year is not None:
            catalogue = self._year.catalogue
            self.form.offer("kind", said.options(catalogue.kinds, words))
            self.form.offer("service", said.options(catalogue.services, words))
            self.form.offer("theme", said.maybe(catalogue.themes, words))
            self.form.offer("sector", said.maybe(catalogue.sectors, words))

    def _describe(self, words: Words) -> None:
        if self._shown is not None:
            self._name.setText(self._shown.activity.name)
            self._when.setText(said.days_said(self._shown.activity, words))

    def _arrange(self, kind: str | None) -> None:
        training = self._year is not None and said.is_training(kind, self._year.catalogue)
        for name in _TRAINING:
            self.form.row(name).setVisible(training)

    def _create(self, values: dict[str, Any]) -> None:
        plain = {name: values[name] for name in _PLAIN}
        tasks = self._kit.tasks.catching(lambda error: self.form.create_refused(error, "until"))
        tasks.write(activities.add, lambda row: self._created(row, values), **plain)

    def _created(self, row: ActivityRow, values: dict[str, Any]) -> None:
        self._shown = Shown(row, (), ())
        self.form.show_record({})
        for name in _BY_NAME:
            if values[name]:
                self._store(name, values[name])
        self._made(row.id)

    def _store(self, name: str, value: Any) -> None:
        assert self._shown is not None
        activity = self._shown.activity.id
        tasks = self._kit.tasks.catching(self.form.refuse(name))
        change: dict[str, Any] = {name: value}
        tasks.write(_BY_NAME.get(name, activities.change), lambda _: None, activity=activity, **change)

    def _run_by(self, people: tuple[int, ...]) -> None:
        if self._shown is not None:
            self._kit.tasks.write(activities.run_by, lambda _: None, activity=self._shown.activity.id, people=people)

    def _joined_by(self, organisations: tuple[int, ...]) -> None:
        if self._shown is not None:
            self._kit.tasks.write(activities.joined_by, lambda _: None, activity=self._shown.activity.id, organisations=organisations)

    def _repeat(self) -> None:
        if self._shown is not None:
            self.flush()
            self._kit.tasks.write(activities.repeat, self._copied, activity=self._shown.activity.id)

    def _remove(self) -> None:
        if self._shown is not None:
            self.form.drop()
            self._kit.tasks.catching(self._refused).write(activities.remove, lambda _: None, activity=self._shown.activity.id)

    def _refused(self, error: CoordinatorError) -> None:
        self.fault.wrong(error.said(self._kit.voice.words))

    def _verb(self, text: str, run: Callable[[], object], icon: Icon, role: str = "", keys: str = "") -> QPushButton:
        made = button(self._kit.icons, Action(text, run, icon, keys), role)
        self._labels.put(made.setText, text)
        return made

    def _lay_out(self) -> None:
        verbs = Flow()
        verbs.addWidget(self.repeater)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 24)
        self._column.addWidget(self._name)
        self._column.addWidget(self._when)
        self._column.addWidget(self.outcome)
        self._column.addLayout(verbs)
        heading = text_label("section")
        self._labels.put(heading.setText, N_("What and when"))
        for part in (heading, self.form, self.people, self.partners):
            self._column.addWidget(part)
        foot = Flow()
        foot.addWidget(self.remover)
        self._column.addLayout(foot)
        self._column.addWidget(self.fault)
        self._column.addStretch(1)

    def _measure(self) -> None:
        self._column.setSpacing(self._kit.theme.px(16))
        for part in (self.outcome, self.people, self.partners):
            part.setMaximumWidth(self._kit.theme.px(WIDEST))


def _values(row: ActivityRow) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN}
    values |= {name: getattr(row, f"{name}_name") or "" for name in _BY_NAME}
    return values | {name: values[name] or "" for name in _TEXTS}


def _finder(rows: tuple[OrganisationRow, ...]) -> Callable[[str], int | None]:
    by_name = {sort_key(row.name): row.id for row in rows}
    return lambda typed: by_name.get(sort_key(typed))
