"""The left side of the screen: people or organisations, of which role or kind, and the list of them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coordinator_app.core.kinds import OrganisationKind, PersonRole
from coordinator_app.core.organisations import OrganisationRow
from coordinator_app.core.people.said import KINDS, roles_said
from coordinator_app.core.texts import beginning
from coordinator_app.gui.kit.actions import Action, button, verb_button
from coordinator_app.gui.kit.editors import ChoiceEditor
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.list import Item, RowList
from coordinator_app.gui.kit.one_of import OneOf
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.people.reading import Row, Wanted
from coordinator_app.gui.people.said import ROLES_OF_MANY
from coordinator_app.i18n import N_, Words

Key = tuple[bool, int]
_KINDS = {
    OrganisationKind.SERVICE: N_("Services for men"),
    OrganisationKind.MEDIA: N_("Media"),
    OrganisationKind.PARTNER: N_("Partners"),
    OrganisationKind.CLIENT: N_("Clients"),
    OrganisationKind.OTHER: N_("Others"),
}
_ALIKE = "alike"


def key_of(row: Row) -> Key:
    """Whether it is an organisation, and its id."""
    return isinstance(row, OrganisationRow), row.id


class Side(QWidget):
    """`wanted` is what the list should hold; `changed()` says that it is another list now, `turned()` that it is of the other sort.

    `write()` asks for a message to everyone of a role.
    """

    def __init__(self, kit: Kit, changed: Callable[[], None], turned: Callable[[], None], write: Callable[[], None]) -> None:
        super().__init__()
        self._kit, self._changed, self._turned = kit, changed, turned
        self._labels = Labels(kit.voice.words)
        self.people, self.organisations = QPushButton(), QPushButton()
        self._labels.put(self.people.setText, N_("People"))
        self._labels.put(self.organisations.setText, N_("Organisations"))
        segments = OneOf(self)
        segments.take(self.people, self.organisations)
        self.people.setChecked(True)
        segments.buttonClicked.connect(lambda _segment: self._other_segment())
        self.filter: ChoiceEditor[PersonRole | OrganisationKind | str] = ChoiceEditor(())
        self.filter.edited = changed
        self._labels.put(self.filter.focus.setAccessibleName, N_("Which ones to list"))
        self.list: RowList[Row] = RowList(kit, N_("People and organisations"), _look, key=key_of, alike=True)
        self.list.searched.connect(lambda _text: changed())
        self._count = text_label("quiet")
        self._number = 0
        self.bring_in = button(kit.icons, Action(N_("Bring in from a file"), lambda: kit.go("importing", None), Icon.BRING_IN), "quiet")
        self._labels.put(self.bring_in.setText, N_("Bring in from a file"))
        self.writer = verb_button(kit.icons, self._labels, Action(N_("Write to several"), write, Icon.EMAIL, "Ctrl+M"))
        self.setFocusProxy(self.list.view)
        self._lay_out()
        self.say(kit.voice.words)

    @property
    def wanted(self) -> Wanted:
        """What the list should hold."""
        chosen = self.filter.read()
        if self.organisations.isChecked():
            return Wanted(organisations=True, kind=chosen if isinstance(chosen, OrganisationKind) else None)
        return Wanted(role=chosen if isinstance(chosen, PersonRole) else None, alike=chosen == _ALIKE)

    def show_segment(self, organisations: bool) -> None:
        """Turns to people or to organisations, all of them, without a search."""
        self.list.search.blockSignals(True)
        self.list.search.clear()
        self.list.search.blockSignals(False)
        (self.organisations if organisations else self.people).setChecked(True)
        self._offer(self._kit.voice.words)
        self.filter.show(None)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """The list, and how many they are."""
        self.list.show_rows(rows)
        self._number = len(rows)
        self.writer.setVisible(self.people.isChecked())
        self._tell_count(self._kit.voice.words)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._labels.say(words)
        self.list.say(words)
        self._offer(words)
        self._tell_count(words)

    def _other_segment(self) -> None:
        self._offer(self._kit.voice.words)
        self.filter.show(None)
        self._turned()
        self._changed()

    def _offer(self, words: Words) -> None:
        options: list[tuple[PersonRole | OrganisationKind | str | None, str, bool]]
        if self.organisations.isChecked():
            options = [(None, N_("All kinds"), False), *((kind, text, False) for kind, text in _KINDS.items())]
        else:
            options = [(None, N_("Everyone"), False), *((role, text, False) for role, text in ROLES_OF_MANY.items())]
            options.append((_ALIKE, N_("Perhaps here twice"), False))
        self.filter.offer(options, words)  # type: ignore[arg-type]

    def _tell_count(self, words: Words) -> None:
        number = self._number
        if self.organisations.isChecked():
            self._count.setText(words.count("{n} organisation", "{n} organisations", number))
        else:
            self._count.setText(words.count("{n} person", "{n} people", number))

    def _lay_out(self) -> None:
        segments = QHBoxLayout()
        segments.setSpacing(8)
        segments.addWidget(self.people, 1)
        segments.addWidget(self.organisations, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(self.bring_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.setSpacing(8)
        self._top.addLayout(segments, 2)
        self._top.addWidget(self.filter.widget, 1)
        column.addLayout(self._top)
        column.addWidget(self.list, 1)
        column.addWidget(self.writer, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
        self._kit.theme.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """Large text leaves room for little but the list; files are then brought in from the settings."""
        one_pane = self._kit.theme.one_pane
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if one_pane else QBoxLayout.Direction.TopToBottom)
        self._count.setVisible(not one_pane)
        self.bring_in.setVisible(not one_pane)


def _look(row: Row, words: Words) -> Item:
    if isinstance(row, OrganisationRow):
        kind = beginning(words(KINDS[row.kind]))
        if row.ended is not None:
            return Item(row.name, words(N_("{kind}, ended {day}"), kind=kind, day=words.date(row.ended)), icon=Icon.ORGANISATION)
        return Item(row.name, _joined(kind, row.phone or row.email), icon=Icon.ORGANISATION)
    return Item(row.name, _joined(roles_said(row.roles, words), row.organisation or row.phone or row.email), icon=Icon.PERSON)


def _joined(what: str, how: str | None) -> str:
    return " · ".join(part for part in (what, how) if part)
