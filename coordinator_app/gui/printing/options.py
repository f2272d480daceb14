"""The switches of a document, each taking effect at once."""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from coordinator_app.bootstrap.documents import MEETINGS, Kind, Switch, Wanted
from coordinator_app.gui.kit.editors import ChoiceEditor
from coordinator_app.gui.kit.fields import ChoiceField, Field, LongTextField, Option
from coordinator_app.gui.kit.form_row import FormRow
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.language_row import NAMES as LANGUAGE_NAMES
from coordinator_app.gui.kit.unfinished import Fields, UnfinishedLine
from coordinator_app.gui.printing.group_choice import GroupChoice
from coordinator_app.gui.printing.reading import Offered
from coordinator_app.i18n import N_, Language, Words
from coordinator_app.printing.poster import STRIPS
from coordinator_app.printing.typst import Paper

# In which a paper may speak, the main language first.
_TONGUES = (
    *((language,) for language in Language),
    *((Language.FI, Language.SV), (Language.FI, Language.EN), (Language.SV, Language.FI), (Language.SV, Language.EN)),
)
_FIELDS: tuple[Field[Any], ...] = (
    ChoiceField(name=Switch.PERIOD, label=N_("Quarter")),
    ChoiceField(
        name=Switch.PUBLIC,
        label=N_("For whom"),
        help=N_("For the public, small counts and sensitive services are left out."),
        options=(Option(False, N_("For the association’s own use")), Option(True, N_("For the public"))),
    ),
    ChoiceField(
        name=Switch.LANGUAGES,
        label=N_("Language of the paper"),
        options=tuple(Option(tongues, " + ".join(LANGUAGE_NAMES[each] for each in tongues), said=True) for tongues in _TONGUES),
    ),
    ChoiceField(name=Switch.NEXT_TERM, label=N_("Term")),
    ChoiceField(name=Switch.PAPER, label=N_("Paper"), options=tuple(Option(paper, paper.upper(), said=True) for paper in Paper)),
    ChoiceField(
        name=Switch.STRIPS,
        label=N_("Tear-off strips"),
        options=tuple(Option(n, str(n) if n else N_("None"), said=bool(n)) for n in STRIPS),
    ),
    ChoiceField(
        name=Switch.CARDS,
        label=N_("Lists on a sheet"),
        options=(Option(4, N_("4, the size of a postcard")), Option(8, N_("8, the size of a playing card"))),
    ),
    ChoiceField(name=Switch.MEETINGS, label=N_("Sheets for each group")),
    ChoiceField(name=Switch.ACTIVITY, label=N_("Training")),
)
_NAMES: Field[Any] = LongTextField(
    name=Switch.NAMES, label=N_("Names"), help=N_("One on each line. Without a name there is a line to write it on."), lines=6
)
_ADDRESSES: Field[Any] = ChoiceField(
    name=Switch.SENSITIVE_ADDRESSES,
    label=N_("Addresses of sensitive groups"),
    options=(Option(False, N_("Not printed")), Option(True, N_("Printed, this time"))),
)


class Options(QWidget):
    """`changed` carries the `Wanted` after each choice of the user."""

    changed = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._wanted: Wanted | None = None
        self._offered: Offered | None = None
        self.rows = {field.name: FormRow(kit, field) for field in (*_FIELDS, _NAMES, _ADDRESSES)}
        self.groups = GroupChoice(kit, lambda: self._edited(Switch.GROUPS, self.groups.value()))
        # Names are typed one by one, twenty of them at times, and no other memory of the window may hold them.
        self.unfinished = UnfinishedLine(kit, self._names_typed, self._show_names, lambda: self._show_names({}))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        for part in (*(self.rows[field.name] for field in _FIELDS), self.unfinished, self.rows[_NAMES.name], self.groups):
            self._column.addWidget(part)
        self._column.addWidget(self.rows[_ADDRESSES.name])
        self._column.addStretch(1)
        for row in (*self.rows.values(), self.groups.which):
            if isinstance(row.editor.focus, QComboBox):
                _let_shrink(row.editor.focus)
        for name, row in self.rows.items():
            row.editor.edited = partial(self._read, name, row)
        kit.theme.changed.connect(self._measure)
        self._measure()

    def offer(self, offered: Offered) -> None:
        """What there is to choose from."""
        self._offered = offered
        self.groups.offer(offered.groups)
        self._say_choices(self._kit.voice.words)

    def show_wanted(self, wanted: Wanted) -> None:
        """Shows the options of a document, silently; those it has not are hidden."""
        if self._wanted is None or self._wanted.kind is not wanted.kind:
            self._begin_names(wanted.kind)
        self._wanted = wanted
        switches = wanted.kind.switches
        for name, row in self.rows.items():
            row.setVisible(name in switches)
            if name != Switch.NAMES:
                row.show_value(getattr(wanted, name))
            elif self._value(row, name) != wanted.names:
                # Shown only when it says something else, so that the cursor stays where it is being typed.
                row.show_value("\n".join(wanted.names))
        self.groups.show_value(wanted.groups)
        offered = self._offered.groups if self._offered is not None else ()
        self.groups.setVisible(Switch.GROUPS in switches and bool(offered))
        sensitive = any(group.sensitive for group in offered)
        self.rows[_ADDRESSES.name].setVisible(_ADDRESSES.name in switches and sensitive)

    def row(self, name: str) -> FormRow:
        """A switch, by its name."""
        return self.rows[name]

    def say(self, words: Words) -> None:
        """Speaks this language."""
        for row in self.rows.values():
            row.say(words)
        self.unfinished.say(words)
        self.groups.say(words)
        self._say_choices(words)

    def _say_choices(self, words: Words) -> None:
        """The choices whose words hold dates, numbers or names."""
        if self._offered is None:
            return
        quarters = [(period, period.said(words), True) for period in self._offered.periods]
        until = words(N_("This term, until {day}"), day=words.day_and_month(self._offered.this_term.last))
        term = self._offered.next_term
        following = words(N_("Next term, {first}–{last}"), first=words.day_and_month(term.first), last=term.last)
        terms = [(False, until, True), (True, following, True)]
        meetings = [(n, words.count("The next meeting", "The next {n} meetings", n), True) for n in MEETINGS]
        names = Counter(each.name for each in self._offered.trainings)
        held = [
            (each.id, each.name if names[each.name] == 1 else f"{words.date(each.held_on)} {each.name}", True)
            for each in self._offered.trainings
        ]
        trainings = [*held, (None, words(N_("To be written by hand")), True)]
        every: dict[str, list[Any]] = {Switch.PERIOD: quarters, Switch.NEXT_TERM: terms}
        every |= {Switch.MEETINGS: meetings, Switch.ACTIVITY: trainings}
        for name, options in every.items():
            editor = self.rows[name].editor
            assert isinstance(editor, ChoiceEditor)
            editor.offer(options, words)

    def _begin_names(self, kind: Kind) -> None:
        self.unfinished.put_away()
        self.rows[Switch.NAMES].show_value("")
        if Switch.NAMES in kind.switches:
            self.unfinished.begin(f"printing/{kind.code}/names")

    def _names_typed(self) -> Fields:
        return {Switch.NAMES: self.rows[Switch.NAMES].editor.read()}

    def _show_names(self, fields: Mapping[str, Any]) -> None:
        row = self.rows[Switch.NAMES]
        row.show_value(fields.get(Switch.NAMES, ""))
        self._read(Switch.NAMES, row)

    def _read(self, name: str, row: FormRow) -> None:
        if name == Switch.NAMES:
            self.unfinished.edited()
        self._edited(name, self._value(row, name))

    def _value(self, row: FormRow, name: str) -> object:
        read = row.editor.read()
        return tuple(filter(None, map(str.strip, read.splitlines()))) if name == Switch.NAMES else read

    def _edited(self, name: str, value: object) -> None:
        if self._wanted is not None:
            self._wanted = self._wanted.but(name, value)
            self.changed.emit(self._wanted)

    def _measure(self) -> None:
        self._column.setSpacing(self._kit.theme.px(12))


def _let_shrink(control: QComboBox) -> None:
    """A choice may be narrower than its longest option: the options stand in a narrow column, and the list opens wider."""
    control.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    control.setMinimumContentsLength(8)
