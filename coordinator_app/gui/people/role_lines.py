"""What a person is to the work: a box for each role, and since when he has it."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from coordinator_app.core.errors import CoordinatorError
from coordinator_app.core.kinds import PersonRole
from coordinator_app.core.people import RoleRow
from coordinator_app.core.people.said import ROLES
from coordinator_app.core.texts import beginning
from coordinator_app.gui.kit.day_editors import DateEditor
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.form import STORE_AFTER_MS, WIDEST
from coordinator_app.gui.kit.half_typed import HalfTyped
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.reading import Unreadable
from coordinator_app.i18n import N_, Words


class RoleLines(QWidget):
    """`ticked(role, on)` when a box is pressed, `dated(role, since)` when a day has changed."""

    def __init__(
        self,
        kit: Kit,
        ticked: Callable[[PersonRole, bool], object],
        dated: Callable[[PersonRole, dt.date | None], object],
    ) -> None:
        super().__init__()
        self._kit = kit
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(3, 1)
        self.waits: Callable[[], object] = lambda: None
        self.fault = FaultLine(kit)
        self.lines = {role: _Line(kit, role, ticked, dated, self.fault, self._half) for role in PersonRole}
        for at, line in enumerate(self.lines.values()):
            for column, part in enumerate((line.box, line.about, line.day.widget)):
                grid.addWidget(part, at, column, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.fault, len(self.lines), 0, 1, 4)
        kit.theme.changed.connect(self._measure)
        self._measure()

    def show_roles(self, roles: Sequence[RoleRow], today: dt.date) -> None:
        """Ticks those he has today; one that has ended says until when he had it."""
        had = {row.role: row for row in roles}
        for role, line in self.lines.items():
            line.show_role(had.get(role), today, self._kit.voice.words)

    def drop(self) -> None:
        """Forgets what is not stored, before another's are shown."""
        self.fault.right()
        for line in self.lines.values():
            line.drop()
        self.waits()

    def half_typed(self) -> HalfTyped:
        """The days that are being typed, by the role."""
        return {role: half for role, line in self.lines.items() if (half := line.half_typed())}

    def type_again(self, half: HalfTyped) -> None:
        """Puts such days back, as if they were just left, unless the book has others by now."""
        for role, line in self.lines.items():
            if role in half:
                line.type_again(*half[role])

    def flush(self) -> None:
        """Stores a day that is being typed."""
        for line in self.lines.values():
            line.take(left=True)

    def refuse(self, error: CoordinatorError) -> None:
        """Says why the book did not take a day."""
        self.fault.wrong(error.said)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for line in self.lines.values():
            line.say(words)

    def _half(self) -> None:
        self.waits()

    def _measure(self) -> None:
        self.setMaximumWidth(self._kit.theme.px(WIDEST))
        for line in self.lines.values():
            line.day.widget.setFixedWidth(self._kit.theme.px(190))


class _Line(QObject):
    """One role: its box, `since` or `until`, and the day."""

    def __init__(
        self,
        kit: Kit,
        role: PersonRole,
        ticked: Callable[[PersonRole, bool], object],
        dated: Callable[[PersonRole, dt.date | None], object],
        fault: FaultLine,
        waits: Callable[[], object],
    ) -> None:
        super().__init__()
        self._kit, self._role, self._dated, self._fault, self._waits = kit, role, dated, fault, waits
        self._row: RoleRow | None = None
        self._today = kit.clock.today()
        self._waiting, self._sent = False, 0
        self.box = QCheckBox()
        self.box.clicked.connect(lambda on: ticked(role, on))
        self.about = text_label("quiet", wrap=False)
        self.day = DateEditor(kit)
        self.day.edited = self._typed
        self.day.focus.installEventFilter(self)
        self._timer = QTimer(self, singleShot=True, interval=STORE_AFTER_MS)
        self._timer.timeout.connect(lambda: self.take(left=False))
        self.say(kit.voice.words)

    def show_role(self, row: RoleRow | None, today: dt.date, words: Words) -> None:
        self._row, self._today = row, today
        self.box.setChecked(self._holds())
        self.day.widget.setVisible(self._holds())
        day = row.since if row else None
        if not (self._waiting or self.day.being_typed(day)) and self._kit.tasks.changes.knows(self._sent):
            self.day.show(day)
        self._tell(words)

    def drop(self) -> None:
        """Forgets a day that is not stored."""
        self._waiting, self._sent = False, 0
        self._timer.stop()

    def half_typed(self) -> tuple[str, str] | None:
        """The day as it stands and what the book has, while it is not stored."""
        return (self.day.typed(), self._in_book()) if self._waiting else None

    def type_again(self, typed: str, over: str) -> None:
        """Puts a day back, as if it were just left."""
        if not self._waiting and over == self._in_book():
            self.day.type_again(typed)
            self.take(left=True)

    def take(self, *, left: bool) -> None:
        """Stores the day, if it has changed and can be read."""
        self._timer.stop()
        if not self._waiting:
            return
        try:
            since = self.day.read()
        except Unreadable as error:
            if left:
                self._fault.wrong(error.said)
            return
        self._waiting = False
        self._fault.right()
        if self._row is not None and since != self._row.since:
            self._dated(self._role, since)
            self._sent = self._kit.tasks.changes.asked
        self._waits()

    def say(self, words: Words) -> None:
        name = beginning(words(ROLES[self._role]))
        self.box.setText(name)
        self.day.say(words)
        self.day.focus.setAccessibleName(words(N_("{role}, since"), role=name))
        self._tell(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.take(left=True)
        return False

    def _holds(self) -> bool:
        return self._row is not None and (self._row.until is None or self._row.until >= self._today)

    def _tell(self, words: Words) -> None:
        if self._row is None:
            self.about.setText("")
        elif self._holds():
            self.about.setText(words(N_("since")))
        else:
            assert self._row.until is not None
            self.about.setText(words(N_("until {day}"), day=words.date(self._row.until)))

    def _in_book(self) -> str:
        return str(self._row and self._row.since)

    def _typed(self) -> None:
        self._waiting = True
        self._timer.start()
        self._waits()
