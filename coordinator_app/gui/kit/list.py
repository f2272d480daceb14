"""A list with a search field above it: each record an icon, a name and a quieter line under it."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QShortcut
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import text_label
from coordinator_app.gui.kit.search_line import SearchLine
from coordinator_app.i18n import N_, Words

Row = TypeVar("Row")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Item:
    """How a record looks in a list: ready words, an icon and the colour role of that icon. `heading` starts a new part of the list.

    `under` and `more` are quieter lines below the name; `sign` says in amber what needs doing, at the right of the name.
    """

    name: str
    under: str = ""
    more: str = ""
    sign: str = ""
    icon: Icon | None = None
    role: str = "quiet"
    heading: str = ""


class _Items(QAbstractListModel, Generic[Row]):
    def __init__(self, look: Callable[[Row, Words], Item], words: Words) -> None:
        super().__init__()
        self._look, self._words = look, words
        self.rows: list[Row] = []
        self._items: list[Item | None] = []

    def show_rows(self, rows: Sequence[Row], words: Words) -> bool:
        """Shows these; whether that is anything else than what is shown."""
        if words is self._words and list(rows) == self.rows and self._all_look_as_before():
            return False
        self.beginResetModel()
        self.rows, self._words = list(rows), words
        self._items = [None] * len(self.rows)
        self.endResetModel()
        return True

    def _all_look_as_before(self) -> bool:
        """How a record looks may hang on more than itself, such as the day; what never was seen has no look yet."""
        return all(item is None or item == self._look(row, self._words) for item, row in zip(self._items, self.rows, strict=True))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def item(self, at: int) -> Item:
        """How the record looks; worked out when it is first seen, because most of a long list never is."""
        item = self._items[at]
        if item is None:
            item = self._items[at] = self._look(self.rows[at], self._words)
        return item

    def opens_part(self, at: int) -> bool:
        """Whether a heading stands above this row."""
        heading = self.item(at).heading
        return bool(heading) and (at == 0 or self.item(at - 1).heading != heading)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return item.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (item.name, item.sign, item.under, item.more) if part)
        return None


class RowList(QWidget, Generic[Row]):
    """The list on the left of a screen. `chosen` carries the record the cursor came to, `searched` what is typed above.

    Ctrl+F goes to the search, Down from there into the list. The screen answers `searched` with `show_rows`.
    """

    chosen = Signal(object)
    opened = Signal(object)
    searched = Signal(str)

    def __init__(
        self,
        kit: Kit,
        name: str,
        look: Callable[[Row, Words], Item],
        key: Callable[[Row], Hashable],
        *,
        nothing: str = "",
        alike: bool = False,
    ) -> None:
        """`name` is the list's accessible name (`N_`), as "Groups".

        `nothing` (`N_`) says of a list without rows what will be here, where no pane beside it does. With `alike` every record has room
        for one quieter line, no more, and a long list need not be measured.
        """
        super().__init__()
        self._kit, self._name, self._key, self._will_be = kit, name, key, nothing
        self.search = SearchLine(kit)
        self.search.textChanged.connect(self.searched)
        self.search.returnPressed.connect(self._into_list)
        self.search.went_down.connect(self._into_list)
        self._items: _Items[Row] = _Items(look, kit.voice.words)
        self.view = _View()
        self.view.setProperty("role", "list")
        self.view.setModel(self._items)
        self.view.setItemDelegate(_Painter(kit, self._items, self.view, alike=alike))
        self.view.setUniformItemSizes(alike)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.view.activated.connect(lambda index: self.opened.emit(self._items.rows[index.row()]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._nothing = text_label("quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        self._shortcut = QShortcut("Ctrl+F", self, self.search.setFocus)
        kit.theme.changed.connect(self.view.scheduleDelayedItemsLayout)
        kit.theme.changed.connect(self._tell_nothing)
        self.say(kit.voice.words)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows the records in the order given; the one under the cursor stays chosen, silently, if it is still there."""
        current = self.current()
        self.view.selectionModel().blockSignals(True)
        anew = self._items.show_rows(rows, self._kit.voice.words)
        if anew and current is not None:
            self._set_current(self._key(current))
        self.view.selectionModel().blockSignals(False)
        if anew:
            self.view.viewport().update()
        self._tell_nothing()

    def current(self) -> Row | None:
        """The record under the cursor."""
        at = self.view.currentIndex().row()
        return self._items.rows[at] if 0 <= at < len(self._items.rows) else None

    def item_at(self, at: int) -> Item:
        """How the record in that line looks."""
        return self._items.item(at)

    def choose(self, key: Hashable) -> bool:
        """Puts the cursor on a record; whether it is in the list."""
        return self._set_current(key)

    def bring_to_top(self) -> None:
        """Scrolls until the record under the cursor stands at the top, so that what follows it is seen."""
        self.view.scrollTo(self.view.currentIndex(), QListView.ScrollHint.PositionAtTop)

    def choose_none(self) -> None:
        """Takes the cursor off the list, as when a draft is begun."""
        self.view.setCurrentIndex(QModelIndex())

    def say(self, words: Words) -> None:
        """Speaks this language."""
        self.search.setPlaceholderText(words(N_("Search")))
        self.search.setAccessibleName(words(N_("Search")))
        self.view.setAccessibleName(words(self._name))
        self._nothing.setText(words(self._will_be) if self._will_be else "")
        self.show_rows(self._items.rows)

    def _set_current(self, key: Hashable) -> bool:
        for at, row in enumerate(self._items.rows):
            if self._key(row) == key:
                self.view.setCurrentIndex(self._items.index(at))
                return True
        return False

    def _tell_nothing(self) -> None:
        alone = self._kit.theme.one_pane and not self._items.rows and not self.search.text()
        told = bool(self._will_be) and alone
        self._nothing.setVisible(told)
        if told and self.view.hasFocus():
            self.search.setFocus()
        # A frame without anything in it would look like something that is broken.
        self.view.setVisible(not told)

    def _into_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.view.currentIndex().isValid() and self._items.rows:
            self.view.setCurrentIndex(self._items.index(0))

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._items.rows[current.row()])


class _View(QListView):
    def sizeHint(self) -> QSize:
        return QSize(200, 200)


class _Painter(QStyledItemDelegate):
    """Paints one record: plain text always, so that nothing a user typed is taken for markup."""

    def __init__(self, kit: Kit, items: _Items[Any], view: QWidget, *, alike: bool) -> None:
        super().__init__(view)
        self._kit, self._items, self._alike = kit, items, alike

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        px = self._kit.theme.px
        item = self._items.item(index.row())
        lines = 44 + (16 if item.under or self._alike else 0) + (22 if item.more else 0)
        part = 36 if self._items.opens_part(index.row()) else 0
        return QSize(px(120), px(lines + part))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        px, colours = self._kit.theme.px, self._kit.theme.colours
        item, whole = self._items.item(index.row()), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._items.opens_part(index.row()):
            painter.setFont(self._kit.theme.font(strong=True))
            painter.setPen(colours.colour("quiet"))
            painter.drawText(
                QRect(whole.x() + px(12), whole.y() + px(8), whole.width() - px(24), px(28)), Qt.AlignmentFlag.AlignVCenter, item.heading
            )
            whole = whole.adjusted(0, px(36), 0, 0)
        state = option.state
        box = whole.adjusted(0, 1, 0, -1)
        if state & QStyle.StateFlag.State_Selected:
            self._fill(painter, box, "tint")
            painter.fillRect(QRect(box.x(), box.y() + px(8), 3, box.height() - px(16)), colours.colour("primary"))
        elif state & QStyle.StateFlag.State_MouseOver:
            self._fill(painter, box, "hover")
        self._write(painter, item, box)
        painter.restore()

    def _fill(self, painter: QPainter, box: QRect, role: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._kit.theme.colours.colour(role))
        painter.drawRoundedRect(box, self._kit.theme.px(8), self._kit.theme.px(8))

    def _write(self, painter: QPainter, item: Item, box: QRect) -> None:
        theme = self._kit.theme
        left = box.x() + theme.px(12)
        if item.icon is not None:
            side = theme.px(22)
            self._kit.icons.icon(item.icon, item.role).paint(painter, QRect(left, box.center().y() - side // 2, side, side))
            left += theme.px(34)
        width = box.right() - left - theme.px(8)
        line = theme.px(22)
        said = [(item.name, "text", True), *((text, "quiet", False) for text in (item.under, item.more) if text)]
        top = box.y() + (box.height() - len(said) * line) // 2
        lines = [(*each, QRect(left, top + at * line, width, line)) for at, each in enumerate(said)]
        if item.sign:
            lines[0][3].setWidth(width - self._write_sign(painter, item.sign, lines[0][3]))
        for text, role, strong, place in lines:
            painter.setFont(theme.font(strong=strong))
            painter.setPen(theme.colours.colour(role))
            shown = painter.fontMetrics().elidedText(" ".join(text.split()), Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _write_sign(self, painter: QPainter, sign: str, place: QRect) -> int:
        """Writes what needs doing at the right end of a line, with its icon; the width it took."""
        theme = self._kit.theme
        painter.setFont(theme.font(strong=True))
        painter.setPen(theme.colours.colour("amber"))
        side = theme.px(18)
        wide = painter.fontMetrics().horizontalAdvance(sign)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, sign)
        at = QRect(place.right() - wide - theme.px(4) - side, place.center().y() - side // 2, side, side)
        self._kit.icons.icon(Icon.NOT_RECORDED, "amber").paint(painter, at)
        return wide + side + theme.px(12)
