"""A new group: what it is called and when it meets, on one card."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core import groups
from coordinator_app.core.catalogue import DEFAULT_SERVICE
from coordinator_app.core.errors import Refused
from coordinator_app.gui.groups import slot_fields
from coordinator_app.gui.groups.details_tab import SERVICE, services
from coordinator_app.gui.groups.reading import Overview
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.fields import Side, TextField
from coordinator_app.gui.kit.form import Form
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.i18n import N_, Words

_PARTS = (
    Side((TextField(name="name", label=N_("Name"), required=True), SERVICE)),
    *slot_fields.RULE,
    slot_fields.from_day(N_("Meets like this from"), N_("If you choose an earlier day, the meetings since then are to be recorded too.")),
)


class Draft(QWidget):
    """`made(id)` when the group is in the book. What was typed stays until then, also while other screens are shown."""

    def __init__(self, kit: Kit, made: Callable[[int], None], back: Callable[[], None]) -> None:
        super().__init__()
        self._kit, self._made = kit, made
        self._overview: Overview | None = None
        add = Action(N_("Add the group"), self._add, Icon.ADD)
        self.panel = Panel(kit, N_("New group"), _PARTS, add, leave=N_("Do not add"), back=back, prepare=self._prepare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.panel)
        column.addStretch(1)

    def begin(self) -> None:
        """Opens the card; what was being typed is still there."""
        if self.panel.isHidden():
            values = {"name": "", "service": DEFAULT_SERVICE, **slot_fields.usual(self._kit.clock.today())}
            self.panel.begin(values, "name", "groups/new")
        else:
            self.panel.form.row("name").focus()

    def offer(self, overview: Overview) -> None:
        """The services of the catalogue, and the places that are known."""
        self._overview = overview
        self._offer(self._kit.voice.words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.panel.say(words)
        self._offer(words)

    def _offer(self, words: Words) -> None:
        if self._overview is not None and self.panel.built:
            self.panel.form.offer("service", services(self._overview.catalogue, words))
            self.panel.form.row("place").editor.suggest(self._overview.places)

    def _prepare(self, form: Form) -> None:
        slot_fields.follow_rule(form)
        self._offer(self._kit.voice.words)

    def _add(self) -> None:
        values = self.panel.values
        refuse = self.panel.refuse("name")
        try:
            slot = slot_fields.slot_of(values)
        except Refused as error:
            refuse(error)
            return
        tasks, today = self._kit.tasks.catching(refuse), self._kit.clock.today()
        tasks.write(groups.add, self._added, name=values["name"], today=today, slots=(slot,), service=values["service"])

    def _added(self, group: int) -> None:
        self.panel.done()
        self._made(group)
