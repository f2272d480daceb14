"""One group beside the list: its name and rule, and five pages about it."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from coordinator_app.core import recurrence
from coordinator_app.core.catalogue import Catalogue
from coordinator_app.core.kinds import MemberRole
from coordinator_app.core.mailing import Mailing
from coordinator_app.core.texts import beginning
from coordinator_app.gui.groups import reading
from coordinator_app.gui.groups.details_tab import DetailsTab
from coordinator_app.gui.groups.meetings_tab import MeetingsTab
from coordinator_app.gui.groups.people_tab import PeopleTab
from coordinator_app.gui.groups.reading import Overview, Shown
from coordinator_app.gui.groups.rota_tab import RotaTab
from coordinator_app.gui.groups.times_tab import TimesTab
from coordinator_app.gui.kit.actions import Action, verb_button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import Switch, scrolled, text_label, when_resized
from coordinator_app.gui.kit.mail_view import MailView
from coordinator_app.gui.kit.memory import remember_tab
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

_PAGES = (N_("Meetings"), N_("Times and breaks"), N_("Rota"), N_("People"), N_("Details"))

# In pixels at 100 % text: as high must the place be for a line that could be left out.
_ROOMY = 250


class OneGroup(QWidget):
    """`look_at(day)` is asked for when the meetings of another term are wanted."""

    def __init__(self, kit: Kit, look_at: Callable[[dt.date], None]) -> None:
        super().__init__()
        self._kit = kit
        self._shown: Shown | None = None
        self._catalogue: Catalogue | None = None
        self.meetings = MeetingsTab(kit, look_at)
        self.times, self.people, self.details = TimesTab(kit), PeopleTab(kit), DetailsTab(kit)
        self.rota = RotaTab(kit, look_at, self._add_counsellor)
        self._pages = (self.meetings, self.times, self.rota, self.people, self.details)
        self._behind: set[QWidget] = set()
        self._name, self._rule = text_label("section"), text_label("quiet")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for page in self._pages:
            self.tabs.addTab(scrolled(page), "")
        remember_tab(self.tabs, kit.memory, "groups")
        self.tabs.currentChanged.connect(lambda _: self._catch_up())
        self._labels = Labels(kit.voice.words)
        self.writer = verb_button(kit.icons, self._labels, Action(N_("Write to the group"), self.write, Icon.EMAIL, "Ctrl+M"), "quiet")
        self.mail = MailView(kit, self._leave_mail, N_("Back to the group"))
        self._mail_page = scrolled(self.mail)
        self._body = Switch(self._mail_page, self.tabs)
        self._body.addWidget(self._mail_page)
        self._lay_out()
        # A moment later: what is shown may change the size of its place, and what is hidden within that is seen all the same.
        for told in (kit.theme.follow, when_resized):
            told(self, lambda: QTimer.singleShot(0, self, lambda: self._describe(kit.voice.words)))
        self.say(kit.voice.words)

    def show_group(self, shown: Shown) -> None:
        """Shows a group on the page that is seen, on the others when they are turned to; a message to the group is brought up to date."""
        if self._shown is not None and self._shown.group.id == shown.group.id and self.writing:
            self._ask_mail(shown, self._show_mail)
        else:
            self._body.show_view(self.tabs)
        self._shown, self._behind = shown, set(self._pages)
        self._catch_up()
        self._describe(self._kit.voice.words)

    def offer(self, overview: Overview) -> None:
        """What the forms offer: places, services, reasons."""
        self._catalogue = overview.catalogue
        for page in (self.meetings, self.times, self.people, self.details):
            page.offer(overview)
        self._describe(self._kit.voice.words)

    @property
    def writing(self) -> bool:
        """Whether a message to the group is shown."""
        return self._body.currentWidget() is self._mail_page

    def write(self) -> None:
        """Shows whom a message to the group reaches, and where it begins."""
        if self._shown is not None:
            self._ask_mail(self._shown, self._begin_mail)

    def flush(self) -> None:
        """Stores what is being typed."""
        self.details.form.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self._labels, self.mail, *self._pages):
            part.say(words)
        for at, title in enumerate(_PAGES):
            self.tabs.setTabText(at, words(title))
        self._describe(words)

    def _catch_up(self) -> None:
        page = self._pages[self.tabs.currentIndex()]
        if self._shown is not None and page in self._behind:
            self._behind.discard(page)
            page.show_group(self._shown)

    def _add_counsellor(self) -> None:
        self.tabs.setCurrentIndex(self._pages.index(self.people))
        self.people.begin(MemberRole.COUNSELLOR)

    def _ask_mail(self, shown: Shown, then: Callable[[Mailing], object]) -> None:
        """Asks whom a message reaches; the answer is for the group it was asked of and for no other."""

        def answered(found: Mailing) -> None:
            if self._shown is not None and self._shown.group.id == shown.group.id:
                then(found)

        tasks = self._kit.tasks.catching(lambda _: self._leave_mail())
        tasks.read(reading.message, answered, group=shown.group.id, today=shown.today)

    def _begin_mail(self, found: Mailing) -> None:
        self._body.show_view(self._mail_page)
        self._show_mail(found)
        self._describe(self._kit.voice.words)
        self.mail.begin()

    def _show_mail(self, found: Mailing) -> None:
        if self._shown is not None:
            name = self._shown.group.name
            self.mail.show_mailing(lambda _words: name, found)

    def _leave_mail(self) -> None:
        self._body.show_view(self.tabs)
        self._describe(self._kit.voice.words)
        self.writer.setFocus()

    def _describe(self, words: Words) -> None:
        if self._shown is not None:
            group, today = self._shown.group, self._shown.today
            held = [slot.rule for slot in group.slots if slot.rule.valid_until is None or slot.rule.valid_until >= today]
            said = " · ".join(recurrence.in_words(rule, words) for rule in held)
            self._name.setText(group.name)
            # A message has its own heading; and beside the list, which says the rule, it need not be said twice.
            self._name.setVisible(not self.writing)
            # On a small screen in large text every line is needed by the page, one of which says the rule, too.
            roomy = self.height() >= self._kit.theme.px(_ROOMY)
            self._rule.setVisible(self._kit.theme.one_pane and roomy and not self.writing)
            self._rule.setText(beginning(said))
            self.writer.setVisible(not self.writing and _may_be_written_to(self._shown, self._catalogue))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.writer, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._rule)
        column.addWidget(self._body, 1)


def _may_be_written_to(shown: Shown, catalogue: Catalogue | None) -> bool:
    ended = shown.group.ended is not None and shown.group.ended < shown.today
    return not ended and catalogue is not None and not catalogue.is_sensitive(shown.group.service)
