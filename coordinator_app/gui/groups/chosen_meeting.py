"""The meeting chosen in the strip: what is said of it, and what can be said."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from coordinator_app.core import meetings
from coordinator_app.core.catalogue import Catalogue, Listing
from coordinator_app.core.kinds import MeetingState
from coordinator_app.core.meetings import MeetingRow
from coordinator_app.gui.groups.reading import Shown
from coordinator_app.gui.groups.runners import Runners
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.choices import Choices
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.gui.kit.meeting_looks import all_said, look_of, when_said
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class ChosenMeeting(QFrame):
    """A card with the verbs that the meeting's state allows; each writes at once and can be undone.

    After a reason for cancelling, or Escape among them, `back` takes the keyboard to where the meeting was chosen.
    """

    def __init__(self, kit: Kit, begin_move: Callable[[], None], back: Callable[[], None]) -> None:
        super().__init__()
        self._kit, self._back = kit, back
        self.setProperty("role", "card")
        self.meeting: MeetingRow | None = None
        self.catalogue: Catalogue | None = None
        self._shown: Shown | None = None
        self._labels = Labels(kit.voice.words)
        self._icon = IconLabel(kit, Icon.PLANNED, "quiet", 22)
        self._when, self._state = text_label("label"), text_label("quiet")
        self.record = self._verb(N_("Record attendance"), self._record, Icon.ATTENDANCE)
        self.not_counted = self._verb(N_("Held, not counted"), lambda: self._say_today(meetings.not_counted), Icon.NOT_COUNTED)
        self.mover = self._verb(N_("Move"), begin_move, Icon.MOVED)
        self.clear = self._verb(N_("Take it back"), lambda: self._say(meetings.clear), Icon.UNDO)
        self.remove = self._verb(N_("Remove the extra meeting"), lambda: self._say(meetings.remove_extra), Icon.DELETE)
        self.reasons = Choices(kit, N_("Reason for cancelling (C and a number)"), self._cancel, back=back)
        self.runners = Runners(kit, self._run_by)
        self._lay_out()

    def show_meeting(self, meeting: MeetingRow, shown: Shown) -> None:
        """Shows a meeting of the group."""
        self.meeting, self._shown = meeting, shown
        state = meeting.state
        come = meeting.held_on <= shown.today
        self.record.setVisible(come and state is not MeetingState.CANCELLED)
        self.not_counted.setVisible(come and state is MeetingState.PLANNED)
        self.mover.setVisible(state is not MeetingState.CANCELLED)
        self.clear.setVisible(state is not MeetingState.PLANNED)
        self.remove.setVisible(meeting.extra and state is MeetingState.PLANNED)
        self.reasons.setVisible(state is MeetingState.PLANNED)
        self.runners.show_runners(shown.counsellors(meeting.held_on), dict(shown.runs.get(meeting.id, ())))
        self._describe(self._kit.voice.words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.reasons, self.runners):
            part.say(words)
        self._describe(words)

    def _describe(self, words: Words) -> None:
        meeting, shown = self.meeting, self._shown
        if meeting is None or shown is None:
            return
        look = look_of(meeting, shown.today, shown.records_begin)
        self._icon.show_icon(look.icon, look.role)
        self._when.setText(when_said(meeting, words))
        reason = ""
        if meeting.reason and self.catalogue is not None:
            reason = self.catalogue.name(Listing.CANCEL_REASON, meeting.reason, words.language)
        said = all_said(meeting, look, reason, words)
        self._state.setText(" · ".join(part for part in (said, meeting.note or "") if part))

    def _record(self) -> None:
        if self.meeting is not None:
            self._kit.go("attendance", self.meeting.id)

    def _cancel(self, reason: str) -> None:
        self._back()
        self._say(meetings.cancel, reason=reason)

    def _say_today(self, command: Callable[..., Any]) -> None:
        self._say(command, today=self._kit.clock.today())

    def _say(self, command: Callable[..., Any], **more: Any) -> None:
        if self.meeting is not None:
            self._kit.tasks.write(command, lambda _: None, meeting=self.meeting.id, **more)

    def _run_by(self, people: tuple[int, ...]) -> None:
        self._say(meetings.run_by, counsellors=people)

    def _verb(self, text: str, run: Callable[[], None], icon: Icon) -> QPushButton:
        made = button(self._kit.icons, Action(text, run, icon))
        self._labels.put(made.setText, text)
        return made

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._when, 1)
        verbs = Flow()
        for verb in (self.record, self.not_counted, self.mover, self.clear, self.remove):
            verbs.addWidget(verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._state)
        column.addLayout(verbs)
        column.addWidget(self.reasons)
        column.addWidget(self.runners)
