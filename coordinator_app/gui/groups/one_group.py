"""One group beside the list: its name and rule, and five pages about it."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from coordinator_app.core import recurrence
from coordinator_app.core.kinds import MemberRole
from coordinator_app.gui.groups.details_tab import DetailsTab
from coordinator_app.gui.groups.meetings_tab import MeetingsTab
from coordinator_app.gui.groups.people_tab import PeopleTab
from coordinator_app.gui.groups.reading import Overview, Shown
from coordinator_app.gui.groups.rota_tab import RotaTab
from coordinator_app.gui.groups.times_tab import TimesTab
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import scrolled, text_label
from coordinator_app.i18n import N_, Words

_PAGES = (N_("Meetings"), N_("Times and breaks"), N_("Rota"), N_("People"), N_("Details"))


class OneGroup(QWidget):
    """`look_at(day)` is asked for when the meetings of another term are wanted."""

    def __init__(self, kit: Kit, look_at: Callable[[dt.date], None]) -> None:
        super().__init__()
        self._kit = kit
        self._shown: Shown | None = None
        self.meetings = MeetingsTab(kit, look_at)
        self.times, self.people, self.details = TimesTab(kit), PeopleTab(kit), DetailsTab(kit)
        self.rota = RotaTab(kit, look_at, self._add_counsellor)
        self._pages = (self.meetings, self.times, self.rota, self.people, self.details)
        self._name, self._rule = text_label("section"), text_label("quiet")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for page in self._pages:
            self.tabs.addTab(scrolled(page), "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self._rule)
        column.addWidget(self.tabs, 1)
        kit.theme.follow(self, lambda: self._describe(kit.voice.words))
        self.say(kit.voice.words)

    def show_group(self, shown: Shown) -> None:
        """Shows a group on every page."""
        self._shown = shown
        for page in self._pages:
            page.show_group(shown)
        self._describe(self._kit.voice.words)

    def offer(self, overview: Overview) -> None:
        """What the forms offer: places, services, reasons."""
        for page in (self.meetings, self.times, self.details):
            page.offer(overview)

    def flush(self) -> None:
        """Stores what is being typed."""
        self.details.form.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for page in self._pages:
            page.say(words)
        for at, title in enumerate(_PAGES):
            self.tabs.setTabText(at, words(title))
        self._describe(words)

    def _add_counsellor(self) -> None:
        self.tabs.setCurrentIndex(self._pages.index(self.people))
        self.people.begin(MemberRole.COUNSELLOR)

    def _describe(self, words: Words) -> None:
        if self._shown is not None:
            group, today = self._shown.group, self._shown.today
            held = [slot.rule for slot in group.slots if slot.rule.valid_until is None or slot.rule.valid_until >= today]
            said = " · ".join(recurrence.in_words(rule, words) for rule in held)
            self._name.setText(group.name)
            # Beside the list, which says the rule, it need not be said twice.
            self._rule.setVisible(self._kit.theme.one_pane)
            self._rule.setText(said[:1].upper() + said[1:])
