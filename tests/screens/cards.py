"""The tour's second part: what is opened on a screen, as a new record, the reason of a number, or what the office will see."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

from coordinator_app.core.kinds import MemberRole
from coordinator_app.gui.activities.feedback_tab import FeedbackTab
from coordinator_app.gui.activities.hours_tab import HoursTab
from coordinator_app.gui.activities.screen import ActivitiesScreen
from coordinator_app.gui.groups.one_group import OneGroup
from coordinator_app.gui.kit.subjects import organisation
from coordinator_app.gui.main_window import MainWindow
from coordinator_app.gui.people.alike_card import AlikeCard
from coordinator_app.gui.people.screen import PeopleScreen
from coordinator_app.gui.quarter.screen import QuarterScreen
from tests.gui.conftest import Script

W = TypeVar("W", bound=QWidget)
LAST_QUARTER = 2026 * 4 + 2


@dataclass(frozen=True, slots=True)
class Stop:
    """One view of the program; `come` leads there from anywhere."""

    name: str
    come: Callable[[], object]


def part(window: QWidget, kind: type[W]) -> W:
    """The part of that kind which is seen."""
    return next(each for each in window.findChildren(kind) if each.isVisible())


class Cards:
    """What can be opened in a main window; `ask` answers what is asked meanwhile."""

    def __init__(self, window: MainWindow, ask: Script, settle: Callable[[], None]) -> None:
        self._window, self._ask, self._settle = window, ask, settle

    def of_groups(self) -> Iterator[Stop]:
        """A new group, a meeting that is moved, a new meeting time, a break, one more man."""
        yield Stop("groups-new", partial(self._begin, "groups"))
        for name, begin in (("move", self._move), ("time", self._add_time), ("break", self._add_break), ("member", self._add_member)):
            yield Stop(f"groups-{name}", begin)

    def of_people(self) -> Iterator[Stop]:
        """A new person, an organisation, two entries of one man."""
        yield Stop("people-new", partial(self._begin, "people"))
        yield Stop("people-organisation", lambda: self._window.go("people", organisation(1)))
        yield Stop("people-alike", self._show_alike)
        if any(each.isVisible() for each in self._window.findChildren(AlikeCard)):
            yield Stop("people-merge", part(self._window, AlikeCard).findChildren(QPushButton)[1].click)

    def of_activities(self) -> Iterator[Stop]:
        """A new activity, enquiry and talk, and the cards that log hours and feedback and correct them."""
        screen = self._window.screen_of("activities")
        assert isinstance(screen, ActivitiesScreen)
        yield Stop("activities-new", lambda: self._begin_on(screen, screen.activities))
        yield Stop("activities-enquiry", lambda: self._begin_on(screen, screen.enquiries))
        yield Stop("activities-talk", screen.enquiries.new.talker.click)
        yield Stop("activities-hours", lambda: self._begin_on(screen, screen.hours))
        yield Stop("activities-feedback", lambda: self._begin_on(screen, screen.feedback))
        for name, tab in (("hours", screen.hours), ("feedback", screen.feedback)):
            yield Stop(f"activities-{name}-correct", partial(self._correct_on, screen, tab))

    def of_quarter(self) -> Iterator[Stop]:
        """Why a number is what it is; what the office will see, once it was said that all of it was so."""
        screen = self._window.screen_of("quarter")
        assert isinstance(screen, QuarterScreen)

        def ask_why() -> None:
            self._window.go("quarter", LAST_QUARTER)
            self._settle()
            screen.one.ask_why("visits.group", "all")

        yield Stop("quarter-why", ask_why)
        self._ask.answers.append("so")
        yield Stop("quarter-send", screen.send)
        self._settle()
        self._ask.answers.clear()

    def _begin(self, name: str) -> None:
        self._window.go(name)
        primary = self._window.screen_of(name).primary
        assert primary is not None
        primary.run()

    def _begin_on(self, screen: ActivitiesScreen, tab: QWidget) -> None:
        self._window.go("activities")
        screen.widget.setCurrentWidget(tab)
        self._settle()
        self._begin("activities")

    def _correct_on(self, screen: ActivitiesScreen, tab: HoursTab | FeedbackTab) -> None:
        """The first line is corrected."""
        self._window.go("activities")
        screen.widget.setCurrentWidget(tab)
        self._settle()
        tab.table.selectRow(0)
        tab.rows.corrector.click()

    def _group(self, tab: int) -> OneGroup:
        self._window.go("groups", 1)
        self._settle()
        one = part(self._window, OneGroup)
        one.tabs.setCurrentIndex(tab)
        return one

    def _move(self) -> None:
        self._group(0).meetings.chosen.mover.click()

    def _add_time(self) -> None:
        self._group(1).times.times.adder.click()

    def _add_break(self) -> None:
        self._group(1).times.breaks.lines.adder.click()

    def _add_member(self) -> None:
        self._group(3).people.begin(MemberRole.MEMBER)

    def _show_alike(self) -> None:
        self._window.go("people")
        screen = self._window.screen_of("people")
        assert isinstance(screen, PeopleScreen)
        screen.side.show_segment(organisations=False)
        screen.side.filter.show("alike")
        screen.side.filter.edited()
        self._settle()
        rows = screen.side.list.view
        rows.setCurrentIndex(rows.model().index(0, 0))
        screen.panes.show_form()
        self._settle()
