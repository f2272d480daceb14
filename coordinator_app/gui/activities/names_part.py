"""Who belongs to an activity: each a button that takes him off, and a line to add the next by name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from coordinator_app.core.errors import CoordinatorError, Refused
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.completer import Completer
from coordinator_app.gui.kit.fault_line import FaultLine
from coordinator_app.gui.kit.flow import Flow
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.plain import on_button
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.i18n import N_, Words

Named = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Offer:
    """The names to suggest, and how a typed one is found; `find` raises `Refused`, or answers nothing for an unknown one."""

    texts: Sequence[str]
    find: Callable[[str], int | None]


class NamesPart(QWidget):
    """`changed(ids)` is called with everyone who belongs after an addition or a removal."""

    def __init__(
        self,
        kit: Kit,
        heading: str,
        adder: str,
        ask: Callable[[Callable[[Offer], object]], object],
        changed: Callable[[tuple[int, ...]], object],
    ) -> None:
        """`heading` stands above, `adder` names the line to type in (both `N_`). `ask(then)` answers with the names once one is typed."""
        super().__init__()
        self._kit, self._ask, self._changed = kit, ask, changed
        self._named: tuple[Named, ...] = ()
        self._asked = False
        self._turn = 0  # Grows when another activity comes: an answer for the one before is then too late.
        self._labels = Labels(kit.voice.words)
        title = text_label("label")
        self._labels.put(title.setText, heading)
        self._row = Flow()
        self.buttons: dict[int, QPushButton] = {}
        self.line = QLineEdit()
        self._completer = Completer(self.line, kit.theme)
        self._labels.put(self.line.setPlaceholderText, adder)
        self._labels.put(self.line.setAccessibleName, adder)
        self.line.textEdited.connect(lambda _: self._typed())
        self.line.returnPressed.connect(self._add)
        self.add_button = button(kit.icons, Action(N_("Add"), self._add, Icon.ADD))
        self._labels.put(self.add_button.setText, N_("Add"))
        self.fault = FaultLine(kit)
        typing = QHBoxLayout()
        typing.setSpacing(8)
        typing.addWidget(self.line, 1)
        typing.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(title)
        column.addLayout(self._row)
        column.addLayout(typing)
        column.addWidget(self.fault)

    def show_named(self, named: tuple[Named, ...]) -> None:
        """Those who belong now."""
        self._asked = False
        if named != self._named:
            self._named = named
            for old in self.buttons.values():
                self._row.removeWidget(old)
                old.deleteLater()
            self.buttons = {}
            for each, name in named:
                made = button(self._kit.icons, Action("", partial(self._take_off, each), Icon.CLOSE))
                # A name with an ampersand must not become a key of the button.
                made.setText(on_button(name))
                self._row.addWidget(made)
                self.buttons[each] = made
        self.say(self._kit.voice.words)

    def drop(self) -> None:
        """Another activity is about to be shown: what was typed was not added."""
        self._turn += 1
        self.line.clear()
        self.fault.right()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        for each, name in self._named:
            said = words(N_("Take off {name}"), name=name)
            self.buttons[each].setAccessibleName(said)
            # A tip is taken for markup when it looks like it, so a name goes only where text stays text.
            self.buttons[each].setAccessibleDescription(said)

    def _typed(self) -> None:
        if not self._asked:
            self._asked = True
            self._ask(lambda offer: self._completer.offer(offer.texts))

    def _add(self) -> None:
        typed = self.line.text().strip()
        if typed:
            self._ask(partial(self._add_found, typed, self._turn))
        else:
            self.line.setFocus()

    def _add_found(self, typed: str, turn: int, offer: Offer) -> None:
        if turn != self._turn:
            return
        try:
            found = offer.find(typed)
            if found is None:
                raise Refused(N_("{name} is not in the book. Add the name under People first."), name=typed)
        except CoordinatorError as error:
            self.fault.wrong(error.said)
            return
        self.drop()
        if found not in dict(self._named):
            self._changed((*(each for each, _ in self._named), found))

    def _take_off(self, gone: int) -> None:
        self._changed(tuple(each for each, _ in self._named if each != gone))
