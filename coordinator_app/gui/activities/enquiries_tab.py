"""Enquiries and support talks of a quarter, and one of them beside the list."""

import datetime as dt
from collections.abc import Hashable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator_app.core.periods import Period
from coordinator_app.gui.activities.case_list import CaseList
from coordinator_app.gui.activities.lone_talk import LoneTalk
from coordinator_app.gui.activities.new_enquiry import NewEnquiry
from coordinator_app.gui.activities.one_case import OneCase
from coordinator_app.gui.activities.reading import Case, Cases
from coordinator_app.gui.kit.actions import Action
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import EmptyState, ListAndForm, Switch, scrolled
from coordinator_app.gui.kit.tab_order import begin_at
from coordinator_app.i18n import N_, Words


class EnquiriesTab(QWidget):
    """List on the left, form on the right; a new enquiry is one press on how it came."""

    title = N_("Enquiries")

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._cases: Cases | None = None
        self._key: Hashable = None
        self.primary = Action(N_("Log an enquiry"), self.begin, Icon.ADD, "Ctrl+N")
        self.quarter = CaseList(kit)
        self.quarter.turning.connect(self._leave_quarter)
        self.quarter.filled.connect(self._fill)
        self.quarter.listed.connect(self._settle)
        self.quarter.list.chosen.connect(self._chosen)
        self.quarter.list.opened.connect(lambda _: self.panes.show_form())
        self.new = NewEnquiry(kit, lambda row: self.turn_to(("enquiry", row.id), row.on), self._begin_talk, self._back)
        self.talk = LoneTalk(kit, lambda row: self.turn_to(("talk", row.id), row.on), self._back)
        self.one = OneCase(kit)
        self._nothing = EmptyState(kit, Icon.ENQUIRY, N_("The enquiries of the quarter will be here. No name is needed."), self.primary)
        self._none = scrolled(self._nothing)
        self._new, self._one, self._talk_alone = scrolled(self.new), scrolled(self.one), scrolled(self.talk)
        self._right = Switch(self._none, self._new, self._one, self._talk_alone)
        self.panes: ListAndForm = ListAndForm(kit, self.quarter, self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(self.panes)
        begin_at(self, self.quarter.list.view, self.quarter.list.search)

    def reload(self) -> None:
        """Asks for the quarter again."""
        self.quarter.reload()

    def begin(self) -> None:
        """Opens the card of a new enquiry."""
        self._open(self._new)
        self.new.begin()

    def leave(self) -> None:
        """Stores what is being typed."""
        self.one.flush()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for part in (self.quarter, self.new, self.talk, self.one, self._nothing, self.panes):
            part.say(words)
        self._offer(words)

    def _open(self, view: QWidget) -> None:
        self.one.flush()
        self._key = None
        self.quarter.list.choose_none()
        self._right.show_view(view)
        self.panes.show_form()

    def _begin_talk(self) -> None:
        self._open(self._talk_alone)
        self.talk.begin()

    def turn_to(self, key: Hashable, on: dt.date) -> None:
        """The enquiry or talk of that key and day is shown when the list of its quarter comes."""
        self._key = key
        # A list that is given the keyboard makes its first row the current one, which would be taken for a choice.
        self.quarter.list.blockSignals(True)
        self.quarter.list.view.setFocus()
        self.quarter.list.blockSignals(False)
        self._right.show_view(self._one)
        self.quarter.turn_to(Period.of(on))

    def _leave_quarter(self) -> None:
        self.one.flush()
        self._key = None
        self._right.show_view(self._none)

    def _back(self) -> None:
        self._right.show_view(self._none)
        self._settle()
        self.panes.show_list()

    def _fill(self, cases: Cases) -> None:
        self._cases = cases
        self._offer(self._kit.voice.words)

    def _settle(self) -> None:
        """Of the rows shown the one under way stays, or the first is shown; a card that is open is not closed for it."""
        if self._right.currentWidget() in (self._new, self._talk_alone):
            return
        found = self.quarter.found(self._key)
        begin_at(self, self._nothing if found is None else self.quarter.list.view, self.quarter.list.search)
        if found is None:
            self._key = None
            self._right.show_view(self._none)
            return
        self._show(found)
        self.quarter.list.choose(found.key)

    def _chosen(self, case: Case) -> None:
        if case.key != self._key or self._right.currentWidget() is not self._one:
            self.one.flush()
            self._show(case)

    def _show(self, case: Case) -> None:
        self._key = case.key
        self.one.show_case(case)
        self._right.show_view(self._one)

    def _offer(self, words: Words) -> None:
        if self._cases is not None:
            for part in (self.new, self.one, self.talk):
                part.offer(self._cases, words)
