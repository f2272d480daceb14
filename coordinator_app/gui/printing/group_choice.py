"""Which groups are printed: all, or those that are ticked."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from coordinator_app.gui.kit.actions import Action, button
from coordinator_app.gui.kit.fields import ChoiceField, Option
from coordinator_app.gui.kit.form_row import FormRow
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.plain import in_tip
from coordinator_app.gui.kit.voice import Labels
from coordinator_app.gui.printing.reading import GroupRow
from coordinator_app.i18n import N_, Words

_ROW, _MOST_ROWS = 32, 8
_TICK = Qt.ItemDataRole.CheckStateRole


class GroupChoice(QWidget):
    """`edited` is called after each choice of the user; `value` is the ids of the ticked groups, None for all."""

    def __init__(self, kit: Kit, edited: Callable[[], object]) -> None:
        super().__init__()
        self._kit, self._edited, self._words = kit, edited, kit.voice.words
        self._groups: Sequence[GroupRow] = ()
        self._labels = Labels(kit.voice.words)
        which = (Option(False, N_("All groups")), Option(True, N_("Only the ticked ones")))
        self.which = FormRow(kit, ChoiceField(name="which", label=N_("Groups"), options=which))
        self.which.editor.edited = self._chosen
        self.list = _Ticks(edited)
        self._labels.name(self.list, N_("Groups to print"))
        self.none = button(kit.icons, Action(N_("Take all ticks off"), self._untick), "quiet")
        self._labels.put(self.none.setText, N_("Take all ticks off"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.which)
        column.addWidget(self.list)
        column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeft)
        kit.theme.changed.connect(self._measure)

    def offer(self, groups: Sequence[GroupRow]) -> None:
        """The groups there are."""
        if groups == self._groups:
            return
        self._groups = groups
        self.list.clear()
        for group in groups:
            item = QListWidgetItem(self._named(group))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setData(_TICK, Qt.CheckState.Checked)
            item.setToolTip(in_tip(group.name))
            self.list.addItem(item)
        self._measure()

    def value(self) -> frozenset[int] | None:
        if not self.which.editor.read():
            return None
        return frozenset(group.id for at, group in enumerate(self._groups) if self.list.item(at).data(_TICK) == Qt.CheckState.Checked)

    def show_value(self, groups: frozenset[int] | None) -> None:
        """Shows a choice, silently."""
        self.which.show_value(groups is not None)
        for at, group in enumerate(self._groups):
            ticked = groups is None or group.id in groups
            self.list.item(at).setData(_TICK, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._show_list(groups is not None)

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self._words = words
        self.which.say(words)
        self._labels.say(words)
        for at, group in enumerate(self._groups):
            self.list.item(at).setText(self._named(group))

    def _named(self, group: GroupRow) -> str:
        return group.name if group.public else self._words(N_("{group} (not public)"), group=group.name)

    def _chosen(self) -> None:
        self._show_list(bool(self.which.editor.read()))
        self._edited()

    def _untick(self) -> None:
        self.show_value(frozenset())
        self._edited()

    def _show_list(self, shown: bool) -> None:
        self.list.setVisible(shown)
        self.none.setVisible(shown)

    def _measure(self) -> None:
        row = self._kit.theme.px(_ROW)
        for at in range(self.list.count()):
            self.list.item(at).setSizeHint(QSize(0, row))
        self.list.setFixedHeight(row * min(max(self.list.count(), 1), _MOST_ROWS) + 2)


class _Ticks(QListWidget):
    """A click anywhere on a row ticks it or takes the tick off, and so does Space."""

    def __init__(self, edited: Callable[[], object]) -> None:
        super().__init__()
        self._edited = edited
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self.toggle)

    def toggle(self, item: QListWidgetItem) -> None:
        ticked = item.data(_TICK) == Qt.CheckState.Checked
        item.setData(_TICK, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        self._edited()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentItem() is not None:
            self.toggle(self.currentItem())
        else:
            super().keyPressEvent(event)
