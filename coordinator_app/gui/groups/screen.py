"""The groups by weekday, and one of them beside the list: its meetings, times, people and details."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from coordinator_app.core.groups import GroupCard
from coordinator_app.core.texts import matches
from coordinator_app.gui.groups import reading
from coordinator_app.gui.groups.cards import look
from coordinator_app.gui.groups.draft import Draft
from coordinator_app.gui.groups.one_group import OneGroup
from coordinator_app.gui.groups.reading import Overview, Shown
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, ListAndForm, Switch, scrolled
from coordinator_app.gui.kit.list import RowList
from coordinator_app.gui.kit.tab_order import begin_at
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words


class GroupsScreen:
    """What `Screen` asks."""

    name, title, icon = "groups", N_("Groups"), Icon.GROUPS
    kinds = frozenset(
        {
            "grp",
            "slot",
            "slot_date",
            "pause",
            "member",
            "meeting",
            "meeting_counsellor",
            "attendance",
            "person",
            "place",
            "consent",
            "contact",
        }
    )

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._cards: tuple[GroupCard, ...] = ()
        self._group: int | None = None
        self._on: dt.date | None = None
        self._wanted: int | None = None
        self._drafting = False
        self.primary: Action | None = Action(N_("New group"), self.begin, Icon.ADD, "Ctrl+N")
        self._labels = Labels(kit.voice.words)
        self.list: RowList[GroupCard] = RowList(kit, N_("Groups"), look, key=lambda card: card.id)
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda _: self.panes.show_form())
        self.list.searched.connect(lambda _: self._show_cards())
        self._ended = QCheckBox()
        self._labels.put(self._ended.setText, N_("Show ended groups too"))
        self._ended.clicked.connect(lambda _: self.reload())
        self.draft = Draft(kit, self._made, self._back)
        self.one = OneGroup(kit, self._look_at)
        self._draft_page = scrolled(self.draft)
        self._right = Switch(self._draft_page, self.one)
        self.panes: ListAndForm = ListAndForm(kit, _above(self.list, self._ended), self._right)
        self._empty = self._emptiness()
        self.widget = Switch(self._empty, self.panes)
        self.widget.addWidget(self.panes)
        self.widget.show_view(self._empty)
        self._right.show_view(self.one)
        # Most who come here say something of an evening, and its keys are at once at hand there.
        begin_at(self.widget, self.one.meetings.strip)

    def reload(self) -> None:
        self._kit.tasks.read(reading.overview, self._fill, today=self._kit.clock.today(), ended=self._ended.isChecked())
        self._read_group()

    def show_subject(self, subject: int) -> None:
        self._group = self._wanted = subject
        self._on, self._drafting = None, False
        self._read_group()
        self.list.choose(subject)
        self.panes.show_form()

    def begin(self) -> None:
        """Opens the card of a new group."""
        self.one.flush()
        self.widget.show_view(self.panes)
        self.panes.show_form()
        self._drafting = True
        self.list.choose_none()
        self._right.show_view(self._draft_page)
        self.draft.begin()

    def leave(self) -> None:
        self.one.flush()

    def say(self, words: Words) -> None:
        for part in (self._labels, self.list, self.draft, self.one, self.panes, self._empty):
            part.say(words)

    def _fill(self, overview: Overview) -> None:
        self._cards = overview.cards
        self.draft.offer(overview)
        self.one.offer(overview)
        self.widget.show_view(self.panes if self._cards or self._drafting or self._ended.isChecked() else self._empty)
        known = {card.id for card in self._cards}
        if self._group in known:
            self._wanted = None
        elif self._group is not None and self._group == self._wanted and not self._ended.isChecked():
            self._ended.setChecked(True)  # What was asked for by its id may have ended.
            self.reload()
        elif self._cards:
            self._group, self._wanted = self._cards[0].id, None
            self._read_group()
        self._show_cards()

    def _show_cards(self) -> None:
        typed = self.list.search.text()
        self.list.show_rows([card for card in self._cards if not typed or matches(typed, _texts(card))])
        if not self._drafting and self._group is not None:
            current = self.list.current()
            if current is None or current.id != self._group:
                self.list.choose(self._group)

    def _chosen(self, card: GroupCard) -> None:
        if card.id != self._group or self._drafting:
            self.one.flush()
            self._group, self._on, self._drafting = card.id, None, False
            self._read_group()

    def _read_group(self) -> None:
        if self._group is not None:
            today = self._kit.clock.today()
            tasks = self._kit.tasks.catching(lambda _: None)  # A group that is gone is replaced when the list comes.
            tasks.read(reading.shown, self._show, group=self._group, on=self._on or today, today=today)

    def _show(self, shown: Shown) -> None:
        if shown.group.id != self._group:
            return
        self.one.show_group(shown)
        if not self._drafting:
            made = self._right.currentWidget() is self._draft_page and self._wanted == shown.group.id
            self._right.show_view(self.one)
            if made:
                self.one.meetings.strip.setFocus()  # The card that had the keyboard is gone; what comes next is said of the evenings.

    def _look_at(self, day: dt.date) -> None:
        self._on = day
        self._read_group()

    def _made(self, group: int) -> None:
        self._group = self._wanted = group
        self._on, self._drafting = None, False
        self.one.tabs.setCurrentIndex(0)
        self._read_group()

    def _back(self) -> None:
        self._drafting = False
        self.reload()

    def _emptiness(self) -> EmptyState:
        empty = EmptyState(self._kit, Icon.GROUPS, N_("Your groups will be here."), self.primary)
        brings = button(self._kit.icons, Action(N_("Bring in from a file"), lambda: self._kit.go("importing", None), Icon.BRING_IN))
        self._labels.put(brings.setText, N_("Bring in from a file"))
        layout = empty.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, brings, 0, Qt.AlignmentFlag.AlignHCenter)
        return empty


def _texts(card: GroupCard) -> list[str | None]:
    return [card.name, *(slot.place_name for slot in card.slots)]


def _above(rows: RowList[GroupCard], below: QWidget) -> QWidget:
    left = QWidget()
    column = QVBoxLayout(left)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(rows, 1)
    column.addWidget(below)
    left.setFocusProxy(rows.view)
    return left
