"""The card that logs a support talk which came of no enquiry."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core import enquiries
from coordinator_app.core.catalogue import DEFAULT_SERVICE
from coordinator_app.core.enquiries import TalkRow
from coordinator_app.gui.activities import said
from coordinator_app.gui.activities.reading import Cases
from coordinator_app.gui.activities.what_came import DAY, MINUTES
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.fields import ChoiceField, Side
from coordinator_app.gui.kit.form import Part
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.i18n import N_, Words

_FIELDS: tuple[Part, ...] = (Side((MINUTES, DAY)), ChoiceField(name="service", label=N_("Service"), required=True))


class LoneTalk(QWidget):
    """`talked(row)` is called when it is in the book; `back` when the user thought better of it."""

    def __init__(self, kit: Kit, talked: Callable[[TalkRow], object], back: Callable[[], object]) -> None:
        super().__init__()
        self._kit, self._talked = kit, talked
        self.panel = Panel(kit, N_("Support talk by itself"), _FIELDS, Action(N_("Add the talk"), self._add, Icon.ADD), back=back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 24)
        column.addWidget(self.panel)
        column.addStretch(1)

    def offer(self, cases: Cases, words: Words) -> None:
        """What the catalogue has to choose from."""
        self.panel.form.offer("service", said.options(cases.catalogue.services, words))

    def begin(self) -> None:
        """Empty, today's, with the minutes under the cursor."""
        self.panel.begin({"minutes": None, "on": self._kit.clock.today(), "service": DEFAULT_SERVICE}, "minutes")

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.panel.say(words)

    def _add(self) -> None:
        tasks = self._kit.tasks.catching(self.panel.refuse("minutes"))
        tasks.write(enquiries.talk, self._talked, today=self._kit.clock.today(), **self.panel.values)
