"""Lists and tables: sorted by the keys of the rows, ruled by the keyboard, remembered, and one pane where there is no room for two."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coordinator_app.gui.kit.focus import OUT
from coordinator_app.gui.kit.icons import Icon
from coordinator_app.gui.kit.kit import Kit
from coordinator_app.gui.kit.layout import ListAndForm
from coordinator_app.gui.kit.list import Item, RowList
from coordinator_app.gui.kit.table import Column, Table
from coordinator_app.i18n import N_, Language, Words
from tests.gui.keys import press, type_text


@dataclass(frozen=True, slots=True)
class Town:
    id: int
    name: str
    sort_key: int
    men: int | None


# Finnish order: Å, Ä, Ö come last; the query gives the key.
TOWNS = [Town(1, "Åbo", 3, 5), Town(2, "Ähtäri", 4, None), Town(3, "Oulu", 1, 12), Town(4, "Turku", 2, 0)]
COLUMNS: list[Column[Town]] = [
    Column(N_("Name"), lambda town, words: town.name, lambda town: town.sort_key),
    Column(N_("Men"), lambda town, words: "–" if town.men is None else words.number(town.men), lambda town: town.men, number=True),
]


@pytest.fixture
def table(kit: Kit, qtbot: QtBot) -> "Table[Town]":
    table: Table[Town] = Table(kit, "towns", COLUMNS, key=lambda town: town.id)
    qtbot.addWidget(table)
    table.show_rows(TOWNS)
    table.show()
    return table


def names(table: "Table[Town]") -> list[str]:
    return [town.name for town in table.rows.rows()]


def test_a_table_sorts_by_the_keys_the_rows_carry(table: "Table[Town]") -> None:
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert names(table) == ["Oulu", "Turku", "Åbo", "Ähtäri"]
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert names(table) == ["Oulu", "Åbo", "Turku", "Ähtäri"]
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert names(table) == ["Turku", "Åbo", "Oulu", "Ähtäri"]


def test_the_current_row_stays_current_through_a_reload_and_enter_opens_it(table: "Table[Town]", qtbot: QtBot) -> None:
    table.choose(3)
    table.show_rows([Town(9, "Espoo", 0, 1), *TOWNS])
    current = table.current()
    assert current is not None
    assert current.name == "Oulu"
    with qtbot.waitSignal(table.opened) as opened:
        press(table, Qt.Key.Key_Return)
    assert opened.args == [TOWNS[2]]


@pytest.mark.parametrize("hidden", [0, 2])
def test_what_the_window_does_to_columns_is_not_remembered_as_the_users_choice(kit: Kit, qtbot: QtBot, hidden: int) -> None:
    men: Column[Town] = Column(N_("People"), lambda town, words: town.name, lambda town: town.sort_key)
    table: Table[Town] = Table(kit, "towns", [*COLUMNS, men], key=lambda town: town.id)
    qtbot.addWidget(table)
    table.set_widths((100, 80, 80), spare=(hidden,))
    table.show_rows(TOWNS)
    table.show()
    table.resize(900, 300)
    kit.voice.speak(Language.FI)
    table.say(kit.voice.words)
    assert not table.isColumnHidden(hidden)
    table.resize(200, 300)
    assert table.isColumnHidden(hidden)
    assert kit.memory.state("towns/columns").isEmpty()
    table.setColumnWidth(0 if hidden else 1, 200)
    assert not kit.memory.state("towns/columns").isEmpty()


def test_columns_share_out_what_room_there_is_and_no_heading_is_cut(kit: Kit, qtbot: QtBot) -> None:
    table: Table[Town] = Table(kit, "towns", COLUMNS, key=lambda town: town.id)
    qtbot.addWidget(table)
    table.set_widths((300,))
    table.show_rows(TOWNS)
    table.show()
    table.resize(600, 300)
    assert table.columnWidth(0) == 300
    table.resize(320, 300)
    narrowed = table.columnWidth(0)
    assert 180 < narrowed < 300
    assert narrowed + table.columnWidth(1) <= table.viewport().width()
    heading = table.columnWidth(1)
    table.resize(120, 300)
    assert (table.columnWidth(0), table.columnWidth(1)) == (180, heading)


def test_a_column_that_is_left_out_leaves_no_gap(kit: Kit, qtbot: QtBot) -> None:
    table: Table[Town] = Table(kit, "towns", [*COLUMNS, *COLUMNS], key=lambda town: town.id)
    qtbot.addWidget(table)
    table.resize(200, 300)
    table.set_widths((100, 90, 90, 90), spare=(0,))
    table.show_rows(TOWNS)
    table.show()
    assert table.isColumnHidden(0)
    assert table.columnViewportPosition(1) == 0


@pytest.mark.parametrize("widths", [(300, 10), (60, 300)])
def test_no_words_are_cut_while_another_column_has_room_to_spare(kit: Kit, qtbot: QtBot, widths: tuple[int, int]) -> None:
    table: Table[Town] = Table(kit, "towns", [COLUMNS[1], *COLUMNS], key=lambda town: town.id)
    qtbot.addWidget(table)
    table.set_widths((widths[0], widths[1], 100))
    table.resize(460, 300)
    table.show()
    table.show_rows([Town(1, "Koski, Kosken Tl", 1, 5)])
    assert table.sizeHintForColumn(1) <= table.columnWidth(1)
    assert table.horizontalScrollBar().maximum() == 0


def test_the_column_that_is_to_grow_takes_what_is_left(kit: Kit, qtbot: QtBot) -> None:
    table: Table[Town] = Table(kit, "towns", COLUMNS, key=lambda town: town.id)
    qtbot.addWidget(table)
    table.set_widths((100, 90), growing=0)
    table.show_rows(TOWNS)
    table.show()
    for room in (400, 900):
        table.resize(room, 300)
        assert table.columnWidth(1) == 90
        assert table.columnWidth(0) == table.viewport().width() - 90


def test_a_short_column_is_narrowed_last(kit: Kit, qtbot: QtBot) -> None:
    day: Column[Town] = Column(N_("Day"), lambda town, words: town.name, lambda town: town.sort_key)
    table: Table[Town] = Table(kit, "towns", [day, *COLUMNS], key=lambda town: town.id)
    qtbot.addWidget(table)
    table.set_widths((140, 300))
    table.show_rows(TOWNS)
    table.show()
    for room, day_wide in ((700, 140), (420, 140), (340, range(84, 140))):
        table.resize(room, 300)
        assert table.columnWidth(0) in (day_wide if isinstance(day_wide, range) else (day_wide,)), room


def test_columns_and_order_are_remembered(table: "Table[Town]", kit: Kit, qtbot: QtBot) -> None:
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    table.setColumnWidth(0, 333)
    again: Table[Town] = Table(kit, "towns", COLUMNS, key=lambda town: town.id)
    qtbot.addWidget(again)
    again.show_rows(TOWNS)
    assert again.columnWidth(0) == 333
    assert names(again)[0] == "Oulu"


@pytest.fixture
def rows(kit: Kit, qtbot: QtBot) -> "RowList[Town]":
    def look(town: Town, words: Words) -> Item:
        return Item(town.name, words("{n} men", n=town.men), Icon.GROUPS)

    rows: RowList[Town] = RowList(kit, N_("Towns"), look, key=lambda town: town.id)
    qtbot.addWidget(rows)
    rows.show_rows(TOWNS)
    with qtbot.waitActive(rows):
        rows.show()
    return rows


def test_a_list_is_searched_and_walked_by_keyboard(rows: "RowList[Town]", qtbot: QtBot) -> None:
    press(rows, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert rows.search.hasFocus()
    with qtbot.waitSignal(rows.searched, check_params_cb=lambda text: text == "ä"):
        type_text(rows.search, "ä")
    press(rows.search, Qt.Key.Key_Escape)
    assert rows.search.text() == ""
    with qtbot.waitSignal(rows.chosen) as chosen:
        press(rows.search, Qt.Key.Key_Down)
    assert chosen.args == [TOWNS[0]]
    with qtbot.waitSignal(rows.chosen) as chosen:
        press(rows.view, Qt.Key.Key_Down)
    assert chosen.args == [TOWNS[1]]


def test_the_glass_stands_in_the_middle_of_the_search_also_after_the_text_grew_and_shrank(rows: "RowList[Town]", kit: Kit) -> None:
    [glass] = rows.search.findChildren(QLabel)
    kit.theme.dress(rows)
    for percent in (200, 100, 150):
        kit.theme.set_percent(percent)
        QApplication.processEvents()
        above, below = glass.y(), rows.search.height() - glass.geometry().bottom() - 1
        assert abs(above - below) <= 1, percent


def test_a_reload_of_the_list_is_silent_and_keeps_its_place(rows: "RowList[Town]", qtbot: QtBot) -> None:
    rows.choose(3)
    with qtbot.assertNotEmitted(rows.chosen):
        rows.show_rows(list(reversed(TOWNS)))
    current = rows.current()
    assert current is not None
    assert current.id == 3


def test_an_empty_list_without_a_pane_beside_it_says_what_will_be_here(kit: Kit, qtbot: QtBot) -> None:
    rows: RowList[Town] = RowList(
        kit, N_("Groups"), lambda town, _words: Item(town.name), lambda town: town.id, nothing=N_("Your groups will be here.")
    )
    qtbot.addWidget(rows)
    rows.show()

    def said() -> list[str]:
        return [label.text() for label in rows.findChildren(QLabel) if label.isVisible() and label.text()]

    rows.show_rows([])
    assert said() == []
    kit.theme.set_percent(200)
    assert said() == ["Your groups will be here."]
    rows.search.setText("x")
    rows.show_rows([])
    assert said() == []
    rows.search.clear()
    rows.show_rows(TOWNS)
    assert said() == []


def test_where_a_list_says_what_will_be_here_no_empty_frame_stands_under_it(kit: Kit, qtbot: QtBot) -> None:
    rows: RowList[Town] = RowList(
        kit, N_("Groups"), lambda town, _words: Item(town.name), lambda town: town.id, nothing=N_("Your groups will be here.")
    )
    qtbot.addWidget(rows)
    rows.show()
    qtbot.waitUntil(rows.isActiveWindow)
    rows.view.setFocus()
    kit.theme.set_percent(200)
    assert not rows.view.isVisible()
    assert rows.search.hasFocus()
    rows.show_rows(TOWNS)
    assert rows.view.isVisible()


def test_the_ring_around_the_way_back_does_not_touch_the_form(kit: Kit, qtbot: QtBot) -> None:
    form = QLabel("form")
    panes = ListAndForm(kit, QPushButton("list"), form)
    qtbot.addWidget(panes)
    kit.theme.set_percent(200)
    panes.resize(900, 500)
    panes.show()
    panes.show_form()
    (back,) = [each for each in panes.findChildren(QPushButton) if each.isVisible()]
    assert form.y() - back.geometry().bottom() > 3 * OUT


def test_the_keyboard_comes_along_from_the_list_to_the_form(kit: Kit, qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    left, elsewhere = QPushButton("list"), QPushButton("elsewhere")
    panes = ListAndForm(kit, left, QLabel("form"))
    column.addWidget(panes)
    column.addWidget(elsewhere)
    QWidget.setTabOrder(left, elsewhere)
    qtbot.addWidget(window)
    kit.theme.set_percent(200)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    left.setFocus()
    panes.show_form()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert panes.isAncestorOf(focused)


def test_list_and_form_become_one_pane_when_narrow_or_when_the_text_is_large(kit: Kit, qtbot: QtBot) -> None:
    left, right = QLabel("list"), QLabel("form")
    panes = ListAndForm(kit, left, right)
    qtbot.addWidget(panes)
    panes.resize(1100, 600)
    panes.show()
    assert left.isVisible()
    assert right.isVisible()
    for width, percent in ((500, 100), (1100, 175)):
        panes.resize(width, 600)
        kit.theme.set_percent(percent)
        assert panes.one_pane
        assert left.isVisible()
        assert not right.isVisible()
        panes.show_form()
        assert right.isVisible()
        assert not left.isVisible()
        panes.show_list()


def test_rows_that_look_as_before_are_not_drawn_again(kit: Kit, qtbot: QtBot) -> None:
    today = ["Tuesday"]
    rows: RowList[Town] = RowList(kit, N_("Groups"), lambda town, words: Item(town.name, today[0]), key=lambda town: town.id)
    qtbot.addWidget(rows)
    rows.show_rows(TOWNS)
    assert [rows.item_at(at).under for at in range(4)] == ["Tuesday"] * 4
    with qtbot.assertNotEmitted(rows.view.model().modelReset):
        rows.show_rows(list(TOWNS))
    today[0] = "Wednesday"
    rows.show_rows(list(TOWNS))
    assert [rows.item_at(at).under for at in range(4)] == ["Wednesday"] * 4
    rows.show_rows(TOWNS[:2])
    assert rows.view.model().rowCount() == 2


def test_a_table_shows_which_row_is_current_as_soon_as_it_has_the_keyboard(table: "Table[Town]", qtbot: QtBot) -> None:
    with qtbot.waitActive(table):
        table.activateWindow()
    table.setFocus()
    assert table.current() is not None
    assert table.selectionModel().isRowSelected(table.currentIndex().row())
