"""Everything that is not a group meeting, in four segments."""

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from coordinator_app.core import enquiries
from coordinator_app.core.enquiries import EnquiryRow, TalkRow
from coordinator_app.gui.activities.activities_tab import ActivitiesTab
from coordinator_app.gui.activities.enquiries_tab import EnquiriesTab
from coordinator_app.gui.activities.feedback_tab import FeedbackTab
from coordinator_app.gui.activities.hours_tab import HoursTab
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.memory import remember_tab
from coordinator_app.gui.kit.subjects import CaseSubject, case_of
from coordinator_app.i18n import N_, Words

Tab = ActivitiesTab | EnquiriesTab | HoursTab | FeedbackTab
T = TypeVar("T", bound=Tab)
_TABS: tuple[type[Tab], ...] = (ActivitiesTab, EnquiriesTab, HoursTab, FeedbackTab)


class ActivitiesScreen:
    """What `Screen` asks. Only the segment that is seen asks the book; Ctrl+E logs an enquiry from any of them."""

    name, title, icon = "activities", N_("Activities"), Icon.ACTIVITIES
    kinds = frozenset(
        {
            *("activity", "activity_person", "activity_organisation", "series", "place", "organisation", "person", "grp"),
            *("enquiry", "support_talk", "referral", "volunteer_hours", "sampled_month", "feedback_tally"),
        }
    )

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self.widget = QTabWidget()
        self.widget.setDocumentMode(True)
        self.widget.tabBar().setDrawBase(False)
        for kind in _TABS:
            self.widget.addTab(QWidget(), kit.voice.words(kind.title))
        remember_tab(self.widget, kit.memory, self.name)
        self._at = self.widget.currentIndex()
        self.primary: Action | None = self._shown.primary
        self.widget.currentChanged.connect(self._turned)
        self._log = QShortcut("Ctrl+E", self.widget, self.log_enquiry)

    @property
    def activities(self) -> ActivitiesTab:
        return self._tab(ActivitiesTab)

    @property
    def enquiries(self) -> EnquiriesTab:
        return self._tab(EnquiriesTab)

    @property
    def hours(self) -> HoursTab:
        return self._tab(HoursTab)

    @property
    def feedback(self) -> FeedbackTab:
        return self._tab(FeedbackTab)

    def reload(self) -> None:
        self._shown.reload()

    def show_subject(self, subject: int) -> None:
        """An activity, by its id; an enquiry or a talk as `subjects.CaseSubject` tells it."""
        case = case_of(subject)
        if case is None:
            self.widget.setCurrentWidget(self.activities)
            self.activities.show_subject(subject)
        else:
            self.widget.setCurrentWidget(self.enquiries)
            tasks = self._kit.tasks.catching(lambda _: None)  # One that is gone meanwhile leaves the list as it is.
            if case.kind == "enquiry":
                tasks.read(enquiries.one, partial(self._show_case, case), enquiry=case.id)
            else:
                tasks.read(enquiries.one_talk, partial(self._show_case, case), talk=case.id)

    def _show_case(self, case: CaseSubject, row: EnquiryRow | TalkRow) -> None:
        self.enquiries.leave()
        self.enquiries.turn_to((case.kind, case.id), row.on)
        self.enquiries.reload()
        self.enquiries.panes.show_form()

    def leave(self) -> None:
        self._shown.leave()

    def say(self, words: Words) -> None:
        for at, kind in enumerate(_TABS):
            self.widget.setTabText(at, words(kind.title))
            tab = self.widget.widget(at)
            if isinstance(tab, kind):
                tab.say(words)

    @property
    def _shown(self) -> Tab:
        return self._tab(_TABS[self._at])

    def _tab(self, kind: type[T]) -> T:
        """A segment takes the place that is kept for it when it is first asked for: all four at once would keep the window."""
        at = next(at for at, each in enumerate(_TABS) if each is kind)
        there = self.widget.widget(at)
        if isinstance(there, kind):
            return there
        made = kind(self._kit)
        made.say(self._kit.voice.words)
        with QSignalBlocker(self.widget):
            self.widget.insertTab(at, made, self.widget.tabText(at))
            self.widget.removeTab(at + 1)
            self.widget.setCurrentIndex(self._at)
        assert there is not None
        there.deleteLater()
        return made

    def _turned(self, at: int) -> None:
        self.leave()
        self._at = at
        self.primary = self._shown.primary
        self._kit.go(self.name, None)
        self.reload()

    def log_enquiry(self) -> None:
        """Opens the card of a new enquiry."""
        self.widget.setCurrentWidget(self.enquiries)
        self.enquiries.begin()
