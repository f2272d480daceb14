"""The row above the calendar: which days are shown, of what, and how."""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from coordinator_app.core.groups import NamedGroup
from coordinator_app.gui.kit.actions import Action, button, tool_button, verb_button
from coordinator_app.gui.kit.calendar_popup import CalendarPopup
from coordinator_app.gui.kit.choice_box import ChoiceBox
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.one_of import OneOf
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

# Where the title has this room, what stands after it stays in its place while the pages turn.
_TITLE, _CHOICE_LETTERS = 176, 13


class View(StrEnum):
    """How the days are shown."""

    MONTH = "month"
    WEEK = "week"
    LIST = "list"


class Bar(QWidget):
    """`turned(int)` a page on or back, `went(date)` to a day, `viewed(View)`, `narrowed(int | None)` to a group."""

    turned = Signal(int)
    went = Signal(object)
    viewed = Signal(object)
    narrowed = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._labels = Labels(kit.voice.words)
        self._at = kit.clock.today()
        self._groups: Sequence[NamedGroup] = ()
        self.title = button(kit.icons, Action(N_("Go to a day"), self.jump, Icon.DOWN, role="period"))
        # The arrow that tells of a choice stands after the words.
        self.title.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._labels.put(self.title.setToolTip, N_("Go to a day (G)"))
        self.views: dict[View, QPushButton] = {}
        self.choice = ChoiceBox()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(_CHOICE_LETTERS)
        self._labels.name(self.choice, N_("Which groups are shown"))
        self.choice.activated.connect(lambda at: self.narrowed.emit(self.choice.itemData(at)))
        self._lay_out()
        kit.theme.follow(self, self._measure)
        self.say(kit.voice.words)

    def show_at(self, title: str, at: dt.date, view: View, *, choosable: bool) -> None:
        """Names what is shown, and how; with large text there is but one way, and no choice."""
        self.title.setText(title)
        self.title.setAccessibleName(self._kit.voice.words(N_("{shown}: go to a day"), shown=title))
        self._at = at
        self.views[view].setChecked(True)
        for made in self.views.values():
            made.setVisible(choosable)

    def offer(self, groups: Sequence[NamedGroup], chosen: int | None) -> None:
        """The groups to choose from: those that go on, and the one that is chosen."""
        groups = [each for each in groups if each.ended is None or each.id == chosen]
        if groups != self._groups:
            self._groups = groups
            self._fill(chosen)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))

    def today(self) -> None:
        """Goes to today."""
        self.went.emit(self._kit.clock.today())

    def jump(self) -> None:
        """Asks for a day, in a month to choose from."""
        CalendarPopup(self, self._kit, self._at, self.went.emit).open_at(self.title)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self._fill(self.choice.currentData())

    def _fill(self, chosen: int | None) -> None:
        self.choice.clear()
        self.choice.addItem(self._kit.voice.words(N_("Everything")), None)
        for each in self._groups:
            self.choice.addItem(each.name, each.id)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))
        self._measure()

    def _measure(self) -> None:
        self.title.setMinimumWidth(0 if self._kit.theme.one_pane else self._kit.theme.px(_TITLE))
        names = self.choice.view()
        names.setMinimumWidth(names.sizeHintForColumn(0) + self._kit.theme.px(24))

    def _lay_out(self) -> None:
        kit, labels = self._kit, self._labels
        today = verb_button(kit.icons, labels, Action(N_("Today"), self.today))
        earlier, later = tool_button(kit.icons, Icon.BACK), tool_button(kit.icons, Icon.FORWARD)
        labels.name(earlier, N_("Earlier (Page Up)"))
        labels.name(later, N_("Later (Page Down)"))
        earlier.clicked.connect(lambda _: self.turned.emit(-1))
        later.clicked.connect(lambda _: self.turned.emit(1))
        row = Flow(self)
        for part in (today, earlier, later, self.title, self.choice):
            row.addWidget(part)
        for view, text in ((View.MONTH, N_("Month")), (View.WEEK, N_("Week")), (View.LIST, N_("List"))):
            made = verb_button(kit.icons, labels, Action(text, lambda view=view: self.viewed.emit(view)))  # type: ignore[misc]
            self.views[view] = made
            row.addWidget(made)
        OneOf(self).take(*self.views.values())
