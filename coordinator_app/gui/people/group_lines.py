"""The groups a person is in: how he is in them, leaving one, joining another."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coordinator_app.core.kinds import MemberRole
from coordinator_app.core.people import PersonGroup
from coordinator_app.core.people.said import MEMBERS
from coordinator_app.core.texts import beginning
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.editors import ChoiceEditor
from coordinator_app.gui.kit.form import WIDEST
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.plain import on_button
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.people.reading import Named
from coordinator_app.gui.people.section import clear
from coordinator_app.i18n import N_, Words


class GroupLines(QWidget):
    """`join(group, role)` and `leave(place)` are called for a press; a group's name leads to the group."""

    def __init__(self, kit: Kit, join: Callable[[int, MemberRole], object], leave: Callable[[PersonGroup], object]) -> None:
        super().__init__()
        self._kit, self._join, self._leave = kit, join, leave
        self._places: Sequence[PersonGroup] = ()
        self._today = kit.clock.today()
        self._offered: Named = ()
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._labels = Labels(kit.voice.words)
        self.none = text_label("quiet")
        self._labels.put(self.none.setText, N_("In no group yet."))
        self.group: ChoiceEditor[int] = ChoiceEditor(())
        self.role: ChoiceEditor[MemberRole] = ChoiceEditor([(role, said, False) for role, said in MEMBERS.items()])
        self.role.show(MemberRole.MEMBER)
        self._labels.put(self.group.focus.setAccessibleName, N_("Group to join"))
        self._labels.put(self.role.focus.setAccessibleName, N_("How he is in the group"))
        self.adder = button(kit.icons, Action(N_("Add to the group"), self._add, Icon.ADD))
        self._labels.put(self.adder.setText, N_("Add to the group"))
        self.group.edited = self._show_adder
        self._lay_out()
        self.say(kit.voice.words)

    def offer(self, groups: Named) -> None:
        """The running groups."""
        self._offered = groups
        self._offer_rest()

    def show_places(self, places: Sequence[PersonGroup], today: dt.date) -> None:
        """His places, past ones last."""
        if (places, today) != (self._places, self._today):
            self._places, self._today = places, today
            self._rebuild(self._kit.voice.words)
        self._offer_rest()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self.role.say(words)
        self.group.say(words)
        self._rebuild(words)

    def _offer_rest(self) -> None:
        mine = {place.group for place in self._places if place.until is None}
        self.group.offer([(group, name, True) for group, name in self._offered if group not in mine], None)
        self._show_adder()

    def _show_adder(self) -> None:
        self.adder.setEnabled(self.group.read() is not None)

    def _add(self) -> None:
        group, role = self.group.read(), self.role.read()
        if group is not None and role is not None:
            self.group.show(None)
            self._join(group, role)

    def _rebuild(self, words: Words) -> None:
        clear(self._grid)
        for at, place in enumerate(self._places):
            opener = button(self._kit.icons, Action(place.name, partial(self._kit.go, "groups", place.group), Icon.GROUPS), "quiet")
            opener.setText(on_button(place.name))
            opener.setAccessibleName(words(N_("Open the group {name}"), name=place.name))
            self._grid.addWidget(opener, at, 0, Qt.AlignmentFlag.AlignLeft)
            told = text_label("quiet")
            told.setText(_told(place, words))
            self._grid.addWidget(told, at, 1)
            if place.until is None:
                leaver = button(self._kit.icons, Action(N_("Leaves"), partial(self._leave, place)))
                leaver.setText(words(N_("Leaves the group")))
                leaver.setAccessibleName(words(N_("Leaves the group {name}"), name=place.name))
                self._grid.addWidget(leaver, at, 2)
        self._lines.setVisible(bool(self._places))
        self.none.setVisible(not self._places)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.role.widget, 1)
        row.addWidget(self.adder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.none)
        column.addWidget(self._lines)
        column.addWidget(self.group.widget)
        column.addLayout(row)
        self._kit.theme.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self.setMaximumWidth(self._kit.theme.px(WIDEST))


def _told(place: PersonGroup, words: Words) -> str:
    """How and since when he is in the group, and when he was last seen there."""
    how = beginning(words(MEMBERS[place.role]))
    if place.until is not None:
        return words(N_("{how}, until {day}"), how=how, day=words.date(place.until))
    if place.last_seen is not None:
        return words(N_("{how}, last there {day}"), how=how, day=words.date(place.last_seen))
    return words(N_("{how}, since {day}"), how=how, day=words.date(place.since)) if place.since else how
