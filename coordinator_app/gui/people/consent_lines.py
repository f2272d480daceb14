"""What a person has agreed to: each purpose by itself, given with a day and a way, withdrawn at any time."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from coordinator_app.core import drafts
from coordinator_app.core.kinds import ConsentPurpose, ConsentWay
from coordinator_app.core.people import ConsentRow
from coordinator_app.core.people.said import PURPOSES, WAYS
from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fields import ChoiceField, DateField, Option, Side
from coordinator_app.gui.kit.form import WIDEST
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import IconLabel, text_label
from coordinator_app.gui.kit.panel import Panel
from coordinator_app.i18n import N_, Words

Give = Callable[[ConsentPurpose, dt.date, ConsentWay], object]
_FIELDS = (
    Side(
        (
            DateField(name="on", label=N_("Given on"), required=True),
            ChoiceField(name="way", label=N_("How"), required=True, options=tuple(Option(way, said) for way, said in WAYS.items())),
        )
    ),
)


class ConsentLines(QWidget):
    """`give(purpose, on, way)` once the day and the way are said; `withdraw(purpose)` at once."""

    def __init__(self, kit: Kit, give: Give, withdraw: Callable[[ConsentPurpose], object]) -> None:
        super().__init__()
        self._kit, self._give = kit, give
        self._person = 0
        self._asked: ConsentPurpose | None = None
        self.lines = {purpose: _Line(kit, purpose, self._begin, withdraw) for purpose in ConsentPurpose}
        self.panel = Panel(
            kit,
            N_("He agrees"),
            _FIELDS,
            Action(N_("Record the consent"), self._take, Icon.CHECK),
            leave=N_("Do not record"),
            back=self._back,
        )
        self._grid = QGridLayout()
        self._grid.setColumnStretch(2, 1)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        for at, line in enumerate(self.lines.values()):
            for column, part in enumerate((line.icon, line.name, line.state, line.button)):
                self._grid.addWidget(part, at, column, Qt.AlignmentFlag.AlignVCenter if column != 2 else Qt.AlignmentFlag(0))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(self._grid)
        whole.addWidget(self.panel)
        kit.theme.changed.connect(self._measure)
        self._measure()

    def show_consents(self, person: int, consents: Sequence[ConsentRow]) -> None:
        """What a person has said about each purpose."""
        self._person = person
        said = {row.purpose: row for row in consents}
        for purpose, line in self.lines.items():
            line.show_consent(said.get(purpose), self._kit.voice.words)

    def drop(self) -> None:
        """Another person is about to be shown."""
        self.panel.put_away()

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.panel.say(words)
        for line in self.lines.values():
            line.say(words)

    def _begin(self, purpose: ConsentPurpose) -> None:
        self._asked = purpose
        values = {"on": self._kit.clock.today(), "way": ConsentWay.SIGNED}
        self.panel.begin(values, "on", drafts.of_person(self._person, f"consent/{purpose}"))
        self.panel.setAccessibleName(self._kit.voice.words(PURPOSES[purpose]))

    def _take(self) -> None:
        assert self._asked is not None
        on, way = self.panel.values["on"], self.panel.values["way"]
        self.panel.done()
        self._back()
        self._give(self._asked, on, way)

    def _back(self) -> None:
        if self._asked is not None:
            self.lines[self._asked].button.setFocus()

    def _measure(self) -> None:
        self.setMaximumWidth(self._kit.theme.px(WIDEST))


class _Line:
    """One purpose: icon, name, what was said and when, and the button for what can be said next."""

    def __init__(
        self,
        kit: Kit,
        purpose: ConsentPurpose,
        begin: Callable[[ConsentPurpose], object],
        withdraw: Callable[[ConsentPurpose], object],
    ) -> None:
        self._purpose, self._begin, self._withdraw = purpose, begin, withdraw
        self._row: ConsentRow | None = None
        self.icon = IconLabel(kit, Icon.PLANNED, "quiet", 20)
        self.name, self.state = text_label("label", wrap=False), text_label("quiet")
        self.button: QPushButton = button(kit.icons, Action(N_("Agrees"), self._pressed))
        self.say(kit.voice.words)

    def show_consent(self, row: ConsentRow | None, words: Words) -> None:
        self._row = row
        if row is None:
            self.icon.show_icon(Icon.PLANNED, "quiet")
        elif row.withdrawn_on is None:
            self.icon.show_icon(Icon.HELD, "good")
        else:
            self.icon.show_icon(Icon.CANCELLED, "danger")
        self.say(words)

    def say(self, words: Words) -> None:
        purpose = words(PURPOSES[self._purpose])
        self.name.setText(purpose)
        self.state.setText(_state(self._row, words))
        verb = words(N_("Withdraws")) if self._holds() else words(N_("Agrees"))
        self.button.setText(verb)
        self.button.setAccessibleName(words(N_("{verb}: {purpose}"), verb=verb, purpose=purpose))

    def _holds(self) -> bool:
        return self._row is not None and self._row.withdrawn_on is None

    def _pressed(self) -> None:
        if self._holds():
            self._withdraw(self._purpose)
        else:
            self._begin(self._purpose)


def _state(row: ConsentRow | None, words: Words) -> str:
    if row is None:
        return words(N_("not agreed"))
    if row.withdrawn_on is not None:
        return words(N_("withdrawn {day}"), day=words.date(row.withdrawn_on))
    return words(N_("agreed {day}, {way}"), day=words.date(row.given_on), way=words(WAYS[row.way]))
