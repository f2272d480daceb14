"""The meetings of one group, a term at a time: the strip, and what can be said of the chosen meeting."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.core import meetings
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.gui.groups.chosen_meeting import ChosenMeeting
from coordinator_app.gui.groups.reading import Overview, Shown
from coordinator_app.gui.groups.strip import Strip
from coordinator_app.gui.groups.term_row import TermRow
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fields import DateField, Side, TimeField
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_WHEN = Side((DateField(name="on", label=N_("Day"), required=True), TimeField(name="starts", label=N_("Begins at"), required=True)))


class MeetingsTab(QWidget):
    """`look_at(day)` is asked for when another term is wanted; the screen answers with `show_group`."""

    def __init__(self, kit: Kit, look_at: Callable[[dt.date], None]) -> None:
        super().__init__()
        self._kit, self._look_at = kit, look_at
        self._shown: Shown | None = None
        self._wanted: int | None = None  # The meeting to be shown when it comes.
        self._labels = Labels(kit.voice.words)
        self.term = TermRow(kit, look_at)
        self.strip = Strip(kit)
        self.strip.chosen.connect(self._choose)
        self.strip.wanted.connect(self._key)
        self.chosen = ChosenMeeting(kit, self._begin_move, back=self.strip.setFocus)
        self.move_panel = Panel(kit, self._move_said, (_WHEN,), Action(N_("Move"), self._move, Icon.MOVED), back=self.strip.setFocus)
        self.extra_panel = Panel(
            kit, N_("An extra meeting"), (_WHEN,), Action(N_("Add meeting"), self._add_extra, Icon.ADD), leave=N_("Do not add")
        )
        self._none = text_label("quiet")
        self._lay_out()

    def show_group(self, shown: Shown) -> None:
        """Shows a group's meetings of one term."""
        if self._shown is None or self._shown.group.id != shown.group.id:
            self.move_panel.put_away()
            self.extra_panel.put_away()
        self._shown = shown
        self.strip.show_meetings(shown)
        if self._wanted is not None:
            self.strip.choose(self._wanted)
        current = self.strip.current()
        if current is not None and current.id == self._wanted:
            self._wanted = None
        self.strip.setVisible(current is not None)
        self._none.setVisible(current is None)
        self.chosen.setVisible(current is not None)
        self._say_term(self._kit.voice.words)
        if current is not None:
            self._choose(current)

    def offer(self, overview: Overview) -> None:
        """The reasons a meeting can be cancelled for."""
        self.chosen.reasons.offer(overview.catalogue.cancel_reasons)
        self.chosen.catalogue = overview.catalogue

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.term, self.strip, self.chosen, self.move_panel, self.extra_panel):
            part.say(words)
        self._say_term(words)

    def _choose(self, meeting: MeetingRow) -> None:
        assert self._shown is not None
        if self.chosen.meeting is None or self.chosen.meeting.id != meeting.id:
            self.move_panel.put_away()
        self.chosen.show_meeting(meeting, self._shown)

    def _key(self, wanted: str) -> None:
        meeting = self.strip.current()
        if meeting is None:
            return
        if wanted == "record":
            self._kit.go("attendance", meeting.id)
        elif wanted == "cancel":
            self.chosen.reasons.begin()
        else:
            self._begin_move()

    def _begin_move(self) -> None:
        meeting = self.strip.current()
        if meeting is not None:
            self.move_panel.begin({"on": None, "starts": meeting.starts}, "on", f"groups/meeting/{meeting.id}")

    def _move_said(self, words: Words) -> str:
        meeting = self.strip.current()
        day = "" if meeting is None else words.date_with_weekday(meeting.held_on, year=False)
        return words(N_("Move the meeting of {day} to another day"), day=day)

    def _move(self) -> None:
        meeting, values = self.strip.current(), self.move_panel.values
        assert meeting is not None
        tasks = self._kit.tasks.catching(self.move_panel.refuse("on"))
        tasks.write(meetings.move, partial(self._held, self.move_panel), meeting=meeting.id, today=self._kit.clock.today(), **values)

    def _held(self, panel: Panel, meeting: MeetingRow) -> None:
        """Shows what was just moved or added, in the term in which it is held; the keyboard goes there."""
        panel.done()
        self._wanted = meeting.id
        if self._shown is not None and meeting.held_on not in self._shown.term:
            self._look_at(meeting.held_on)
        self.strip.setFocus()

    def _begin_extra(self) -> None:
        assert self._shown is not None
        group = self._shown.group
        blank = {"on": None, "starts": group.slots[-1].rule.starts if group.slots else dt.time(18)}
        self.extra_panel.begin(blank, "on", f"groups/{group.id}/meeting")

    def _add_extra(self) -> None:
        assert self._shown is not None
        tasks = self._kit.tasks.catching(self.extra_panel.refuse("on"))
        tasks.write(meetings.add_extra, partial(self._held, self.extra_panel), group=self._shown.group.id, **self.extra_panel.values)

    def _say_term(self, words: Words) -> None:
        if self._shown is not None:
            self.term.show_term(self._shown.term, words)
            self._none.setText(words(N_("No meetings in this term. Write when the group meets, or add an extra meeting.")))

    def _lay_out(self) -> None:
        extra = button(self._kit.icons, Action(N_("Extra meeting"), self._begin_extra, Icon.ADD), "quiet")
        self._labels.put(extra.setText, N_("Extra meeting"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.term, 1)
        head.addWidget(extra)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 8, 0)
        column.setSpacing(12)
        column.addLayout(head)
        for part in (self._none, self.strip, self.extra_panel, self.move_panel, self.chosen):
            column.addWidget(part)
        column.addStretch(1)
