"""Attendance: one meeting after another until none is missing, or a month's numbers in a grid."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from coordinator_app.gui.attendance import reading
from coordinator_app.gui.attendance.grid_view import GridView
from coordinator_app.gui.attendance.modes import Modes
from coordinator_app.gui.attendance.reading import Opened
from coordinator_app.gui.attendance.sheet import SheetView
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import N_, Words


class AttendanceScreen:
    """What `Screen` asks; others come here by `kit.go("attendance", meeting)`."""

    name, title, icon = "attendance", N_("Attendance"), Icon.ATTENDANCE
    kinds = frozenset({"meeting", "attendance", "member", "person", "grp"})

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._meeting: int | None = None
        self._on: dt.date | None = None
        self.primary: Action | None = Action(N_("Done"), self.finish, Icon.CHECK)
        self.sheet = SheetView(kit)
        self.sheet.done.connect(self.finish)
        self.sheet.ended.connect(self._go_on)
        self.sheet.skipped.connect(self._go_on)
        self.grid = GridView(kit, self._look_at, self.show_subject)
        self.modes = Modes(kit, self.sheet, self.grid, self._choose_mode)
        self.widget: QWidget = self.modes

    def reload(self) -> None:
        self.sheet.new_man.forget_known()
        tasks, today = self._kit.tasks, self._kit.clock.today()
        if self.modes.in_grid:
            tasks.read(reading.month, self.grid.show_month, on=self._on or today, today=today)
        elif self._meeting is not None:
            tasks.read(reading.opened, self._show, meeting=self._meeting, today=today)
        else:
            tasks.read(reading.next_missing, self._begin, today=today)

    def show_subject(self, subject: int) -> None:
        if subject != self._meeting and self.sheet.dirty():
            self.leave()
        self.grid.flush()
        self._meeting = subject
        self.modes.show_mode(in_grid=False)
        self.reload()

    def leave(self) -> None:
        if self.modes.in_grid:
            self.grid.flush()
        elif self.sheet.dirty():
            self.sheet.store(lambda: self.sheet.setEnabled(True))

    def say(self, words: Words) -> None:
        for part in (self.modes, self.sheet, self.grid):
            part.say(words)

    def finish(self) -> None:
        """Stores what is shown and goes on to the next meeting that is not recorded."""
        if self.modes.in_grid:
            self.grid.flush()
            self._kit.go("groups", None)
        else:
            self.sheet.store(self._go_on)

    def _go_on(self) -> None:
        self._kit.tasks.read(reading.next_missing, self._arrive, today=self._kit.clock.today(), after=self._meeting)

    def _arrive(self, meeting: int | None) -> None:
        if meeting is None:
            self.sheet.setEnabled(True)
            self._kit.notice.tell(self._kit.voice.words(N_("Every meeting is recorded.")))
            self._kit.go("home", None)
        else:
            self.show_subject(meeting)

    def _begin(self, meeting: int | None) -> None:
        """Come here for no meeting in particular: the oldest missing one, or the grid when none is."""
        if self._meeting is not None:
            return
        if meeting is None:
            self._choose_mode(in_grid=True)
        else:
            self.show_subject(meeting)

    def _show(self, opened: Opened) -> None:
        if opened.sheet.meeting.id == self._meeting:
            self.sheet.show_sheet(opened)

    def _choose_mode(self, in_grid: bool) -> None:
        self.leave()
        if in_grid and self._on is None and self.sheet.opened is not None:
            self._on = self.sheet.opened.sheet.meeting.held_on
        self.modes.show_mode(in_grid=in_grid)
        self.reload()
        if in_grid:
            self.grid.table.setFocus()
        else:
            self.sheet.begin()

    def _look_at(self, day: dt.date) -> None:
        self.grid.flush()
        self._on = day
        self.reload()
