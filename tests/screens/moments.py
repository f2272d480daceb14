"""What is seen for a moment only: a menu, a calendar, the names offered under a line, what cannot be done, work that goes on."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from coordinator_app.bootstrap import documents
from coordinator_app.core.kinds import MemberRole
from coordinator_app.gui.activities.screen import ActivitiesScreen
from coordinator_app.gui.groups.one_group import OneGroup
from coordinator_app.gui.importing.screen import ImportingScreen
from coordinator_app.gui.kit.form import Form
from coordinator_app.gui.kit.progress import WorkBar
from coordinator_app.gui.kit.tab_order import bring_into_view
from coordinator_app.gui.main_window import MainWindow
from coordinator_app.gui.printing.output import Output
from coordinator_app.gui.quarter.screen import QuarterScreen
from coordinator_app.gui.settings.backup_page import BackupPage
from coordinator_app.gui.settings.screen import number_of
from tests.gui.conftest import Script
from tests.gui.keys import press, type_text
from tests.screens.cards import LAST_QUARTER, part
from tests.screens.tour import PEOPLE_FILE, Tour

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Moment:
    """`shown` brings it about in the language of the day, gives what pops up over the window, if anything does, and puts it away."""

    name: str
    shown: Callable[[], AbstractContextManager[QWidget | None]]


def picture(window: QWidget, over: QWidget | None) -> QPixmap:
    """The window, and what pops up over it in its place."""
    drawn = window.grab()
    if over is not None:
        painter = QPainter(drawn)
        painter.drawPixmap(over.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint()), over.grab())
        painter.end()
    return drawn


class Moments:
    """All of them, in the main window of a tour; files are saved in `place`."""

    def __init__(self, tour: Tour, place: Path) -> None:
        window, ask = tour.window, tour.program.kit.ask
        assert isinstance(window, MainWindow)
        assert isinstance(ask, Script)
        self._tour, self._window, self._ask, self._place = tour, window, ask, place

    def all(self) -> Iterator[Moment]:
        for at, name in enumerate(("book", "edit", "view", "help")):
            yield Moment(f"menu-{name}", partial(self._popped, partial(self._open_menu, at)))
        yield Moment("calendar-popup", partial(self._popped, self._open_calendar))
        yield Moment("calendar-popup-below", partial(self._popped, self._open_calendar_below))
        yield Moment("names-offered", partial(self._popped, self._offer_names))
        yield Moment("choice-open", partial(self._popped, self._open_choice))
        yield Moment("refused-banner", self._refused)
        yield Moment("refused-field", self._refused_field)
        yield Moment("work-reading", partial(self._at_work, self._come_to_files, self._read_files))
        yield Moment("work-printing", partial(self._at_work, self._come_to_poster, self._make_document))
        yield Moment("work-backup", self._backing_up)

    @contextmanager
    def _popped(self, open_: Callable[[], None]) -> Iterator[QWidget]:
        open_()
        self._tour.lay_out()
        over = QApplication.activePopupWidget()
        assert over is not None
        yield over
        over.close()
        self._tour.lay_out()

    def _open_menu(self, at: int) -> None:
        self._window.go("home")
        self._tour.settle()
        bar = self._window.menuBar()
        menu = bar.actions()[at].menu()
        assert isinstance(menu, QWidget)
        place = bar.actionGeometry(bar.actions()[at]).bottomLeft()
        menu.popup(bar.mapToGlobal(place))  # type: ignore[attr-defined]

    def _activities(self) -> ActivitiesScreen:
        self._window.go("activities")
        screen = self._window.screen_of("activities")
        assert isinstance(screen, ActivitiesScreen)
        return screen

    def _hours(self) -> Form:
        """The card that logs hours."""
        screen = self._activities()
        screen.widget.setCurrentWidget(screen.hours)
        self._tour.settle()
        # What was typed the time before would be there again.
        screen.hours.new.panel.close_unused()
        screen.hours.begin()
        self._tour.settle()
        return screen.hours.new.panel.form

    def _open_calendar(self) -> None:
        day = self._hours().row("on")
        day.focus()
        press(day.editor.focus, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    def _open_calendar_below(self) -> None:
        """Of a field that stands low in the window."""
        self._window.go("groups", 1)
        self._tour.settle()
        one = part(self._window, OneGroup)
        one.tabs.setCurrentIndex(3)
        one.people.begin(MemberRole.MEMBER)
        self._tour.settle()
        day = one.people.panel.form.row("since")
        day.focus()
        press(day.editor.focus, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    def _offer_names(self) -> None:
        form = self._hours()
        # By the Tab key, so that the line comes into view.
        form.row("task").focus()
        press(form.row("task").editor.focus, Qt.Key.Key_Tab)
        type_text(form.row("person").editor.focus, "vi")

    def _open_choice(self) -> None:
        form = self._hours()
        form.row("service").focus()
        press(form.row("service").editor.focus, Qt.Key.Key_Tab)
        choice = form.row("task").editor.focus
        assert isinstance(choice, QComboBox)
        choice.showPopup()

    @contextmanager
    def _refused(self) -> Iterator[None]:
        """A quarter that goes on is not sent."""
        self._window.go("quarter", LAST_QUARTER + 1)
        self._tour.settle()
        screen = self._window.screen_of("quarter")
        assert isinstance(screen, QuarterScreen)
        screen.send()
        self._tour.settle()
        yield None

    @contextmanager
    def _refused_field(self) -> Iterator[None]:
        """More agreed than answered."""
        screen = self._activities()
        screen.widget.setCurrentWidget(screen.feedback)
        self._tour.settle()
        screen.feedback.begin()
        form = screen.feedback.panel.form
        for name, value in (("question", "helped"), ("asked", 10), ("answers", 8), ("agree", 9)):
            form.row(name).show_value(value)
        screen.feedback.panel.take()
        self._tour.settle()
        yield None
        screen.feedback.panel.close_unused()

    @contextmanager
    def _at_work(self, come: Callable[[], None], begin: Callable[[], None]) -> Iterator[None]:
        """A long job waits for another before it, so that its bar can be looked at."""
        go_on = threading.Event()
        come()
        self._tour.settle()
        self._tour.program.kit.tasks.run(lambda _: go_on.wait(_LONGEST), lambda _: None)
        begin()
        bars = self._window.findChildren(WorkBar)
        for _ in range(_LONGEST):
            QTest.qWait(100)
            if any(each.isVisible() for each in bars):
                break
        bring_into_view(next(each for each in bars if each.isVisible()))
        self._tour.lay_out()
        yield None
        go_on.set()
        self._tour.settle()

    def _come_to_files(self) -> None:
        self._window.go("importing")

    def _read_files(self) -> None:
        screen = self._window.screen_of("importing")
        assert isinstance(screen, ImportingScreen)
        screen.bring([PEOPLE_FILE])

    def _come_to_poster(self) -> None:
        self._window.go("printing")
        self._tour.settle()
        self._tour.choose_document(documents.POSTER)

    def _make_document(self) -> None:
        self._ask.paths.append(self._place / "poster.pdf")
        part(self._window, Output).save.click()

    @contextmanager
    def _backing_up(self) -> Iterator[None]:
        go_on = threading.Event()
        self._window.go("settings", number_of(BackupPage))
        self._tour.settle()
        self._tour.program.kit.tasks.with_book(lambda _: go_on.wait(_LONGEST), lambda _: None)
        primary = part(self._window, BackupPage).primary
        assert primary is not None
        primary.run()
        self._tour.lay_out()
        yield None
        go_on.set()
        self._tour.settle()
