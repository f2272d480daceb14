"""When a group meets and when it does not: its meeting times in words with their verbs, and its breaks."""

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core import groups, recurrence
from coordinator_app.core.errors import Refused
from coordinator_app.core.groups import SlotRow
from coordinator_app.core.kinds import Mode
from coordinator_app.core.texts import beginning
from coordinator_app.gui.groups import slot_fields
from coordinator_app.gui.groups.breaks import Breaks
from coordinator_app.gui.groups.lines import Line, Lines
from coordinator_app.gui.groups.reading import Overview, Shown
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.fields import DateField
from coordinator_app.gui.kit.form import Form
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.i18n import N_, Words

_FROM = slot_fields.from_day(N_("From which day"), N_("Meetings before it stay as they were."))


class TimesTab(QWidget):
    """The times above, the breaks below; what is being changed opens under its list."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: Shown | None = None
        self._changed_slot: SlotRow | None = None
        self._places: tuple[str, ...] = ()
        self.times: Lines[SlotRow] = Lines(kit, N_("Meeting times"), Action(N_("Add a time"), self._begin_add, Icon.ADD))
        self.breaks = Breaks(kit)
        whole = (*slot_fields.RULE, *slot_fields.MORE, _FROM)
        self.add_panel = Panel(
            kit,
            N_("A new meeting time"),
            whole,
            Action(N_("Add a time"), self._add, Icon.ADD),
            leave=N_("Do not add"),
            prepare=self._prepare,
        )
        self.change_panel = Panel(kit, N_("Change the meeting time"), whole, Action(N_("Change"), self._change), prepare=self._prepare)
        last = DateField(name="last", label=N_("Last day"), required=True, help=N_("The time holds on this day for the last time."))
        self.end_panel = Panel(kit, N_("End the meeting time"), (last,), Action(N_("End"), self._end))
        self._panels = (self.add_panel, self.change_panel, self.end_panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 8, 0)
        column.setSpacing(12)
        for part in (self.times, self.add_panel, self.change_panel, self.end_panel, self.breaks):
            column.addWidget(part)
        column.addStretch(1)

    def show_group(self, shown: Shown) -> None:
        """Shows the times that hold now or later, and the breaks that are not over."""
        if self._shown is None or self._shown.group.id != shown.group.id:
            self._close()
        self._shown = shown
        self.breaks.show_group(shown)
        self._fill(self._kit.voice.words)

    def offer(self, overview: Overview) -> None:
        """The places that are known."""
        self._places = overview.places
        for panel in (self.add_panel, self.change_panel):
            if panel.built:
                panel.form.row("place").editor.suggest(overview.places)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self.times, self.breaks, *self._panels):
            part.say(words)
        self._fill(words)

    def _fill(self, words: Words) -> None:
        if self._shown is None:
            return
        today, group = self._shown.today, self._shown.group
        slots = [slot for slot in group.slots if slot.rule.valid_until is None or slot.rule.valid_until >= today]
        self.times.show_lines([self._time(slot, today, words) for slot in slots], words(N_("No meeting time holds now.")))

    def _prepare(self, form: Form) -> None:
        slot_fields.follow_rule(form)
        form.row("place").editor.suggest(self._places)

    def _time(self, slot: SlotRow, today: dt.date, words: Words) -> Line[SlotRow]:
        change = Action(N_("Change"), lambda: self._begin_change(slot), Icon.EDIT)
        ends = Action(N_("End"), lambda: self._begin_end(slot), Icon.CLOSE)
        removes = Action(N_("Remove"), lambda: self._remove_slot(slot), Icon.DELETE)
        said = recurrence.in_words(slot.rule, words)
        return Line(slot, beginning(said), _about(slot, today, words), (change, removes if slot.rule.valid_from > today else ends))

    def _begin_add(self) -> None:
        if self._shown is not None:
            self._close()
            self.add_panel.begin(slot_fields.usual(self._kit.clock.today()), "often", f"groups/{self._shown.group.id}/time")

    def _begin_change(self, slot: SlotRow) -> None:
        self._close()
        self._changed_slot = slot
        today = self._kit.clock.today()
        self.change_panel.begin(slot_fields.values_of(slot, max(today, slot.rule.valid_from)), "often", f"groups/time/{slot.id}")

    def _begin_end(self, slot: SlotRow) -> None:
        self._close()
        self._changed_slot = slot
        self.end_panel.begin({"last": self._kit.clock.today()}, "last", f"groups/time/{slot.id}/end")

    def _add(self) -> None:
        assert self._shown is not None
        refuse = self.add_panel.refuse("often")
        try:
            slot = slot_fields.slot_of(self.add_panel.values)
        except Refused as error:
            refuse(error)
            return
        tasks = self._kit.tasks.catching(refuse)
        tasks.write(groups.add_slot, self.add_panel.done, group=self._shown.group.id, slot=slot, today=self._kit.clock.today())

    def _change(self) -> None:
        assert self._changed_slot is not None
        slot, values = self._changed_slot, self.change_panel.values
        refuse = self.change_panel.refuse("valid_from")
        try:
            to = slot_fields.slot_of(values, slot.rule.valid_until)
        except Refused as error:
            refuse(error)
            return
        if slot.rule.valid_from == values["valid_from"]:
            to = replace(to, rule=replace(to.rule, valid_from=slot.rule.valid_from))
        tasks, today = self._kit.tasks.catching(refuse), self._kit.clock.today()
        tasks.write(groups.change_slot, self.change_panel.done, slot=slot.id, to=to, today=today, from_day=values["valid_from"])

    def _end(self) -> None:
        assert self._changed_slot is not None
        tasks, today = self._kit.tasks.catching(self.end_panel.refuse("last")), self._kit.clock.today()
        tasks.write(groups.end_slot, self.end_panel.done, slot=self._changed_slot.id, last=self.end_panel.values["last"], today=today)

    def _remove_slot(self, slot: SlotRow) -> None:
        self._kit.tasks.write(groups.remove_slot, lambda _: None, slot=slot.id)

    def _close(self) -> None:
        for panel in self._panels:
            panel.put_away()


def _about(slot: SlotRow, today: dt.date, words: Words) -> str:
    """Where, how, and from when to when a time holds, as far as it is worth saying."""
    parts: Sequence[str] = (
        slot.place_name or "",
        {Mode.IN_PERSON: "", Mode.REMOTE: words(N_("remote")), Mode.HYBRID: words(N_("in person and remote"))}[slot.mode],
        words(N_("not on public holidays")) if slot.rule.skip_holidays else "",
        words(N_("from {day}"), day=words.date(slot.rule.valid_from)) if slot.rule.valid_from > today else "",
        words(N_("until {day}"), day=words.date(slot.rule.valid_until)) if slot.rule.valid_until else "",
    )
    return " · ".join(part for part in parts if part)
