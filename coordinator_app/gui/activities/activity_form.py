"""What an activity is and when: its form, which makes a new one and stores each field of a known one."""

from collections.abc import Callable
from functools import partial
from typing import Any

from coordinator_app.core import activities
from coordinator_app.core.activities import ActivityRow
from coordinator_app.core.catalogue import DEFAULT_SERVICE, Catalogue
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.kinds import Mode, Organiser
from coordinator_app.gui.activities import said
from coordinator_app.gui.activities.reading import Year
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
from coordinator_app.gui.kit.form import Form, Part
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.unfinished import UnfinishedLine, type_into, typed_in
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
            TextField(name="place", label=N_("Place"), hint=N_("Known places are offered")),
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
_BLANK: dict[str, Any] = {
    **dict.fromkeys(_PLAIN),
    **dict.fromkeys((*_TEXTS, *_BY_NAME), ""),
    "service": DEFAULT_SERVICE,
    "organiser": Organiser.OWN,
    "mode": Mode.IN_PERSON,
    "public": False,
}


class ActivityForm:
    """`form` is the widget, under the line `unfinished`; `made(id)` is called when a new activity was stored."""

    def __init__(self, kit: Kit, made: Callable[[int], object]) -> None:
        self._kit, self._made = kit, made
        self._row: ActivityRow | None = None
        self._turn = 0
        self._catalogue: Catalogue | None = None
        self.form = Form(kit, _FIELDS, self._store, self._create)
        self.unfinished = UnfinishedLine(kit, lambda: typed_in(self.form), lambda typed: type_into(typed, self.form), self.begin)
        self.form.edited.connect(self.unfinished.edited)

    def offer(self, year: Year) -> None:
        """What there is to choose from: kinds, services, places, names."""
        self._catalogue = year.catalogue
        self._offer(self._kit.voice.words)
        for name, texts in (("place", year.places), ("series", year.series), ("client", tuple(each.name for each in year.organisations))):
            self.form.row(name).editor.suggest(texts)

    def show_activity(self, row: ActivityRow) -> None:
        """Shows an activity; what was typed of the one before is to be stored first."""
        self.unfinished.put_away()
        if self._row is None or self._row.id != row.id:
            self.form.drop()
        self._row = row
        self.form.show_record(_values(row))
        self._arrange(row.kind)

    def begin(self) -> None:
        """A new activity, today's until another day is given; one that is still being made is not waited for."""
        self.unfinished.put_away()
        self._turn += 1
        self._row = None
        self._arrange(None)
        self.form.show_draft(_BLANK | {"held_on": self._kit.clock.today()})
        self.unfinished.begin("activities/new")
        self.form.row("name").focus()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.unfinished.say(words)
        self.form.say(words)
        self._offer(words)

    def _offer(self, words: Words) -> None:
        if self._catalogue is not None:
            self.form.offer("kind", said.options(self._catalogue.kinds, words))
            self.form.offer("service", said.options(self._catalogue.services, words))
            self.form.offer("theme", said.maybe(self._catalogue.themes, words))
            self.form.offer("sector", said.maybe(self._catalogue.sectors, words))

    def _arrange(self, kind: str | None) -> None:
        training = self._catalogue is not None and said.is_training(kind, self._catalogue)
        for name in _TRAINING:
            self.form.row(name).setVisible(training)

    def _create(self, values: dict[str, Any]) -> None:
        plain = {name: values[name] for name in _PLAIN}
        tasks = self._kit.tasks.catching(self._refused)
        tasks.write(activities.add, partial(self._created, self._turn, values), **plain)
        self.unfinished.drop()

    def _refused(self, error: CoordinatorError) -> None:
        self.form.create_refused(error, "until")
        self.unfinished.edited()

    def _created(self, turn: int, values: dict[str, Any], row: ActivityRow) -> None:
        for name in _BY_NAME:
            if values[name]:
                self._change(row.id, name, values[name])
        if turn == self._turn:
            self.unfinished.done()
            self._row = row
            self.form.show_record({})
            self._made(row.id)

    def _store(self, name: str, value: Any) -> None:
        assert self._row is not None
        self._change(self._row.id, name, value)

    def _change(self, activity: int, name: str, value: Any) -> None:
        tasks = self._kit.tasks.catching(self.form.refuse(name))
        change: dict[str, Any] = {name: value}
        tasks.write(_BY_NAME.get(name, activities.change), lambda _: None, activity=activity, **change)


def _values(row: ActivityRow) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN}
    values |= {name: getattr(row, f"{name}_name") or "" for name in _BY_NAME}
    return values | {name: values[name] or "" for name in _TEXTS}
