"""The other ends a meeting can have: held without a count, cancelled with a reason; or what was said is taken back."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator_app.core import meetings
from coordinator_app.core.kinds import MeetingState
from coordinator_app.gui.attendance.reading import Opened
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.choices import Choices
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class Ends(QWidget):
    """`ended()` when the meeting was given such an end, `skipped()` when it is left as it is."""

    def __init__(self, kit: Kit, ended: Callable[[], None], skipped: Callable[[], None]) -> None:
        super().__init__()
        self._kit, self._ended = kit, ended
        self._meeting: int | None = None
        self._labels = Labels(kit.voice.words)
        self.not_counted = self._verb(N_("Held, not counted"), self._not_counted, Icon.NOT_COUNTED)
        self.cancelled = self._verb(N_("Cancelled…"), self._begin_cancel, Icon.CANCELLED)
        self.clear = self._verb(N_("Take it back"), self._clear, Icon.UNDO)
        self.skip = self._verb(N_("Skip to the next"), skipped, Icon.FORWARD)
        self.reasons = Choices(kit, N_("Reason for cancelling (C and a number)"), self._cancel)
        self.reasons.hide()
        row = Flow()
        for verb in (self.not_counted, self.cancelled, self.clear, self.skip):
            row.addWidget(verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.reasons)

    def show_meeting(self, opened: Opened) -> None:
        """The ends that this meeting has not got yet."""
        row = opened.sheet.meeting
        if row.id != self._meeting:
            self.reasons.hide()
        self._meeting = row.id
        self.reasons.offer(opened.catalogue.cancel_reasons)
        self.not_counted.setVisible(row.state is not MeetingState.NOT_COUNTED and row.held_on <= opened.today)
        self.cancelled.setVisible(row.state is not MeetingState.CANCELLED)
        self.clear.setVisible(row.state is not MeetingState.PLANNED)
        self.skip.setVisible(opened.missing > 1 or (opened.missing == 1 and row.state is not MeetingState.PLANNED))

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self.reasons.say(words)

    def _begin_cancel(self) -> None:
        self.reasons.setVisible(self.reasons.isHidden())
        if not self.reasons.isHidden():
            self.reasons.begin()

    def _cancel(self, reason: str) -> None:
        self.reasons.hide()
        self._say(meetings.cancel, lambda _: self._ended(), reason=reason)

    def _not_counted(self) -> None:
        self._say(meetings.not_counted, lambda _: self._ended(), today=self._kit.clock.today())

    def _clear(self) -> None:
        self._say(meetings.clear, lambda _: None)

    def _say(self, command: Any, then: Callable[[object], None], **more: Any) -> None:
        if self._meeting is not None:
            self._kit.tasks.write(command, then, meeting=self._meeting, **more)

    def _verb(self, text: str, run: Callable[[], None], icon: Icon) -> QPushButton:
        made = button(self._kit.icons, Action(text, run, icon))
        self._labels.put(made.setText, text)
        return made
