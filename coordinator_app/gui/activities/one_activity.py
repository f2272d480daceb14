"""One activity beside the list: what became of it, what it is, and who took part in making it."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core import activities
from coordinator_app.core.activities import ActivityRow
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.kinds import MeetingState
from coordinator_app.core.organisations import OrganisationRow
from coordinator_app.core.sorting import sort_key
from coordinator_app.gui.activities import said
from coordinator_app.gui.activities.activity_form import ActivityForm
from coordinator_app.gui.activities.names_part import NamesPart, Offer
from coordinator_app.gui.activities.outcome import Outcome
from coordinator_app.gui.activities.reading import Shown, Year
from coordinator_app.gui.kit.actions import Action, verb_button
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.form import WIDEST
from coordinator_app.gui.kit.half_typed import HalfTypedKeeper
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.known_people import KnownPeople, known_people
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class OneActivity(QWidget):
    """`made(id)` is called when a new one was stored, `copied(row)` when one was planned again."""

    def __init__(self, kit: Kit, made: Callable[[int], object], copied: Callable[[ActivityRow], object]) -> None:
        super().__init__()
        self._kit, self._copied = kit, copied
        self._shown: Shown | None = None
        self._catalogue: Catalogue | None = None
        self._organisations = Offer((), lambda _: None)
        self._labels = Labels(kit.voice.words)
        self._name, self._when = text_label("section"), text_label("quiet")
        self.outcome = Outcome(kit)
        repeat = Action(N_("Copy to the next year"), self._repeat, Icon.COPY, "Ctrl+D")
        self.repeater = verb_button(kit.icons, self._labels, repeat)
        self.remover = verb_button(kit.icons, self._labels, Action(N_("Remove the activity"), self._remove, Icon.DELETE), "danger")
        self.fault = FaultLine(kit)
        self.facts = ActivityForm(kit, made)
        self.people = NamesPart(kit, N_("Volunteers who led or helped"), N_("Name of a volunteer"), self._ask_people, self._run_by)
        self._half_typed = HalfTypedKeeper(self, kit, self.facts.form.record, self.outcome.form.record)
        heading, adder = N_("Partners who took part"), N_("Name of an organisation")
        self.partners = NamesPart(kit, heading, adder, lambda then: then(self._organisations), self._joined_by)
        self._later = (self._name, self._when, self.outcome, self.repeater, self.remover, self.people, self.partners)
        self._lay_out()
        kit.theme.changed.connect(self._measure)
        self._measure()

    def offer(self, year: Year) -> None:
        """What the forms offer: kinds, services, places, organisations."""
        self._catalogue = year.catalogue
        self.facts.offer(year)
        self._organisations = Offer([each.name for each in year.organisations], _finder(year.organisations))

    def show_activity(self, shown: Shown) -> None:
        """Shows an activity; what was typed of the one before is to be stored first."""
        self._half_typed.begin(f"activities/{shown.activity.id}/fields")
        if self._shown is None or self._shown.activity.id != shown.activity.id:
            self.people.drop()
            self.partners.drop()
            self.fault.right()
        self._shown = shown
        for part in self._later:
            part.show()
        if self._catalogue is not None:
            self.outcome.show_activity(shown.activity, self._catalogue)
        self.facts.show_activity(shown.activity)
        self.people.show_named(shown.people)
        self.partners.show_named(shown.partners)
        self.remover.setVisible(shown.activity.state is MeetingState.PLANNED)
        self._describe(self._kit.voice.words)

    def begin(self) -> None:
        """A new activity, today's until another day is given."""
        self._half_typed.begin("")
        self._shown = None
        for part in self._later:
            part.hide()
        self.fault.right()
        self.facts.begin()

    def flush(self) -> None:
        """Stores what is being typed."""
        self.facts.form.flush()
        self.outcome.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.facts, self.outcome, self.people, self.partners):
            part.say(words)
        self._describe(words)

    def _describe(self, words: Words) -> None:
        if self._shown is not None:
            self._name.setText(self._shown.activity.name)
            self._when.setText(said.days_said(self._shown.activity, words))

    def _ask_people(self, then: Callable[[Offer], object]) -> None:
        def learn(known: KnownPeople) -> None:
            then(Offer(known.offered, known.find))

        self._kit.tasks.read(known_people, learn, today=self._kit.clock.today())

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
            self.facts.form.drop()
            self._kit.tasks.catching(self._refused).write(activities.remove, lambda _: None, activity=self._shown.activity.id)

    def _refused(self, error: CoordinatorError) -> None:
        self.fault.wrong(error.said)

    def _lay_out(self) -> None:
        verbs = Flow()
        verbs.addWidget(self.repeater)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 24)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._name)
        head.addWidget(self._when)
        self._column.addLayout(head)
        self._column.addWidget(self.outcome)
        self._column.addLayout(verbs)
        heading = text_label("section")
        self._labels.put(heading.setText, N_("What and when"))
        for part in (heading, self.facts.unfinished, self.facts.form, self.people, self.partners):
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


def _finder(rows: tuple[OrganisationRow, ...]) -> Callable[[str], int | None]:
    by_name = {sort_key(row.name): row.id for row in rows}
    return lambda typed: by_name.get(sort_key(typed))
