"""The calendar: a month, a week or a list, and what can be done with the things on it."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core.calendar import Event
from coordinator_app.gui.calendar import pages, reading, said
from coordinator_app.gui.calendar.bar import Bar, View
from coordinator_app.gui.calendar.grid_page import GridPage
from coordinator_app.gui.calendar.list_page import ListPage
from coordinator_app.gui.calendar.reading import Shown
from coordinator_app.gui.calendar.said import Key
from coordinator_app.gui.calendar.saving import Saving
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, Switch
from coordinator_app.gui.kit.tab_order import begin_at
from coordinator_app.i18n import N_, Words

_VIEW = "calendar/view"
_TABLE = 760


class CalendarScreen:
    """What `Screen` asks. Its subject is a day, by its ordinal."""

    name, title, icon = "calendar", N_("Calendar"), Icon.CALENDAR
    kinds = frozenset(
        {"grp", "slot", "slot_date", "pause", "meeting", "meeting_counsellor", "member", "activity", "activity_person", "person", "place"}
        | {"setting", "taken_in"}
    )

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._at = kit.clock.today()
        self._shown: Shown | None = None
        self._group: int | None = None
        self._wanted: Key | None = None
        self._seen: View | None = None
        kept = kit.memory.text(_VIEW)
        self._view = View(kept) if kept in set(View) else View.MONTH
        self.primary: Action | None = Action(N_("Save as a calendar file"), self._save, Icon.TAKE_OUT, "Ctrl+S")
        self.bar, self.grid, self.list = Bar(kit), GridPage(kit), ListPage(kit)
        to_groups = Action(N_("Go to the groups"), lambda: kit.go("groups", None), Icon.GROUPS)
        self._empty = EmptyState(kit, Icon.CALENDAR, N_("The groups’ meetings and your activities will be here."), to_groups)
        self._page, self.widget = Page(kit), Switch()
        self._page.keep(self.grid, self.list)
        self._page.show_view(self.grid)
        self._whole = _under(self.bar, self._page)
        self.widget.keep(self._empty, self._whole)
        self.widget.show_view(self._whole)
        begin_at(self.widget, self._page)
        self._saving = Saving(kit, self.widget)
        self._connect()

    @property
    def view(self) -> View:
        """How the days are shown: as the user chose, but as a list where there is no room for seven columns."""
        return self._view if self._page.has_room(_TABLE) else View.LIST

    def reload(self) -> None:
        span, today = pages.span_of(self.view, self._at), self._kit.clock.today()
        self._kit.tasks.read(reading.shown, self._fill, span=span, today=today, language=self._kit.voice.words.language)

    def show_subject(self, subject: int) -> None:
        self._go(dt.date.fromordinal(subject))

    def leave(self) -> None:
        self.grid.leave()

    def say(self, words: Words) -> None:
        for part in (self.bar, self.grid, self.list, self._empty):
            part.say(words)
        self._say_page()
        if self._shown is not None and self._shown.language is not words.language:
            self.reload()

    def _fill(self, shown: Shown) -> None:
        if shown.span != pages.span_of(self.view, self._at):
            return  # The user has turned the page since.
        if shown.language is not self._kit.voice.words.language:
            self.reload()  # He has chosen another language since, and the names of public holidays come with the days.
            return
        self._shown, self._seen = shown, self.view
        days = reading.of_group(shown.days, self._group)
        wanted, self._wanted = self._wanted, None
        self.bar.offer(shown.groups, self._group)
        if self.view is View.LIST:
            self.list.show_days(days, shown, self._at, wanted)
        else:
            self.grid.show_days(days, shown, self._at.month if self.view is View.MONTH else None, self._at, wanted)
        self._page.show_view(self.list if self.view is View.LIST else self.grid)
        self._say_page()
        self.widget.show_view(self._empty if shown.nothing else self._whole)

    def _go(self, day: dt.date) -> None:
        self._at = day
        self.list.list.choose_none()
        self.reload()

    def _show_as(self, view: View) -> None:
        if self.view is View.LIST:
            self._at = self.list.at() or self._at
        self._view = view
        self._kit.memory.keep(_VIEW, str(view))
        self._go(self._at)

    def _narrow(self, group: int | None) -> None:
        self._group = group
        self.reload()

    def _moved(self, event: Event, to: dt.date) -> None:
        """The cursor follows what was moved when the change is told of, which is next."""
        self._at, self._wanted = to, said.key_of(event)

    def _pointed(self) -> None:
        self._at = self.grid.grid.day() or self._at

    def _save(self) -> None:
        self._saving.begin(self._group, has_sensitive=self._shown is not None and self._shown.has_sensitive)

    def _say_page(self) -> None:
        title = pages.said(self.view, self._at, self._kit.voice.words)
        self.bar.show_at(title, self._at, self.view, choosable=self._page.has_room(_TABLE))

    def _connect(self) -> None:
        def turn(by: int) -> None:
            self._go(pages.turned(self.view, self._at, by))

        def list_day(day: dt.date) -> None:
            self._at = day
            self._show_as(View.LIST)

        def resized() -> None:
            if self._shown is not None and self._seen is not self.view:
                self.reload()  # A list has other days than a table.

        self.bar.turned.connect(turn)
        self.bar.went.connect(self._go)
        self.bar.viewed.connect(self._show_as)
        self.bar.narrowed.connect(self._narrow)
        asked = {"today": self.bar.today, "jump": self.bar.jump}
        for page in (self.grid, self.list):
            page.moved.connect(self._moved)
            page.asked.connect(lambda verb: asked[verb]())
        self.grid.grid.chosen.connect(self._pointed)
        self.grid.grid.look_at.connect(self._go)
        self.grid.grid.turned.connect(turn)
        self.grid.grid.crowded.connect(list_day)
        self._page.resized.connect(resized)
        self._kit.theme.follow(self.widget, resized)


class Page(Switch):
    """The place of the views; `resized()` when it becomes wider or narrower."""

    resized = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit

    def has_room(self, width: int) -> bool:
        """Whether it is so wide, in pixels for text at 100 %."""
        return self.width() >= self._kit.theme.px(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.resized.emit()


def _under(bar: QWidget, page: Switch) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addWidget(bar)
    column.addWidget(page, 1)
    return whole
