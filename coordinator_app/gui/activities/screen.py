"""Everything that is not a group meeting, in four segments."""

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QTabWidget

from coordinator_app.gui.activities.activities_tab import ActivitiesTab
from coordinator_app.gui.activities.enquiries_tab import EnquiriesTab
from coordinator_app.gui.activities.feedback_tab import FeedbackTab
from coordinator_app.gui.activities.hours_tab import HoursTab
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.i18n import N_, Words


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
        self.activities, self.enquiries = ActivitiesTab(kit), EnquiriesTab(kit)
        self.hours, self.feedback = HoursTab(kit), FeedbackTab(kit)
        self._tabs: tuple[ActivitiesTab | EnquiriesTab | HoursTab | FeedbackTab, ...] = (
            self.activities,
            self.enquiries,
            self.hours,
            self.feedback,
        )
        self.widget = QTabWidget()
        self.widget.setDocumentMode(True)
        self.widget.tabBar().setDrawBase(False)
        for tab in self._tabs:
            self.widget.addTab(tab, kit.voice.words(tab.title))
        self._at = 0
        self.primary: Action | None = self.activities.primary
        self.widget.currentChanged.connect(self._turned)
        self._log = QShortcut("Ctrl+E", self.widget, self._log_enquiry)

    def reload(self) -> None:
        self._tabs[self._at].reload()

    def show_subject(self, subject: int) -> None:
        """An activity, by its id."""
        self.widget.setCurrentWidget(self.activities)
        self.activities.show_subject(subject)

    def leave(self) -> None:
        self._tabs[self._at].leave()

    def say(self, words: Words) -> None:
        for at, tab in enumerate(self._tabs):
            self.widget.setTabText(at, words(tab.title))
            tab.say(words)

    def _turned(self, at: int) -> None:
        self.leave()
        self._at = at
        self.primary = self._tabs[at].primary
        self._kit.go(self.name, None)
        self.reload()

    def _log_enquiry(self) -> None:
        self.widget.setCurrentWidget(self.enquiries)
        self.enquiries.begin()
