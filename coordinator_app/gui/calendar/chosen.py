"""The card of what is chosen in the calendar: what, when and where it is, what clashes with it, and what can be done."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from coordinator_app.core.calendar import CalendarDay, Event, EventKind
from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.kinds import MeetingState
from coordinator_app.gui.calendar import said, telling
from coordinator_app.gui.calendar.doing import Doing
from coordinator_app.gui.calendar.reading import Shown
from coordinator_app.gui.calendar.telling import Telling
from coordinator_app.gui.kit.actions import Action, verb_button
from coordinator_app.gui.kit.choices import Choices
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.fields import DateField, Side, TimeField
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_WHEN = Side((DateField(name="on", label=N_("Day"), required=True), TimeField(name="starts", label=N_("Begins at"))))
_OPENS = {
    EventKind.MEETING: N_("Open the meeting"),
    EventKind.ACTIVITY: N_("Open the activity"),
    EventKind.BREAK: N_("Open the group"),
    EventKind.DEADLINE: N_("Open the quarter"),
}


class ChosenThing(QFrame):
    """Speaks of one thing, or of an empty day. `back()` gives the keyboard back to where the thing was chosen."""

    def __init__(
        self, kit: Kit, moved: Callable[[Event, dt.date], object], back: Callable[[], object], *, verbs_beside: bool = False
    ) -> None:
        super().__init__()
        self._kit, self._moved, self._back = kit, moved, back
        self.setProperty("role", "card")
        self.thing: Event | None = None
        self._shown: Shown | None = None
        self._day: CalendarDay | None = None
        self._carried_to: dt.date | None = None
        self.told: Telling | None = None
        self.doing = Doing(kit, self._done, self._refuse)
        self._labels = Labels(kit.voice.words)
        self._icon = IconLabel(kit, Icon.CALENDAR, "quiet", 22)
        self._title, self._about, self.clash = text_label("label"), text_label("quiet"), text_label("needs")
        self.fault = FaultLine(kit)

        def verb(text: str, run: Callable[[], None], icon: Icon) -> QPushButton:
            return verb_button(kit.icons, self._labels, Action(text, run, icon))

        self.opener = verb(N_("Open the meeting"), self.open, Icon.FORWARD)
        self.mover = verb(N_("Move"), self.begin_move, Icon.MOVED)
        self.canceller = verb(N_("Mark as cancelled"), self.begin_cancel, Icon.CANCELLED)
        self.clear = verb(N_("Take the cancellation back"), self._clear, Icon.UNDO)
        self.reasons = Choices(kit, N_("Reason for cancelling (C and a number)"), self._cancel, back=self._leave_reasons)
        self.panel = Panel(
            kit, lambda words: _move_said(self.thing, words), (_WHEN,), Action(N_("Move to that day"), self._move, Icon.MOVED), back=back
        )
        self._lay_out(verbs_beside)

    def show_thing(self, event: Event | None, day: CalendarDay | None, shown: Shown) -> None:
        """Shows a thing of a day, or the day when nothing is on it."""
        if event is None or self.thing is None or said.key_of(event) != said.key_of(self.thing):
            self.panel.put_away()
            self.reasons.hide()
            self.fault.right()
        self.thing, self._day, self._shown = event, day, shown
        self.reasons.offer(shown.catalogue.cancel_reasons)
        state = event.state if event is not None and event.kind in said.HELD else None
        self.opener.setVisible(event is not None and _leads_on(event))
        self.mover.setVisible(state is not None and state is not MeetingState.CANCELLED)
        self.canceller.setVisible(state is MeetingState.PLANNED)
        self.clear.setVisible(state is MeetingState.CANCELLED)
        if state is not MeetingState.PLANNED:
            self.reasons.hide()
        self._describe(self._kit.voice.words)

    def show_carried(self, to: dt.date | None) -> None:
        """Says where the thing is being carried to, or that it is no longer."""
        self._carried_to = to
        self._describe(self._kit.voice.words)

    def open(self) -> None:
        """Goes to what there is to know about it."""
        if self.thing is not None:
            self.doing.open(self.thing)

    def begin_move(self) -> None:
        """Asks for another day and time."""
        if self.thing is not None and not self.mover.isHidden():
            self.reasons.hide()
            self.panel.begin({"on": self.thing.on, "starts": self.thing.starts}, "on", f"calendar/{self.thing.kind}/{self.thing.id}")

    def begin_cancel(self) -> None:
        """Asks for the reason, which cancels."""
        if not self.canceller.isHidden():
            self.panel.put_away()
            self.reasons.show()
            self.reasons.begin()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.reasons, self.panel):
            part.say(words)
        self._describe(words)

    def _describe(self, words: Words) -> None:
        if self._shown is None:
            return
        told = self.told = telling.of(self.thing, self._day, self._shown, self._carried_to, words)
        self._icon.show_icon(told.icon, told.role)
        self._title.setText(told.title)
        self._about.setText(told.about)
        self.clash.setText(told.clash)
        self.clash.setVisible(bool(told.clash))
        if self.thing is not None and self.thing.kind in _OPENS:
            self.opener.setText(words(_OPENS[self.thing.kind]))

    def _done(self, event: Event, to: dt.date) -> None:
        self.panel.done()
        self._moved(event, to)
        self._back()

    def _refuse(self, error: CoordinatorError) -> None:
        if not self.panel.isHidden():
            self.panel.refuse("on")(error)
        else:
            self.fault.wrong(error.said)

    def _move(self) -> None:
        if self.thing is not None:
            self.doing.move(self.thing, self.panel.values["on"], self.panel.values["starts"])

    def _cancel(self, reason: str) -> None:
        if self.thing is not None:
            self.reasons.hide()
            self.doing.cancel(self.thing, reason)
            self._back()

    def _leave_reasons(self) -> None:
        self.reasons.hide()
        self._back()

    def _clear(self) -> None:
        if self.thing is not None:
            self.doing.clear(self.thing)
            self._back()

    def _lay_out(self, verbs_beside: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        told = QVBoxLayout()
        told.setSpacing(2)
        for text in (self._title, self._about, self.clash):
            told.addWidget(text)
        head.addLayout(told, 1)
        verbs = QHBoxLayout() if verbs_beside else Flow()
        for verb in (self.opener, self.mover, self.canceller, self.clear):
            verbs.addWidget(verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(8)
        column.addLayout(head)
        if verbs_beside:
            head.addLayout(verbs)
        else:
            column.addLayout(verbs)
        for part in (self.fault, self.reasons, self.panel):
            column.addWidget(part)
        self.reasons.hide()


def _leads_on(event: Event) -> bool:
    """Whether there is more to see elsewhere: of a break of the whole locality there is not."""
    return event.kind in _OPENS and not (event.kind is EventKind.BREAK and event.group is None)


def _move_said(thing: Event | None, words: Words) -> str:
    if thing is None:
        return ""
    return words(N_("Move “{name}” of {day} to another day"), name=thing.title, day=words.date_with_weekday(thing.on, year=False))
