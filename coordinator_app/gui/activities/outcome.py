"""What became of an activity: held and counted, held and not counted, cancelled with a reason, or nothing said yet."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coordinator_app.core import activities
from coordinator_app.core.activities import ActivityRow
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.kinds import MeetingState
from coordinator_app.gui.activities import said
from coordinator_app.gui.kit.actions import Action, verb_button
from coordinator_app.gui.kit.choices import Choices
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.fields import DateField, NumberField, Side
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.form import Form
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, card, text_label
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_FIELDS = (
    Side(
        (
            NumberField(name="headcount", label=N_("Participants in all"), help=N_("Without the leaders. 0 is a number too.")),
            NumberField(name="newcomers", label=N_("New participants"), hint=N_("not asked")),
        )
    ),
    NumberField(name="reach", label=N_("People reached"), hint=N_("not asked"), highest=9_999_999),
    Side(
        (
            NumberField(name="remote", label=N_("Took part remotely"), hint=N_("not asked")),
            NumberField(name="children", label=N_("Children among them"), hint=N_("not asked")),
            NumberField(name="women", label=N_("Women among them"), hint=N_("not asked")),
        )
    ),
    Side(
        (
            NumberField(name="enrolled", label=N_("Began the training"), hint=N_("not asked")),
            NumberField(name="completed", label=N_("Completed it"), hint=N_("not asked")),
            DateField(name="completed_on", label=N_("Completed on")),
        )
    ),
    NumberField(name="leaders", label=N_("Leaders besides"), hint=N_("not asked")),
)


class Outcome(QWidget):
    """Every number is stored by itself, as soon as there is one to store; blank is not asked, and never 0."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._row: ActivityRow | None = None
        self._catalogue: Catalogue | None = None
        self._open: MeetingState | None = None
        self._labels = Labels(kit.voice.words)
        self._icon = IconLabel(kit, Icon.PLANNED, "quiet", 20)
        self._state = text_label("label")
        self.buttons: dict[MeetingState, QPushButton] = {}
        for state, (text, icon) in said.OUTCOMES.items():
            self.buttons[state] = verb_button(kit.icons, self._labels, Action(text, partial(self._press, state), icon))
            self.buttons[state].setCheckable(True)
        self.clearer = verb_button(kit.icons, self._labels, Action(N_("Take it back"), self._clear, Icon.UNDO), "quiet")
        self.form = Form(kit, _FIELDS, self._store)
        self.reasons = Choices(kit, N_("Why was it cancelled?"), self._cancel)
        self.fault = FaultLine(kit)
        self._lay_out()

    def show_activity(self, row: ActivityRow, catalogue: Catalogue) -> None:
        """Shows what is said of an activity; numbers still being typed stay."""
        if self._row is None or self._row.id != row.id:
            self.form.drop()
            self._open = None
            self.fault.right()
        if self._row is not None and self._row.id == row.id and self._row.state is not row.state:
            self._open = None
        self._row, self._catalogue = row, catalogue
        self.reasons.offer(catalogue.cancel_reasons)
        self.form.show_record({name: getattr(row, name) for name in (*said.COUNTS, "completed_on")})
        self._arrange()

    def flush(self) -> None:
        """Stores what is being typed."""
        if self.form.isVisibleTo(self):
            self.form.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.form, self.reasons):
            part.say(words)
        self._describe(words)

    def _arrange(self) -> None:
        assert self._row is not None
        assert self._catalogue is not None
        shown = self._open or self._row.state
        ahead = self._row.held_on > self._kit.clock.today()
        asked = said.counts_of(self._row.kind, self._catalogue)
        for name in said.COUNTS:
            self.form.row(name).setVisible(name in asked)
        self.form.row("completed_on").setVisible("completed" in asked)
        self.form.setVisible(shown is MeetingState.COUNTED)
        self.reasons.setVisible(self._open is MeetingState.CANCELLED)
        for state, made in self.buttons.items():
            made.setChecked(shown is state)
            made.setVisible(state is MeetingState.CANCELLED or not ahead)
        self.clearer.setVisible(self._row.state is not MeetingState.PLANNED)
        self._describe(self._kit.voice.words)

    def _describe(self, words: Words) -> None:
        if self._row is None or self._catalogue is None:
            return
        today = self._kit.clock.today()
        look = said.look_of(self._row, today, self._row.held_on)
        self._icon.show_icon(look.icon, look.role)
        self._state.setText(said.outcome_said(self._row, today, self._catalogue, words))

    def _press(self, state: MeetingState) -> None:
        """One press says it, or opens what must be said with it: the numbers, or the reason."""
        assert self._row is not None
        assert self._catalogue is not None
        self.fault.right()
        if state is MeetingState.NOT_COUNTED:
            self.form.drop()
            self._write(activities.not_counted, today=self._kit.clock.today())
            self._arrange()
            return
        self._open = state
        self._arrange()
        if state is MeetingState.CANCELLED:
            self.reasons.begin()
        elif said.counts_of(self._row.kind, self._catalogue) == ("leaders",):
            # Of such a kind there is nothing to count, so that it was held is all there is to say.
            self._count()
        else:
            first = next(name for name in ("headcount", "reach") if not self.form.row(name).isHidden())
            self.form.row(first).focus()

    def _store(self, name: str, value: Any) -> None:
        self._count(name, {name: value})

    def _count(self, name: str = "leaders", changed: dict[str, Any] | None = None) -> None:
        assert self._row is not None
        kept = {each: getattr(self._row, each) for each in (*said.COUNTS, "completed_on")}
        values = kept | self._typed() | (changed or {})
        if changed and all(values[each] is None for each in said.COUNTS):
            if self._row.state is MeetingState.COUNTED:
                self._write(activities.not_counted, today=self._kit.clock.today())
            return
        tasks = self._kit.tasks.catching(self.form.refuse(name))
        tasks.write(activities.count, self._counted, activity=self._row.id, today=self._kit.clock.today(), **values)

    def _counted(self, row: ActivityRow) -> None:
        """Kept at once, so that the number typed next is added to this one and not to what was before."""
        if self._row is not None and self._row.id == row.id:
            self._row = row

    def _typed(self) -> dict[str, Any]:
        """What the seen fields hold, as far as it can be read."""
        values: dict[str, Any] = {}
        for name in (*said.COUNTS, "completed_on"):
            if not self.form.row(name).isHidden():
                try:
                    values[name] = self.form.value(name)
                except CoordinatorError:
                    continue
        return values

    def _cancel(self, reason: str) -> None:
        self.form.drop()
        self._write(activities.cancel, reason=reason)

    def _clear(self) -> None:
        self.form.drop()
        self._write(activities.clear)

    def _write(self, command: Any, **more: Any) -> None:
        assert self._row is not None
        refused = self._kit.tasks.catching(lambda error: self.fault.wrong(error.said))
        refused.write(command, lambda _: None, activity=self._row.id, **more)

    def _lay_out(self) -> None:
        frame, column = card()
        column.setSpacing(12)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._state, 1)
        verbs = Flow()
        for verb in (*self.buttons.values(), self.clearer):
            verbs.addWidget(verb)
        column.addLayout(line)
        column.addLayout(verbs)
        column.addWidget(self.form)
        column.addWidget(self.reasons)
        column.addWidget(self.fault)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
