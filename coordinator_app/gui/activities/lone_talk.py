"""The card that logs a support talk which came of no enquiry."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core import enquiries
from coordinator_app.core.catalogue import DEFAULT_SERVICE
from coordinator_app.core.enquiries import TalkRow
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.gui.activities import said
from coordinator_app.gui.activities.new_enquiry import NOTE, PERSON, person_of
from coordinator_app.gui.activities.reading import Cases
from coordinator_app.gui.activities.what_came import DAY, MINUTES
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.fields import ChoiceField, Side
from coordinator_app.gui.kit.form import Part
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.known_people import KnownPeople
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.i18n import N_, Words

_FIELDS: tuple[Part, ...] = (Side((MINUTES, DAY)), ChoiceField(name="service", label=N_("Service"), required=True), PERSON, NOTE)


class LoneTalk(QWidget):
    """`talked(row)` is called when it is in the book; `back` when the user thought better of it."""

    def __init__(self, kit: Kit, talked: Callable[[TalkRow], object], back: Callable[[], object]) -> None:
        super().__init__()
        self._kit, self._talked = kit, talked
        self._known = KnownPeople(())
        self._counts_only: Callable[[str], bool] = lambda service: False
        self.panel = Panel(
            kit, N_("Support talk by itself"), _FIELDS, Action(N_("Add the talk"), self._add, Icon.ADD), leave=N_("Do not add"), back=back
        )
        self.panel.form.edited.connect(self._arrange)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 24)
        column.addWidget(self.panel)
        column.addStretch(1)

    def offer(self, cases: Cases, words: Words) -> None:
        """What the catalogue has to choose from."""
        self.panel.form.offer("service", said.options(cases.catalogue.services, words))
        self._known = cases.people
        self._counts_only = cases.catalogue.is_counts_only
        self.panel.form.row("person").editor.suggest(self._known.offered)

    def begin(self) -> None:
        """Empty, today's, with the minutes under the cursor."""
        blank = {"minutes": None, "on": self._kit.clock.today(), "service": DEFAULT_SERVICE, "person": "", "note": ""}
        self.panel.begin(blank, "minutes", "activities/talk")
        self._arrange()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.panel.say(words)

    def _arrange(self) -> None:
        """A service that keeps headcounts and nothing else asks for no name."""
        self.panel.form.row("person").setVisible(not self._counts_only(self.panel.form.value("service") or DEFAULT_SERVICE))

    def _add(self) -> None:
        values = self.panel.values
        try:
            person = person_of(self._known, values["person"] or "")
        except CoordinatorError as error:
            self.panel.refuse("person")(error)
            return
        tasks = self._kit.tasks.catching(self.panel.refuse("minutes"))
        tasks.write(enquiries.talk, self._done, today=self._kit.clock.today(), **(values | {"person": person}))

    def _done(self, row: TalkRow) -> None:
        self.panel.done()
        self._talked(row)
